import { lstatSync, watch as watchFolder } from "node:fs";
import { basename, join, sep } from "node:path";
import { type FSWatcher, watch } from "chokidar";
import { isFolder, isPassedOver } from "../../content/read-folder.ts";
import { ENGINE_ROOT } from "../../site/engine-root.ts";
import { INPUT_FILES, INPUT_FOLDERS, WHOLE_FOLDERS } from "../../site/inputs.ts";

const ENGINE_FOLDERS = ["templates", "_data", "_includes", "src"];
/** How long folders must be in place before they are watched: what moves them works in several steps. */
const SETTLE_MS = 30;

/**
 * Watches what a site is made from, and nothing else of its root, which may be a whole repository. Folders that appear, go
 * or come back are noticed in the root; from then on, what is in them is.
 * @param changed told of every file or folder that changed, by its absolute path
 * @param failed told why changes will go unnoticed, as when the system's limit of watched files is reached
 * @returns once nothing that changes goes unnoticed any more
 */
export function watchInputs(
  root: string,
  changed: (path: string) => void,
  failed: (reason: Error) => void,
): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const folders = new Set([
    ...INPUT_FOLDERS.map((name) => join(root, name)),
    ...ENGINE_FOLDERS.map((name) => join(ENGINE_ROOT, name)),
  ]);
  const moved = new Set<string>();
  /** When a file became what it was told to be, and undefined for one that was gone. */
  const told = new Map<string, number | undefined>();
  let watcher: FSWatcher | undefined;
  let settling: NodeJS.Timeout | undefined;

  const whole = WHOLE_FOLDERS.map((folder) => join(root, folder) + sep);
  /** What a build skips: packages, and hidden files but the one that Eleventy reads, and those that it reads in some folders. */
  function isUnread(path: string): boolean {
    const name = basename(path);
    return isPassedOver(name) && name !== ".eleventyignore" && !whole.some((at) => path.startsWith(at));
  }

  function watchAll(): void {
    const options = { ignoreInitial: true, followSymlinks: false, disableGlobbing: true, ignored: isUnread };
    const current = watch([...folders].filter(isFolder), options);
    watcher = current
      .on("all", (_event, path) => tell(path))
      .on("raw", (event, name, { watchedPath }: { watchedPath?: string }) => {
        if (!name || !watchedPath) return;
        const path = isFolder(watchedPath) ? join(watchedPath, name) : watchedPath;
        // Chokidar says nothing of a file that another of the same time has replaced.
        if (!isFolder(path)) tell(path);
        // It takes a folder for the one that was there before under the same name, which it goes on watching.
        else if (event === "rename" && path in current.getWatched()) watchAgain(path);
      })
      .on("error", failed)
      .on("ready", () => {
        // What changed in them until now went unnoticed.
        for (const path of moved) changed(path);
        moved.clear();
        resolve();
      });
  }
  /** Tells once of each change, however many events it makes. */
  function tell(path: string): void {
    if (isUnread(path)) return;
    const since = lstatSync(path, { throwIfNoEntry: false })?.ctimeMs;
    if (told.has(path) && told.get(path) === since) return;
    told.set(path, since);
    changed(path);
  }
  function watchAgain(path: string): void {
    moved.add(path);
    watcher?.close();
    clearTimeout(settling);
    settling = setTimeout(watchAll, SETTLE_MS);
  }

  // Not by chokidar, which loses folders that are not there at first, or are replaced by others of the same name.
  watchFolder(root, (event, name) => {
    if (name === null) return;
    if (INPUT_FILES.includes(name)) changed(join(root, name));
    else if (INPUT_FOLDERS.includes(name) && event === "rename") watchAgain(join(root, name));
  }).on("error", failed);
  watchAll();
  return promise;
}
