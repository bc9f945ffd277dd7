import { inspect } from "node:util";
import { surviveClosedOutput } from "../../lib/closed-output.ts";
import { CannotWrite } from "../../lib/write-files.ts";
import { buildSite } from "../../site/build-site.ts";
import type { BuildAnswer, BuildRequest } from "./builder.ts";

surviveClosedOutput();

/** A child process of `npm start`, which ends with it: one build, for the message that it is sent. */
process.once("message", async (request: BuildRequest) => {
  const started = performance.now();
  const answer = (rest: Omit<BuildAnswer, "seconds">) => {
    const seconds = (performance.now() - started) / 1000;
    process.send?.({ ...rest, seconds } satisfies BuildAnswer, () => process.exit());
  };
  try {
    const onWait = () => process.stderr.write("Another build is under way; waiting for it to end.\n");
    const { built, problems, pages } = await buildSite({ ...request, unpublished: true, onWait });
    answer({ built, problems, pages });
  } catch (error) {
    const failure = error instanceof CannotWrite ? error.message : inspect(error);
    answer({ built: false, problems: [], pages: 0, failure });
  }
});
