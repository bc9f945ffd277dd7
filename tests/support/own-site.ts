import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { inject } from "vitest";

/**
 * The folder of the engine's own site, which global-setup.ts builds once for the run.
 * @throws with the problems of its content when it could not be built
 */
export function ownSite(): string {
  const built = inject("ownSite");
  if ("error" in built) throw new Error(`The site's own content does not build:\n${built.error}`);
  return built.folder;
}

/** A page of a built site, as the server gives it. */
export interface BuiltPage {
  /** Its address, such as `/blog/`. */
  url: string;
  html: string;
  document: Document;
}

/** Every HTML page of a built site, in order of address. */
export function builtPages(folder: string): BuiltPage[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".html"))
    .sort()
    .map((path) => {
      const html = readFileSync(join(folder, path), "utf8");
      return {
        url: `/${path.replace(/(^|\/)index\.html$/, "$1")}`,
        html,
        document: parseHTML(html).document,
      };
    });
}
