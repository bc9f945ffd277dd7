import { readFileSync } from "node:fs";
import { join } from "node:path";
import { decodeText } from "../../content/decode.ts";
import { parseFrontMatter } from "../../content/front-matter.ts";
import { listFiles } from "../../content/read-folder.ts";

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
