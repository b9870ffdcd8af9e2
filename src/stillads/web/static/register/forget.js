/* The phone is nobody's now: the pages that were kept for the last one are let go. What waits to be sent stays. */
(() => {
  "use strict";
  if (!window.caches) return;
  caches.delete("stillads-registrer-sider");
})();
