import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { ENGINE_ROOT } from "../../src/site/engine-root.ts";

const readJson = (file: string): unknown => JSON.parse(readFileSync(join(ENGINE_ROOT, file), "utf8"));

const manifest = z
  .object({
    dependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
    allowScripts: z.record(z.string(), z.boolean()),
  })
  .parse(readJson("package.json"));

const lock = z
  .object({
    packages: z.record(
      z.string(),
      z.object({
        version: z.string().optional(),
        resolved: z.string().optional(),
        integrity: z.string().optional(),
        hasInstallScript: z.boolean().optional(),
        optional: z.boolean().optional(),
        os: z.array(z.string()).optional(),
        libc: z.array(z.string()).optional(),
      }),
    ),
  })
  .parse(readJson("package-lock.json"));

/** Every installed package, by the name that it is imported by. */
const installed = Object.entries(lock.packages).flatMap(([path, entry]) => {
  const name = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path)?.[1];
  return name === undefined ? [] : [{ path, name, ...entry }];
});

const numbers = (version: string): number[] => version.split(/[.+-]/).slice(0, 3).map(Number);

function isBelow(version: string, least: string): boolean {
  const parts = numbers(version);
  const difference = numbers(least)
    .map((part, index) => (parts[index] ?? 0) - part)
    .find((each) => each !== 0);
  return difference !== undefined && !(difference > 0);
}

describe("versions with known holes", () => {
  it.each([
    ["10.27.0", "10.27.1", true],
    ["9.99.99", "10.27.1", true],
    ["3.14.1", "4.3.2", true],
    ["10.27.1", "10.27.1", false],
    ["10.30.0", "10.27.1", false],
    ["15.0.3", "15.0.3", false],
    ["16.0.0", "15.0.3", false],
  ])("%s is below %s: %s", (version, least, expected) => {
    expect(isBelow(version, least)).toBe(expected);
  });

  it.each([
    ["liquidjs", "10.27.1"],
    ["markdown-it", "15.0.3"],
    ["js-yaml", "4.3.2"],
    ["nunjucks", "3.2.4"],
  ])("holds no %s below %s, wherever it is in the tree", (name, least) => {
    const versions = installed.filter((one) => one.name === name);
    expect(versions).not.toEqual([]);
    expect(versions.filter(({ version }) => isBelow(version ?? "0", least))).toEqual([]);
  });
});

describe("installation", () => {
  it("runs scripts of the packages that are allowed by name, and of no other", () => {
    const allowed = Object.keys(manifest.allowScripts).filter((name) => manifest.allowScripts[name]);
    const wanting = installed.filter((one) => one.hasInstallScript).map(({ name }) => name);
    expect([...new Set(wanting)].sort()).toEqual(allowed.sort());
  });

  it("gets exact versions", () => {
    for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
      expect(version, name).toMatch(/^(?:npm:@?[\w./-]+@)?\d+\.\d+\.\d+$/);
    }
  });

  it("gets packages from the registry alone, and checks the hash of all but those of other systems", () => {
    for (const { path, resolved, integrity, optional, os, libc } of installed) {
      expect(resolved ?? "https://registry.npmjs.org/", path).toMatch(/^https:\/\/registry\.npmjs\.org\//);
      const isForOthers = optional === true && (libc !== undefined || (os ?? ["linux"])[0] !== "linux");
      if (!isForOthers) expect(integrity, path).toMatch(/^sha512-/);
    }
  });
});
