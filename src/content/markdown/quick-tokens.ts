import type { MarkdownIt, Token } from "markdown-it";

type Nesting = -1 | 0 | 1;

/** What begins anything but text, of CommonMark, strikethrough and footnotes. */
const MARKUP = /[\n\\`*_~[<&^]/;

/**
 * Has markdown-it make its tokens by plain assignments. As it is published, it defines eight properties of every token one
 * by one through a helper, which is a third of the time that the Markdown of a large site takes. A line of text alone, such as
 * most headings, is one token, for which it need not look through its rules. The methods below are its own in all else, and a
 * test holds them to that.
 */
export function quickTokens(md: MarkdownIt): void {
  const prototype: object = new md.core.State("", md, {}).Token.prototype;
  const make = (type: string, tag: string, nesting: Nesting): Token => {
    const token: Token = Object.create(prototype);
    token.type = type;
    token.tag = tag;
    token.attrs = null;
    token.map = null;
    token.nesting = nesting;
    token.level = 0;
    token.children = null;
    token.content = "";
    token.markup = "";
    token.info = "";
    token.meta = null;
    token.block = false;
    token.hidden = false;
    return token;
  };

  md.block.State = class extends md.block.State {
    override push(type: string, tag: string, nesting: Nesting): Token {
      const token = make(type, tag, nesting);
      token.block = true;
      if (nesting < 0) this.level--;
      token.level = this.level;
      if (nesting > 0) this.level++;
      this.tokens.push(token);
      return token;
    }
  };

  const parseInline = md.inline.parse.bind(md.inline);
  md.inline.parse = (text, parser, env, tokens) => {
    if (text === "" || MARKUP.test(text)) return parseInline(text, parser, env, tokens);
    const token = make("text", "", 0);
    token.content = text;
    tokens.push(token);
  };

  md.inline.State = class extends md.inline.State {
    override pushPending(): Token {
      const token = make("text", "", 0);
      token.content = this.pending;
      token.level = this.pendingLevel;
      this.tokens.push(token);
      this.pending = "";
      return token;
    }

    override push(type: string, tag: string, nesting: Nesting): Token {
      if (this.pending) this.pushPending();
      const token = make(type, tag, nesting);
      const opened = nesting > 0 ? { delimiters: [] } : undefined;
      if (nesting < 0) {
        this.level--;
        this.delimiters = this._prev_delimiters.pop() ?? [];
      }
      token.level = this.level;
      if (opened) {
        this.level++;
        this._prev_delimiters.push(this.delimiters);
        this.delimiters = opened.delimiters;
      }
      this.pendingLevel = this.level;
      this.tokens.push(token);
      this.tokens_meta.push(opened);
      return token;
    }
  };
}
