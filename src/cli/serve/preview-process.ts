import { surviveClosedOutput } from "../../lib/closed-output.ts";
import { readAndPrepare, type SiteContext } from "../../site/context.ts";
import { previewPage } from "../../site/preview-page.ts";
import type { PreviewAnswer, PreviewRequest } from "./previewer.ts";

/** A child process of `npm start`: it holds the site in memory, and writes the pages of files that are being edited. */
let site: SiteContext | undefined;
let turn: Promise<void> = Promise.resolve();
/** Whether the author knows that previewing fails. */
let told = false;

async function read(root: string): Promise<void> {
  const { context } = await readAndPrepare({ root, unpublished: true });
  // While the content has errors, the site as it was serves.
  if (context) site = context;
}

async function preview(files: readonly string[], output: string): Promise<number> {
  let written = 0;
  for (const file of files) {
    if (site && (await previewPage(site, file, output))) written += 1;
  }
  return written;
}

async function handle(request: PreviewRequest): Promise<void> {
  let written = 0;
  try {
    if (request.task === "read") await read(request.root);
    else written = await preview(request.files, request.output);
    if (written > 0) told = false;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    if (!told) process.stderr.write(`Edits are not shown before they are built: ${why}\n`);
    told = true;
  }
  process.send?.({ id: request.id, written } satisfies PreviewAnswer);
}

surviveClosedOutput();
process.on("message", (request: PreviewRequest) => {
  turn = turn.then(() => handle(request));
});
// The parent is gone when its end of the channel closes.
process.on("disconnect", () => process.exit());
