import { sep } from "node:path";

/**
 * Why Eleventy cannot build from where the engine or the site is, or undefined when it can: it loads its configuration by an
 * address that it makes of the path as it is, and takes every backslash for a slash.
 * @param engine the engine's own folder, absolute
 * @param root the site's folder, absolute
 */
export function oddPath(engine: string, root: string, separator: string = sep): string | undefined {
  const move = "Rename that folder, or move it";
  if (/[#?%]/.test(engine)) return `${engine}, in which Rolewise is, has a #, ? or % in its name. ${move}.`;
  const backslashed = separator === "/" && [engine, root].find((folder) => folder.includes("\\"));
  return backslashed ? `${backslashed} has a backslash in its name. ${move}.` : undefined;
}
