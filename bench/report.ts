import type { Usage } from "./measure.ts";

/** All runs of one tool on one corpus, or why they do not count. */
export interface ColdResult {
  articles: number;
  id: string;
  name: string;
  runs: Usage[];
  median?: Usage;
  failure?: string;
}

/** A second build of ours: from unchanged input, or after one edit. */
export interface ScenarioResult {
  articles: number;
  name: "unchanged" | "one edit";
  runs: Usage[];
  median?: Usage;
  /** Whether the output was, byte for byte, that of a clean build. */
  identical?: boolean;
  failure?: string;
}

/** Edits of an article while the site is served: seconds until a reader gets the new text. */
export interface LiveResult {
  articles: number;
  runs: LiveTimes[];
  median?: LiveTimes;
  failure?: string;
}

interface LiveTimes {
  pageSeconds: number;
  searchSeconds: number;
}

export interface BenchResult {
  date: string;
  machine: { cpu: string; cores: number; memoryGigabytes: number; system: string; node: string };
  runs: number;
  missing: { id: string; reason: string }[];
  cold: ColdResult[];
  scenarios: ScenarioResult[];
  /** Cold builds of generated guides, without search. */
  guides: ColdResult[];
  live: LiveResult[];
}

/** The middle of the runs, each measure for itself; undefined without runs. */
export function medianUsage(runs: readonly Usage[]): Usage | undefined {
  const wallSeconds = median(runs.map((run) => run.wallSeconds));
  if (wallSeconds === undefined) return undefined;
  const cpuSeconds = median(runs.flatMap((run) => run.cpuSeconds ?? []));
  const peakMegabytes = median(runs.flatMap((run) => run.peakMegabytes ?? []));
  return {
    wallSeconds,
    ...(cpuSeconds === undefined ? {} : { cpuSeconds }),
    ...(peakMegabytes === undefined ? {} : { peakMegabytes }),
  };
}

/** The middle value; of an even number of values the mean of the middle two. */
export function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? undefined : (lower + upper) / 2;
}

/** The result as Markdown, for the terminal and for docs/benchmark.md alike. */
export function formatReport(result: BenchResult, ours: string): string {
  const { machine } = result;
  const parts = [
    `${machine.cpu}, ${machine.cores} cores, ${machine.memoryGigabytes} GB, ${machine.system}, Node ${machine.node}, ` +
      `${result.date}. Median of ${result.runs}.`,
    ...section("Full site with search, cold:", result.cold, () => coldTable(result.cold, ours)),
    ...section("The same again, in a new process:", result.scenarios, () => scenarioTable(result, ours)),
    ...section("One article edited while the site is served:", result.live, () => liveTable(result.live)),
    ...section("Generated guides, all gates on, without search, cold:", result.guides, () =>
      coldTable(result.guides, ours, "guides"),
    ),
  ];
  const notes = [
    ...result.missing.map(({ id, reason }) => `- ${id} is missing: ${reason}`),
    ...[...result.cold, ...result.guides].flatMap((cold) =>
      cold.failure ? [`- ${cold.name}, ${count(cold.articles)} articles: ${cold.failure}`] : [],
    ),
    ...result.live.flatMap((live) =>
      live.failure ? [`- edit while serving, ${count(live.articles)} articles: ${live.failure}`] : [],
    ),
    ...result.cold.flatMap((cold) =>
      cold.runs.length > 0 && cold.runs.length < result.runs && !cold.failure
        ? [`- ${cold.name}, ${count(cold.articles)} articles: one run`]
        : [],
    ),
    ...result.scenarios.flatMap((scenario) =>
      scenario.failure
        ? [`- ${scenario.name}, ${count(scenario.articles)} articles: ${scenario.failure}`]
        : [],
    ),
    ...(result.cold.some((cold) => cold.median && cold.median.cpuSeconds === undefined)
      ? ["- CPU and memory need /proc, which this system does not have."]
      : []),
  ];
  if (notes.length > 0) parts.push(notes.join("\n"));
  return parts.join("\n\n");
}

