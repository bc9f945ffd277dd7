/** Whether a plain value holds values within values to more than a depth. Looks no deeper than that. */
export function isNestedDeeper(value: unknown, depth: number): boolean {
  if (value === null || typeof value !== "object") return false;
  return depth === 0 || Object.values(value).some((child) => isNestedDeeper(child, depth - 1));
}
