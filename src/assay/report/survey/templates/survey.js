"use strict";

// The course of the survey: start, questions in the voter's own order, end.
(() => {
  const survey = window.assaySurvey;
  const views = surveyViews;
  let voting = null;
  let pages = [];
  let at = -1;
  let unkept = false;

  function state() {
    const answer = at < 0 || at >= pages.length ? undefined : voting.answers[pages[at].name];
    return {
      number: at + 1,
      count: pages.length,
      answered: Object.keys(voting.answers).length,
      choice: answer ? answer.choice : null,
      voter: voting.voter,
      unkept,
    };
  }

  function start(fault = "") {
    views.start(survey, surveyAnswers.kept(survey), { begin, resume, load }, fault);
  }

  function begin(name) {
    const tidy = surveyAnswers.tidy(name);
    const same = surveyAnswers.kept(survey).find((one) => one.voter === tidy);
    resume(same || surveyAnswers.begun(name));
  }

  function resume(found) {
    voting = found;
    pages = surveyOrder.pages(survey, voting.voter);
    unkept = !surveyAnswers.keep(survey, voting);
    const open = pages.findIndex((page) => !(page.name in voting.answers));
    go(open < 0 ? pages.length : open);
  }

  function go(place) {
    at = Math.max(0, place);
    if (at >= pages.length) end();
    else views.question(survey, pages[at], state(), { choose, back, next, finish: () => end() });
    const after = pages[at + 1];
    if (after) after.pictures.forEach((one) => { new Image().src = one.file; });
  }

  const back = () => go(at - 1);
  const next = () => go(at + 1);

  function choose(choice) {
    const page = pages[at];
    const shown = page.pictures.map((one) => one.name);
    const before = voting.answers[page.name];
    // A clock that was set back must not make the new answer the older one.
    const time = Math.max(Date.now(), before ? before.at + 1 : 0);
    voting.answers[page.name] = { choice, shown, at: time };
    unkept = !surveyAnswers.keep(survey, voting);
    const place = shown.indexOf(choice);
    views.say(`Answer kept: ${place < 0 ? views.OTHERS[choice].label : `picture ${views.LETTERS[place]}`}.`);
    next();
  }

  function end(note = "") {
    at = pages.length;
    views.end(survey, state(), { save, review, load }, note);
  }

  function save() {
    surveyAnswers.save(survey, voting);
    end("Saved. The file is where your browser puts downloads.");
  }

  function review() {
    const open = pages.findIndex((page) => !(page.name in voting.answers));
    go(open < 0 ? 0 : open);
  }

  async function load(file) {
    let found;
    try {
      found = surveyAnswers.fromFile(survey, await file.text());
    } catch (problem) {
      return voting ? end(problem.message) : start(problem.message);
    }
    const mine = surveyAnswers.kept(survey).find((one) => one.session === found.session);
    if (voting && voting.session !== found.session) {
      return end(`This file is of another voter, ${found.voter}.`);
    }
    return resume(mine ? surveyAnswers.merged(found, mine) : found);
  }

  function choiceOf(key) {
    if (survey.kind === "acceptable") return { 1: "yes", y: "yes", 2: "no", n: "no" }[key];
    return { 0: "equal", n: "none" }[key] || (pages[at].pictures[Number(key) - 1] || {}).name;
  }

  function pressed(event) {
    const typing = event.target.closest("input, textarea, select");
    if (typing || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    if (voting === null || at >= pages.length) return;
    if (event.key === "ArrowLeft" && at > 0) back();
    else if (event.key === "ArrowRight") next();
    else {
      const choice = choiceOf(event.key.toLowerCase());
      const control = choice && document.querySelector(`[data-choice="${choice}"]`);
      if (control && !control.disabled) choose(choice);
    }
  }

  document.addEventListener("keydown", pressed);
  window.addEventListener("beforeunload", (event) => {
    if (unkept && voting && Object.keys(voting.answers).length) event.preventDefault();
  });
  start();
})();
