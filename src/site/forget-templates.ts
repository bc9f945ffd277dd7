import { join } from "node:path";
import { listFiles } from "../content/read-folder.ts";

/**
 * Has Eleventy read a root's own templates and layouts anew when it next runs in this process: it keeps them as long as the
 * process lives, but for those that its own watcher tells it of. This tells it, too.
 * @param root absolute
 */
export async function forgetTemplates(root: string): Promise<void> {
  const bus = new URL("EventBus.js", import.meta.resolve("@11ty/eleventy")).href;
  const { default: events }: { default: { emit(event: string, path: string): Promise<unknown> } } =
    await import(bus);
  const before = process.cwd();
  // It goes by paths from the folder that it runs in.
  process.chdir(root);
  try {
    for (const folder of ["content", "_includes"])
      for (const { path } of listFiles(join(root, folder), folder, true).files)
        await events.emit("eleventy.resourceModified", `./${folder}/${path}`);
  } finally {
    process.chdir(before);
  }
}
