/** How long a reader stays in a section that they read, rather than scroll past on the way to the top of the page. */
const STAY_MS = 1000;

/**
 * Follows the reader through the sections of the text, marks the section in the table of contents, and tells where they read.
 * @param onStay called with the id of the level 2 heading under which the reader has stayed for a moment, or has arrived
 */
export function followSections(onStay: (id: string) => void): void {
  const headings = [...document.querySelectorAll<HTMLElement>(".prose :is(h2, h3)[id]")];
  const links = new Map(
    [...document.querySelectorAll<HTMLAnchorElement>(".toc a")].map((link) => [idIn(link), link]),
  );
  let marked: HTMLAnchorElement | undefined;
  let section: string | undefined;
  let staying: ReturnType<typeof setTimeout> | undefined;
  // The browser scrolls to the address's section after this has run.
  let arriving = idIn(location);

  const update = () => {
    // A heading counts as reached a little before it is at the top, where the eye already is.
    const reached = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 4);
    const here = reached.findLast((heading) => links.has(heading.id));
    const link = here && links.get(here.id);
    if (link !== marked) {
      marked?.removeAttribute("aria-current");
      link?.setAttribute("aria-current", "true");
      marked = link;
    }
    const id = reached.findLast((heading) => heading.localName === "h2")?.id ?? "";
    if (id === section) return;
    clearTimeout(staying);
    section = id;
    if (id === "") return;
    if (id !== arriving) staying = setTimeout(() => onStay(id), STAY_MS);
    else {
      arriving = "";
      onStay(id);
    }
  };

  let waiting = false;
  addEventListener(
    "scroll",
    () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        update();
      });
    },
    { passive: true },
  );
  update();
}

/** The id that an address leads to. Addresses have letters beyond ASCII in percent signs, and a reader's may have signs alone. */
function idIn({ hash }: { hash: string }): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return "";
  }
}
