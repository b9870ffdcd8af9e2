/* Comforts of answering: read aloud by the browser, and a kiosk that is ready for the next person. */
(() => {
  "use strict";
  const language = document.documentElement.lang || "da";
  const box = document.querySelector("[data-aloud-box]");
  const speech = window.speechSynthesis;

  /* Read aloud: the question, its help, and the answers, each with a pause. */
  const sentences = () => {
    const parts = [...document.querySelectorAll("[data-read-aloud]")].flatMap((root) =>
      [...root.querySelectorAll("p, dt, dd, legend, label, .form-hint, .form-error-message, option:not([value=''])")]);
    const texts = parts.map((part) => part.textContent.replace(/\s+/g, " ").trim());
    return texts.filter((text, place) => text && texts.indexOf(text) === place);
  };
  if (box && speech) {
    const button = box.querySelector("[data-aloud]");
    const words = { say: button.textContent, stop: button.dataset.aloud };
    const settle = (reading) => {
      button.setAttribute("aria-pressed", String(reading));
      button.textContent = reading ? words.stop : words.say;
    };
    box.hidden = false;
    button.addEventListener("click", () => {
      const reading = button.getAttribute("aria-pressed") === "true";
      speech.cancel();
      settle(!reading);
      if (reading) return;
      const all = sentences();
      all.forEach((text, place) => {
        const said = new SpeechSynthesisUtterance(text);
        said.lang = language === "da" ? "da-DK" : language;
        said.rate = 0.9;
        if (place === all.length - 1) said.addEventListener("end", () => settle(false));
        speech.speak(said);
      });
    });
    window.addEventListener("pagehide", () => speech.cancel());
  }

  /* A kiosk that nobody touches asks first, and then is ready for the next person. */
  const idle = document.querySelector("[data-idle]");
  if (idle) {
    const asks = idle.querySelector(".idle-asks");
    const seconds = Number(idle.dataset.idle);
    const notice = asks ? 20 : 0;
    let timer = 0;
    const leave = () => window.location.replace(idle.dataset.idleHref);
    const ask = () => {
      if (!asks) { leave(); return; }
      asks.hidden = false;
      asks.querySelector("[data-idle-stay]").focus();
      timer = setTimeout(leave, notice * 1000);
    };
    const again = () => {
      clearTimeout(timer);
      if (asks) asks.hidden = true;
      timer = setTimeout(ask, (seconds - notice) * 1000);
    };
    for (const kind of ["pointerdown", "keydown", "input", "scroll"]) {
      window.addEventListener(kind, again, { passive: true });
    }
    again();
  }
})();
