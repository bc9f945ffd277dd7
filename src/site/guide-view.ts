import { roleUrl, topicUrl } from "../content/site-path.ts";
import { isGuide } from "./cards.ts";
import type { SiteArticle, SiteModel } from "./model.ts";
import type { ArticleView, GuidePlace, Link } from "./views.ts";

/** Where a guide stands among its siblings, for the switchers and the "What is different" box. */
export function guidePlace(article: SiteArticle, model: SiteModel): GuidePlace | undefined {
  const { guides } = model;
  const { topic, role, format } = article;
  if (topic === undefined || role === undefined || format === undefined) return undefined;
  const siblings = siblingsOf(article, model);
  const plain = siblings.filter(
    (other) => other.context === article.context && other.level === article.level,
  );
  const byRole = plain.filter((other) => other.format === format);
  const byFormat = plain.filter((other) => other.role === role);
  const place = (other: SiteArticle, id: string, title: string) => ({
    id,
    title,
    url: other.url,
    current: other.url === article.url,
  });
  return {
    topic: { id: topic, title: guides.topics.get(topic)?.title ?? topic, url: topicUrl(topic) },
    role: { id: role, title: guides.roles.get(role)?.title ?? role, url: roleUrl(role) },
    format: { id: format, title: guides.formats.get(format)?.title ?? format },
    roles: model.roles.flatMap((group) => {
      const other = byRole.find((one) => one.role === group.id);
      return other ? [place(other, group.id, group.name)] : [];
    }),
    formats: [...guides.formats].flatMap(([id, { title }]) => {
      const other = byFormat.find((one) => one.format === id);
      return other ? [place(other, id, title)] : [];
    }),
    different: (guides.different.get(article.url) ?? []).map(({ heading, text }) => ({
      heading,
      id: article.text.headings.find((one) => one.text === heading)?.id ?? "",
      text,
    })),
  };
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
  const members = siblingsOf(article, model);
  const plain = members.filter((other) => other.context === undefined && other.level === undefined);
  const formats = [...guides.formats].filter(([id]) => plain.some((other) => other.format === id));
  const contexts: Link[] = members
    .filter((other) => other.context !== undefined || other.level !== undefined)
    .map((other) => ({ text: other.title, url: other.url }));
  return {
    tagline: guides.topics.get(topic)?.tagline ?? "",
    formats: formats.map(([id, { title }]) => ({ id, title })),
    rows: model.roles
      .filter((role) => plain.some((other) => other.role === role.id))
      .map((role) => ({
        role: { id: role.id, title: role.name, url: role.url },
        cells: formats.map(([format]) => {
          const guide = plain.find((other) => other.role === role.id && other.format === format);
          return { format, url: guide?.url };
        }),
      })),
    contexts,
  };
}

/** The guides of an article's topic, this one included. */
function siblingsOf(article: SiteArticle, model: SiteModel): SiteArticle[] {
  const group = model.topics.find((topic) => topic.id === article.topic);
  return (group?.articles ?? []).filter((other) => isGuide(other, model));
}
