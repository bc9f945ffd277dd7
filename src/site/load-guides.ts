import { hash } from "node:crypto";
import { makeArticle } from "../content/article.ts";
import type { Site } from "../content/data-schema.ts";
import { findReference } from "../content/find-reference.ts";
import type { FrontMatter } from "../content/front-matter.ts";
import type { Loaded } from "../content/load-articles.ts";
import type { LocateField } from "../content/locate-yaml.ts";
import type { Rendered } from "../content/markdown/markdown.ts";
import { beginRendering } from "../content/markdown/render-all.ts";
import type { SectionLead } from "../content/markdown/section-leads.ts";
import type { Problem } from "../content/problem.ts";
import { referenceFaults } from "../content/references.ts";
import { roleUrl } from "../content/site-path.ts";
import { type FaultyGuide, type LocateReference, tellGuideFaults } from "../content/tell-faults.ts";
import { firstSentence } from "../lib/first-sentence.ts";
import { START } from "../lib/position.ts";
import { type BlockText, placeInBlock } from "../variants/block-text.ts";
import { type GeneratedGuide, type GuideSection, sectionAt } from "../variants/compose.ts";
import { checkEjected } from "../variants/eject.ts";
import { checkGuides, composeGuides } from "../variants/generate.ts";
import { loadTemplates } from "../variants/load.ts";
import type { Pack } from "../variants/model.ts";
import { sourceOffset } from "../variants/slots/render.ts";
import { checkTemplateDays } from "../variants/template-days.ts";
import { ENGINE_ROOT } from "./engine-root.ts";
import { type DifferentPart, type GuideDetails, NO_GUIDES } from "./guides.ts";
import { namesOf } from "./names.ts";

export interface GuideInput {
  root: string;
  site: Site;
  /** The byline of guides whose topic names none. */
  author: string;
  /** Addresses of what authors have published: a guide at one of them is not judged. */
  taken: ReadonlySet<string>;
}

/** What a root's templates make. */
export interface MadeGuides {
  pack: Pack;
  guides: MadeGuide[];
  /** Of the templates. */
  problems: readonly Problem[];
}

interface MadeGuide {
  guide: GeneratedGuide;
  /** The article that it becomes; none where it has no text. */
  made?: Loaded;
  /** The first sections that were written for its role, each with its first sentence. */
  different: DifferentPart[];
  problems: Problem[];
  /** What is wrong with its links and pictures. */
  faulty: FaultyGuide;
  isHidden: boolean;
}

/** Makes the guides of a root's templates. */
export function makeGuides(input: GuideInput): MadeGuides {
  const pack = loadTemplates(input.root, ENGINE_ROOT);
  if (pack.guides.length === 0) return { pack, guides: [], problems: pack.problems };
  const { taken, site } = input;
  const { uniqueness, rawHtml } = site;
  const composed = composeGuides(pack, input.author);
  const bodies = composed.drafts.map(({ guide }) => guide.body);
  // Checks and Markdown take about the same time, and do not wait for each other.
  const rendering = beginRendering(bodies, { rawHtml, leads: true });
  try {
    const { guides, status, problems } = checkGuides(composed, { uniqueness, taken });
    const made = rendering.finish().flatMap((rendered, index): MadeGuide[] => {
      const guide = guides[index];
      if (!guide) return [];
      const { url, sections } = guide;
      const locate = guideLocator(guide, composed.drafts[index]?.texts ?? []);
      // What has no text is asked for its sections already, and has nothing else to be checked.
      const article = sections.length === 0 ? { problems: [] } : toArticle(guide, rendered, locate);
      // A block with HTML or a heading in it is refused as it is.
      const slips = rendered.slips.filter(({ kind }) => kind !== "tag");
      // A path as the text of a link is refused in its block, too; a link without a text is not.
      const faults = referenceFaults({ ...rendered, slips, titles: [] }).filter(
        ({ rule, severity }) => rule !== "link-text" || severity === "error",
      );
      return [
        {
          guide,
          ...article,
          different: differentParts(guide, rendered.leads),
          faulty: { url, faults, locate },
          isHidden: status.get(url) === "canonical",
        },
      ];
    });
    return { pack, guides: made, problems };
  } finally {
    rendering.stop();
  }
}

