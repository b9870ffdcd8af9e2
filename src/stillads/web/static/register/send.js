/* Sends what waits, ten at a time, one tab at a time. Whatever goes wrong, it waits on. */
(() => {
  "use strict";
  const queue = window.stilladsQueue;
  const page = document.querySelector("[data-owner]");
  if (!queue || !page) return;
  const { owner, phone, start } = page.dataset;
  let state = "ok"; /* ok, away (no connection), out (signed out) */
  let again = 0;
  const settle = (now) => {
    if (state === now) return;
    state = now;
    document.dispatchEvent(new Event("stillads:queue"));
  };
  const mine = (item) => item.state === "waiting" && (item.owner === owner || (phone && item.phone === phone));
  const cookie = () => (document.cookie.match(/(?:^|; )csrftoken=([^;]+)/) || [])[1] || "";

  /* A token to send with, or null where nobody is signed in. */
  const token = async (deployment) => {
    const answer = await fetch(`${start}${deployment}/nu/`, { redirect: "manual", cache: "no-store" });
    if (answer.type === "opaqueredirect") return null;
    return answer.ok ? (await answer.json()).token : cookie();
  };
  const post = (deployment, items, csrf) => fetch(`${start}${deployment}/batch/`, {
    method: "POST",
    redirect: "manual",
    headers: { "Content-Type": "application/json", "X-CSRFToken": csrf },
    body: JSON.stringify({
      sent_at: new Date().toISOString(),
      items: items.map(({ key, seal, raw, participant, tapped_at, days_back, clock, undo }) =>
        ({ key, seal, raw, participant, tapped_at, days_back, clock, undo })),
    }),
  });
  const batch = async (deployment, items) => {
    let answer = await post(deployment, items, cookie());
    if (answer.status === 403) {
      const fresh = await token(deployment);
      if (fresh === null) { settle("out"); return false; }
      answer = await post(deployment, items, fresh);
    }
    if (answer.type === "opaqueredirect") { settle("out"); return false; }
    const said = (answer.headers.get("Content-Type") || "").startsWith("application/json") ? await answer.json() : {};
    if (!answer.ok) {
      if (items.length > 1) { /* one of them may be what is wrong: it must not hold the others back */
        let all = true;
        for (const item of items) all = (await batch(deployment, [item])) && all;
        return all;
      }
      if (answer.status >= 500) { settle("away"); return false; }
      await queue.settle([], [{ ...items[0], state: "refused", reason: said.reason || page.dataset.unread }]);
      return true;
    }
    const of = new Map(said.results.map((each) => [each.key, each]));
    const kept = items.filter((item) => ["kept", "again"].includes(of.get(item.key)?.result));
    const refused = items.filter((item) => of.get(item.key)?.result === "refused");
    const count = { deployment, today: said.today };
    document.dispatchEvent(new CustomEvent("stillads:count", { detail: count }));
    await queue.settle(
      kept.map((item) => item.number),
      refused.map((item) => ({ ...item, state: "refused", reason: of.get(item.key).reason })),
    );
    settle("ok");
    return kept.length + refused.length > 0; /* what is another's waits on, and is not asked for at once again */
  };
  const all = async () => {
    for (;;) {
      const waiting = (await queue.all()).filter(mine);
      if (!waiting.length) return;
      const { deployment } = waiting[0];
      if (!(await batch(deployment, waiting.filter((item) => item.deployment === deployment).slice(0, 10)))) return;
    }
  };
  const later = () => { clearTimeout(again); again = setTimeout(send, 30000); };
  const alone = (work) => (navigator.locks ? navigator.locks.request("stillads-registrer", work) : work());
  let busy = null;
  let wanted = false;
  function send() {
    if (busy) { wanted = true; return busy; }
    busy = alone(all).catch(() => settle("away")).then(async () => {
      busy = null;
      if (wanted) { wanted = false; return send(); }
      if ((await queue.all()).some(mine)) later();
      return undefined;
    });
    return busy;
  }
  window.stilladsSend = { send, mine, state: () => state };
  window.addEventListener("online", send);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) send(); });
  send();
})();