function section(title: string, rows: readonly unknown[], makeTable: () => string): string[] {
  return rows.length === 0 ? [] : [title, makeTable()];
}

function coldTable(cold: readonly ColdResult[], ours: string, unit = "articles"): string {
  const rows = cold.map((row) => {
    const own = medianOf(cold, row.articles, ours);
    return [
      count(row.articles),
      row.name,
      ...usageCells(row.median),
      row.id === ours ? "" : ratio(own?.wallSeconds, row.median?.wallSeconds),
      growth(cold, row),
    ];
  });
  return table(
    [unit, "built by", "wall", "CPU", "peak memory", "ours is", "growth"],
    ["r", "l", "r", "r", "r", "r", "r"],
    rows,
  );
}

function scenarioTable(result: BenchResult, ours: string): string {
  const rows = result.scenarios.map((row) => [
    count(row.articles),
    row.name,
    ...usageCells(row.median),
    ratio(row.median?.wallSeconds, medianOf(result.cold, row.articles, ours)?.wallSeconds),
    row.identical === undefined ? "not checked" : row.identical ? "yes" : "no",
  ]);
  return table(
    ["articles", "input", "wall", "CPU", "peak memory", "of cold", "same bytes as a clean build"],
    ["r", "l", "r", "r", "r", "r", "l"],
    rows,
  );
}

function liveTable(live: readonly LiveResult[]): string {
  const rows = live.map(({ articles, median: times }) => [
    count(articles),
    times ? `${times.pageSeconds.toFixed(2)} s` : "failed",
    times ? `${times.searchSeconds.toFixed(2)} s` : "",
  ]);
  return table(["articles", "page is right after", "search finds it after"], ["r", "r", "r"], rows);
}

function medianOf(cold: readonly ColdResult[], articles: number, id: string): Usage | undefined {
  return cold.find((row) => row.articles === articles && row.id === id)?.median;
}

/** How many times the time of the next smaller corpus. */
function growth(cold: readonly ColdResult[], row: ColdResult): string {
  const smaller = Math.max(0, ...cold.map((other) => other.articles).filter((size) => size < row.articles));
  const before = medianOf(cold, smaller, row.id)?.wallSeconds;
  if (before === undefined || row.median === undefined) return "";
  return `${(row.median.wallSeconds / before).toFixed(1)} x for ${(row.articles / smaller).toFixed(0)} x`;
}

function usageCells(usage: Usage | undefined): string[] {
  if (!usage) return ["failed", "", ""];
  return [
    `${usage.wallSeconds.toFixed(2)} s`,
    usage.cpuSeconds === undefined ? "unknown" : `${usage.cpuSeconds.toFixed(2)} s`,
    usage.peakMegabytes === undefined ? "unknown" : `${count(Math.round(usage.peakMegabytes))} MB`,
  ];
}

function ratio(part: number | undefined, whole: number | undefined): string {
  return part === undefined || whole === undefined ? "" : `${(part / whole).toFixed(2)} of it`;
}

function table(
  head: readonly string[],
  align: readonly ("l" | "r")[],
  rows: readonly (readonly string[])[],
): string {
  const widths = head.map((cell, at) =>
    Math.max(3, cell.length, ...rows.map((row) => (row[at] ?? "").length)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${widths
      .map((width, at) => {
        const cell = cells[at] ?? "";
        return align[at] === "r" ? cell.padStart(width) : cell.padEnd(width);
      })
      .join(" | ")} |`;
  const rule = widths.map((width, at) =>
    align[at] === "r" ? `${"-".repeat(width - 1)}:` : "-".repeat(width),
  );
  return [line(head), line(rule), ...rows.map(line)].join("\n");
}

const count = (number: number): string => number.toLocaleString("en-US");
