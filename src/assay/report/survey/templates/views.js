"use strict";

// What is on the screen. Every text goes in as text, never as markup.
const surveyViews = (() => {
  const WHOLE = "Is the whole folder there?";
  const UNKEPT = "This browser keeps nothing: save your answers before you close it.";
  const LETTERS = ["A", "B", "C"];
  const OTHERS = {
    equal: { label: "Equally good", key: "0" },
    none: { label: "None fits", key: "N" },
    yes: { label: "Yes", key: "1" },
    no: { label: "No", key: "2" },
  };

  function made(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (typeof value === "function") element.addEventListener(name, value);
      else if (value === true) element.setAttribute(name, "");
      else if (value !== false && value !== null) element.setAttribute(name, value);
    }
    element.append(...children.filter((child) => child !== null));
    return element;
  }

  function show(...children) {
    const main = document.getElementById("main");
    main.replaceChildren(...children.filter((child) => child !== null));
    window.scrollTo(0, 0);
    main.querySelector("h1").focus({ preventScroll: true });
  }

  const button = (label, click, kind = "", more = {}) =>
    made("button", { type: "button", class: kind, click, ...more }, label);

  const heading = (text) => made("h1", { tabindex: "-1", dir: "auto" }, text);

  const say = (text) => {
    document.getElementById("status").textContent = text;
  };

  function opener(label, opened) {
    const input = made("input", {
      type: "file",
      class: "unseen",
      accept: ".json,application/json",
      change: () => input.files.length && opened(input.files[0]),
    });
    return made("label", { class: "file" }, input, label);
  }

  const keyLine = (keys, what) =>
    made("li", {}, ...keys.map((key) => made("kbd", {}, key)), ` ${what}`);

  function keys(survey) {
    const choice =
      survey.kind === "preference"
        ? [
            keyLine(["1", "2", survey.most > 2 ? "3" : null].filter(Boolean), "the best picture"),
            keyLine(["0"], "equally good"),
            keyLine(["N"], "none fits"),
          ]
        : [keyLine(["1"], "yes"), keyLine(["2"], "no")];
    return made("ul", { class: "keys" }, ...choice, keyLine(["\u2190", "\u2192"], "back and forth"));
  }

  function start(survey, kept, { begin, resume, load }, fault = "") {
    const name = made("input", { id: "voter", maxlength: "60", autocomplete: "off", spellcheck: "false" });
    const form = made(
      "form",
      {
        class: "begin",
        submit: (event) => {
          event.preventDefault();
          begin(name.value);
        },
      },
      made("label", { for: "voter" }, "Your name, or a made-up one"),
      name,
      made(
        "p",
        { class: "hint" },
        "It tells voters apart and may stay empty. Use the same one if you go on elsewhere.",
      ),
      made("button", { type: "submit", class: "primary" }, "Begin"),
    );
    show(
      heading(survey.title),
      survey.description ? made("p", { class: "about", dir: "auto" }, survey.description) : null,
      made("p", { class: "asked", dir: "auto" }, survey.question),
      made(
        "p",
        {},
        `${survey.pages.length} ${survey.pages.length === 1 ? "question" : "questions"}. ` +
          "You can go back and change an answer. Nothing is sent anywhere: at the end you save a file and " +
          "hand it in.",
      ),
      fault ? made("p", { class: "fault", role: "alert" }, fault) : null,
      ...kept.map((voting) => {
        const done = Object.keys(voting.answers).length;
        const label = `Go on as ${voting.voter} (${done} of ${survey.pages.length} answered)`;
        return button(label, () => resume(voting), "primary resume");
      }),
      form,
      made("p", { class: "aside" }, opener("Go on from a saved file", load)),
      made("div", { class: "withkeys" }, made("h2", {}, "Keys"), keys(survey)),
    );
  }

  function chooser(name, kind, chosen, choose, ...children) {
    const pressed = String(chosen === name);
    const more = { "aria-pressed": pressed, "data-choice": name, click: () => choose(name) };
    return made("button", { type: "button", class: kind, ...more }, ...children);
  }

  function picture(one, place, count, chosen, choose, broken) {
    const label = count > 1 ? `Picture ${LETTERS[place]}` : "Picture";
    const image = made("img", {
      src: one.file,
      alt: label,
      draggable: "false",
      error: () => broken(label),
      load: () => image.classList.toggle("pixels", image.naturalWidth <= 96),
    });
    if (count === 1) return made("div", { class: "picture alone" }, image);
    const key = made("kbd", {}, String(place + 1));
    return chooser(
      one.name,
      "picture",
      chosen,
      choose,
      image,
      made("span", { class: "caption", "aria-hidden": "true" }, made("span", {}, label), key),
    );
  }

  function other(name, chosen, choose) {
    const { label, key } = OTHERS[name];
    return chooser(name, "other", chosen, choose, label, " ", made("kbd", { "aria-hidden": "true" }, key));
  }

  const group = (kind, label, children) =>
    made("div", { class: kind, role: "group", "aria-label": label }, ...children);

  function question(survey, page, state, { choose, back, next, finish }) {
    const broken = (label) => {
      for (const choice of document.querySelectorAll("[data-choice]")) choice.disabled = true;
      fault.textContent = `${label} could not be loaded, so this question cannot be answered. ${WHOLE}`;
    };
    const fault = made("p", { class: "fault", role: "alert" });
    const pictures = page.pictures.map((one, place) =>
      picture(one, place, page.pictures.length, state.choice, choose, broken),
    );
    const others = survey.choices.map((name) => other(name, state.choice, choose));
    const last = state.number === state.count;
    show(
      made(
        "header",
        { class: "progress" },
        made("progress", { max: `${state.count}`, value: `${state.answered}`, "aria-label": "Answered" }),
        made(
          "span",
          {},
          `${state.number} of ${state.count}`,
          made("span", { class: "quiet" }, ` \u00b7 ${state.answered} answered`),
        ),
      ),
      page.request ? made("p", { class: "ask", dir: "auto" }, survey.question) : null,
      heading(page.request || survey.question),
      fault,
      group(`pictures of-${pictures.length}`, "Pictures", pictures),
      group("others", pictures.length > 1 ? "Other answers" : "Answers", others),
      made(
        "nav",
        { "aria-label": "Questions" },
        button("\u2190 Back", back, "", { disabled: state.number === 1 }),
        button("Save and stop", finish),
        button(last ? "End \u2192" : state.choice ? "Next \u2192" : "Skip \u2192", next),
      ),
      state.unkept ? made("p", { class: "fault" }, UNKEPT) : null,
    );
  }

  function end(survey, state, { save, review, load }, note = "") {
    const left = state.count - state.answered;
    const rest = left === 1 ? "1 question is" : `${left} questions are`;
    const said = left
      ? `${rest} left. You can save now and go on later, here or from the file.`
      : "Thank you. One thing is left to do: save your answers, and hand the file in.";
    show(
      heading(left ? `${state.answered} of ${state.count} answered` : "All answered"),
      made("p", {}, said),
      made(
        "p",
        { class: "buttons" },
        button("Save answers to a file", save, "primary"),
        button(left ? "To what is left" : "Look through them", review),
      ),
      made("p", { class: "note", role: "status" }, note),
      made("p", { class: "aside" }, opener("Add answers from a saved file", load)),
      made("p", { class: "quiet" }, "You vote as ", made("bdi", {}, state.voter), "."),
    );
  }

  return { start, question, end, say, LETTERS, OTHERS };
})();
