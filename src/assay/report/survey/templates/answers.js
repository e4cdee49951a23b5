"use strict";

// One voter's answers: kept in this browser after each answer, written to a file, read back from one.
const surveyAnswers = (() => {
  const FORMAT = "assay-survey-answers";

  function random(bytes) {
    const drawn = crypto.getRandomValues(new Uint8Array(bytes));
    return Array.from(drawn, (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  const place = (survey, session) => `assay-survey|${survey.id}|${session}`;

  // A name is letters that every file system and every reader takes alike.
  const tidy = (name) => name.normalize("NFC").replace(/\s+/g, " ").trim().slice(0, 60);

  function begun(name) {
    return { voter: tidy(name) || `voter-${random(3)}`, session: random(8), answers: {} };
  }

  function toFile(survey, voting) {
    const answers = Object.entries(voting.answers).map(([page, answer]) => ({ page, ...answer }));
    const { voter, session } = voting;
    return { format: FORMAT, version: 1, survey: survey.id, voter, session, answers };
  }

  function isAnswer(survey, answer) {
    const page = survey.pages.find((one) => one.name === answer.page);
    const shown = Array.isArray(answer.shown) ? answer.shown.slice().sort().join() : "";
    const allowed = page ? [...page.pictures.map((one) => one.name), ...survey.choices] : [];
    const known = page ? page.pictures.map((one) => one.name).sort().join() : null;
    return allowed.includes(answer.choice) && shown === known && Number.isSafeInteger(answer.at);
  }

  // A saved file as a voting, or an error whose message a voter can read.
  function fromFile(survey, text) {
    let file;
    try {
      file = JSON.parse(text);
    } catch {
      throw new Error("This file is damaged or is no file of answers.");
    }
    if (file === null || file.format !== FORMAT || file.version !== 1) {
      throw new Error("This is no file of answers to a survey.");
    }
    if (file.survey !== survey.id) throw new Error("This file holds answers to another survey.");
    const whole = Array.isArray(file.answers) && file.answers.every((answer) => isAnswer(survey, answer));
    if (!whole || typeof file.voter !== "string" || !/^[0-9a-f]{16}$/.test(file.session)) {
      throw new Error("This file is damaged: some of its answers cannot be read.");
    }
    const answers = {};
    for (const { page, choice, shown, at } of file.answers) answers[page] = { choice, shown, at };
    return { voter: file.voter, session: file.session, answers };
  }

  // Both sets of answers, the later one where they differ.
  function merged(one, two) {
    const answers = { ...one.answers };
    for (const [page, answer] of Object.entries(two.answers)) {
      if (!(page in answers) || answers[page].at < answer.at) answers[page] = answer;
    }
    return { ...one, answers };
  }

  function keep(survey, voting) {
    try {
      localStorage.setItem(place(survey, voting.session), JSON.stringify(toFile(survey, voting)));
      return true;
    } catch {
      return false;
    }
  }

  function kept(survey) {
    const found = [];
    try {
      for (let number = 0; number < localStorage.length; number += 1) {
        const key = localStorage.key(number);
        if (key.startsWith(place(survey, ""))) found.push(localStorage.getItem(key));
      }
    } catch {
      return [];
    }
    return found.flatMap((text) => {
      try {
        return [fromFile(survey, text)];
      } catch {
        return [];
      }
    });
  }

  function fileName(survey, voting) {
    const name = voting.voter.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "").slice(0, 30);
    return `answers-${survey.id.slice(0, 6)}-${name || "voter"}.json`;
  }

  function save(survey, voting) {
    const text = `${JSON.stringify(toFile(survey, voting), null, 1)}\n`;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.download = fileName(survey, voting);
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  return { begun, tidy, fromFile, merged, keep, kept, save };
})();
