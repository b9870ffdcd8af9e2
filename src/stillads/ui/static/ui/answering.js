/* Shows a question when its condition holds. Without this file all are shown, and the server leaves out the rest. */
(() => {
  "use strict";
  const values = (form, name) =>
    new FormData(form).getAll(name).filter((value) => typeof value === "string" ? value.trim() !== "" : value.size > 0);
  const near = (element, question) => {
    /* inside a repeated group the question of the same row comes first */
    const field = element.querySelector("[name]");
    const row = field && field.name.match(/^(.+\.\d+\.)/);
    const own = row && row[1] + question;
    return own && element.closest("form").querySelector(`[name="${CSS.escape(own)}"]`) ? own : question;
  };
  const number = (text) => Number(text.replace(/\./g, "").replace(",", "."));
  const tested = (given, rule) => {
    if ("answered" in rule && given.length > 0 !== rule.answered) return false;
    if (rule.is && !rule.is.some((value) => given.includes(value))) return false;
    if (rule.is_not && rule.is_not.some((value) => given.includes(value))) return false;
    if ("at_least" in rule && !(given.length && number(given[0]) >= Number(rule.at_least))) return false;
    if ("at_most" in rule && !(given.length && number(given[0]) <= Number(rule.at_most))) return false;
    return true;
  };
  const holds = (element, rule) => {
    if (rule.all) return rule.all.every((inner) => holds(element, inner));
    if (rule.any) return rule.any.some((inner) => holds(element, inner));
    if (rule.none) return !rule.none.some((inner) => holds(element, inner));
    return tested(values(element.closest("form"), near(element, rule.question)), rule);
  };
  const settle = (form) => {
    for (const element of form.querySelectorAll("[data-show-if]")) {
      const shown = holds(element, JSON.parse(element.dataset.showIf));
      element.hidden = !shown;
      for (const field of element.querySelectorAll("input, select, textarea")) {
        field.disabled = !shown || Boolean(field.closest("[data-show-if][hidden]"));
      }
    }
  };
  const forms = () => new Set([...document.querySelectorAll("[data-show-if]")].map((part) => part.closest("form")));
  for (const told of ["input", "change"]) document.addEventListener(told, (event) => { if (event.target.form) settle(event.target.form); });
  document.addEventListener("htmx:afterSwap", () => forms().forEach((form) => form && settle(form)));
  forms().forEach((form) => form && settle(form));
})();
