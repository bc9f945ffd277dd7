import type { MarkdownIt, Token } from "markdown-it";
import { showsText } from "./anchors.ts";

/** What stands behind it is here or on the next line. */
const BOX = /^\[([ xX])\](?:[ \t]+|(?=\n))/;

/**
 * Task lists in GitHub's form, `- [ ] item`. Each item is a labelled checkbox, so that it works as one on the page;
 * the label holds the item's own line, whatever is nested below it stays outside.
 */
export function tasks(md: MarkdownIt): void {
  // Until then, characters that are escaped stand apart from the text.
  md.core.ruler.after("text_join", "tasks", (state) => {
    const lists: Token[] = [];
    for (const [index, token] of state.tokens.entries()) {
      if (token.type === "bullet_list_open" || token.type === "ordered_list_open") lists.push(token);
      if (token.type === "bullet_list_close" || token.type === "ordered_list_close") lists.pop();
      const item = state.tokens[index - 2];
      const first = token.children?.[0];
      if (token.type !== "inline" || item?.type !== "list_item_open" || first?.type !== "text") continue;
      const box = BOX.exec(token.content);
      // A box without words has no name.
      if (!box || !showsText(token.children ?? [], "[ ]".length)) continue;
      first.content = first.content.slice(box[0].length);
      item.attrJoin("class", "task");
      const list = lists.at(-1);
      if (list && list.attrGet("class") !== "tasks") list.attrJoin("class", "tasks");
      const open = new state.Token("task_open", "label", 1);
      open.meta = { checked: box[1] !== " " };
      token.children = [open, ...(token.children ?? []), new state.Token("task_close", "label", -1)];
    }
  });
  md.renderer.rules.task_open = (tokens, index) =>
    `<label><input type="checkbox"${tokens[index]?.meta?.checked ? " checked" : ""}> <span>`;
  md.renderer.rules.task_close = () => "</span></label>";
}
