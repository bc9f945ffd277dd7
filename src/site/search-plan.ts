export function planIndexes(_urls: string[]): string[] {
  return ["/pagefind/"];
}
