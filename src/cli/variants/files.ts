import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { decodeText } from "../../content/decode.ts";
import { parseFrontMatter } from "../../content/front-matter.ts";
import { listFiles } from "../../content/read-folder.ts";
import { UsageError } from "../command.ts";

/**
 * Writes files that are not there yet: all of them, or none.
 * @throws UsageError when one of them exists
 */
export function writeNew(root: string, files: readonly { file: string; text: string }[]): void {
  for (const { file } of files) {
    if (existsSync(join(root, file))) throw new UsageError(`${file} exists already; nothing was written`);
  }
  for (const { file, text } of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text, { flag: "wx" });
  }
}

/** The addresses of guides that posts in content/ have taken over. */
export function ejectedUrls(root: string): Set<string> {
  const urls = new Set<string>();
  for (const { path, absolute } of listFiles(join(root, "content"), "content").files) {
    if (!path.endsWith(".md")) continue;
    const { data } = parseFrontMatter(decodeText(readFileSync(absolute), path).text, path);
    if (typeof data.permalink === "string" && data.permalink.startsWith("/guides/")) urls.add(data.permalink);
  }
  return urls;
}
