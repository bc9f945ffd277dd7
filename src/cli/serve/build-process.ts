import { buildSite } from "../../site/build-site.ts";
import type { BuildAnswer, BuildRequest } from "./builder.ts";

/** The child process of `npm start`: one build for each message. */
process.on("message", async (request: BuildRequest) => {
  const started = performance.now();
  const answer = (rest: Omit<BuildAnswer, "seconds">) =>
    process.send?.({ ...rest, seconds: (performance.now() - started) / 1000 } satisfies BuildAnswer);
  try {
    const onWait = () => process.stderr.write("Another build is under way; waiting for it to end.\n");
    answer(await buildSite({ ...request, unpublished: true, onWait }));
  } catch (error) {
    const failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
    answer({ built: false, problems: [], pages: 0, failure });
  }
});
// The parent is gone when its end of the channel closes.
process.on("disconnect", () => process.exit());
