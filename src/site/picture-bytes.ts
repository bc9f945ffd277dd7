/** How files of PNG, JPEG, GIF, WebP and AVIF begin. */
const PIXELS = /^(?:\x89PNG\r\n|\xff\xd8\xff|GIF8|RIFF.{4}WEBP|.{4}ftyp.*avi[fs])/s;
/** How those begin that may move, as far as that is told there: GIF, and AVIF that is a sequence. */
const MOVING = /^(?:GIF8|.{4}ftypavis)/s;
const EXTENDED_WEBP = /^RIFF.{4}WEBPVP8X/s;
/** Of the flags of a WebP file (RFC 9649, section 2.7.1). */
const ANIMATION = 0b10;
const PNG = /^\x89PNG/;

/**
 * Looks at how a file begins, whatever its name says. A drawing, which sharp would read too, may take minutes to draw.
 * @throws when it is no picture of pixels
 */
export function requirePixels(bytes: Buffer): void {
  if (!PIXELS.test(beginning(bytes))) throw new Error("no picture of pixels");
}

/**
 * Whether a picture of pixels moves. Its header is looked at here, for sharp does not tell of PNG and AVIF, and would have to
 * read every picture in every build.
 */
export function isMoving(bytes: Buffer): boolean {
  const begins = beginning(bytes);
  if (EXTENDED_WEBP.test(begins)) return ((bytes[20] ?? 0) & ANIMATION) !== 0;
  // The number of frames stands before the picture's data (PNG, third edition, 5.6).
  if (PNG.test(begins)) return bytes.subarray(0, Math.max(0, bytes.indexOf("IDAT"))).includes("acTL");
  return MOVING.test(begins);
}

function beginning(bytes: Buffer): string {
  return bytes.toString("latin1", 0, 64);
}
