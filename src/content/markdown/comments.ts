import type { MarkdownIt, StateBlock, StateInline } from "markdown-it";

const OPEN = "<!--";
const CLOSE = "-->";

/**
 * Leaves HTML comments out where raw HTML is off: they are notes of the author, and part of no page. Those in code stay, and so
 * does what begins like a comment and has no end.
 */
export function comments(md: MarkdownIt): void {
  const endOf = endFinder();

  function block(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
    const { src, bMarks, tShift, sCount, eMarks, blkIndent } = state;
    if ((sCount[startLine] ?? 0) - blkIndent >= 4) return false;
    const start = (bMarks[startLine] ?? 0) + (tShift[startLine] ?? 0);
    let rest = start;
    let line = startLine;
    for (let end = endOf(src, rest); end !== undefined; end = endOf(src, rest)) {
      if (end > (eMarks[endLine - 1] ?? 0)) return false;
      while ((eMarks[line] ?? 0) < end) {
        line += 1;
        if ((sCount[line] ?? 0) < blkIndent && !state.isEmpty(line)) return false;
      }
      rest = skipSpaces(src, end);
    }
    if (rest === start) return false;
    const isWhole = rest >= (eMarks[line] ?? 0);
    // Text with comments in a line of it is a paragraph's.
    if (!isWhole && line === startLine) return false;
    if (silent) return true;
    if (!isWhole) {
      bMarks[line] = rest;
      tShift[line] = 0;
      sCount[line] = blkIndent;
    }
    state.line = isWhole ? line + 1 : line;
    return true;
  }

  function inline(state: StateInline): boolean {
    const { src, pos, posMax } = state;
    const end = endOf(src, pos);
    if (end === undefined || end > posMax) return false;
    const isAfterSpace = pos === 0 || /\s/.test(src.charAt(pos - 1));
    state.pos = isAfterSpace ? Math.min(skipSpaces(src, end), posMax) : end;
    return true;
  }

  md.block.ruler.before("html_block", "comment", block, { alt: ["paragraph", "reference", "blockquote"] });
  md.inline.ruler.before("html_inline", "comment", inline);
}

/** A text without its comments; what begins like one and has no end stays. */
export function withoutComments(text: string): string {
  const endOf = endFinder();
  let rest = "";
  let from = 0;
  for (let open = text.indexOf(OPEN); open !== -1; open = text.indexOf(OPEN, from)) {
    const end = endOf(text, open);
    if (end === undefined) break;
    rest += text.slice(from, open);
    from = end;
  }
  return rest + text.slice(from);
}

/** Finds where the comment that begins at a place ends, without reading again what was read for the one before. */
function endFinder(): (src: string, at: number) => number | undefined {
  let last = { src: "", from: 0, close: -1 };
  return (src, at) => {
    if (!src.startsWith(OPEN, at)) return undefined;
    // The first signs of a comment may be the last as well: <!-->
    const from = at + "<!".length;
    const isKnown = src === last.src && from >= last.from && (last.close === -1 || from <= last.close);
    if (!isKnown) last = { src, from, close: src.indexOf(CLOSE, from) };
    return last.close === -1 ? undefined : last.close + CLOSE.length;
  };
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text[at] === " " || text[at] === "\t") at += 1;
  return at;
}
