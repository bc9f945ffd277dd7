import type { MarkdownIt, Token } from "markdown-it";
import { escapeHtml } from "../../lib/escape.ts";

const MARKER = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\](?:[ \t]+([^\n]+))?[ \t]*(?:\n|$)/i;

/**
 * Callouts in GitHub's form: a block quote whose first line is `[!NOTE]`, `[!TIP]`, `[!IMPORTANT]`, `[!WARNING]` or
 * `[!CAUTION]`, with a title of one's own after it if wanted. They become `<aside class="callout callout-note">`.
 */
export function callouts(md: MarkdownIt): void {
  md.core.ruler.after("block", "callouts", (state) => {
    const { tokens } = state;
    for (let open = 0; open < tokens.length; open++) {
      const quote = tokens[open];
      const inline = tokens[open + 2];
      if (quote?.type !== "blockquote_open" || inline?.type !== "inline") continue;
      const marker = MARKER.exec(inline.content);
      if (!marker) continue;
      let close = open + 1;
      while (!isEnd(tokens[close], quote)) close++;
      const closing = tokens[close];
      if (!closing) continue;
      const kind = (marker[1] ?? "").toLowerCase();
      const title = marker[2]?.trim() || `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
      quote.type = "callout_open";
      quote.meta = { kind, title };
      closing.type = "callout_close";
      inline.content = inline.content.slice(marker[0].length);
      if (inline.content.trim() === "") tokens.splice(open + 1, 3);
    }
  });
  md.renderer.rules.callout_open = (tokens, index) => {
    const { kind = "", title = "" } = tokens[index]?.meta ?? {};
    return `<aside class="callout callout-${kind}" role="note"><p class="callout-title">${escapeHtml(String(title))}</p>\n`;
  };
  md.renderer.rules.callout_close = () => "</aside>\n";
}

/** Whether a token closes a quote, or there is none left that could. */
function isEnd(token: Token | undefined, quote: Token): boolean {
  return token === undefined || (token.type === "blockquote_close" && token.level === quote.level);
}