export interface PlacedGuides {
  loaded: Loaded[];
  /** With the names that the pack has. */
  guides: GuideDetails;
  /** Addresses of guides that could not be made, and of pages that may be for them alone. */
  meant: string[];
  problems: Problem[];
}

/**
 * The guides as articles like any other.
 * @param posts what authors wrote: an ejected guide takes the generated one's place
 */
export function placeGuides(
  { pack, guides, problems }: MadeGuides,
  posts: readonly Loaded[],
  { locate, day }: { locate: LocateField; day: string },
): PlacedGuides {
  const all = guides.map(({ guide }) => guide);
  const taken = new Set(posts.map((post) => post.url));
  const placed = guides.filter(({ guide }) => !taken.has(guide.url));
  const hidden = placed.filter(({ isHidden }) => isHidden).map(({ guide }) => guide.url);
  // What a post says of its role is its own.
  const different = guides.map(
    ({ guide: { url }, different }) => [url, taken.has(url) ? [] : different] as const,
  );
  const details =
    guides.length === 0
      ? NO_GUIDES
      : { ...namesOf(pack), different: new Map(different), hidden: new Set(hidden) };
  return {
    loaded: placed.flatMap(({ made }) => made ?? []),
    guides: details,
    meant: placed.flatMap(({ made, guide }) => (made ? [] : [guide.url, roleUrl(guide.key.role)])),
    problems: [
      ...problems,
      ...checkEjected(posts, all, pack, locate),
      ...checkTemplateDays(
        placed.map(({ guide }) => guide),
        pack,
        day,
        locate,
      ),
      ...placed.flatMap((one) => one.problems),
      ...tellGuideFaults(placed.map(({ faulty }) => faulty)),
    ],
  };
}

/** A generated guide read like a file: the same fields, the same Markdown, the same checks. */
function toArticle(
  guide: GeneratedGuide,
  { html, passages, leads: _leads, ...text }: Rendered,
  locate: LocateReference,
): { made: Loaded; problems: Problem[] } {
  const matter: FrontMatter = {
    data: { ...guide.data },
    body: guide.body,
    bodyLine: 1,
    locate: () => START,
    problems: [],
  };
  const { made, problems } = makeArticle(`guides${guide.url}`, guide.source, matter, text);
  // Layouts of a root's own may show any field.
  const bodyKey = hash("sha1", JSON.stringify([guide.data, guide.body]), "base64");
  const rendered = { html, searchText: { passages }, forgetText: () => {} };
  return { made: { ...made, ...rendered, locate, bodyKey }, problems };
}

/**
 * Finds links and pictures of a guide in the blocks that it was made from.
 * @param texts of its sections, in order
 */
function guideLocator(guide: GeneratedGuide, texts: readonly BlockText[]): LocateReference {
  // What else a text has is not needed once it is checked.
  const sources = texts.map(({ block, rendered }) => ({ block, rendered }));
  return (reference) => {
    const holds = (one: GuideSection) => one.markdown.includes(reference.target);
    const found = sectionAt(guide, reference.line);
    // The line of a footnote that is written where its mark is, is not known.
    const section = found && holds(found.section) ? found.section : guide.sections.find(holds);
    const source = section && sources[guide.sections.indexOf(section)];
    if (!source) return { file: guide.source, ...START };
    const line = section === found?.section ? found.line : 1;
    const at = findReference(source.rendered.text, { ...reference, line });
    return placeInBlock(source.block, sourceOffset(source.rendered, at));
  };
}

const MAX_DIFFERENT = 4;

/**
 * What the "What is different" box names: sections that begin with a text, which a table alone is not.
 * @param leads of the sections with a heading, in order
 */
function differentParts({ sections }: GeneratedGuide, leads: readonly SectionLead[]): DifferentPart[] {
  return sections
    .filter(({ heading }) => heading !== undefined)
    .flatMap(({ roleOwned }, index) => (roleOwned ? (leads[index] ?? []) : []))
    .filter(({ text }) => text !== "")
    .slice(0, MAX_DIFFERENT)
    .map((lead) => ({ ...lead, text: firstSentence(lead.text) }));
}
