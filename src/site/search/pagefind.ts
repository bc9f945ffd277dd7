import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { endTogether } from "../../lib/end-together.ts";
import { SearchIndexError } from "./fault.ts";

/** To be asked about words takes it less. */
const UNGUARDED_MS = 1_000;
/** Enough of what a program says to know what went wrong. */
const MAX_MESSAGE = 4_000;
/** How a program in Rust says that nothing more can be written. */
const DISK_FULL = /\bStorageFull\b|No space left on device/;

export interface PagefindRun {
  /** The folder of HTML to index. */
  site: string;
  /** The folder that the index is written to, empty. */
  output: string;
  timeoutMs: number;
  /** Ends the program at once. */
  signal: AbortSignal;
}

/** What Pagefind is asked to read texts with. */
export interface PagefindWork extends Pick<PagefindRun, "timeoutMs" | "signal"> {
  /** A folder for the texts, and for the index that is made of them. */
  folder: string;
  /** The site's language. */
  language: string;
}

/**
 * Indexes a folder with Pagefind's program. Its Node interface does the same on one core, and takes nearly three times as
 * long over large sites. However this process ends, the program ends with it.
 * @throws SearchIndexError with what the program said, when it fails, does not end in time, or cannot be started
 */
export async function runPagefind(run: PagefindRun): Promise<void> {
  const { site, output, timeoutMs, signal } = run;
  const args = ["--site", site, "--output-path", output, "--quiet"];
  const program = findProgram();
  const timeout = AbortSignal.timeout(timeoutMs);
  await new Promise<void>((resolve, reject) => {
    let said = "";
    const fail = (why: string) => {
      reject(SearchIndexError.because(said.trim() ? `${why}:\n${said.trim()}` : why));
    };
    const child = spawn(program, args, {
      // Pagefind reads a pagefind.yml of the folder it runs in, and settings from the environment.
      cwd: site,
      env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("PAGEFIND_"))),
      stdio: ["ignore", "pipe", "pipe"],
      signal: AbortSignal.any([signal, timeout]),
      killSignal: "SIGKILL",
      windowsHide: true,
    });
    endTogether(child, UNGUARDED_MS);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8");
      stream.on("data", (text: string) => {
        said = (said + text).slice(-MAX_MESSAGE);
      });
    }
    child.on("error", (error) => {
      if (timeout.aborted)
        fail(`pagefind took longer than ${Math.round(timeoutMs / 1000)} s and was stopped`);
      else fail(error.message);
    });
    child.on("close", (code, killedBy) => {
      if (code === 0) resolve();
      else if (DISK_FULL.test(said)) reject(SearchIndexError.because("no space is left on the disk"));
      else fail(killedBy ? `pagefind was ended by ${killedBy}` : `pagefind ended with code ${code}`);
    });
  });
}

/** Pagefind's program comes in a package of its own for each kind of machine. */
function findProgram(): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@pagefind/${system}-${process.arch}/bin/pagefind_extended${system === "windows" ? ".exe" : ""}`;
  try {
    return createRequire(packageFile("package.json")).resolve(name);
  } catch (cause) {
    const why = `Pagefind has no program for ${system} on ${process.arch} here. Run "npm ci" on this machine.`;
    throw SearchIndexError.because(why, cause);
  }
}

/** A file of the pagefind package, which does not export its package.json. */
function packageFile(name: string): string {
  return fileURLToPath(new URL(`../${name}`, import.meta.resolve("pagefind")));
}
