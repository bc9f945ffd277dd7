import { sentenceEnd } from "./sentence-end.ts";

const ENOUGH = 50;

/**
 * How a plain text begins: its first sentence, or its first two where the first says too little to be worth reading alone.
 * @param most characters; what is longer is cut at a word, with an ellipsis
 */
export function firstSentence(text: string, most = 170): string {
  const one = sentenceEnd(text, 0);
  const close = one !== -1 && one < ENOUGH ? sentenceEnd(text, one) : one;
  const sentence = text.slice(0, close === -1 ? undefined : close).trim();
  if (sentence.length <= most) return sentence;
  const space = sentence.lastIndexOf(" ", most);
  return `${sentence.slice(0, space === -1 ? most : space).replace(/[,;:]$/, "")}…`;
}
