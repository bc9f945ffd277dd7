import type { CalendarDate } from "../../lib/calendar-date.ts";
import { blockFiles } from "../block-files.ts";
import type { GeneratedGuide } from "../compose.ts";
import type { Generated } from "../generate.ts";
import type { Pack } from "../model.ts";
import { appliesTo } from "../scope.ts";
import type { GuideStatus } from "../uniqueness.ts";
import { formatTable } from "./table.ts";

/** A guide in the list of all. */
export interface ListedGuide {
  url: string;
  title: string;
  topic: string;
  role: string;
  format: string;
  context?: string;
  level?: string;
  words: number;
  roleWords: number;
  /** The most alike of its topic, and how much of the smaller of the two is in the other. */
  nearest?: { url: string; containment: number };
  /** Scheduled before its day, whatever else; unknown where one of its files could not be read, or a section is missing. */
  status: GuideStatus | "ejected" | "scheduled" | "unknown";
}

/** What a guide's status depends on besides the templates. */
export interface Publication {
  /** The addresses that posts in content/ took over. */
  ejected: ReadonlySet<string>;
  /** What is dated after it is not published yet. */
  day: CalendarDate;
}

/** Every guide with how it stands. */
export function listGuides(
  { guides, similarity, status }: Generated,
  { ejected, day }: Publication,
): ListedGuide[] {
  return guides.map((guide) => {
    const { url, words, roleWords, key, data } = guide;
    const { at: _, ...ids } = key;
    const state = ejected.has(url)
      ? "ejected"
      : data.publishDateISO > day
        ? "scheduled"
        : (status.get(url) ?? "unknown");
    return {
      url,
      title: data.title,
      ...ids,
      words,
      roleWords,
      nearest: similarity.nearest(url),
      status: state,
    };
  });
}

/**
 * The list as a table, with a line of totals below.
 * @param width of the terminal
 */
export function formatList(listed: readonly ListedGuide[], width?: number): string {
  const rows = listed.map(({ url, words, roleWords, nearest, status, ...ids }) => [
    ids.topic,
    ids.role,
    [ids.format, ids.context, ids.level].filter((id) => id !== undefined).join(" / "),
    String(words),
    String(roleWords),
    nearest === undefined ? "-" : nearest.containment.toFixed(2),
    nearest === undefined ? "" : nearest.url.replace("/guides/", ""),
    status,
    url,
  ]);
  const head = ["topic", "role", "format", "words", "role words", "alike", "nearest", "status", "address"];
  const { median, most } = distribution(listed);
  const total = `${listed.length} guides; containment with the nearest sibling: median ${median.toFixed(2)}, most ${most.toFixed(2)}`;
  return `${formatTable(head, rows, { right: [3, 4, 5], width })}\n\n${total}`;
}

/** Containment with the nearest sibling over all guides. */
export function distribution(listed: readonly ListedGuide[]): { median: number; most: number } {
  const values = listed.map(({ nearest }) => nearest?.containment ?? 0).sort((a, b) => a - b);
  const middle = values.length / 2;
  const median = ((values[Math.ceil(middle) - 1] ?? 0) + (values[Math.floor(middle)] ?? 0)) / 2;
  return { median, most: values.at(-1) ?? 0 };
}

/**
 * Where each section of a guide came from, and why; of one that it lacks, where to write it.
 * @param width of the terminal
 */
export function explainGuide(guide: GeneratedGuide, pack: Pack, width?: number): string {
  const { topic, role, format } = guide.key;
  // A section may stand in a file that could not be read.
  const isWhole = !pack.unread.some((scope) => appliesTo(scope, guide.key));
  const rows = (pack.formats.get(format)?.data.sections ?? []).flatMap(({ id, optional }) => {
    const section = guide.sections.find((one) => one.id === id);
    if (section) return [[id, `${section.file}:${section.line}`, String(section.words), section.reason]];
    if (optional || !isWhole) return [];
    return [[id, blockFiles(pack)({ topic, role, format }), "-", "missing: write it there"]];
  });
  const { publishDateISO, updatedDateISO } = guide.data;
  const dates = `published ${publishDateISO}${updatedDateISO === undefined ? "" : `, updated ${updatedDateISO}`}`;
  return [
    `${guide.data.title}\n${guide.url}: ${guide.words} words, ${guide.roleWords} from blocks of ${guide.key.role}; ${dates}`,
    formatTable(["section", "block", "words", "chosen because it is"], rows, { right: [2], width }),
    `Made from:\n${guide.files.map((file) => `  ${file}`).join("\n")}`,
  ].join("\n\n");
}
