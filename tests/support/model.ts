import { siteSchema } from "../../src/content/data-schema.ts";
import { type Loaded, loadArticle } from "../../src/content/load-articles.ts";
import { createMarkdown } from "../../src/content/markdown/markdown.ts";
import { type GuideDetails, NO_GUIDES } from "../../src/site/guides.ts";
import { buildModel, type SiteModel } from "../../src/site/model.ts";
import { post } from "./fixture.ts";

const markdown = createMarkdown();

/** A post as it is loaded. Throws when it has errors. */
export function article(name: string, fields: Record<string, unknown> = {}, body?: string): Loaded {
  const text = post({ title: name, description: `About ${name}.`, ...fields }, body);
  const { made, problems } = loadArticle(`blog/${name}.md`, Buffer.from(text), markdown);
  if (!made) throw new Error(problems.map((problem) => problem.message).join("; "));
  return made;
}

/** The model of a site that has these posts, and no files. */
export function modelOf(
  loaded: Loaded[],
  site: Record<string, unknown> = {},
  more: Partial<SiteModel> = {},
  guides: GuideDetails = NO_GUIDES,
): SiteModel {
  const data = {
    site: siteSchema.parse({ title: "Site", description: "A site.", url: "https://site.example", ...site }),
    authors: [{ id: "editorial-team", name: "Editorial Team", organization: true }],
    categories: [],
    navigation: { header: [], footer: [], tonight: [] },
    extra: {},
  };
  const today = "2030-01-01";
  const model = buildModel({ data, loaded, templates: [], assets: [], guides, today });
  return { ...model, ...more };
}
