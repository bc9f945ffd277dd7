import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join, relative } from "node:path";
import { z } from "zod";
import { ASTRO_FILES, ELEVENTY_FILES, HUGO_FILES } from "./peer-files.ts";
import { pagefind, type Tool } from "./tools.ts";

export const PEERS = ["hugo", "astro", "eleventy"] as const;
export type PeerId = (typeof PEERS)[number];

/** A peer that can run, or why it cannot and how to get it. */
export type Peer = { id: PeerId; tool: Tool } | { id: PeerId; missing: string };

const PACKAGES = {
  astro: { name: "astro", version: "7.3.5", title: "Astro" },
  eleventy: { name: "@11ty/eleventy", version: "3.1.7", title: "Eleventy" },
} as const;

/** Where the npm peers are installed, so that the project does not depend on them. */
export function peerCache(env: NodeJS.ProcessEnv = process.env): string {
  return join(env.XDG_CACHE_HOME || join(homedir(), ".cache"), "rolewise-bench");
}

/** Makes a peer ready to run; installs it into the cache folder when it is not there yet. */
export function preparePeer(id: PeerId, report: (line: string) => void): Peer {
  try {
    if (id === "hugo") return { id, tool: hugo() };
    const folder = install(PACKAGES[id], report);
    return { id, tool: id === "astro" ? astro(folder) : eleventy(folder) };
  } catch (error) {
    const reason = error instanceof Error ? error.message.trim() : String(error);
    return { id, missing: reason };
  }
}

function hugo(): Tool {
  let version: string;
  try {
    version = execFileSync("hugo", ["version"], { encoding: "utf8" });
  } catch (cause) {
    throw new Error("hugo is not on the PATH. On Debian and Ubuntu: apt-get install hugo", { cause });
  }
  const number = /v(\d+\.\d+)/.exec(version)?.[1] ?? "of unknown version";
  const folder = join(peerCache(), "hugo");
  writeFiles(folder, HUGO_FILES);
  return {
    id: "hugo",
    name: `Hugo ${number}`,
    searchBy: "Pagefind",
    commands: (run) => [
      {
        file: "hugo",
        args: [
          ...["--source", folder, "--contentDir", run.corpus.content],
          ...["--destination", run.output, "--cacheDir", run.scratch, "--noBuildLock", "--quiet"],
        ],
        cwd: folder,
      },
      ...pagefind(run),
    ],
    caches: () => [join(folder, "resources")],
  };
}

function astro(folder: string): Tool {
  writeFiles(folder, ASTRO_FILES);
  return {
    id: "astro",
    name: `Astro ${PACKAGES.astro.version}`,
    searchBy: "Pagefind",
    commands: (run) => [
      {
        file: process.execPath,
        args: [join(folder, "node_modules/astro/bin/astro.mjs"), "build", "--silent"],
        cwd: folder,
        env: {
          ASTRO_TELEMETRY_DISABLED: "1",
          BENCH_CONTENT: run.corpus.content,
          BENCH_OUTPUT: run.output,
          BENCH_CACHE: join(run.scratch, "astro"),
        },
      },
      ...pagefind(run),
    ],
    caches: () => [
      join(folder, ".astro"),
      join(folder, "node_modules/.astro"),
      join(folder, "node_modules/.vite"),
    ],
  };
}

function eleventy(folder: string): Tool {
  return {
    id: "eleventy",
    name: `Eleventy ${PACKAGES.eleventy.version}`,
    searchBy: "Pagefind",
    commands: (run) => {
      const { corpus, output, scratch } = run;
      // Eleventy reads from below the folder that it runs in.
      writeFiles(scratch, ELEVENTY_FILES);
      symlinkSync(corpus.content, join(scratch, "content"));
      return [
        {
          file: process.execPath,
          args: [join(folder, "node_modules/@11ty/eleventy/cmd.cjs"), "--quiet"],
          cwd: scratch,
          env: { BENCH_OUTPUT: relative(scratch, output) },
        },
        ...pagefind(run),
      ];
    },
    caches: () => [],
  };
}

function install(
  wanted: { name: string; version: string; title: string },
  report: (line: string) => void,
): string {
  const folder = join(peerCache(), wanted.title.toLowerCase());
  if (installedVersion(folder, wanted.name) === wanted.version) return folder;
  report(`Installing ${wanted.name}@${wanted.version} into ${folder} ...`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "package.json"),
    `${JSON.stringify({ private: true, type: "module", dependencies: { [wanted.name]: wanted.version } }, null, 2)}\n`,
  );
  try {
    // npm with this Node, not with an older one that may come first on the PATH.
    const path = `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ""}`;
    execFileSync("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error"], {
      cwd: folder,
      env: { ...process.env, PATH: path },
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
  } catch (cause) {
    throw new Error(
      `npm could not install ${wanted.name}@${wanted.version} into ${folder}. Try it there: npm install`,
      {
        cause,
      },
    );
  }
  return folder;
}

const packageSchema = z.object({ version: z.string() });

function installedVersion(folder: string, name: string): string | undefined {
  const file = join(folder, "node_modules", name, "package.json");
  if (!existsSync(file)) return undefined;
  return packageSchema.safeParse(JSON.parse(readFileSync(file, "utf8"))).data?.version;
}

function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
