import { roleUrl, topicUrl } from "../content/site-path.ts";
import { titleOf } from "./guides.ts";
import { isGuide, type SiteArticle, type SiteModel } from "./model.ts";
import type { ArticleView, GuidePlace, Sibling } from "./views.ts";

/** Where a guide stands among its siblings, for the switchers and the "What is different" box. */
export function guidePlace(article: SiteArticle, model: SiteModel): GuidePlace | undefined {
  const { guides } = model;
  const { topic, role, format } = article;
  if (topic === undefined || role === undefined || format === undefined) return undefined;
  const siblings = siblingsOf(article, model);
  const place = (other: SiteArticle | undefined, id: string, title: string): Sibling[] =>
    other ? [{ id, title, url: other.url, current: other.url === article.url }] : [];
  const inFormat = siblings.filter((other) => other.format === format);
  const forRole = siblings.filter((other) => other.role === role);
  const versions = forRole.filter((other) => other.format === format);
  /** Of guides that differ in context and level alone, the one in this context and level, else the first. */
  const nearest = (among: SiteArticle[]): SiteArticle | undefined =>
    among.find((other) => other.context === article.context && other.level === article.level) ??
    inOrder(among, model)[0];
  return {
    topic: { title: titleOf(topic, guides.topics), url: topicUrl(topic) },
    role: {
      titlePlural: guides.roles.get(role)?.titlePlural ?? titleOf(role, guides.roles),
      url: roleUrl(role),
    },
    roles: model.roles.flatMap(({ id, name }) =>
      place(nearest(inFormat.filter((other) => other.role === id)), id, name),
    ),
    formats: [...guides.formats].flatMap(([id, { title }]) =>
      place(nearest(forRole.filter((other) => other.format === id)), id, title),
    ),
    versions: inOrder(versions, model).flatMap((other) => place(other, other.url, versionName(other, model))),
    different: guides.different.get(article.url) ?? [],
  };
}

/** Guides by context and level, as a reader chooses from versions of one: the plain one first. */
function inOrder(versions: readonly SiteArticle[], { guides }: SiteModel): SiteArticle[] {
  const contexts = [undefined, ...guides.contexts.keys()];
  const levels = [undefined, ...guides.levels.keys()];
  const rank = ({ context, level }: SiteArticle) =>
    contexts.indexOf(context) * levels.length + levels.indexOf(level);
  return versions.toSorted((a, b) => rank(a) - rank(b));
}

function versionName({ context, level }: SiteArticle, { guides }: SiteModel): string {
  const names = [guides.contexts.get(context ?? "")?.title, guides.levels.get(level ?? "")?.title];
  return names.filter((name) => name !== undefined).join(", ") || "General";
}

/** Whether an article is a topic's own page. */
export function isHub({ topic, url }: SiteArticle): boolean {
  return topic !== undefined && url === topicUrl(topic);
}

/** On `/guides/<topic>/`, the table of every guide of the topic. */
export function hubOf(article: SiteArticle, model: SiteModel): ArticleView["hub"] {
  const { guides } = model;
  const { topic } = article;
  if (topic === undefined || !isHub(article)) return undefined;
  const members = inOrder(siblingsOf(article, model), model);
  const formats = [...guides.formats].filter(([id]) => members.some((other) => other.format === id));
  const rows = model.roles.flatMap(({ id, name, url }) => {
    const ofRole = members.filter((other) => other.role === id);
    const cells = formats.map(([format]) => ({
      url: ofRole.find((other) => other.format === format)?.url,
    }));
    return ofRole.length > 0 ? [{ role: { id, title: name, url }, cells }] : [];
  });
  const linked = new Set([article.url, ...rows.flatMap(({ cells }) => cells.map(({ url }) => url))]);
  return {
    tagline: guides.topics.get(topic)?.tagline ?? "",
    formats: formats.map(([, { title }]) => ({ title })),
    rows,
    contexts: members
      .filter((other) => !linked.has(other.url))
      .map((other) => ({ text: other.title, url: other.url })),
  };
}

/** The guides of an article's topic, this one included. */
function siblingsOf(article: SiteArticle, model: SiteModel): SiteArticle[] {
  const group = model.topics.find((topic) => topic.id === article.topic);
  return (group?.articles ?? []).filter((other) => isGuide(other, model));
}
