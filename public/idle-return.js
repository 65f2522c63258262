// On a shared device: whoever walks away is signed out after five minutes without a touch.
// A file of its own, so that nobody else's pages carry it.
const IDLE_MS = 5 * 60_000;
let touched = Date.now();
for (const sign of ["pointerdown", "keydown"]) {
  addEventListener(sign, () => {
    touched = Date.now();
  });
}
const watch = setInterval(() => {
  if (!location.pathname.startsWith("/learn") || Date.now() - touched < IDLE_MS) return;
  // Once: on a slow connection a second press would start the first again.
  clearInterval(watch);
  const form = document.createElement("form");
  form.method = "post";
  form.action = "/finish";
  document.body.append(form);
  form.submit();
}, 5_000);
