import { makeArticle } from "./article.ts";
import type { Analysis } from "./article-cache.ts";
import { decodeText } from "./decode.ts";
import { isBlank, splitTags } from "./fields.ts";
import { bodyLocator } from "./find-reference.ts";
import { parseFrontMatter } from "./front-matter.ts";
import type { Rendered, RenderedText } from "./markdown/markdown.ts";
import { error, type Problem } from "./problem.ts";
import { checkReferences } from "./references.ts";
import { categoryUrl, defaultUrl } from "./site-path.ts";

export type RenderMarkdown = (body: string) => Rendered;

export interface Analyzed {
  analysis: Analysis;
  /** Known when the text was rendered just now. */
  rendered?: RenderedText;
}

/** What is not said here must not be guessed: a text would be published that should not be. */
const KEPT_BLANK: ReadonlySet<string> = new Set(["draft", "noindex"]);

/**
 * Everything that one Markdown file says by itself: its article or page, its problems, its HTML.
 * @param path from the content folder, with forward slashes
 */
export function analyze(path: string, bytes: Buffer, markdown: RenderMarkdown): Analyzed {
  const file = `content/${path}`;
  const decoded = decodeText(bytes, file);
  const unreadable = (problems: Problem[]) => {
    return { analysis: { problems, bodyAt: 0, meant: meantAddresses(path, {}) } };
  };
  if (decoded.problems.length > 0) return unreadable(decoded.problems);
  const parsed = parseFrontMatter(decoded.text, file);
  if (parsed.problems.length > 0) return unreadable(parsed.problems);
  // A field that is left blank is as one that is not there, but for those that keep a text from readers.
  const written = Object.entries(parsed.data).filter(
    ([name, value]) => !isBlank(value) || KEPT_BLANK.has(name),
  );
  const matter = { ...parsed, data: Object.fromEntries(written) };
  const tooMuch = sizeProblems(file, matter);
  const {
    html,
    passages,
    leads: _leads,
    ...text
  } = tooMuch.length > 0 ? { ...markdown(""), isBlank: false } : markdown(matter.body);
  const { made, problems } = makeArticle(path, file, matter, text);
  const locator = bodyLocator({ body: matter.body, bodyLine: matter.bodyLine });
  // A site's own layout may leave the title to the text, or have headings above it.
  const isOwn = matter.data.layout !== undefined;
  const titles = isOwn ? [] : text.titles;
  const skippingHeadings = text.skippingHeadings.filter(({ before }) => !isOwn || before !== undefined);
  const faults = checkReferences({ ...text, titles, skippingHeadings }, (reference) => ({
    file,
    ...locator(reference),
  }));
  const bodyAt = decoded.text.length - matter.body.length;
  const all = [...tooMuch, ...problems, ...faults];
  const isRead = tooMuch.length === 0 && text.tooHeavy === undefined;
  const meant = isRead && made.faults === undefined ? {} : { meant: meantAddresses(path, matter.data) };
  const analysis = { ...(isRead ? { made } : {}), ...meant, problems: all, bodyAt };
  return { analysis, rendered: { html, passages } };
}

/** What a file with faults would be the answer to, as far as its fields can be read. */
function meantAddresses(path: string, data: Record<string, unknown>): string[] {
  const texts = (value: unknown) => [value].flat().filter((one) => typeof one === "string");
  return [
    defaultUrl(path),
    ...texts(data.permalink),
    ...texts(data.redirectFrom),
    ...texts(splitTags(data.categories)).map(categoryUrl),
  ];
}

/**
 * What is larger is no article, and takes long to read: footnotes, for one, take the square of their number, and a list's
 * item or a table's cell some kilobytes each.
 */
const BOUNDS: readonly { most: number; what: string; count(body: string): number }[] = [
  { most: 1_000_000, what: "characters", count: (body) => body.length },
  { most: 20_000, what: "lines", count: (body) => occurrences(body, "\n") },
  {
    most: 2_000,
    what: "footnote marks",
    count: (body) => occurrences(body, "[^") + occurrences(body, "^["),
  },
  { most: 20_000, what: "signs of table cells (|)", count: (body) => occurrences(body, "|") },
];

/** The first bound that a text is beyond. */
function sizeProblems(file: string, { body, bodyLine }: { body: string; bodyLine: number }): Problem[] {
  const bound = BOUNDS.find(({ most, count }) => count(body) > most);
  if (bound === undefined) return [];
  const message = `the text has more than ${bound.most.toLocaleString("en")} ${bound.what}`;
  const fault = error("body-size", message, "Split it into several articles.");
  return [{ file, line: bodyLine, column: 1, ...fault }];
}

function occurrences(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length)) count += 1;
  return count;
}
