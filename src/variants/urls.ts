import { topicUrl } from "../content/site-path.ts";
import type { GuideKey } from "./model.ts";

/**
 * The address of a guide. The base role's guide in the topic's default format stands at the topic's hub; the default
 * format goes unnamed as long as no context or level follows it.
 * @param defaultFormat of the topic
 * @param baseRole of the pack
 */
export function guideUrl(
  guide: Omit<GuideKey, "at">,
  defaultFormat: string,
  baseRole: string | undefined,
): string {
  const { topic, role, format, context, level } = guide;
  const extra = [context, level].filter((id) => id !== undefined);
  if (extra.length === 0 && format === defaultFormat) {
    return role === baseRole ? topicUrl(topic) : `${topicUrl(topic)}${role}/`;
  }
  return `${topicUrl(topic)}${[role, format, ...extra].join("/")}/`;
}
