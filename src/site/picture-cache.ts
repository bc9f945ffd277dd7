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

/** One size of a picture in one format. */
export type PictureFile = z.infer<typeof fileSchema>;

export interface PlannedPicture {
  /** The picture's sizes, format by format, the one that every browser shows last. */
  formats: PictureFile[][];
  /**
   * Puts the files into the cache folder, unless they are there. They are encoded once for a content. A record is written
   * when all of them are there, so that a build that was killed leaves nothing behind that counts.
   * @throws when the file is no picture, or another one by now
   */
  encode(): Promise<void>;
}

/**
 * Finds the sizes of a picture, which takes a moment; to encode them takes a hundred times as long.
 * @param file the picture's
 * @param folder the cache folder
 * @throws when the file is no picture
 */
export async function planPicture(file: string, folder: string): Promise<PlannedPicture> {
  const id = idOf(readFileSync(file));
  const record = join(folder, `${id}.json`);
  const kept = readRecord(record, folder);
  if (kept) return { formats: kept, encode: async () => {} };

  const options = {
    formats: FORMATS,
    widths: WIDTHS,
    sharpAvifOptions: AVIF,
    urlPath: "/assets/pictures/",
    useCache: false,
    filenameFormat: (_id: string, _source: unknown, width: number, format: string) =>
      `${id}-${width}.${format}`,
  };
  const planned = await Image(file, { ...options, statsOnly: true });
  const formats = Object.values(planned)
    .filter((entries) => entries.length > 0)
    .map((entries) =>
      entries.map(({ url, width, height, srcset, sourceType }) => {
        return { name: basename(url), url, width, height, srcset, sourceType };
      }),
    );

  async function encode(): Promise<void> {
    // Read again: all pictures of a site at once would not fit into memory.
    const bytes = readFileSync(file);
    if (idOf(bytes) !== id) throw new Error("the picture has changed");
    mkdirSync(folder, { recursive: true });
    const making = mkdtempSync(join(folder, ".new-"));
    try {
      await Image(bytes, { ...options, outputDir: making });
      const entries = formats.map((files) =>
        files.map((file) => ({ ...file, sha256: keep(file.name, making) })),
      );
      writeChecked(record, RECORD_VERSION, entries);
    } finally {
      rmSync(making, { recursive: true, force: true });
    }
  }
  /** Moves a new file to where it is kept. Returns its sha256. */
  function keep(name: string, making: string): string {
    rmSync(join(folder, name), { recursive: true, force: true });
    renameSync(join(making, name), join(folder, name));
    return hash("sha256", readFileSync(join(folder, name)));
  }
  return { formats, encode };
}

/** Names a picture, and what is made of it, by its content. */
function idOf(bytes: Buffer): string {
  const settings = JSON.stringify([WIDTHS, FORMATS, AVIF]);
  return createHash("sha256").update(settings).update(bytes).digest("hex").slice(0, 16);
}

/** What was encoded before, when all of it is still there, byte for byte. */
function readRecord(record: string, folder: string): z.infer<typeof recordSchema> | undefined {
  const { data } = recordSchema.safeParse(readChecked(record, RECORD_VERSION));
  return data?.flat().every((file) => isIntact(file, folder)) ? data : undefined;
}

function isIntact({ name, sha256 }: z.infer<typeof entrySchema>, folder: string): boolean {
  try {
    return hash("sha256", readFileSync(join(folder, basename(name)))) === sha256;
  } catch {
    return false;
  }
}
