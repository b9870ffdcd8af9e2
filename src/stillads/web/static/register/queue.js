/* What was tapped and has not been confirmed: kept on the phone until the house has it. */
(() => {
  "use strict";
  const open = new Promise((done, failed) => {
    const asked = indexedDB.open("stillads-registrer", 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore("waiting", { keyPath: "number", autoIncrement: true }).createIndex("key", "key", { unique: true });
    };
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });
  const run = async (mode, work) => {
    const database = await open;
    return new Promise((done, failed) => {
      const change = database.transaction("waiting", mode, { durability: "strict" });
      const answer = work(change.objectStore("waiting"));
      change.oncomplete = () => done(answer.result);
      change.onerror = change.onabort = () => failed(change.error);
    });
  };
  const told = typeof BroadcastChannel === "function" ? new BroadcastChannel("stillads-registrer") : null;
  const changed = () => {
    if (told) told.postMessage("changed");
    document.dispatchEvent(new Event("stillads:queue"));
  };
  if (told) told.onmessage = () => document.dispatchEvent(new Event("stillads:queue"));
  const key = () => [...crypto.getRandomValues(new Uint8Array(18))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

  window.stilladsQueue = {
    key,
    /* Everything that waits or was refused, in the order it was tapped. */
    all: () => run("readonly", (store) => store.getAll()),
    add: async (item) => { await run("readwrite", (store) => store.add(item)); changed(); },
    /* An answer came: `number` is the row's own, so that a newer row of the same key is never touched. */
    settle: async (kept, refused) => {
      await run("readwrite", (store) => {
        for (const number of kept) store.delete(number);
        for (const row of refused) store.put(row);
        return store.count();
      });
      changed();
    },
    remove: async (number) => { await run("readwrite", (store) => store.delete(number)); changed(); },
  };
})();
