/* Small comforts. Every page works without this file. */
(() => {
  "use strict";
  const body = document.body;
  const all = (selector, root = document) => root.querySelectorAll(selector);

  /* A form is sent once, and says that it is on its way. */
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.hasAttribute("data-once") || event.defaultPrevented) return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "1";
    form.dataset.clean = "1";
    const said = form.querySelector(".form-said");
    if (said) said.textContent = body.dataset.saving || "";
    setTimeout(() => settle(form), 10000); /* an answer that is a file leaves the page as it is */
  });
  const settle = (form) => {
    delete form.dataset.sent;
    const said = form.querySelector(".form-said");
    if (said) said.textContent = "";
  };
  window.addEventListener("pageshow", () => all("form[data-sent]").forEach(settle));
  document.addEventListener("htmx:afterRequest", (event) => {
    const form = event.target.closest && event.target.closest("form[data-sent]");
    if (form) settle(form);
  });

  /* Changes that are not saved are not lost by a slip. */
  const dirty = new Set();
  document.addEventListener("input", (event) => {
    const form = event.target.closest("form[data-guard]");
    if (form) { dirty.add(form); delete form.dataset.clean; }
  });
  window.addEventListener("beforeunload", (event) => {
    if ([...dirty].some((form) => form.isConnected && !form.dataset.clean)) {
      event.preventDefault();
      event.returnValue = body.dataset.leave || "";
    }
  });

  document.addEventListener("click", (event) => {
    const at = (selector) => event.target.closest(selector);
    if (at("[aria-disabled=true]")) { event.preventDefault(); return; }
    if (at("[data-print]")) window.print();
    const menu = at("[data-menu]");
    if (menu) {
      const open = menu.getAttribute("aria-expanded") !== "true";
      menu.setAttribute("aria-expanded", String(open));
      document.getElementById(menu.getAttribute("aria-controls")).classList.toggle("is-open", open);
    }
    const copy = at("[data-copy]");
    if (copy) {
      const source = document.getElementById(copy.dataset.copy);
      navigator.clipboard.writeText(source.value ?? source.textContent.trim()).then(() => {
        const said = copy.parentElement.querySelector("[role=status]");
        if (said) said.textContent = copy.dataset.copied;
      });
    }
    const timer = at("[data-timer-toggle]");
    if (timer) toggleTimer(timer.closest("[data-timer]"), timer);
  });

  /* Characters left, told quietly while writing; a far limit only to those who come near it. */
  const count = (field) => {
    const said = field.parentElement.querySelector(".limit-said");
    if (!said) return;
    const left = Number(field.dataset.limit) - [...field.value].length;
    said.dataset.before ||= said.textContent;
    said.textContent = `${said.dataset.before} (${left})`;
    said.classList.toggle("is-over", left < 0);
    if ("far" in said.dataset) said.hidden = left > Number(field.dataset.limit) / 5;
  };
  document.addEventListener("input", (event) => {
    if (event.target.dataset.limit) count(event.target);
  });
  all("[data-limit]").forEach((field) => field.value && count(field));

  /* What is folded is printed unfolded. */
  window.addEventListener("beforeprint", () => all("details:not([open])").forEach((part) => {
    part.open = true;
    part.dataset.unfolded = "1";
  }));
  window.addEventListener("afterprint", () => all("details[data-unfolded]").forEach((part) => {
    part.open = false;
    delete part.dataset.unfolded;
  }));

  /* The meeting's clock: counts down, then says so; never stops anybody. */
  const running = new Map();
  const clock = (seconds) => `${Math.floor(Math.abs(seconds) / 60)}:${String(Math.abs(seconds) % 60).padStart(2, "0")}`;
  const show = (box, left) => {
    box.querySelector("[data-timer-face]").textContent = (left < 0 ? "+" : "") + clock(left);
    box.classList.toggle("is-over", left < 0);
  };
  function toggleTimer(box, button) {
    const known = running.get(box);
    button.setAttribute("aria-pressed", String(!known));
    if (known) { clearInterval(known.id); running.delete(box); box.dataset.left = String(known.left()); return; }
    const end = Date.now() + 1000 * Number(box.dataset.left ?? box.dataset.timer);
    const left = () => Math.ceil((end - Date.now()) / 1000);
    const id = setInterval(() => (box.isConnected ? show(box, left()) : clearInterval(id)), 250);
    running.set(box, { id, left });
  }

  /* A chart's points are read one by one: with the arrows, with a thumb, or by pointing at them. */
  const marksOf = (chart) => [...all("svg", chart)].filter((svg) => svg.getClientRects().length)
    .flatMap((svg) => [...all("[data-said]", svg)]);
  const read = (chart, at) => {
    const marks = marksOf(chart), mark = marks[at], range = chart.querySelector("[data-points]");
    if (!mark || !range) return;
    all(".is-read", chart).forEach((other) => other.classList.remove("is-read"));
    mark.classList.add("is-read");
    range.max = marks.length - 1;
    range.value = at;
    range.setAttribute("aria-valuetext", mark.dataset.said);
    chart.querySelector(".point-said").textContent = mark.dataset.said;
  };
  const readFirst = (event) => {
    const range = event.target.closest?.("[data-points]"), chart = range && range.closest("[data-chart]");
    if (chart && !chart.querySelector(".is-read")) read(chart, 0);
  };
  document.addEventListener("focusin", readFirst);
  document.addEventListener("pointerdown", readFirst);
  document.addEventListener("input", (event) => {
    if (event.target.matches("[data-points]")) read(event.target.closest("[data-chart]"), Number(event.target.value));
  });
  for (const kind of ["click", "mouseover"]) document.addEventListener(kind, (event) => {
    const mark = event.target.closest?.("[data-said]"), chart = mark && mark.closest("[data-chart]");
    if (chart) read(chart, marksOf(chart).indexOf(mark));
  });

  const attend = (root) => root.querySelector?.("[data-focus]")?.focus();
  attend(document);
  document.addEventListener("htmx:afterSwap", (event) => attend(event.detail.target));
})();
