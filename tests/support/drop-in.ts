import { cpSync } from "node:fs";
import { join } from "node:path";
import { ENGINE_ROOT } from "../../src/site/engine-root.ts";
import { temporaryFolder } from "./fixture.ts";

/** A publisher's site with templates of its own. */
export const DROP_IN = join(ENGINE_ROOT, "tests/fixtures/drop-in-pack");

/** A copy of it, to write to. */
export function copyOfDropIn(): string {
  const root = temporaryFolder();
  cpSync(DROP_IN, root, { recursive: true });
  return root;
}
