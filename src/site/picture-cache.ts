import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import Image from "@11ty/eleventy-img";
import { z } from "zod";

const WIDTHS = [400, 800, 1200];
const FORMATS = ["avif", "webp", "auto"];

const entrySchema = z.object({
  /** The file's name in the cache folder. */
  name: z.string(),
  /** Of the file, to know one that was cut short. */
  bytes: z.number(),
  url: z.string(),
  width: z.number(),
  height: z.number(),
  srcset: z.string(),
  sourceType: z.string(),
});
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
  const settings = JSON.stringify([WIDTHS, FORMATS]);
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
          renameSync(outputPath, join(folder, name));
          const { size } = statSync(join(folder, name));
          return { name, bytes: size, url, width, height, srcset, sourceType };
        }),
      );
    writeFileSync(join(making, "record"), JSON.stringify(recordSchema.parse(formats)));
    renameSync(join(making, "record"), record);
    return formats;
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
}

/** What was encoded before, when all of it is still there. */
function readRecord(record: string, folder: string): PictureFile[][] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(record, "utf8"));
  } catch {
    return undefined;
  }
  const { data } = recordSchema.safeParse(value);
  const isThere = ({ name, bytes }: PictureFile) =>
    statSync(join(folder, basename(name)), { throwIfNoEntry: false })?.size === bytes;
  return data?.flat().every(isThere) ? data : undefined;
}
