import { DEEPEST, MOST_IN_LINKS } from "./markdown/limits.ts";
import type { RawPart } from "./markdown/raw-parts.ts";
import { imagesOf, isSafeTarget, linksOf, type Reference, type TextFacts } from "./markdown/text-facts.ts";
import { error, type Fault, type Problem, warning } from "./problem.ts";
import { quoted } from "./quoted.ts";
import { slipFault } from "./slip-fault.ts";
import { type LocateReference, type TextFault, tellFaults } from "./tell-faults.ts";

/** What to do instead of what the site's security policy lets no page have. */
const INSTEAD: Readonly<Partial<Record<RawPart["kind"], string>>> = {
  frame: "Link to it instead.",
  style: "Put styles into a file in content/assets, which a layout of your own links to.",
  code: "Put code into a file in content/assets, and name that with <script src>.",
};

/** `referenceFaults`, with their places. */
export function checkReferences(text: TextFacts, locate: LocateReference): Problem[] {
  return tellFaults(referenceFaults(text), locate);
}

/** The faults of an article's links and pictures that can be seen without the rest of the site. */
export function referenceFaults(text: TextFacts): TextFault[] {
  const faults: TextFault[] = [];
  const report = (reference: Reference, fault: Fault) => faults.push({ reference, ...fault });
  for (const link of linksOf(text)) {
    const shown = quoted(link.target);
    const label = link.text.trim();
    if (!isSafeTarget(link.target)) {
      const hint = "Link to a page, with https:// or a path.";
      report(link, error("unsafe-link", `the link "${shown}" could run code`, hint));
    } else if (link.target === "") {
      const message = `the link "${quoted(link.text)}" leads nowhere`;
      report(link, error("empty-link", message, "Write its address between the parentheses."));
    } else if (label === "")
      report(link, error("link-text", `the link to ${shown} has no text`, "Say where it leads."));
    else if (label === link.target && label.startsWith("/"))
      report(link, warning("link-text", `the link's text is its path, ${shown}`, "Say where it leads."));
  }
  for (const image of imagesOf(text)) {
    const shown = quoted(image.target);
    if (!isSafeTarget(image.target)) {
      const message = `the picture "${shown}" could run code`;
      report(image, error("unsafe-link", message, "Put the picture into content/assets."));
    }
    const isRaw = "isDecoration" in image;
    if (image.text.trim() === "" && !(isRaw && image.isDecoration)) {
      const hint = isRaw ? 'Say in alt="..." what it shows.' : "Say between the brackets what it shows.";
      report(image, error("image-alt", `the picture ${shown} has no alt text`, hint));
    }
  }
  for (const title of text.titles) {
    const message = `the heading "${quoted(title.text)}" is a second title of the page`;
    const hint = "Write ## for the headings of a text: its title is printed above it.";
    report(title, warning("heading-1", message, hint));
  }
  for (const heading of text.skippingHeadings) {
    const { before, level } = heading;
    const above = before === undefined ? "the title of the page" : `one of level ${before}`;
    const message = `the heading "${quoted(heading.text)}" is of level ${level}, below ${above}`;
    const hint = `Write ${"#".repeat((before ?? 1) + 1)} for it: readers who go from heading to heading look for each level.`;
    report(heading, warning("heading-order", message, hint));
  }
  for (const heading of text.emptyHeadings)
    report(heading, error("heading-text", "a heading has no text", "Write what it is about, or delete it."));
  for (const note of text.brokenNotes) {
    const hint =
      "Put marks behind links, pictures and other footnotes, and define each footnote once, by itself.";
    report(note, error("footnote-place", `the footnote "${quoted(note.target)}" ${note.text}`, hint));
  }
  for (const note of text.unusedNotes) {
    const mark = quoted(note.target.slice(0, -1));
    const message = `the footnote ${mark} is not shown, for no mark leads to it`;
    report(
      note,
      warning("footnote-unused", message, `Write ${mark} where it belongs, or delete its definition.`),
    );
  }
  for (const paragraph of text.tooDeep) {
    const hint = "Take out the markers, such as *, > or -, that are too many.";
    report(paragraph, error("markup-depth", `markup is nested more than ${DEEPEST} deep`, hint));
  }
  if (text.tooHeavy) {
    const most = MOST_IN_LINKS.toLocaleString("en");
    const message = `the addresses and titles of the links come to more than ${most} characters`;
    const hint = `Shorten this one, ${quoted(text.tooHeavy.target)}, or link to it less often.`;
    report(text.tooHeavy, error("body-size", message, hint));
  }
  for (const part of text.raw?.parts ?? []) {
    const hint = INSTEAD[part.kind];
    const message = `${part.text} is blocked by the site's security policy`;
    if (hint) report(part, warning("blocked-html", message, hint));
  }
  for (const slip of text.slips) report(slip, slipFault(slip));
  return faults;
}
