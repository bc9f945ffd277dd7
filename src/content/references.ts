import type { Position } from "./front-matter.ts";
import type { Reference, Rendered } from "./markdown/markdown.ts";
import { isSafeTarget } from "./markdown/markdown.ts";
import type { Problem } from "./problem.ts";

/** A place in a file. */
export interface Place extends Position {
  file: string;
}

/** Finds where a link or picture was written. */
export type LocateReference = (reference: Reference) => Place;

export interface BodyPlace {
  file: string;
  body: string;
  bodyLine: number;
}

/**
 * Where a link or picture stands in its file: the first place from its block's first line on that holds its target.
 */
export function locateReference(reference: Reference, place: BodyPlace): Position {
  const lines = place.body.split("\n");
  for (let index = reference.line - 1; index < lines.length; index++) {
    const at = lines[index]?.indexOf(reference.target) ?? -1;
    if (at >= 0 && reference.target !== "") return { line: place.bodyLine + index, column: at + 1 };
  }
  return { line: place.bodyLine + reference.line - 1, column: 1 };
}

/** The faults of an article's links and pictures that can be seen without the rest of the site. */
export function checkReferences(text: Omit<Rendered, "html">, locate: LocateReference): Problem[] {
  const problems: Problem[] = [];
  const report = (
    severity: Problem["severity"],
    reference: Reference,
    rule: string,
    message: string,
    hint: string,
  ) => problems.push({ ...locate(reference), severity, rule, message, hint });
  for (const link of text.links) {
    const shown = link.target.slice(0, 80);
    if (!isSafeTarget(link.target))
      report(
        "error",
        link,
        "unsafe-link",
        `the link "${shown}" could run code`,
        "Link to a page, with https:// or a path.",
      );
    else if (link.target === "")
      report(
        "error",
        link,
        "empty-link",
        `the link "${link.text}" leads nowhere`,
        "Write its address between the parentheses.",
      );
    else if (link.text.trim() === "")
      report("error", link, "link-text", `the link to ${shown} has no text`, "Say where it leads.");
    else if (link.text.trim() === link.target && link.target.startsWith("/"))
      report("warning", link, "link-text", `the link's text is its path, ${shown}`, "Say where it leads.");
  }
  for (const image of text.images) {
    const shown = image.target.slice(0, 80);
    if (!isSafeTarget(image.target))
      report(
        "error",
        image,
        "unsafe-link",
        `the picture "${shown}" could run code`,
        "Put the picture into content/assets.",
      );
    if (image.text.trim() === "")
      report(
        "error",
        image,
        "image-alt",
        `the picture ${shown} has no alt text`,
        "Say between the brackets what it shows.",
      );
  }
  for (const tag of text.shownTags) {
    report(
      "warning",
      tag,
      "raw-html",
      `${tag.text.slice(0, 60)} is shown as text, for raw HTML is off`,
      'Use Markdown, or set "rawHtml": true in _data/site.json.',
    );
  }
  return problems;
}
