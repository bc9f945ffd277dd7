import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { planPicture } from "../../../src/site/picture-cache.ts";
import { temporaryFolder, writeFiles } from "../../support/fixture.ts";

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
