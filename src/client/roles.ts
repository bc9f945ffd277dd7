import { button, h } from "./dom.ts";
import { keep, onKeptElsewhere, recall } from "./storage.ts";

/** The role that the reader chose last: its id, as in `/roles/<id>/`, and its name. */
interface Role {
  id: string;
  title: string;
}

const ID = "role";
const TITLE = "role-title";
/** What a screen reader says after the name of the reader's role. */
const NOTE = "(your role)";

/** The reader's role: remembered when chosen, marked wherever roles are listed, and offered as a shortcut. */
export function roles(): void {
  document.addEventListener("click", rememberChoice);
  document.addEventListener("auxclick", rememberChoice);
  const hint = document.querySelector("[data-switch-hint]");
  const invitation = hint?.textContent ?? "";
  const show = () => {
    const role = chosenRole();
    for (const marked of document.querySelectorAll(".yours")) marked.classList.remove("yours");
    for (const note of document.querySelectorAll(".your-role-note")) note.remove();
    document.querySelector("[data-your-role]")?.replaceChildren();
    if (hint) hint.textContent = (role && invite(role)) ?? invitation;
    if (role) {
      document.documentElement.dataset.role = role.id;
      mark(role);
      offerShortcut(role, forget);
    } else delete document.documentElement.dataset.role;
  };
  const forget = () => {
    remember(undefined);
    show();
  };
  onKeptElsewhere(ID, show);
  const { id } = chosenRole() ?? {};
  if (id && isOwnPage(id) && isNowhere()) forget();
  else show();
}

/** Whether the site has no page at this address: a role that was chosen may have gone from the site since. */
function isNowhere(): boolean {
  return document.querySelector('link[rel="canonical"][href$="/404.html"]') !== null;
}

function chosenRole(): Role | undefined {
  const id = recall(ID);
  // Of an earlier release, a role that was chosen twice has the note in its name.
  const title = withoutNote(recall(TITLE));
  return id && title ? { id, title } : undefined;
}

/** The id comes last: other pages look when it changes. */
function remember(role: Role | undefined): void {
  keep(TITLE, role?.title);
  keep(ID, role?.id);
}

function rememberChoice({ target }: Event): void {
  const link = target instanceof Element ? target.closest<HTMLElement>("a[data-role]") : null;
  const id = link?.dataset.role;
  if (!link || !id) return;
  remember({ id, title: titleOf(link) });
}

/** A role's name stands in the link itself, in its first part, or, in the table of a topic, at the head of the row. */
function titleOf(link: HTMLElement): string {
  const part = link.querySelector("span:not(.your-role-note)");
  return withoutNote((link.closest("tr")?.querySelector("th") ?? part ?? link).textContent);
}

function withoutNote(title = ""): string {
  return title.replace(NOTE, "").trim();
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
    name.append(h("span", { class: "vh your-role-note" }, ` ${NOTE}`));
  }
}

/** What the role switch says, where it leads to the reader's role. */
function invite({ id, title }: Role): string | undefined {
  const sibling = document.querySelector(`[data-role-switch] a[data-role="${CSS.escape(id)}"]`);
  return sibling && !sibling.hasAttribute("aria-current") ? `Yours: ${title}` : undefined;
}

function offerShortcut(role: Role, onForget: () => void): void {
  const place = document.querySelector<HTMLElement>("[data-your-role]");
  if (!place) return;
  place.append("Your role: ", ...shortcuts(role).flatMap((part) => [part, " "]));
  const name = { "aria-label": `Forget that your role is ${role.title}` };
  place.append(
    button("Forget", name, () => {
      onForget();
      document.querySelector<HTMLElement>("main")?.focus();
    }),
  );
}

/** On a topic's page the guides for the role, so that nobody has to find their row; elsewhere the role's own page. */
function shortcuts({ id, title }: Role): (HTMLElement | string)[] {
  const guides = document.querySelectorAll<HTMLAnchorElement>(
    `[data-role-row="${CSS.escape(id)}"] a[data-format]`,
  );
  if (guides.length === 0) return [isOwnPage(id) ? title : h("a", { href: `/roles/${id}/` }, title)];
  return [title, ...[...guides].map((guide) => h("a", { href: guide.href }, guide.dataset.format ?? title))];
}

function isOwnPage(id: string): boolean {
  return location.pathname === `/roles/${id}/`;
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
