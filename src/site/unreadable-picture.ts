import { PICTURE_FORMATS } from "../content/picture-name.ts";
import { error, type Problem } from "../content/problem.ts";
import { START } from "../lib/position.ts";

/** A picture that is sound, and too much to work with. */
export class TooLarge extends Error {}

/** What sharp says by itself of far more pixels, of which it does not tell how many. */
const FAR_TOO_LARGE = /exceeds .*pixel limit/;

const TOO_LARGE = error(
  "picture-too-large",
  "the picture is too large",
  "Save it again with no more than 50 megapixels (8,192 by 6,144), and no more than 16,383 pixels in width and in height; no page shows it wider than 1,200.",
);
const UNREADABLE = error(
  "unreadable-picture",
  "the file cannot be read as a picture",
  `Save it again as ${PICTURE_FORMATS}; the name of a drawing ends in .svg.`,
);

/**
 * Works with a picture's bytes. Returns the problem when they are no picture, or too large a one.
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
  } catch (cause) {
    if (cause instanceof Error && "code" in cause) throw cause;
    const isTooLarge =
      cause instanceof TooLarge || (cause instanceof Error && FAR_TOO_LARGE.test(cause.message));
    return { file: `content${address}`, ...START, ...(isTooLarge ? TOO_LARGE : UNREADABLE) };
  }
}
