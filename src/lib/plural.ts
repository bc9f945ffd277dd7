/** A count with its noun, whose plural is regular: "1 guide", "14 guides". */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
