import { keep, onKeptElsewhere, recall } from "./storage.ts";

const KEY = "theme";

/**
 * The button that switches between light and dark. Until it is first used, the page follows the system; from then on it
 * does what the reader chose, on every page.
 */
export function themeSwitch(button: HTMLElement): void {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
  const show = () => button.setAttribute("aria-pressed", String(isDark()));

  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    keep(KEY, root.dataset.theme);
    show();
  });
  system.addEventListener("change", show);
  onKeptElsewhere(KEY, () => {
    const theme = recall(KEY);
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    show();
  });
  show();
}
