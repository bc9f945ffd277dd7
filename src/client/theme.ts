/*
 * Inlined into the head of every page, so that the first paint is the right one: the reader's theme, the controls that
 * need JavaScript, and the room for the shortcut to the reader's role. Storage may be closed to us; then the system decides.
 */
const root = document.documentElement;
root.classList.add("js");
try {
  const theme = localStorage.getItem("theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  const role = localStorage.getItem("role");
  if (role) root.dataset.role = role;
} catch {}
