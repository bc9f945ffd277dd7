import type { Block, Pack } from "../model.ts";
import { namesIn } from "../spoken-names.ts";
import { excerpt, type Finding } from "./finding.ts";

/**
 * Where a block for all topics names one of them: in the guides of the others it is advice for another topic. Links
 * may name it.
 * @returns findings with offsets in the block's own Markdown
 */
export function foreignTopics({ scope, markdown }: Block, { topics }: Pack): Finding[] {
  if (scope.topic !== undefined || topics.size < 2) return [];
  const text = markdown.replace(/\[[^[\]]*\]\([^)]*\)/g, (link) => " ".repeat(link.length));
  const lower = text.toLowerCase();
  const named = [...topics.values()]
    .flatMap(({ id, data }) => namesIn(text, data.noun, lower).map((name) => ({ id, ...name })))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const findings: Finding[] = [];
  let told = 0;
  for (const { id, start, end } of named) {
    // One topic's name can hold another's.
    if (start < told) continue;
    told = end;
    findings.push({
      at: start,
      rule: "foreign-topic",
      message: `a block for every topic names one, "${excerpt(markdown, start, end)}"`,
      hint: `Write {topic} or another slot of the topic, or move it into a block for ${id}.`,
    });
  }
  return findings;
}
