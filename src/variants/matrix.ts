import { error, type Fault, type Problem, warning } from "../content/problem.ts";
import { topicUrl } from "../content/site-path.ts";
import { unknownNameHint } from "../lib/did-you-mean.ts";
import { type Position, START } from "../lib/position.ts";
import type { Axis, GuideKey } from "./model.ts";
import type { Matrix } from "./schemas/templates.ts";
import { idsOf, isScopeRead, type Readable } from "./scope.ts";
import { guideUrl } from "./urls.ts";

/** Guides of one topic: all of them are compared with each other, so that time and memory grow by the square. */
const MOST_OF_TOPIC = 3_000;

interface Source {
  matrix: Matrix;
  file: string;
  locate(path: readonly PropertyKey[]): Position;
}

interface Templates extends Readable {
  /** What `roles: all` stands for. */
  allRoles: readonly string[];
  /** Every id in the pack, those of files that could not be read included. */
  axisOf: ReadonlyMap<string, Axis>;
}

/**
 * The guides that the matrix publishes, in order: topics as listed, then formats (the topic's default first), then
 * contexts and levels, then roles (the base first). Combinations that could not be read, or a template of theirs, are left out;
 * where a topic would have more guides than can be compared, there are none at all, and that is what there is to tell.
 */
export function expandMatrix(
  source: Source,
  templates: Templates,
): { guides: GuideKey[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const report = (path: readonly PropertyKey[], fault: Fault) =>
    problems.push({ file: source.file, ...source.locate(path), ...fault });
  const known = (axis: Axis, ids: readonly string[], path: readonly PropertyKey[]): string[] =>
    ids.filter((id, index) => {
      if (templates.axisOf.get(id) === axis) return true;
      const names = [...templates.axisOf].filter(([, other]) => other === axis).map(([name]) => name);
      const fault = error("unknown-id", `"${id}" is no ${axis}`, unknownNameHint(id, names));
      report(axis === "topic" ? path : [...path, index], fault);
      return false;
    });

  if (source.matrix.guides.length === 0) {
    const message = "the matrix is empty, so no guide is published";
    const hint = "List combinations, such as {topic: ..., roles: all, formats: [...]}.";
    report(["guides"], warning("empty-matrix", message, hint));
  }
  const guides: GuideKey[] = [];
  const firstAt = new Map<string, Position>();
  const counts = new Map<string, number>();
  let isTooLarge = false;
  for (const [index, entry] of source.matrix.guides.entries()) {
    if (entry === undefined) continue;
    const path = ["guides", index];
    const roles = entry.roles === "all" ? templates.allRoles : known("role", entry.roles, [...path, "roles"]);
    const formats = known("format", entry.formats, [...path, "formats"]);
    const contexts =
      entry.contexts === undefined ? [undefined] : known("context", entry.contexts, [...path, "contexts"]);
    const levels =
      entry.levels === undefined ? [undefined] : known("level", entry.levels, [...path, "levels"]);
    const at = source.locate(path);
    for (const topic of known("topic", [entry.topic], [...path, "topic"])) {
      const before = counts.get(topic) ?? 0;
      const count = before + roles.length * formats.length * contexts.length * levels.length;
      counts.set(topic, count);
      if (count > MOST_OF_TOPIC) {
        isTooLarge = true;
        const lists = {
          roles,
          formats,
          contexts: entry.contexts && contexts,
          levels: entry.levels && levels,
        };
        if (before <= MOST_OF_TOPIC) report(path, tooMany(topic, count, lists));
        continue;
      }
      const combinations = formats.flatMap((format) =>
        roles.flatMap((role) =>
          contexts.flatMap((context) => levels.map((level) => ({ format, role, context, level }))),
        ),
      );
      for (const { format, role, context, level } of combinations) {
        const key: GuideKey = { topic, role, format, context, level, at };
        const name = idsOf(key).join("/");
        const first = firstAt.get(name);
        if (first) {
          const hint =
            first === at ? "One of its lists names something twice." : `It is already on line ${first.line}.`;
          report(path, error("guide-twice", `the guide ${name} is asked for twice`, hint));
          continue;
        }
        firstAt.set(name, at);
        guides.push(key);
      }
    }
  }
  if (isTooLarge) return { guides: [], problems };
  // A base guide may be in an entry that could not be read, or that names something else than it means.
  const isWhole = !source.matrix.guides.includes(undefined);
  if (isWhole && !problems.some(({ rule }) => rule === "unknown-id"))
    problems.push(...missingBaseGuides(guides, templates, source.file));
  return { guides: sortGuides(guides, templates), problems };
}

/** What to tell of a topic with too many guides, and of the entry that makes them too many. */
function tooMany(
  topic: string,
  count: number,
  lists: Readonly<Record<string, readonly unknown[] | undefined>>,
): Fault {
  const shown = (number: number) => number.toLocaleString("en");
  const factors = Object.entries(lists).flatMap(([name, list]) =>
    list === undefined ? [] : `${shown(list.length)} ${name}`,
  );
  const message = `the topic ${topic} has ${shown(count)} guides with this entry (${factors.join(" x ")}), and may have ${shown(MOST_OF_TOPIC)}`;
  const hint =
    "All guides of a topic are compared with each other: publish fewer, or make it several topics.";
  return error("matrix-size", message, hint);
}

function missingBaseGuides(guides: readonly GuideKey[], templates: Templates, file: string): Problem[] {
  const base = [...templates.roles.values()].find((role) => role.data.base);
  if (!base) return [];
  const problems: Problem[] = [];
  for (const topicId of new Set(guides.map((guide) => guide.topic))) {
    const topic = templates.topics.get(topicId);
    // One that names a format that does not exist is told of that.
    if (!topic || templates.axisOf.get(topic.data.defaultFormat) !== "format") continue;
    const ofTopic = guides.filter((guide) => guide.topic === topicId);
    const hub = topicUrl(topicId);
    if (ofTopic.some((guide) => guideUrl(guide, topic.data.defaultFormat, base.id) === hub)) continue;
    const message = `the topic ${topicId} has no guide for ${hub}`;
    const hint = `Publish the role ${base.id} in the format ${topic.data.defaultFormat}, without a context.`;
    problems.push({ file, ...(ofTopic[0]?.at ?? START), ...error("missing-base-guide", message, hint) });
  }
  return problems;
}

function sortGuides(guides: readonly GuideKey[], templates: Templates): GuideKey[] {
  const firstSeen = (axis: Axis) =>
    new Map([...new Set(guides.map((guide) => guide[axis]))].map((id, index) => [id, index]));
  const order = {
    topic: firstSeen("topic"),
    format: firstSeen("format"),
    role: firstSeen("role"),
    context: firstSeen("context"),
  };
  const ranks = (guide: GuideKey): number[] => [
    order.topic.get(guide.topic) ?? 0,
    templates.topics.get(guide.topic)?.data.defaultFormat === guide.format
      ? -1
      : (order.format.get(guide.format) ?? 0),
    guide.context === undefined ? -1 : (order.context.get(guide.context) ?? 0),
    guide.level === undefined ? -Infinity : (templates.levels.get(guide.level)?.data.order ?? 0),
    templates.roles.get(guide.role)?.data.base ? -1 : (order.role.get(guide.role) ?? 0),
  ];
  return guides
    .filter((guide) => isScopeRead(guide, templates))
    .map((guide) => ({ guide, ranks: ranks(guide) }))
    .sort((a, b) => {
      const differing = a.ranks.findIndex((rank, index) => rank !== b.ranks[index]);
      return differing === -1 ? 0 : (a.ranks[differing] ?? 0) - (b.ranks[differing] ?? 0);
    })
    .map(({ guide }) => guide);
}
