/**
 * The first sentence of a Markdown text, as plain text: for a teaser of a section.
 * @param markdown without headings
 * @param most characters; a longer sentence is cut at a word, with an ellipsis
 */
export function firstSentence(markdown: string, most = 160): string {
  const lines = markdown.split("\n").map((line) => line.trim());
  const start = lines.findIndex((line) => line !== "" && !/^(?:\||-{3}|```)/.test(line));
  const end = lines.findIndex(
    (line, index) => index > start && (line === "" || /^(?::|[-*+]\s|\d+[.)]\s)/.test(line)),
  );
  const text = lines
    .slice(Math.max(start, 0), end === -1 ? undefined : end)
    .join(" ")
    .replace(/^(?:[-*+]|\d+[.)]|:|>)\s+(?:\[[ xX]\]\s+)?/, "")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\\([\\`*_{}[\]()#+.!-])/g, "$1")
    .replace(/\*\*|__|`/g, "")
    .replace(/(^|\s)[*_](\S.*?\S|\S)[*_](?=\W|$)/g, "$1$2");
  const sentence = /^.*?[.!?](?=["”)]?(?:\s|$))["”)]?/.exec(text)?.[0] ?? text;
  if (sentence.length <= most) return sentence;
  return `${sentence.slice(0, sentence.lastIndexOf(" ", most)).replace(/[,;:]$/, "")}…`;
}
