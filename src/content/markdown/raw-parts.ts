import type { Reference } from "./text-facts.ts";

/** What raw HTML needs besides links and plain pictures. The text says which part of it that is. */
export interface RawPart extends Reference {
  /** A file that is loaded, where a form is sent, and what the security policy (`src/site/headers.ts`) lets no page have. */
  kind: "file" | "form" | "frame" | "style" | "code";
}

/** By element and attribute. */
const KINDS: ReadonlyMap<string, "file" | "picture" | "pictures" | "frame" | "form"> = new Map([
  ["audio src", "file"],
  ["button formaction", "form"],
  ["embed src", "frame"],
  ["form action", "form"],
  ["iframe src", "frame"],
  ["image href", "picture"],
  ["image xlink:href", "picture"],
  ["img srcset", "pictures"],
  ["input formaction", "form"],
  ["input src", "picture"],
  ["object data", "frame"],
  ["script src", "file"],
  ["source src", "file"],
  ["source srcset", "pictures"],
  ["track src", "file"],
  ["video poster", "picture"],
  ["video src", "file"],
]);

/** Types of scripts that run; others are data. */
const RUNS = /^(?:|module|importmap|(?:text|application)\/(?:x-)?(?:java|ecma)script)$/i;

/** What an element loads, sends and runs by its attributes, and what it holds that is blocked. */
export function partsOf(
  element: string,
  attributes: Readonly<Record<string, string>>,
  line: number,
): RawPart[] {
  const parts: RawPart[] = [];
  for (const [attribute, value] of Object.entries(attributes)) {
    const target = value.trim();
    if (target === "") continue;
    const kind = KINDS.get(`${element} ${attribute}`);
    const text = `the ${attribute} of <${element}>`;
    if (kind === "frame") parts.push({ kind, target, text: `<${element}>`, line });
    else if (kind === "picture" || kind === "pictures") {
      const all = kind === "picture" ? [target] : candidates(target);
      // A picture that is written in its own address asks nobody, and the policy allows it.
      for (const one of all) if (!/^data:/i.test(one)) parts.push({ kind: "file", target: one, text, line });
    } else if (kind) parts.push({ kind, target, text, line });
    else if (attribute === "style" || /^on[a-z]+$/.test(attribute)) {
      const blocked = attribute === "style" ? "style" : "code";
      parts.push({ kind: blocked, target: `${attribute}=`, text: `${attribute}="..."`, line });
    }
  }
  if (element === "style") parts.push({ kind: "style", target: "<style", text: "<style>", line });
  if (element === "script" && !attributes.src && RUNS.test(attributes.type?.trim() ?? ""))
    parts.push({ kind: "code", target: "<script", text: "code within <script>", line });
  return parts;
}

/** The addresses of a `srcset`, which may have commas in them (HTML, "parse a srcset attribute"). */
function candidates(srcset: string): string[] {
  const found: string[] = [];
  const next = /[\s,]*(\S+)/y;
  for (let match = next.exec(srcset); match; match = next.exec(srcset)) {
    let [, address = ""] = match;
    const end = address.endsWith(",") ? next.lastIndex : srcset.indexOf(",", next.lastIndex);
    while (address.endsWith(",")) address = address.slice(0, -1);
    if (address !== "") found.push(address);
    // Behind a density or width, there is a comma or nothing more.
    if (end === -1) break;
    next.lastIndex = end;
  }
  return found;
}
