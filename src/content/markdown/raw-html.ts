import { Parser } from "htmlparser2";
import type { Token } from "markdown-it";
import { plainText } from "./anchors.ts";
import { partsOf, type RawPart } from "./raw-parts.ts";
import type { Reference } from "./text-facts.ts";

/** What raw HTML adds to a text. Targets are as browsers read them. */
export interface RawHtml {
  /** The ids that links can lead to. */
  ids: string[];
  links: Reference[];
  images: RawImage[];
  parts: RawPart[];
}

export interface RawImage extends Reference {
  /** Whether its author says that it shows nothing, as with `alt=""`. */
  isDecoration: boolean;
  /** Whether browsers can leave room for it. */
  hasSize: boolean;
}

/** Attributes that name an element which may have no text of its own. */
const NAMES = ["alt", "aria-label", "aria-labelledby", "title"];

export function hasRawHtml(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ type, children }) => type === "html_block" || children?.some((child) => child.type === "html_inline"),
  );
}

/** Reads what the raw HTML of a text adds to it, with the line on which each piece begins. */
export function readRawHtml(tokens: readonly Token[]): RawHtml {
  const found: RawHtml = { ids: [], links: [], images: [], parts: [] };
  let line = 1;
  /** The link that is open: browsers let none stand within another. */
  let link: Reference | undefined;
  const addText = (text: string) => {
    if (link) link.text += text;
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      const { id, href = "", src = "", alt = "" } = attributes;
      if (id) found.ids.push(id);
      if (name === "a") {
        // An older way to write an id, which browsers know.
        if (attributes.name) found.ids.push(attributes.name);
        link = href === "" ? undefined : { target: href, text: "", line };
        if (link) found.links.push(link);
      }
      for (const attribute of NAMES) addText(attributes[attribute] ?? "");
      for (const part of partsOf(name, attributes, line)) found.parts.push(part);
      // A picture that is written in its address runs no code.
      if (name !== "img" || src === "" || /^\s*data:/i.test(src)) return;
      const { width, height } = attributes;
      const hasSize = width !== undefined && height !== undefined;
      found.images.push({ target: src, text: alt, line, isDecoration: isDecoration(attributes), hasSize });
    },
    ontext: addText,
    onclosetag(name) {
      if (name === "a") link = undefined;
    },
  });
  for (const { type, map, content, children } of tokens) {
    if (map) line = map[0] + 1;
    if (type === "html_block") parser.write(content);
    for (const child of children ?? []) {
      if (child.type === "html_inline") parser.write(child.content);
      else addText(plainText([child]));
    }
  }
  parser.end();
  return found;
}

function isDecoration(attributes: Readonly<Record<string, string>>): boolean {
  const { alt, role = "" } = attributes;
  return alt?.trim() === "" || /^(?:none|presentation)$/.test(role) || attributes["aria-hidden"] === "true";
}
