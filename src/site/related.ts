import { compareText } from "../lib/compare-text.ts";
import { isGuide, type SiteArticle, type SiteModel } from "./model.ts";

/** Articles on each side, in each group. */
const WINDOW = 12;
const WEIGHTS = { topic: 4, role: 3, category: 2, series: 1 };

/**
 * For each article the others that a reader of it wants next: those that share its topic, role and categories, the
 * nearest in time among equals. Guides of the same topic are left out, for the page links to each of them already.
 *
 * Only the neighbors in each shared group are scored, so that the work grows with the number of articles, not its square.
 * @param most how many for each article
 * @returns by address, best first
 */
export function relatedArticles(model: SiteModel, most: number): Map<string, SiteArticle[]> {
  const shown = model.listed;
  const candidates = new Map(shown.map((article) => [article, new Set<SiteArticle>()]));
  // By the field itself: a post may name a topic that has no guides, and so no page.
  const topics = Map.groupBy(
    shown.filter((article) => article.topic !== undefined),
    (article) => article.topic,
  );
  const groups = [
    ...topics.values(),
    ...[...model.roles, ...model.categories].map((group) => group.articles),
  ];
  const guides = new Set(shown.filter((article) => isGuide(article, model)));
  const areSiblings = (a: SiteArticle, b: SiteArticle) =>
    a.topic === b.topic && guides.has(a) && guides.has(b);
  for (const group of groups) {
    const members = group.filter((article) => candidates.has(article));
    for (const inOrder of [members, members.toReversed()]) addFollowers(inOrder, areSiblings, candidates);
  }
  const order = new Map(shown.map((article, index) => [article, index]));
  return new Map(
    shown.map((article) => {
      const place = order.get(article) ?? 0;
      const scored = [...(candidates.get(article) ?? [])].map((other) => ({
        other,
        score: score(article, other),
        distance: Math.abs((order.get(other) ?? 0) - place),
      }));
      scored.sort(
        (a, b) => b.score - a.score || a.distance - b.distance || compareText(a.other.url, b.other.url),
      );
      return [article.url, scored.slice(0, most).map(({ other }) => other)];
    }),
  );
}

/**
 * Adds to each member's candidates the next ones that are no siblings of it. A topic's guides may stand together in any
 * number, so a row of them is left out in one step.
 */
function addFollowers(
  members: readonly SiteArticle[],
  areSiblings: (a: SiteArticle, b: SiteArticle) => boolean,
  candidates: ReadonlyMap<SiteArticle, Set<SiteArticle>>,
): void {
  /** Where the row of siblings that a member stands in is over. */
  const ends: number[] = [];
  for (let index = members.length - 1; index >= 0; index -= 1) {
    const article = members[index];
    const own = article && candidates.get(article);
    if (!own) continue;
    const after = members[index + 1];
    ends[index] = (after && areSiblings(article, after) ? ends[index + 1] : undefined) ?? index + 1;
    let at = index + 1;
    for (let left = WINDOW; left > 0; left -= 1) {
      const first = members[at];
      if (first && areSiblings(article, first)) at = ends[at] ?? at;
      const other = members[at];
      if (!other) break;
      own.add(other);
      at += 1;
    }
  }
}

function score(a: SiteArticle, b: SiteArticle): number {
  const shared = a.categories.filter((category) => b.categories.includes(category)).length;
  return (
    (a.topic !== undefined && a.topic === b.topic ? WEIGHTS.topic : 0) +
    (a.role !== undefined && a.role === b.role ? WEIGHTS.role : 0) +
    (a.series !== undefined && a.series === b.series ? WEIGHTS.series : 0) +
    shared * WEIGHTS.category
  );
}
