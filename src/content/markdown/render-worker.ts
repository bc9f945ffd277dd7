import { workerData } from "node:worker_threads";
import { type SecondThread, workOnRuns } from "../../lib/two-threads.ts";
import { createMarkdown, type MarkdownOptions } from "./markdown.ts";

/** The second thread of `beginRendering`. */
const task: SecondThread<MarkdownOptions> = workerData;
workOnRuns(task, createMarkdown(task.options));
