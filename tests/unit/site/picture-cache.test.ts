import { execFileSync } from "node:child_process";
import { hash } from "node:crypto";
import { readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { encodePicture, planPicture } from "../../../src/site/picture-cache.ts";
import { unlessUnreadable } from "../../../src/site/unreadable-picture.ts";
import { temporaryFolder, writeFiles } from "../../support/fixture.ts";

const DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>';

const folder = temporaryFolder();
const solid = (width: number, height: number, background = "teal") =>
  sharp({ create: { width, height, channels: 3, background } });

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

describe("a picture that moves", () => {
  const frames = () => Promise.all(["red", "green"].map((color) => solid(40, 30, color).png().toBuffer()));
  const moving = async () => sharp(await frames(), { join: { animated: true } });
  /** A PNG with the chunk that says how many frames it has, and with the same text where it says nothing. */
  const withFrames = async (before: string) => {
    const png = await solid(40, 30).png().toBuffer();
    const at = png.indexOf(before) + (before === "IDAT" ? -4 : 8);
    const data = Buffer.from("acTL\0\0\0\x01\0\0\0\0", "latin1");
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(8);
    sum.writeUInt32BE(crc32(data));
    return Buffer.concat([png.subarray(0, at), length, data, sum, png.subarray(at)]);
  };
  it.each([
    ["WebP", async () => (await moving()).webp().toBuffer()],
    ["GIF", async () => (await moving()).gif().toBuffer()],
    ["PNG", () => withFrames("IDAT")],
    [
      "AVIF",
      async () => {
        const avif = await solid(40, 30).avif().toBuffer();
        avif.write("avis", 8, "latin1");
        return avif;
      },
    ],
  ])("as %s is published as it is, for it would stand still in other formats", async (_format, picture) => {
    expect(await plan("moving.png", await picture())).toMatchObject({ formats: [], isKept: true });
  });

  it.each([
    ["WebP with transparency", () => solid(40, 30).ensureAlpha(0.5).webp().toBuffer()],
    ["WebP with a profile", () => solid(40, 30).withIccProfile("p3").webp().toBuffer()],
    ["PNG", () => solid(40, 30).png().toBuffer()],
    ["PNG that names the chunk behind its data", () => withFrames("IEND")],
  ])("is not a still one, such as %s", async (_what, picture) => {
    expect((await plan("still.png", await picture())).formats).not.toEqual([]);
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

  it.each([1, 3, 6, 8])(
    "stands upright in every format when its camera was turned (%i)",
    async (orientation) => {
      const left = await solid(60, 80, "red").png().toBuffer();
      const upright = await solid(120, 80, "blue")
        .composite([{ input: left, left: 0, top: 0 }])
        .png()
        .toBuffer();
      const turn = { 1: 0, 3: 180, 6: 270, 8: 90 }[orientation];
      const turned = sharp(await sharp(upright).rotate(turn).png().toBuffer()).withMetadata({ orientation });
      const formats = await made("turned", await turned.jpeg({ quality: 100 }).toBuffer());
      for (const { name, width, height } of formats.flat()) {
        expect({ width, height }).toEqual({ width: 120, height: 80 });
        const picture = sharp(
          await sharp(readFileSync(join(cache, name)))
            .png()
            .toBuffer(),
        );
        const pixel = (left: number) =>
          picture.clone().extract({ left, top: 40, width: 1, height: 1 }).raw().toBuffer();
        expect((await picture.metadata()).width).toBe(120);
        const [[red = 0] = [], [, , blue = 0] = []] = [await pixel(20), await pixel(100)];
        expect(
          [red, blue].every((value) => value > 200),
          name,
        ).toBe(true);
      }
    },
  );

  it.each<[string, (file: string, aside: string) => void]>([
    ["a link to the same bytes", (file, aside) => symlinkSync(aside, file)],
    ["a pipe", (file) => execFileSync("mkfifo", [file])],
  ])("is made anew where one of its files is %s", async (what, put) => {
    const bytes = await solid(410, 300).png().toBuffer();
    const name = (await made("kept.png", bytes)).flat()[0]?.name ?? "";
    const aside = join(folder, `aside of ${what}`);
    renameSync(join(cache, name), aside);
    put(join(cache, name), aside);
    expect((await plan("kept.png", bytes)).isKept).toBe(false);
    await made("kept.png", bytes);
  });

  it("keeps what shows through, and the colors that its profile names", async () => {
    const bytes = await sharp({
      create: { width: 900, height: 600, channels: 4, background: { r: 200, g: 20, b: 20, alpha: 0.5 } },
    })
      .withIccProfile("p3")
      .png()
      .toBuffer();
    const { icc } = await sharp(bytes).metadata();
    for (const { name } of (await made("through.png", bytes)).flat()) {
      const file = readFileSync(join(cache, name));
      expect((await sharp(file).metadata()).icc).toEqual(icc);
      const [, , , alpha = 0] = await sharp(file).raw().toBuffer();
      expect(alpha).toBeCloseTo(128, -1);
    }
  });

  it("is the same, byte for byte, whatever number of processors it is made on", async () => {
    const noise = { type: "gaussian", mean: 128, sigma: 30 } as const;
    const create = { width: 1300, height: 500, channels: 3, noise, background: "#fff" } as const;
    const bytes = await sharp({ create }).jpeg().toBuffer();
    const sums = async () => {
      rmSync(cache, { recursive: true });
      const names = (await made("noise.jpg", bytes)).flat().map(({ name }) => name);
      return names.map((name) => [name, hash("sha256", readFileSync(join(cache, name)))]);
    };
    const processors = sharp.concurrency();
    const many = await sums();
    try {
      sharp.concurrency(1);
      expect(await sums()).toEqual(many);
    } finally {
      sharp.concurrency(processors);
    }
  });
});

describe("a picture of too many pixels", () => {
  /** A file whose header says this size, and which has the pixels of a smaller one. */
  const said = async (width: number, height: number) => {
    const png = await solid(100, 100).png().toBuffer();
    png.writeUInt32BE(width, 16);
    png.writeUInt32BE(height, 20);
    png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
    return png;
  };

  it.each([
    [8_192, 6_145],
    [30_000, 30_000],
    [100, 16_384],
    [1_600, 25_000],
  ])("is told of by its header alone: %i by %i", async (width, height) => {
    const problem = await unlessUnreadable("/assets/large.png", async () => {
      await plan("large.png", await said(width, height));
    });
    expect(problem).toMatchObject({
      rule: "picture-too-large",
      hint: expect.stringMatching(/50 megapixels.*16,383 pixels/),
    });
  });

  it.each([
    [8_192, 6_144],
    [6_144, 8_192],
    [100, 16_383],
    [16_383, 100],
    [2_400, 20_000],
  ])("is none of %i by %i", async (width, height) => {
    expect((await plan("large.png", await said(width, height))).formats).toHaveLength(3);
  });
});
