import { buildSite } from "../../src/site/build-site.ts";
import { treeOf } from "./tree.ts";

/** A build that a test asks for, in a process that stays alive from build to build. */
export interface WorkerRequest {
  root: string;
  output: string;
  unpublished: boolean;
}

export interface WorkerAnswer {
  built: boolean;
  problems: unknown;
  /** What the output holds, by path. */
  tree: Record<string, string>;
}

process.on("message", async (request: WorkerRequest) => {
  const { built, problems } = await buildSite({ ...request, onWait: () => {} });
  process.send?.({ built, problems, tree: treeOf(request.output) } satisfies WorkerAnswer);
});
process.on("disconnect", () => process.exit());
