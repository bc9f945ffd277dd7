import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { encodePicture, planPicture } from "../../../src/site/picture-cache.ts";
import { unlessUnreadable } from "../../../src/site/unreadable-picture.ts";
import { temporaryFolder, writeFiles } from "../../support/fixture.ts";

const DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>';

const folder = temporaryFolder();
const solid = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "teal" } });

/** Plans a picture of these bytes. */
function plan(name: string, bytes: Buffer) {
  writeFiles(folder, { [name]: bytes });
  return planPicture(join(folder, name), join(folder, "cache"));
}

describe("the sizes that are planned of a picture", () => {
  it("are at least one pixel high, also of a line", async () => {
    const { formats } = await plan("line.png", await solid(16_384, 1).png().toBuffer());
    expect(formats.flat().map(({ height }) => height)).toEqual(Array(9).fill(1));
  });
});

describe("a file under the name of a picture", () => {
  const pixels = () => solid(40, 30);
  it.each([
    ["PNG", () => pixels().png()],
    ["JPEG", () => pixels().jpeg()],
    ["WebP", () => pixels().webp()],
    ["lossless WebP", () => pixels().webp({ lossless: true })],
    ["AVIF", () => pixels().avif()],
    ["GIF", () => pixels().gif()],
  ])("is read as what it is, such as %s, whatever its name says", async (_format, picture) => {
    const { formats } = await plan("picture.png", await picture().toBuffer());
    expect(formats.at(-1)?.at(-1)).toMatchObject({ width: 40, height: 30 });
  });

  it.each([
    ["a drawing", () => DRAWING],
    ["a drawing after a declaration", () => `<?xml version="1.0"?>\n${DRAWING}`],
    ["a drawing after white space", () => `\n ${DRAWING}`],
    ["a format that no browser shows", () => pixels().tiff().toBuffer()],
    ["nothing", () => ""],
  ])("is refused, and not drawn, when it is %s", async (_what, content) => {
    const bytes = Buffer.from(await content());
    const problem = await unlessUnreadable("/assets/other.png", async () => {
      await plan("other.png", bytes);
    });
    expect(problem).toMatchObject({
      rule: "unreadable-picture",
      file: "content/assets/other.png",
      hint: expect.stringContaining("the name of a drawing ends in .svg"),
    });
  });
});

describe("what is made of a picture", () => {
  const cache = join(folder, "cache");
  const made = async (name: string, bytes: Buffer) => {
    const planned = await plan(name, bytes);
    await encodePicture(join(folder, name), planned, cache);
    expect((await plan(name, bytes)).isKept).toBe(true);
    return planned.formats;
  };

  it.each([
    ["JPEG", () => solid(500, 400).jpeg(), ["avif", "webp", "jpeg"]],
    ["PNG", () => solid(500, 401).png(), ["avif", "webp", "png"]],
    ["WebP", () => solid(500, 402).webp(), ["avif", "webp"]],
    ["AVIF", () => solid(500, 403).avif(), ["avif", "webp"]],
  ])("of %s is in formats whose type browsers are told", async (_format, picture, expected) => {
    const formats = await made("typed", await picture().toBuffer());
    expect(formats.map(([file]) => file?.sourceType)).toEqual(expected.map((format) => `image/${format}`));
  });
});
