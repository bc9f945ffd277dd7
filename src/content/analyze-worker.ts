import { workerData } from "node:worker_threads";
import { type SecondThread, workOnRuns } from "../lib/two-threads.ts";
import { analyzer } from "./analyze-all.ts";
import type { MarkdownOptions } from "./markdown/markdown.ts";

/** The second thread of `analyzeAll`. */
const task: SecondThread<MarkdownOptions> = workerData;
workOnRuns(task, analyzer(task.options));
