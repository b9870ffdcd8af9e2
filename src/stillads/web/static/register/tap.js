/* Taps go into the queue first; then they are sent. Without this file the page is plain forms. */
(() => {
  "use strict";
  const page = document.querySelector("[data-owner]");
  const queue = window.stilladsQueue;
  const sending = window.stilladsSend;
  if (!page || !queue || !sending) return;
  const words = page.dataset;
  const find = (selector) => page.querySelector(selector);
  const say = (text, values) => Object.entries(values).reduce((said, [name, value]) => said.replace(`{${name}}`, value), text);
  const local = (date) => `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, "0")}-${String(date.getDate()).padStart(2, "0")}`;
  const clock = (date) => `${String(date.getHours()).padStart(2, "0")}.${String(date.getMinutes()).padStart(2, "0")}`;
  const { deployment } = words;

  let fixing = null; /* what the house refused and is being put right */

  /* ---- what waits, in words ---- */
  let confirmed = words.day === local(new Date()) ? Number(words.today || 0) : 0;
  const forDay = (item) => item.deployment === deployment && !item.days_back && item.tapped_at && local(new Date(item.tapped_at)) === local(new Date());
  const counted = (rows) => rows.reduce((sum, item) => sum + (forDay(item) && item.state === "waiting" ? (item.undo ? -1 : 1) : 0), 0);
  const several = (number, name) => (number ? say(number === 1 ? words[`${name}One`] : words[name], { n: number }) : "");
  const refusedRow = (item) => {
    const row = document.createElement("li");
    const said = document.createElement("span");
    const why = document.createElement("span");
    const fix = document.createElement("a");
    const drop = document.createElement("button");
    said.textContent = `${item.label}, ${new Date(item.tapped_at).toLocaleDateString("da-DK", { day: "numeric", month: "long" })} ${clock(new Date(item.tapped_at))}`;
    why.textContent = item.reason;
    why.className = "quiet";
    drop.type = "button";
    drop.className = "function-link";
    drop.textContent = words.drop;
    drop.setAttribute("aria-label", `${words.drop}: ${said.textContent}`);
    drop.addEventListener("click", () => { /* the only copy there is: one slip of the thumb does not delete it */
      if (drop.dataset.asked) { queue.remove(item.number); return; }
      drop.dataset.asked = "1";
      drop.textContent = words.sure;
      drop.setAttribute("aria-label", `${words.sure} ${said.textContent}`);
    });
    fix.href = `${words.start}${item.deployment}/#ret-${item.number}`;
    fix.className = "button button-secondary";
    fix.textContent = words.fix;
    fix.setAttribute("aria-label", `${words.fix}: ${said.textContent}`);
    row.append(said, why, ...(item.undo ? [drop] : [fix, drop]));
    return row;
  };
  const show = async () => {
    const rows = await queue.all();
    const mine = rows.filter(sending.mine);
    const others = rows.filter((item) => item.state === "waiting" && !sending.mine(item));
    const refused = rows.filter((item) => item.state === "refused" && (item.owner === words.owner || (words.phone && item.phone === words.phone)));
    const count = find("[data-count]");
    if (count) count.textContent = String(Math.max(0, confirmed + counted(mine)));
    const waiting = mine.filter((item) => !item.undo).length || mine.length;
    find("[data-waits]").textContent = [several(waiting, "waiting"), several(others.length, "others")].filter(Boolean).join(". ");
    find("[data-signed-out]").hidden = !(sending.state() === "out" && mine.length);
    find("[data-refused]").hidden = !refused.length || Boolean(fixing);
    find("[data-refused-rows]").replaceChildren(...refused.map(refusedRow));
  };
  document.addEventListener("stillads:queue", show);
  document.addEventListener("stillads:count", (event) => {
    if (event.detail.deployment === deployment && Number.isInteger(event.detail.today)) confirmed = event.detail.today;
  });

  /* ---- a tap ---- */
  const form = find("form[data-taps]");
  const more = find("form[data-more]");
  let last = null;
  let chosen = null;
  const toast = (text, undo) => {
    find("[data-said]").textContent = text;
    find("[data-undo]").hidden = !undo;
  };
  const keep = async (tap, raw) => {
    const at = fixing ? new Date(fixing.tapped_at) : new Date();
    const item = {
      owner: words.owner, phone: words.phone, seal: words.seal, tapped_at: at.toISOString(), undo: "", ...fixing,
      key: queue.key(), deployment, state: "waiting", reason: "", raw: { event: [tap.event], ...raw }, label: tap.label,
      participant: tap.participant, days_back: tap.days_back, clock: tap.clock,
    };
    await (fixing ? queue.settle([], [item]) : queue.add(item)); /* put right, it takes the place of what was refused */
    leaveFixing();
    last = item;
    toast(say(words.saved, { what: tap.label, clock: clock(at) }), true);
    const row = document.createElement("li");
    row.textContent = say(words.at, { what: tap.label, clock: clock(at) });
    row.dataset.key = item.key;
    find("[data-mine]")?.prepend(row);
    for (const field of form.querySelectorAll("select, input[type=time]")) field.value = field.dataset.first || "";
    const when = form.querySelector("details");
    if (when) when.open = false;
    if (navigator.vibrate) navigator.vibrate(30);
    sending.send();
  };
  /* ---- what the house refused is put right where it was tapped, with what was said filled in ---- */
  const day = (back) => {
    const at = new Date(fixing.tapped_at);
    at.setDate(at.getDate() - back);
    return at.toLocaleDateString("da-DK", { weekday: "long", day: "numeric", month: "long" });
  };
  const set = (field, value) => {
    if (["radio", "checkbox"].includes(field.type)) field.checked = [].concat(value).includes(field.value);
    else field.value = [].concat(value)[0] ?? "";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const openMore = (tap) => {
    chosen = tap;
    set(more.elements.event, tap.event);
    for (const [name, value] of Object.entries(fixing ? fixing.raw : {})) {
      if (name !== "event") for (const field of more.querySelectorAll(`[name="${CSS.escape(name)}"]`)) set(field, value);
    }
    more.dispatchEvent(new Event("input", { bubbles: true }));
    more.querySelector("[data-chosen]").textContent = tap.label;
    form.hidden = true;
    more.hidden = false;
    find("[data-fixing-hint]").hidden = true; /* it is about the buttons */
    toast("", false);
    more.querySelector("[data-chosen]").focus();
    window.scrollTo(0, 0);
  };
  function leaveFixing() {
    if (!fixing) return;
    fixing = null;
    find("[data-fixing]").hidden = true;
    find(".tap-said").hidden = false;
    for (const option of form.querySelectorAll("[name=days_back] option")) option.textContent = option.dataset.words || option.textContent;
    history.replaceState(null, "", location.pathname);
    show();
  }
  const startFixing = async () => {
    const number = Number((location.hash.match(/^#ret-(\d+)$/) || [])[1]);
    const item = number && form ? (await queue.all()).find((one) => one.number === number && one.state === "refused" && !one.undo) : null;
    if (!item) return;
    const wrong = Math.abs(new Date() - new Date(item.tapped_at)) > 40 * 86400000; /* the clock was: it counts from today */
    fixing = wrong ? { ...item, tapped_at: new Date().toISOString(), days_back: 0, clock: "" } : item;
    find("[data-fixing-what]").textContent = item.label;
    find("[data-fixing-why]").textContent = item.reason;
    for (const name of ["participant", "days_back", "clock"]) {
      if (form.elements[name]) set(form.elements[name], String(fixing[name] ?? ""));
    }
    for (const option of form.querySelectorAll("[name=days_back] option")) {
      option.dataset.words ||= option.textContent;
      option.textContent = day(Number(option.value));
    }
    find("[data-fixing]").hidden = false;
    find(".tap-said").hidden = true;
    show();
    const when = form.querySelector("details");
    if (when) when.open = true;
    if (more && Object.keys(item.raw).length > 1) {
      openMore({ event: item.raw.event[0], label: item.label, participant: item.participant, days_back: fixing.days_back, clock: fixing.clock });
    } else find("[data-fixing]").focus();
    window.scrollTo(0, 0);
  };
  window.addEventListener("hashchange", startFixing);
  find("[data-leave-fixing]")?.addEventListener("click", () => { leaveFixing(); if (more) leaveMore(); form.reset(); });

  const leaveMore = () => {
    more.hidden = true;
    form.hidden = false;
    find("[data-fixing-hint]").hidden = false;
    more.reset();
    chosen = null;
  };
  form?.addEventListener("submit", async (event) => {
    const button = event.submitter;
    if (!button || button.name !== "event" || form.dataset.plain) return;
    event.preventDefault();
    const said = new FormData(form);
    const tap = {
      event: button.value, label: button.dataset.label, participant: said.get("participant") || "",
      days_back: Number(said.get("days_back") || 0), clock: said.get("clock") || "",
    };
    if (form.dataset.must && !tap.participant) {
      toast(words.whom, false);
      form.elements.participant.focus();
      return;
    }
    if (!more) { await keep(tap, {}); return; }
    openMore(tap);
  });
  more?.addEventListener("submit", async (event) => {
    event.preventDefault();
    const said = new FormData(more);
    const raw = {};
    for (const [name, value] of said) {
      if (["csrfmiddlewaretoken", "idempotency_key", "event"].includes(name) || typeof value !== "string") continue;
      (raw[name] ||= []).push(value);
    }
    const missing = (more.dataset.required || "").split(" ").filter(Boolean).find((name) => {
      const fields = [...more.querySelectorAll(`[name="${CSS.escape(name)}"]`)];
      return fields.some((field) => !field.disabled) && !(raw[name] || []).some((text) => text.trim());
    });
    if (missing) {
      toast(words.missing, false);
      more.querySelector(`[name="${CSS.escape(missing)}"]`).focus();
      return;
    }
    const tap = chosen;
    leaveMore();
    await keep(tap, raw);
  });
  more?.querySelector("[data-leave]").addEventListener("click", leaveMore);

  /* ---- taking the last one back: gone from the queue, or asked of the house as soon as it can be reached ---- */
  find("[data-undo]")?.addEventListener("click", async () => {
    if (!last) return;
    const item = last;
    last = null;
    await queue.add({ ...item, key: queue.key(), undo: item.key, raw: {}, tapped_at: item.tapped_at });
    find(`[data-key="${item.key}"]`)?.remove();
    toast(say(words.undone, { what: item.label }), false);
    sending.send();
  });

  /* ---- the page opens without a connection from now on ---- */
  if (navigator.serviceWorker) {
    navigator.serviceWorker.register(words.worker, { scope: words.start }).then(() => navigator.serviceWorker.ready).then(async (ready) => {
      const cache = await caches.open("stillads-registrer-sider");
      if (!(await cache.match(location.pathname))) ready.active.postMessage({ keep: location.pathname });
    }).catch(() => {});
  }
  show();
  startFixing();
})();
