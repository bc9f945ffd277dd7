import { execFileSync } from "node:child_process";
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { takeLock } from "../../../src/lib/lock-file.ts";
import { temporaryFolder } from "../../support/fixture.ts";

const folder = temporaryFolder();
const take = (file: string) => takeLock(file, { onWait: () => {}, patience: 0 });

it("takes the place of a link that leads nowhere, and is gone when it is released", async () => {
  const file = join(folder, "dangling-lock");
  symlinkSync(join(folder, "nowhere"), file);
  const lock = await take(file);
  expect(lock?.isHeld()).toBe(true);
  expect(await take(file)).toBeUndefined();
  expect(readdirSync(folder)).toEqual(["dangling-lock"]);
  lock?.release();
  expect(readdirSync(folder)).toEqual([]);
});

it.each<[string, (file: string) => void]>([
  ["a link to what has no end", (file) => symlinkSync("/dev/zero", file)],
  ["a link to a folder", (file) => symlinkSync(folder, file)],
  ["a pipe", (file) => execFileSync("mkfifo", [file])],
  ["a folder", (file) => mkdirSync(join(file, "inside"), { recursive: true })],
  [
    "a file of a gigabyte",
    (file) => {
      writeFileSync(file, "");
      truncateSync(file, 1_000_000_000);
    },
  ],
])("takes the place of %s, which is no lock, at once", async (_what, make) => {
  const file = join(folder, "no-lock");
  make(file);
  const lock = await take(file);
  expect(lock?.isHeld()).toBe(true);
  lock?.release();
  expect(readdirSync(folder)).toEqual([]);
});

it("takes over the lock of a process that has gone", async () => {
  const file = join(folder, "abandoned-lock");
  writeFileSync(file, `${process.pid} 1`);
  const lock = await take(file);
  expect(readFileSync(file, "utf8")).not.toBe(`${process.pid} 1`);
  lock?.release();
  expect(readdirSync(folder)).toEqual([]);
});

it("is not said to be waited for while it names no process, as after one that was killed when it made it", async () => {
  const file = join(folder, "unwritten-lock");
  writeFileSync(file, "");
  const fourSecondsAgo = Date.now() / 1000 - 4;
  utimesSync(file, fourSecondsAgo, fourSecondsAgo);
  let told = 0;
  const lock = await takeLock(file, { onWait: () => told++, patience: 10_000 });
  expect(lock?.isHeld()).toBe(true);
  expect(told).toBe(0);
  await takeLock(file, { onWait: () => told++, patience: 300 });
  expect(told).toBe(1);
  lock?.release();
});
