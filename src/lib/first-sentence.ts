import { sentenceEnd } from "./sentence-end.ts";

const ENOUGH = 50;

/**
 * How a Markdown text begins, as plain text: its first sentence, or its first two where the first says too little to be
 * worth reading alone. Of a definition list it is the first definition; a lead in bold on a line of its own is left out.
 * @param markdown without headings
 * @param most characters; what is longer is cut at a word, with an ellipsis
 */
export function firstSentence(markdown: string, most = 170): string {
  const lines = markdown.split("\n").map((line) => line.trim());
  const first = lines.findIndex((line) => line !== "" && !/^(?:\||-{3}|```|\*\*[^*]+\*\*$)/.test(line));
  const start = lines[first + 1]?.startsWith(": ") ? first + 1 : Math.max(first, 0);
  const end = lines.findIndex(
    (line, index) => index > start && (line === "" || /^(?::|[-*+]\s|\d+[.)]\s)/.test(line)),
  );
  const text = lines
    .slice(start, end === -1 ? undefined : end)
    .join(" ")
    .replace(/^(?:[-*+]|\d+[.)]|:|>)\s+(?:\[[ xX]\]\s+)?/, "")
    .replace(/!?\[([^[\]]*)\]\((?:[^()]|\([^()]*\))*\)/g, "$1")
    .replace(/\*\*|__|`/g, "")
    .replace(/(^|\s)[*_](\S.*?\S|\S)[*_](?=\W|$)/g, "$1$2")
    .replace(/\\([\\`*_{}[\]()#+.!-])/g, "$1");
  const one = sentenceEnd(text, 0);
  const close = one !== -1 && one < ENOUGH ? sentenceEnd(text, one) : one;
  const sentence = text.slice(0, close === -1 ? undefined : close).trim();
  if (sentence.length <= most) return sentence;
  const space = sentence.lastIndexOf(" ", most);
  return `${sentence.slice(0, space === -1 ? most : space).replace(/[,;:]$/, "")}…`;
}
