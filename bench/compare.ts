import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** Where two folders differ, file by file and byte by byte; empty when they are the same. */
export async function compareFolders(left: string, right: string): Promise<string[]> {
  const [leftFiles, rightFiles] = [await filesOf(left), await filesOf(right)];
  const differences = [
    ...[...leftFiles].filter((file) => !rightFiles.has(file)).map((file) => `${file} is only in ${left}`),
    ...[...rightFiles].filter((file) => !leftFiles.has(file)).map((file) => `${file} is only in ${right}`),
  ];
  for (const file of leftFiles) {
    if (!rightFiles.has(file)) continue;
    const [a, b] = await Promise.all([readFile(join(left, file)), readFile(join(right, file))]);
    if (!a.equals(b)) differences.push(`${file} differs`);
  }
  return differences;
}

async function filesOf(folder: string): Promise<Set<string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const start = folder.length + 1;
  return new Set(
    entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name).slice(start))
      .sort(),
  );
}
