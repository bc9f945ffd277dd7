import { keep, recall } from "./storage.ts";

/** The role that the reader chose last: its id, as in `/roles/<id>/`, and its name. */
interface Role {
  id: string;
  title: string;
}

const ID = "role";
const TITLE = "role-title";

/** The reader's role: remembered when chosen, marked wherever roles are listed, and offered as a shortcut. */
export function roles(): void {
  document.addEventListener("click", rememberChoice);
  document.addEventListener("auxclick", rememberChoice);
  const role = chosenRole();
  if (role) {
    mark(role);
    offerShortcut(role);
  }
}

function chosenRole(): Role | undefined {
  const id = recall(ID);
  const title = recall(TITLE);
  return id && title ? { id, title } : undefined;
}

function rememberChoice({ target }: Event): void {
  const link = target instanceof Element ? target.closest<HTMLElement>("a[data-role]") : null;
  const id = link?.dataset.role;
  if (!link || !id) return;
  keep(ID, id);
  keep(TITLE, titleOf(link));
}

/** A role's name stands in the link itself, in its first part, or, in the table of a topic, at the head of the row. */
function titleOf(link: HTMLElement): string {
  const named = link.closest("tr")?.querySelector("th") ?? link.querySelector("span") ?? link;
  return (named.textContent ?? "").trim();
}

function mark({ id, title }: Role): void {
  const own = CSS.escape(id);
  const links = document.querySelectorAll(`a[data-role="${own}"]:not([data-format])`);
  const entries = document.querySelectorAll(`[data-role-url="/roles/${own}/"]`);
  // On the role's own page every card would be marked, which marks none.
  const cards = isOwnPage(id) ? [] : document.querySelectorAll(`[data-role-title="${CSS.escape(title)}"]`);
  for (const found of [...links, ...entries, ...cards]) {
    (found.closest("tr, li") ?? found).classList.add("yours");
    const name = found.matches("a") ? found : (found.querySelector(".label, a") ?? found);
    const note = document.createElement("span");
    note.className = "vh your-role-note";
    note.textContent = " (your role)";
    name.append(note);
  }
}

function offerShortcut(role: Role): void {
  const hint = document.querySelector("[data-switch-hint]");
  const sibling = document.querySelector(`[data-role-switch] a[data-role="${CSS.escape(role.id)}"]`);
  const invitation = hint?.textContent ?? "";
  if (hint && sibling && !sibling.hasAttribute("aria-current")) hint.textContent = `Yours: ${role.title}`;

  const place = document.querySelector<HTMLElement>("[data-your-role]");
  if (!place) return;
  place.append("Your role: ", ...shortcuts(role).flatMap((part) => [part, " "]));
  const forget = document.createElement("button");
  forget.type = "button";
  forget.textContent = "Forget";
  forget.setAttribute("aria-label", `Forget that your role is ${role.title}`);
  forget.addEventListener("click", () => {
    keep(ID, undefined);
    keep(TITLE, undefined);
    delete document.documentElement.dataset.role;
    for (const marked of document.querySelectorAll(".yours")) marked.classList.remove("yours");
    for (const note of document.querySelectorAll(".your-role-note")) note.remove();
    if (hint) hint.textContent = invitation;
    document.querySelector<HTMLElement>("main")?.focus();
  });
  place.append(forget);
}

/** On a topic's page the guides for the role, so that nobody has to find their row; elsewhere the role's own page. */
function shortcuts({ id, title }: Role): (HTMLElement | string)[] {
  const guides = document.querySelectorAll<HTMLAnchorElement>(
    `[data-role-row="${CSS.escape(id)}"] a[data-format]`,
  );
  if (guides.length === 0) return [isOwnPage(id) ? title : shortcut(`/roles/${id}/`, title)];
  return [title, ...[...guides].map((guide) => shortcut(guide.href, guide.dataset.format ?? title))];
}

function isOwnPage(id: string): boolean {
  return location.pathname === `/roles/${id}/`;
}

function shortcut(url: string, text: string): HTMLAnchorElement {
  const link = document.createElement("a");
  link.href = url;
  link.textContent = text;
  return link;
}

/**
 * All guides of a topic have the same sections: whoever switches roles goes on reading where they were, although the
 * switch stands at the top of the page.
 */
export function keepPlace(section: string): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>("[data-role-switch] a")) {
    link.hash = section;
  }
}
