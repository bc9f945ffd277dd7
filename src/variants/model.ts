import type { Problem } from "../content/problem.ts";
import type { Position } from "../lib/position.ts";
import type { ContextData, FormatData, LevelData, Matrix, RoleData, TopicData } from "./schemas/templates.ts";
import type { Token } from "./slots/tokens.ts";

/** What a guide is made of, by weight in the cascade, lightest first: the sum of those a block names is its rank. */
export const AXES = ["format", "topic", "role", "context", "level"] as const;
export type Axis = (typeof AXES)[number];

/** The same in the order of a guide's address, in which authors speak of them, too. */
export const AXES_IN_URL: readonly Axis[] = ["topic", "role", "format", "context", "level"];

/** Where a pack, and `templates/`, has the templates of each. */
export const POOLS = {
  format: "formats",
  topic: "topics",
  role: "roles",
  context: "contexts",
  level: "levels",
} as const satisfies Record<Axis, keyof Pack>;

/** The ids that a block is written for; an empty scope is shared by all guides. */
export type Scope = Readonly<Partial<Record<Axis, string>>>;

/** A topic, role, format, context or level: one file of the template pack. */
export interface Template<Data> {
  axis: Axis;
  id: string;
  file: string;
  data: Data;
  /** Where a field of its front matter stands. */
  locate(path: readonly PropertyKey[]): Position;
}

export type Topic = Template<TopicData>;
export type Role = Template<RoleData>;
export type Format = Template<FormatData>;
export type Context = Template<ContextData>;
export type Level = Template<LevelData>;

/** The body of one section for one scope. */
export interface Block {
  file: string;
  scope: Scope;
  section: string;
  /** The line of the `# section` above it. */
  headingLine: number;
  /** The line on which the Markdown begins. */
  line: number;
  markdown: string;
  tokens: readonly Token[];
  /** The newest date of its file. */
  dateISO: string;
}

/** One published combination. */
export interface GuideKey {
  topic: string;
  role: string;
  format: string;
  context?: string;
  level?: string;
  /** Where the matrix asks for it. */
  at: Position;
}

/** The templates of one guide. */
export interface Parts {
  topic: Topic;
  role: Role;
  format: Format;
  context?: Context;
  level?: Level;
}

/** Everything that `templates/` holds, read and validated. */
export interface Pack {
  topics: ReadonlyMap<string, Topic>;
  roles: ReadonlyMap<string, Role>;
  formats: ReadonlyMap<string, Format>;
  contexts: ReadonlyMap<string, Context>;
  levels: ReadonlyMap<string, Level>;
  blocks: readonly Block[];
  /** What the publisher asks for, of templates that cannot be read or are not there yet, too; none when it cannot be read. */
  matrix?: Matrix;
  /** What the files are for whose blocks could not be read. */
  unread: readonly Scope[];
  /**
   * In the order in which they are published: topic, then format (the default first), then context and level, then role
   * (the base first).
   */
  guides: readonly GuideKey[];
  /** Where a fault keeps it from being known which guides there are, and where they stand. */
  gaps: ReadonlySet<Axis | "matrix">;
  /** Files that are not the publisher's but the engine's. */
  lent: ReadonlySet<string>;
  /** What was wrong with the files; what could not be read is left out of the rest. */
  problems: readonly Problem[];
}
