import type { Loaded } from "../content/load-articles.ts";
import { loadVocabulary } from "../variants/load.ts";
import type { Pack } from "../variants/model.ts";
import { capitalize, nounForm } from "../variants/nouns.ts";
import type { RoleData, TopicData } from "../variants/schemas/templates.ts";
import { ENGINE_ROOT } from "./engine-root.ts";
import type { GuideDetails } from "./guides.ts";

/** What a pack calls its topics, roles, formats, contexts and levels. */
export function namesOf(pack: Pack): Omit<GuideDetails, "different" | "hidden"> {
  const roleOrder = new Map([...new Set(pack.guides.map((key) => key.role))].map((id, index) => [id, index]));
  return {
    topics: new Map(
      [...pack.topics].map(([id, { data }]) => [
        id,
        {
          title: data.noun.title,
          names: shortAndLong(data),
          tagline: data.tagline,
          callToAction: data.callToAction,
        },
      ]),
    ),
    roles: new Map(
      [...pack.roles].map(([id, { data }]) => {
        const { title, singular = title } = data.noun;
        const plural = nounForm(data.noun, "titlePlural");
        const titlePlural = "value" in plural ? plural.value : title;
        const names = [title, singular, ...shortAndLong(data)];
        return [id, { title, names, titlePlural, order: roleOrder.get(id) }];
      }),
    ),
    formats: new Map([...pack.formats].map(([id, { data }]) => [id, { title: data.noun.title }])),
    contexts: new Map([...pack.contexts].map(([id, { data }]) => [id, { title: data.noun.title }])),
    levels: new Map(
      [...pack.levels]
        .sort(([, a], [, b]) => a.data.order - b.data.order)
        .map(([id, { data }]) => [id, { title: capitalize(data.name) }]),
    ),
  };
}

/** The shorter and longer names of a role or topic. */
function shortAndLong({ noun, abbreviation }: RoleData | TopicData): string[] {
  return [noun.short, abbreviation?.short, abbreviation?.long].filter((name) => name !== undefined);
}

/**
 * The same with the engine's names for what posts name and the site's templates do not: `sre` is "SRE" on a site without
 * templates, too.
 */
export function withLentNames(guides: GuideDetails, posts: readonly Loaded[]): GuideDetails {
  const { roles, formats, levels } = guides;
  const has = (names: ReadonlyMap<string, unknown>, id = "") => id === "" || names.has(id);
  const isKnown = ({ role, format, level }: Loaded) =>
    has(roles, role) && has(formats, format) && has(levels, level);
  if (posts.every(isKnown)) return guides;
  const lent = namesOf(loadVocabulary(ENGINE_ROOT));
  return {
    ...guides,
    roles: withMissing(roles, lent.roles),
    formats: withMissing(formats, lent.formats),
    levels: withMissing(levels, lent.levels),
  };
}

/** The site's own come first, in their order. */
function withMissing<Name>(
  own: ReadonlyMap<string, Name>,
  lent: ReadonlyMap<string, Name>,
): Map<string, Name> {
  return new Map([...own, ...[...lent].filter(([id]) => !own.has(id))]);
}
