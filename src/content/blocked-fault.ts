import type { RawPart } from "./markdown/raw-parts.ts";
import { type Fault, warning } from "./problem.ts";

/** What to do instead of what the site's security policy lets no page have. */
const INSTEAD: Readonly<Partial<Record<RawPart["kind"], string>>> = {
  frame: "Link to it instead.",
  style: "Put styles into a file in content/assets, which a layout of your own links to.",
  code: "Put code into a file in content/assets, and name that with <script src>.",
};

/** What an author is told of a part of raw HTML that browsers leave out, wherever it leads. */
export function blockedFault({ kind, text }: Pick<RawPart, "kind" | "text">): Fault | undefined {
  const hint = INSTEAD[kind];
  return hint === undefined
    ? undefined
    : warning("blocked-html", `${text} is blocked by the site's security policy`, hint);
}
