import { topicUrl } from "../../content/site-path.ts";
import { didYouMean } from "../../lib/did-you-mean.ts";
import type { GeneratedGuide } from "../compose.ts";
import { idsOf } from "../scope.ts";

/** What names a guide in every command, in the words of a message. */
export const GUIDE_FORMS =
  "its address (/guides/topic/role/) or topic, topic/role, topic/role/format[/context][/level]";

/**
 * The guide that an author means: by address, or by the ids of topic, role and, where it is not the topic's default,
 * format, context and level.
 * @returns the guide, or the addresses that may have been meant: all of the topic and role, else the nearest
 */
export function findGuide(
  name: string,
  guides: readonly GeneratedGuide[],
): GeneratedGuide | { likely: string[] } {
  const path = name.replace(/^\/?(?:guides\/)?/, "").replace(/\/$/, "");
  const byUrl = guides.find(({ url }) => url === `/guides/${path}/`);
  if (byUrl) return byUrl;
  const byIds = guides.find(({ key }) => {
    const ids = idsOf(key);
    return ids.join("/") === path || (ids.length === 3 && isDefault(path, ids, guides));
  });
  if (byIds) return byIds;
  const [topic = "", role = "", ...rest] = path.split("/");
  const ofTopic = guides.filter(({ key }) => key.topic === topic);
  const ofRole = ofTopic.filter(({ key }) => key.role === role).map(({ url }) => url);
  if (ofRole.length > 0) return { likely: ofRole };
  // The first part that is wrong, as it may have been meant; the others are looked at with that.
  const [wrong, known] =
    ofTopic.length > 0
      ? [role, ofTopic.map(({ key }) => key.role)]
      : [topic, guides.map(({ key }) => key.topic)];
  const meant = wrong === "" ? undefined : didYouMean(wrong, [...new Set(known)]);
  if (meant !== undefined) {
    const corrected = ofTopic.length > 0 ? [topic, meant, ...rest] : [meant, ...path.split("/").slice(1)];
    const found = findGuide(corrected.join("/"), guides);
    return "likely" in found ? found : { likely: [found.url] };
  }
  const nearest = didYouMean(
    `/guides/${path}/`,
    guides.map(({ url }) => url),
  );
  return { likely: nearest === undefined ? [] : [nearest] };
}

/** `topic/role` for the base role too, whose guide in the default format has the topic's own address. */
function isDefault(
  path: string,
  [topic = "", role, format]: string[],
  guides: readonly GeneratedGuide[],
): boolean {
  const hub = guides.find(({ url }) => url === topicUrl(topic));
  return path === `${topic}/${role}` && hub?.key.format === format;
}
