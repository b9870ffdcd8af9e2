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

  /* ---- what waits, in words ---- */
  let confirmed = words.day === local(new Date()) ? Number(words.today || 0) : 0;
  const forDay = (item) => item.deployment === deployment && !item.days_back && item.tapped_at && local(new Date(item.tapped_at)) === local(new Date());
  const counted = (rows) => rows.reduce((sum, item) => sum + (forDay(item) && item.state === "waiting" ? (item.undo ? -1 : 1) : 0), 0);
  const several = (number, name) => (number ? say(number === 1 ? words[`${name}One`] : words[name], { n: number }) : "");
  const refusedRow = (item) => {
    const row = document.createElement("li");
    const said = document.createElement("span");
    const why = document.createElement("span");
    const drop = document.createElement("button");
    said.textContent = `${item.label}, ${new Date(item.tapped_at).toLocaleDateString("da-DK", { day: "numeric", month: "long" })} ${clock(new Date(item.tapped_at))}`;
    why.textContent = item.reason;
    why.className = "quiet";
    drop.type = "button";
    drop.className = "function-link";
    drop.textContent = words.drop;
    drop.setAttribute("aria-label", `${words.drop}: ${said.textContent}`);
    drop.addEventListener("click", () => queue.remove(item.number));
    row.append(said, why, drop);
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
    find("[data-refused]").hidden = !refused.length;
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
    const at = new Date();
    const item = {
      key: queue.key(), deployment, owner: words.owner, phone: words.phone, seal: words.seal, state: "waiting",
      raw: { event: [tap.event], ...raw }, label: tap.label, participant: tap.participant, days_back: tap.days_back,
      clock: tap.clock, undo: "", tapped_at: at.toISOString(),
    };
    await queue.add(item);
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
  const leaveMore = () => { more.hidden = true; form.hidden = false; more.reset(); chosen = null; };
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
    chosen = tap;
    more.elements.event.value = tap.event;
    more.dispatchEvent(new Event("input", { bubbles: true }));
    more.elements.event.dispatchEvent(new Event("input", { bubbles: true }));
    more.querySelector("[data-chosen]").textContent = tap.label;
    form.hidden = true;
    more.hidden = false;
    toast("", false);
    more.querySelector("[data-chosen]").focus();
    window.scrollTo(0, 0);
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
})();
