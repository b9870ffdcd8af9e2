/* Keeps the pages where something is registered, and what they are drawn with. Headed by HOUSE (version, files, scope).
   Pages are asked for first, and shown as they were last when nobody answers. Only what the house marks is kept. */
"use strict";
const NAME = `stillads-registrer-${HOUSE.version}`;
const PAGES = "stillads-registrer-sider";
const PATIENCE = 3000;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(HOUSE.files)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const old = (name) => name.startsWith("stillads-registrer-") && ![NAME, PAGES].includes(name);
  event.waitUntil(caches.keys()
    .then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name))))
    .then(() => self.clients.claim()));
});

const fresh = async (request) => {
  const answer = await fetch(request);
  const cache = await caches.open(PAGES);
  const { pathname } = new URL(request.url);
  if (answer.ok && answer.headers.get("X-Stillads-Keep")) await cache.put(pathname, answer.clone());
  /* signed out, closed or gone: what was kept is nobody's any more */
  else if (answer.type === "opaqueredirect" || [403, 404].includes(answer.status)) await cache.delete(pathname);
  return answer;
};
const page = async (request) => {
  const kept = await (await caches.open(PAGES)).match(new URL(request.url).pathname);
  if (!kept) return fresh(request);
  const late = new Promise((done) => { setTimeout(() => done(null), PATIENCE); });
  const answer = await Promise.race([fresh(request).catch(() => null), late]);
  return answer && answer.status < 500 ? answer : kept.clone();
};
const file = async (request) => {
  const kept = await caches.match(request, { ignoreVary: true });
  return kept || fetch(request);
};

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate" && url.pathname.startsWith(HOUSE.scope)) event.respondWith(page(request));
  else if (HOUSE.files.includes(url.pathname + url.search)) event.respondWith(file(request));
});

/* The page that is open at the first visit asks to be kept. */
self.addEventListener("message", (event) => {
  if (event.data.keep) event.waitUntil(fresh(new Request(event.data.keep, { redirect: "manual" })).catch(() => null));
});
