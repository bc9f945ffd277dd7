import { isGenerated } from "./article.ts";
import type { LinkTargets } from "./check-links.ts";
import { linkChecker } from "./check-links.ts";
import type { Loaded } from "./load-articles.ts";
import type { SiteData } from "./load-data.ts";
import type { LocateField } from "./locate-yaml.ts";
import type { Fault, Problem } from "./problem.ts";

export interface FieldsToCheck {
  data: SiteData;
  /** The files of `_data/` that are the site's own: what the engine's name, a site need not have. */
  ownData: ReadonlySet<string>;
  /** Everything that is published. */
  loaded: readonly Loaded[];
  /** The topics of the templates, by id. */
  topics: ReadonlyMap<string, { callToAction?: { url: string } }>;
}

interface LinkField {
  file: string;
  path: PropertyKey[];
  target: string;
  /** @default the rule's own */
  severity?: Fault["severity"];
}

const SITE = "_data/site.json";
const NAVIGATION = "_data/navigation.json";

/** Links in fields that lead nowhere within the site: calls to action, addresses of originals, sources, the navigation. */
export function checkFieldLinks(site: FieldsToCheck, targets: LinkTargets, locate: LocateField): Problem[] {
  const check = linkChecker(targets);
  return linkFields(site).flatMap(({ file, path, target, severity }) =>
    check(target, "/").map((fault) => {
      return { ...fault, severity: severity ?? fault.severity, file, ...locate(file, path) };
    }),
  );
}

function linkFields({ data, ownData, loaded, topics }: FieldsToCheck): LinkField[] {
  const fields: LinkField[] = [];
  if (ownData.has(SITE) && data.site.callToAction)
    fields.push({ file: SITE, path: ["callToAction", "url"], target: data.site.callToAction.url });
  if (ownData.has(NAVIGATION)) {
    for (const list of ["header", "footer", "tonight"] as const) {
      for (const [index, { url }] of data.navigation[list].entries()) {
        // Such a link is left out of the pages, which are none the worse for it.
        fields.push({ file: NAVIGATION, path: [list, index, "url"], target: url, severity: "warning" });
      }
    }
  }
  for (const [id, { callToAction }] of topics) {
    const file = `templates/topics/${id}.md`;
    if (callToAction) fields.push({ file, path: ["callToAction", "url"], target: callToAction.url });
  }
  for (const item of loaded) {
    // The generator gives a guide no other than that of a guide that it makes.
    if (isGenerated(item)) continue;
    const { file, canonical, sources } = item;
    if (canonical !== undefined) fields.push({ file, path: ["canonical"], target: canonical });
    for (const [index, { url }] of sources.entries())
      if (url !== undefined) fields.push({ file, path: ["sources", index, "url"], target: url });
  }
  return fields;
}
