import { error, type Fault } from "../content/problem.ts";
import { unknownNameHint } from "../lib/did-you-mean.ts";
import { AXES, AXES_IN_URL, type Axis, type GuideKey, type Pack, POOLS, type Scope } from "./model.ts";

/** The block file for every guide. */
export const SHARED = "shared";

/** One text for one scope, whatever the order in which its ids were written. */
export function scopeKey(scope: Scope): string {
  let key = "";
  for (const axis of AXES) key += `${scope[axis] ?? ""}+`;
  return key;
}

/** Whether a block for that scope is one for the guide. */
export function appliesTo(scope: Scope, guide: GuideKey): boolean {
  return AXES.every((axis) => scope[axis] === undefined || scope[axis] === guide[axis]);
}

/** "topic + role + format", or "shared": what a scope names, as the author of a block thinks of it. */
export function describeScope(scope: Scope): string {
  return AXES_IN_URL.filter((axis) => scope[axis] !== undefined).join(" + ") || SHARED;
}

/**
 * The keys of every scope that a guide falls under, nearest first: format weighs 1, topic 2, role 4, context 8, level 16,
 * and the nearest scope has the greatest sum.
 */
export function scopesOf(guide: Scope): string[] {
  const all = AXES.reduce((sum, axis, index) => sum + (guide[axis] === undefined ? 0 : 2 ** index), 0);
  const keys: string[] = [];
  for (let weight = all; weight >= 0; weight--) {
    if ((weight & all) !== weight) continue;
    const scope: Partial<Record<Axis, string>> = {};
    for (const [index, axis] of AXES.entries()) if (weight & (2 ** index)) scope[axis] = guide[axis];
    keys.push(scopeKey(scope));
  }
  return keys;
}

/**
 * The scope that a block file's name gives: ids joined by `+`, in any order.
 * @param name without its extension
 * @param axisOf the axis of each id in the pack
 * @returns the scope, or what is wrong with the name
 */
export function parseScope(name: string, axisOf: ReadonlyMap<string, Axis>): { scope: Scope } | Fault {
  if (name === SHARED) return { scope: {} };
  const scope: Partial<Record<Axis, string>> = {};
  for (const id of name.split("+")) {
    const axis = axisOf.get(id);
    if (axis === undefined) {
      const message = `the file's name says "${id}", which is no topic, role, format, context or level`;
      return error("block-scope", message, unknownNameHint(id, [...axisOf.keys(), SHARED]));
    }
    if (scope[axis] !== undefined) {
      const message = `the file's name gives two of the kind ${axis}, "${scope[axis]}" and "${id}"`;
      return error("block-scope", message, "A block is for one of each kind: make two files.");
    }
    scope[axis] = id;
  }
  return { scope };
}

/** The templates of a pack that could be read, by axis. */
export type Readable = Pick<Pack, "topics" | "roles" | "formats" | "contexts" | "levels">;

/** Whether all templates of a scope could be read; with a fault in one of them, that is what there is to tell. */
export function isScopeRead(scope: Scope, templates: Readable): boolean {
  return AXES.every((axis) => scope[axis] === undefined || templates[POOLS[axis]].has(scope[axis]));
}

/** The ids of a guide or scope, in the order of an address. */
export function idsOf(scope: Scope): string[] {
  return AXES_IN_URL.flatMap((axis) => scope[axis] ?? []);
}
