import { createHash, hash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import Image from "@11ty/eleventy-img";
import { z } from "zod";
import { readChecked, writeChecked } from "../lib/checked-file.ts";

const WIDTHS = [400, 800, 1200];
const FORMATS = ["avif", "webp", "auto"];
/** A fifth of the time of the usual effort, 4, for 6% more bytes. */
const AVIF = { effort: 2 };

const entrySchema = z.object({
  /** The file's name in the cache folder. */
  name: z.string(),
  /** Of the file's bytes, to know one that is not as it was written. */
  sha256: z.string(),
  url: z.string(),
  width: z.number(),
  height: z.number(),
  srcset: z.string(),
  sourceType: z.string(),
});
/** Changes with the form of the record below. */
const RECORD_VERSION = "2";
const recordSchema = z.array(z.array(entrySchema).min(1)).min(1);

/** One size of a picture in one format. */
export type PictureFile = z.infer<typeof entrySchema>;

/**
 * A picture's sizes, format by format, the one that every browser shows last. They are encoded once for a content, and then
 * taken from the cache folder. A record is written when all of them are there, so that a build that was killed leaves
 * nothing behind that counts.
 * @throws when the bytes are no picture
 */
export async function encodePicture(bytes: Buffer, folder: string): Promise<PictureFile[][]> {
  const settings = JSON.stringify([WIDTHS, FORMATS, AVIF]);
  const id = createHash("sha256").update(settings).update(bytes).digest("hex").slice(0, 16);
  const record = join(folder, `${id}.json`);
  const kept = readRecord(record, folder);
  if (kept) return kept;

  mkdirSync(folder, { recursive: true });
  const making = mkdtempSync(join(folder, ".new-"));
  try {
    const made = await Image(bytes, {
      formats: FORMATS,
      widths: WIDTHS,
      sharpAvifOptions: AVIF,
      urlPath: "/assets/pictures/",
      outputDir: making,
      useCache: false,
      filenameFormat: (_id: string, _source: unknown, width: number, format: string) =>
        `${id}-${width}.${format}`,
    });
    const formats = Object.values(made)
      .filter((entries) => entries.length > 0)
      .map((entries) =>
        entries.map(({ outputPath, url, width, height, srcset, sourceType }): PictureFile => {
          const name = basename(outputPath);
          rmSync(join(folder, name), { recursive: true, force: true });
          renameSync(outputPath, join(folder, name));
          const sha256 = hash("sha256", readFileSync(join(folder, name)));
          return { name, sha256, url, width, height, srcset, sourceType };
        }),
      );
    writeChecked(record, RECORD_VERSION, formats);
    return formats;
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
}

/** What was encoded before, when all of it is still there, byte for byte. */
function readRecord(record: string, folder: string): PictureFile[][] | undefined {
  const { data } = recordSchema.safeParse(readChecked(record, RECORD_VERSION));
  return data?.flat().every((file) => isIntact(file, folder)) ? data : undefined;
}

function isIntact({ name, sha256 }: PictureFile, folder: string): boolean {
  try {
    return hash("sha256", readFileSync(join(folder, basename(name)))) === sha256;
  } catch {
    return false;
  }
}
