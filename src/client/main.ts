import { checklists } from "./checklist.ts";
import { searchHooks } from "./open-search.ts";
import { keepPlace, roles } from "./roles.ts";
import { followSections } from "./sections.ts";
import { themeSwitch } from "./theme-switch.ts";

/** The wide layout shows what a phone keeps folded; the stylesheet does so at the same width. */
function unfoldOnWide(): void {
  const wide = matchMedia("(width >= 64rem)");
  const unfold = () => {
    for (const details of document.querySelectorAll<HTMLDetailsElement>("[data-open-wide]")) {
      details.open = wide.matches;
    }
  };
  wide.addEventListener("change", unfold);
  unfold();
}

const themeButton = document.querySelector<HTMLElement>("[data-theme-toggle]");
if (themeButton) themeSwitch(themeButton);
unfoldOnWide();
searchHooks();
roles();
followSections(keepPlace);
checklists();
