import { onTwoThreads, type Shared } from "../../lib/two-threads.ts";
import { createMarkdown, type MarkdownOptions, type Rendered } from "./markdown.ts";

/** Begins to render texts: where there are many of them and two cores, on a second one while this one does something else. */
export function beginRendering(bodies: readonly string[], options: MarkdownOptions): Shared<Rendered> {
  return onTwoThreads({
    items: bodies,
    work: createMarkdown(options),
    module: new URL("./render-worker.ts", import.meta.url),
    options,
    worthwhile: 500,
    queued: Number.POSITIVE_INFINITY,
  });
}
