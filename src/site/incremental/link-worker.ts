import { workerData } from "node:worker_threads";
import { type Linking, linkFiles } from "../../lib/link-files.ts";

/** The thread of `linkKept`. */
const linking: Linking = workerData;
linkFiles(linking);
