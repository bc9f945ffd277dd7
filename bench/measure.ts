import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { parseStat, rssKilobytes } from "./proc.ts";

export interface Command {
  file: string;
  args: readonly string[];
  cwd: string;
  env?: Readonly<Record<string, string>>;
}

/** What one or more commands, run one after the other, took. */
export interface Usage {
  wallSeconds: number;
  /** User and system time of the whole process tree; undefined where /proc is missing. */
  cpuSeconds?: number;
  /** Most memory that the process tree held at any sample; undefined where /proc is missing. */
  peakMegabytes?: number;
}

/** Thrown when a measured command fails; the message holds the end of what it printed. */
export class CommandFailed extends Error {}

const SAMPLE_MS = 100;
const TIME_LIMIT_MS = 30 * 60_000;
const KEPT_OUTPUT = 4_000;
// The clock ticks that /proc counts in; 100 in a second on every Linux that Node runs on.
const TICKS_PER_SECOND = 100;

/** Whether CPU time and memory can be measured on this machine. */
export const CAN_SAMPLE = existsSync("/proc/self/stat");

/** Runs commands one after the other and measures them as one. */
export async function measure(commands: readonly Command[]): Promise<Usage> {
  const parts: Usage[] = [];
  for (const command of commands) parts.push(await measureOne(command));
  return sumUsage(parts);
}

/** Commands in a row: times add up, the peak is the highest of them. */
export function sumUsage(parts: readonly Usage[]): Usage {
  const sum: Usage = { wallSeconds: 0 };
  for (const part of parts) {
    sum.wallSeconds += part.wallSeconds;
    if (part.cpuSeconds !== undefined) sum.cpuSeconds = (sum.cpuSeconds ?? 0) + part.cpuSeconds;
    if (part.peakMegabytes !== undefined)
      sum.peakMegabytes = Math.max(sum.peakMegabytes ?? 0, part.peakMegabytes);
  }
  return sum;
}

function measureOne(command: Command): Promise<Usage> {
  const childTicksBefore = reapedTicks();
  const started = performance.now();
  // A session of its own: that is how its descendants are found, also those whose parent has ended.
  const child = spawn(command.file, command.args, {
    cwd: command.cwd,
    env: { ...process.env, ...command.env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const session = child.pid;
  let printed = "";
  const keep = (data: Buffer): void => {
    printed = (printed + data.toString()).slice(-KEPT_OUTPUT);
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);

  const sampler = session === undefined ? undefined : new TreeSampler(session);
  const sampling = setInterval(() => sampler?.sample(), SAMPLE_MS);
  const stop = (): void => {
    if (session === undefined) return;
    try {
      process.kill(-session, "SIGKILL");
    } catch {
      // The group has ended by itself.
    }
  };
  const limit = setTimeout(stop, TIME_LIMIT_MS);
  process.once("exit", stop);

  return new Promise((resolve, reject) => {
    const end = (): void => {
      clearInterval(sampling);
      clearTimeout(limit);
      process.removeListener("exit", stop);
    };
    const name = [command.file, ...command.args].join(" ");
    child.once("error", (error) => {
      end();
      reject(new CommandFailed(`${name}: ${error.message}`));
    });
    child.once("close", (code, signal) => {
      end();
      const wallSeconds = (performance.now() - started) / 1000;
      if (code !== 0) {
        reject(new CommandFailed(`${name} ended with ${signal ?? code}\n${printed.trim()}`));
        return;
      }
      const reaped = reapedTicks();
      const usage: Usage = { wallSeconds };
      if (sampler && reaped !== undefined && childTicksBefore !== undefined) {
        // Exact for descendants that were waited for; the samples cover one that was left behind.
        const ticks = Math.max(reaped - childTicksBefore, sampler.ticks());
        usage.cpuSeconds = ticks / TICKS_PER_SECOND;
        usage.peakMegabytes = sampler.peakKilobytes / 1024;
      }
      resolve(usage);
    });
  });
}

/** CPU time of all children of this process that have ended, and of theirs. */
function reapedTicks(): number | undefined {
  if (!CAN_SAMPLE) return undefined;
  return parseStat(readFileSync("/proc/self/stat", "utf8"))?.childTicks;
}

/** Adds up what the processes of one session hold and have used. */
class TreeSampler {
  peakKilobytes = 0;
  readonly #session: number;
  readonly #ticksOf = new Map<number, number>();
  /** Processes of other sessions, which are looked at once: on a busy machine every look is charged to the tool. */
  readonly #others = new Set<string>();

  constructor(session: number) {
    this.#session = session;
  }

  sample(): void {
    if (!CAN_SAMPLE) return;
    let kilobytes = 0;
    for (const name of readdirSync("/proc")) {
      if (this.#others.has(name) || !/^\d+$/.test(name)) continue;
      try {
        const stat = parseStat(readFileSync(`/proc/${name}/stat`, "utf8"));
        if (stat?.session !== this.#session) {
          this.#others.add(name);
          continue;
        }
        this.#ticksOf.set(stat.pid, stat.ticks);
        kilobytes += rssKilobytes(readFileSync(`/proc/${name}/status`, "utf8"));
      } catch {
        // The process ended between the listing and the reading.
      }
    }
    this.peakKilobytes = Math.max(this.peakKilobytes, kilobytes);
  }

  ticks(): number {
    return [...this.#ticksOf.values()].reduce((sum, ticks) => sum + ticks, 0);
  }
}
