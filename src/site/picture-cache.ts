import { createHash, hash } from "node:crypto";
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import Image, { type ImageEntry } from "@11ty/eleventy-img";
import { z } from "zod";
import { readChecked, writeChecked } from "../lib/checked-file.ts";
import { readOwn } from "../lib/read-own.ts";
import { openWorkFolder } from "../lib/work-folder.ts";
import { isMoving, requirePixels } from "./picture-bytes.ts";
import { TooLarge } from "./unreadable-picture.ts";

/** Counts the ways in which sizes were made: browsers keep a file for a year, and ask for another by another name. */
const EDITION = 2;
const WIDTHS = [400, 800, 1200];
const FORMATS = ["avif", "webp", "auto"];
/** A fifth of the time of the usual effort, 4, for 6% more bytes. */
const AVIF = { effort: 2 };

const fileSchema = z.object({
  /** The file's name in the cache folder. */
  name: z.string(),
  url: z.string(),
  width: z.number(),
  height: z.number(),
  srcset: z.string(),
  sourceType: z.string(),
});
/** With the sha256 of the file's bytes, to know one that is not as it was written. */
const entrySchema = fileSchema.extend({ sha256: z.string() });
/** Changes with the form of the record below. */
const RECORD_VERSION = "3";
const recordSchema = z.array(z.array(entrySchema).min(1)).min(1);

/** What phones take at most: decoded, they are 150 MB. */
const MAX_PIXELS = 8192 * 6144;
/** As many pixels take, without compression, and more than any camera's file. */
const MAX_BYTES = 200_000_000;
/** WebP has room for no more. */
const MAX_SIDE = 16_383;

/** One size of a picture in one format. */
export type PictureFile = z.infer<typeof fileSchema>;

export interface PlannedPicture {
  /** Names the picture, and what is made of it, by its content. */
  id: string;
  /** The picture's sizes, format by format, the one that every browser shows last. */
  formats: PictureFile[][];
  /** Whether the cache folder has the files. */
  isKept: boolean;
}

/**
 * Of a picture that is published as it is: drawings have no size of their own, and moving pictures would stand still in
 * another format.
 */
export const AS_IT_IS: PlannedPicture = { id: "", formats: [], isKept: true };

/**
 * Finds the sizes of a picture, which takes a moment; to encode them takes a hundred times as long.
 * @param file the picture's
 * @param folder the cache folder
 * @throws when the file is no picture; TooLarge by its header, before anything is decoded
 */
export async function planPicture(file: string, folder: string): Promise<PlannedPicture> {
  if (statSync(file).size > MAX_BYTES) throw new TooLarge();
  const bytes = readFileSync(file);
  requirePixels(bytes);
  if (isMoving(bytes)) return AS_IT_IS;
  const id = idOf(bytes);
  const kept = readRecord(id, folder);
  if (kept) return { id, formats: kept, isKept: true };
  const { width, height } = await measure(file);
  if (width * height > MAX_PIXELS) throw new TooLarge();
  const planned = await Image(file, { ...optionsFor(id), statsOnly: true });
  const formats = Object.values(planned)
    // Of AVIF, "auto" makes a HEIF, which has no type of its own here, and shows in no more browsers.
    .filter(([first]) => first?.sourceType !== undefined)
    .map((entries) =>
      entries.map(({ url, width, height, srcset, sourceType }) => {
        return { name: basename(url), url, width, height: Math.max(1, height), srcset, sourceType };
      }),
    );
  if (formats.flat().some(({ height }) => height > MAX_SIDE)) throw new TooLarge();
  return { id, formats, isKept: false };
}

/**
 * The size of a picture, upright, which its header tells.
 * @throws when the file is no picture
 */
export async function measure(file: string): Promise<{ width: number; height: number }> {
  const options = { formats: ["auto"], widths: ["auto"], statsOnly: true, useCache: false };
  // An address that is asked for is made without the hash of the file, which would be read for it.
  const [size] = Object.values(await Image(file, { ...options, urlFormat: () => "" })).flat();
  if (!size) throw new Error("no size");
  return { width: size.width, height: size.height };
}

