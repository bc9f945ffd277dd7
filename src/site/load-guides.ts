import { hash } from "node:crypto";
import { makeArticle } from "../content/article.ts";
import type { LocateField } from "../content/check-site.ts";
import type { Site } from "../content/data-schema.ts";
import type { FrontMatter } from "../content/front-matter.ts";
import type { Loaded } from "../content/load-articles.ts";
import type { Rendered } from "../content/markdown/markdown.ts";
import { beginRendering } from "../content/markdown/render-all.ts";
import type { Problem } from "../content/problem.ts";
import { bodyLocator, checkReferences } from "../content/references.ts";
import { firstSentence } from "../lib/first-sentence.ts";
import { type GeneratedGuide, type GuideSection, sectionAt } from "../variants/compose.ts";
import { checkEjected } from "../variants/eject.ts";
import { checkGuides, composeGuides } from "../variants/generate.ts";
import { loadTemplates } from "../variants/load.ts";
import type { Pack } from "../variants/model.ts";
import { capitalize } from "../variants/nouns.ts";
import { ENGINE_ROOT } from "./engine-root.ts";
import { type GuideDetails, NO_GUIDES } from "./guides.ts";

export interface GuideInput {
  root: string;
  site: Site;
  /** The byline of guides whose topic names none. */
  author: string;
}

/** What a root's templates make, whatever its posts are. */
export interface MadeGuides {
  pack: Pack;
  /** Each with the article that it becomes, and what is wrong with that; no article where it has no text. */
  guides: { guide: GeneratedGuide; made?: Loaded; problems: Problem[]; isHidden: boolean }[];
  /** Of the templates. */
  problems: readonly Problem[];
}

/** Makes the guides of a root's templates. */
export function makeGuides(input: GuideInput): MadeGuides {
  const pack = loadTemplates(input.root, ENGINE_ROOT);
  if (pack.guides.length === 0) return { pack, guides: [], problems: pack.problems };
  const { uniqueness, rawHtml } = input.site;
  const composed = composeGuides(pack, input.author);
  const bodies = composed.drafts.map(({ guide }) => guide.body);
  // Checks and Markdown take about the same time, and do not wait for each other.
  const rendering = beginRendering(bodies, { rawHtml });
  try {
    const { guides, status, problems } = checkGuides(composed, uniqueness);
    const rendered = rendering.finish();
    const articles = guides.map((guide, index) => {
      const text = rendered[index];
      // What has no text is asked for its sections already, and has nothing else to be checked.
      const article = text && guide.sections.length > 0 ? toArticle(guide, text) : { problems: [] };
      return { guide, ...article, isHidden: status.get(guide.url) === "canonical" };
    });
    return { pack, guides: articles, problems };
  } finally {
    rendering.stop();
  }
}

/**
 * The guides as articles like any other.
 * @param posts what authors wrote: an ejected guide takes the generated one's place
 */
export function placeGuides(
  { pack, guides, problems }: MadeGuides,
  posts: readonly Loaded[],
  locate: LocateField,
): { loaded: Loaded[]; guides: GuideDetails; problems: Problem[] } {
  const all = guides.map(({ guide }) => guide);
  const taken = new Set(posts.map((post) => post.url));
  const placed = guides.filter(({ guide }) => !taken.has(guide.url));
  const hidden = placed.filter(({ made, isHidden }) => made && isHidden).map(({ guide }) => guide.url);
  return {
    loaded: placed.flatMap(({ made }) => made ?? []),
    guides: guides.length === 0 ? NO_GUIDES : guideDetails(pack, all, new Set(hidden)),
    problems: [...problems, ...checkEjected(posts, all, locate), ...placed.flatMap((one) => one.problems)],
  };
}

/** A generated guide read like a file: the same fields, the same Markdown, the same checks. */
function toArticle(
  guide: GeneratedGuide,
  { html, passages, ...text }: Rendered,
): { made?: Loaded; problems: Problem[] } {
  const matter: FrontMatter = {
    data: { ...guide.data },
    body: guide.body,
    bodyLine: 1,
    locate: () => ({ line: 1, column: 1 }),
    problems: [],
  };
  const { made, problems } = makeArticle(`guides${guide.url}`, guide.source, matter, text);
  const locate: Loaded["locate"] = (reference) => {
    const holds = (one: GuideSection) => one.markdown.includes(reference.target);
    const found = sectionAt(guide, reference.line);
    // The line of a footnote that is written where its mark is, is not known.
    const section = found && holds(found.section) ? found.section : guide.sections.find(holds);
    if (!section) return { file: guide.source, line: 1, column: 1 };
    const place = { file: section.file, body: section.markdown, bodyLine: section.line };
    const line = section === found?.section ? found.line : 1;
    return { file: section.file, ...bodyLocator(place)({ ...reference, line }) };
  };
  // A block with HTML or a heading in it is refused as it is.
  const faults = checkReferences({ ...text, shownTags: [], titles: [] }, locate);
  // Layouts of a root's own may show any field.
  const bodyKey = hash("sha1", JSON.stringify([guide.data, guide.body]), "base64");
  const rendered = { html, searchText: { passages }, forgetText: () => {} };
  return {
    ...(made ? { made: { ...made, ...rendered, locate, bodyKey } } : {}),
    problems: [...problems, ...faults],
  };
}

function guideDetails(
  pack: Pack,
  guides: readonly GeneratedGuide[],
  hidden: ReadonlySet<string>,
): GuideDetails {
  const roleOrder = [...new Set(pack.guides.map((key) => key.role))];
  return {
    topics: new Map(
      [...pack.topics].map(([id, { data }]) => [
        id,
        {
          title: data.noun.title,
          tagline: data.tagline,
          callToAction: data.callToAction,
        },
      ]),
    ),
    roles: new Map(
      [...pack.roles].map(([id, { data }]) => [id, { title: data.noun.title, order: roleOrder.indexOf(id) }]),
    ),
    formats: new Map([...pack.formats].map(([id, { data }]) => [id, { title: data.noun.title }])),
    contexts: new Map([...pack.contexts].map(([id, { data }]) => [id, { title: data.noun.title }])),
    levels: new Map([...pack.levels].map(([id, { data }]) => [id, { title: capitalize(data.name) }])),
    different: new Map(guides.map((guide) => [guide.url, differentSections(guide)])),
    hidden,
  };
}

const MAX_DIFFERENT = 4;

/** What the "What is different" box names. */
function differentSections({ sections }: GeneratedGuide): { heading: string; text: string }[] {
  return sections
    .flatMap(({ heading, roleOwned, markdown }) => (heading && roleOwned ? [{ heading, markdown }] : []))
    .slice(0, MAX_DIFFERENT)
    .map(({ heading, markdown }) => ({ heading, text: firstSentence(markdown) }));
}
