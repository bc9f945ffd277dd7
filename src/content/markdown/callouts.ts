import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { withoutComments } from "./comments.ts";

export const CALLOUTS = ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"] as const;

const MARKER = new RegExp(`^\\[!(${CALLOUTS.join("|")})\\](?:[ \\t]+([^\\n]+))?[ \\t]*(?:\\n|$)`, "i");

/**
 * Callouts in GitHub's form: a block quote whose first line is `[!NOTE]`, `[!TIP]`, `[!IMPORTANT]`, `[!WARNING]` or
 * `[!CAUTION]`, with a title of one's own after it if wanted. They become `<aside class="callout callout-note">`.
 */
export function callouts(md: MarkdownIt): void {
  md.core.ruler.after("block", "callouts", (state) => {
    if (!state.src.includes("[!")) return;
    const { tokens } = state;
    const all: Token[] = [];
    /** Of each quote that is open, whether it is a callout. */
    const open: boolean[] = [];
    for (let index = 0; index < tokens.length; index++) {
      const token = tokens[index];
      if (!token) continue;
      all.push(token);
      if (token.type === "blockquote_close" && open.pop()) token.type = "callout_close";
      if (token.type !== "blockquote_open") continue;
      const inline = tokens[index + 2];
      const marker = inline?.type === "inline" ? MARKER.exec(inline.content) : null;
      open.push(marker !== null);
      if (!inline || !marker) continue;
      const kind = (marker[1] ?? "").toLowerCase();
      token.type = "callout_open";
      token.meta = { kind };
      const own = marker[2] ?? "";
      const title =
        withoutComments(own).trim() === "" ? kind.charAt(0).toUpperCase() + kind.slice(1) : own.trim();
      all.push(...titleTokens(state, inline, title));
      inline.content = inline.content.slice(marker[0].length);
      if (inline.content.trim() === "") index += 3;
    }
    state.tokens = all;
  });
  md.renderer.rules.callout_open = (tokens, index) =>
    `<aside class="callout callout-${tokens[index]?.meta?.kind}" role="note">`;
  md.renderer.rules.callout_close = () => "</aside>\n";
}

/** A callout's title, which is Markdown as any line is. */
function titleTokens(state: StateCore, { map, level }: Token, title: string): Token[] {
  const open = new state.Token("callout_title_open", "p", 1);
  const inline = new state.Token("inline", "", 0);
  const close = new state.Token("callout_title_close", "p", -1);
  for (const token of [open, close]) {
    token.block = true;
    token.level = level - 1;
  }
  open.attrs = [["class", "callout-title"]];
  open.map = map;
  inline.level = level;
  inline.content = title;
  inline.children = [];
  return [open, inline, close];
}
