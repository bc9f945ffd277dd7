import { workerData } from "node:worker_threads";
import { analyze } from "./analyze.ts";
import type { Chunk, MarkdownFile, WorkerTask } from "./analyze-all.ts";
import { createMarkdown } from "./markdown/markdown.ts";

/** The second thread of `analyzeAll`: answers each chunk of files with their analyses. */
const { options, port, answered }: WorkerTask = workerData;
const markdown = createMarkdown(options);

port.on("message", ({ start, items }: Chunk<MarkdownFile>) => {
  try {
    const analyses = items.map(({ path, bytes }) =>
      analyze(path, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), markdown),
    );
    port.postMessage({ start, items: analyses });
  } catch (error) {
    port.postMessage(error);
  }
  Atomics.add(answered, 0, 1);
  Atomics.notify(answered, 0);
});