/**
 * Puts a picture's files into the cache folder. They are encoded once for a content: a record is written when all of them are
 * there, so that a build that was killed leaves nothing behind that counts. They are written here, for sharp tells of a full
 * disk as of a picture that it cannot read.
 * @param file the picture's
 * @param planned what `planPicture` found
 * @param folder the cache folder
 * @throws when the file is no picture, or another one by now; with a code when it cannot be read, or the cache not be written
 */
export async function encodePicture(
  file: string,
  { id, formats }: Pick<PlannedPicture, "id" | "formats">,
  folder: string,
): Promise<void> {
  const { path: making, remove } = openWorkFolder(folder, ".new");
  const sums = new Map<string, string>();
  try {
    // eleventy-img takes files: of bytes, it would make a text to look for an address in, and keep them.
    const original = join(making, "original");
    writeFileSync(original, readAgain(file, id));
    const largest = join(making, "largest");
    writeFileSync(largest, await decode(original, formats));
    for (const files of formats) {
      for (const { url, buffer } of await encode(largest, id, files)) {
        const name = basename(url);
        writeFileSync(join(making, name), buffer);
        rmSync(join(folder, name), { recursive: true, force: true });
        renameSync(join(making, name), join(folder, name));
        sums.set(name, hash("sha256", buffer));
      }
    }
    const entries = formats.map((files) =>
      files.map((planned) => ({ ...planned, sha256: sums.get(planned.name) })),
    );
    writeChecked(recordFile(folder, id), recordVersion(id), entries);
  } finally {
    remove();
  }
}

/** The bytes that were planned for: all pictures of a site at once would not fit into memory. */
function readAgain(file: string, id: string): Buffer {
  const bytes = readFileSync(file);
  if (idOf(bytes) !== id) throw new Error("the picture has changed");
  return bytes;
}

/**
 * A picture upright, in the largest size that is published, without loss. The original may have forty times its pixels, and is
 * decoded once for all sizes and formats.
 */
async function decode(original: string, formats: PictureFile[][]): Promise<Buffer> {
  const [largest] = await encoded(original, {
    formats: ["png"],
    widths: [Math.max(...formats.flat().map(({ width }) => width))],
    fixOrientation: true,
    // It is read in a moment again.
    sharpPngOptions: { compressionLevel: 0 },
  });
  if (!largest) throw new Error("no size");
  return largest.buffer;
}

/** Encodes a picture in one format, all of whose sizes are made at the same time. */
function encode(largest: string, id: string, files: PictureFile[]): Promise<ImageEntry[]> {
  const formats = files.slice(0, 1).map(({ name }) => extname(name).slice(1));
  return encoded(largest, { ...optionsFor(id), formats, widths: files.map(({ width }) => width) });
}

async function encoded(file: string, options: object): Promise<ImageEntry[]> {
  return Object.values(await Image(file, { ...options, useCache: false, dryRun: true })).flat();
}

function optionsFor(id: string) {
  return {
    formats: FORMATS,
    widths: WIDTHS,
    sharpAvifOptions: AVIF,
    useCache: false,
    urlFormat: ({ width, format }: { width: number; format: string }) =>
      `/assets/pictures/${id}-${width}.${format}`,
  };
}

function recordFile(folder: string, id: string): string {
  return join(folder, `${id}.json`);
}

/** Names the picture, too: a record that has another's place is none. */
function recordVersion(id: string): string {
  return `${RECORD_VERSION} ${id}`;
}

function idOf(bytes: Buffer): string {
  const settings = JSON.stringify([EDITION, WIDTHS, FORMATS, AVIF]);
  return createHash("sha256").update(settings).update(bytes).digest("hex").slice(0, 16);
}

/** What was encoded before, when all of it is still there, byte for byte. */
function readRecord(id: string, folder: string): z.infer<typeof recordSchema> | undefined {
  const { data } = recordSchema.safeParse(readChecked(recordFile(folder, id), recordVersion(id)));
  return data?.flat().every((file) => isIntact(file, folder)) ? data : undefined;
}

function isIntact({ name, sha256 }: z.infer<typeof entrySchema>, folder: string): boolean {
  const bytes = readOwn(join(folder, basename(name)));
  return bytes !== undefined && hash("sha256", bytes) === sha256;
}
