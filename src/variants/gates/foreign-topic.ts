import type { Block, Pack, Topic } from "../model.ts";
import { spokenForms } from "../nouns.ts";
import type { Finding } from "./finding.ts";

/**
 * A block for all topics that names one of them: in the guides of the others it is advice for another topic. Links
 * may name it.
 * @returns a finding with an offset in the block's own Markdown
 */
export function foreignTopic(block: Block, pack: Pack): Finding | undefined {
  if (block.scope.topic !== undefined || pack.topics.size < 2) return undefined;
  const text = block.markdown
    .replace(/\[[^[\]]*\]\([^)]*\)/g, (link) => " ".repeat(link.length))
    .toLowerCase();
  for (const topic of pack.topics.values()) {
    const form = namedForm(text, topic);
    if (form === undefined) continue;
    const hint = `Write {topic.plural} or another slot, or move it into a block for ${topic.id}.`;
    const named = block.markdown.slice(form.at, form.at + form.length);
    return {
      at: form.at,
      rule: "foreign-topic",
      message: `a block for every topic names one, "${named}"`,
      hint,
    };
  }
  return undefined;
}

function namedForm(text: string, topic: Topic): { at: number; length: number } | undefined {
  for (const name of spokenForms(topic.data.noun)) {
    const at = text.indexOf(name.toLowerCase());
    if (at !== -1) return { at, length: name.length };
  }
  return undefined;
}
