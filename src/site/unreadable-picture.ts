import type { Problem } from "../content/problem.ts";

/**
 * Works with a picture's bytes. Returns the problem when they are no picture.
 * @param address the picture's in the site
 * @throws what has a code: a full disk or a closed folder is no fault of the picture
 */
export async function unlessUnreadable(
  address: string,
  work: () => Promise<void>,
): Promise<Problem | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (error instanceof Error && "code" in error) throw error;
    return {
      file: `content${address}`,
      line: 1,
      column: 1,
      severity: "error",
      rule: "unreadable-picture",
      message: "the file cannot be read as a picture",
      hint: "Save it again as PNG, JPEG, WebP, AVIF, GIF or SVG.",
    };
  }
}
