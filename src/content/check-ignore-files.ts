import { START } from "../lib/position.ts";
import { decodeText } from "./decode.ts";
import { error, type Problem } from "./problem.ts";
import { type FolderFile, readIfPresent } from "./read-folder.ts";

/** Less than Eleventy takes for one pattern, and few enough patterns to try on every file. */
const LONGEST = 50_000;

/** What can be wrong with the files that name what Eleventy leaves out, which it would tell as a stack trace, or not at all. */
export function checkIgnoreFiles(files: readonly FolderFile[]): Problem[] {
  return files.flatMap(({ path: file, absolute }) => {
    const { text, problems } = decodeText(readIfPresent(absolute) ?? Buffer.alloc(0), file);
    if (text.length <= LONGEST) return problems;
    const message = `the file has more than ${LONGEST.toLocaleString("en")} characters`;
    const hint = "Name folders, or patterns such as drafts/**, instead of each file.";
    return [{ file, ...START, ...error("file-size", message, hint) }];
  });
}
