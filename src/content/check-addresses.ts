import { START } from "../lib/position.ts";
import type { Loaded } from "./load-articles.ts";
import type { LocateField } from "./locate-yaml.ts";
import { error, type Problem } from "./problem.ts";
import { defaultUrl, isInSearchFolder, outputFile, redirectUrl, sitePathKey } from "./site-path.ts";

/** An address that something else than an article or page of Markdown is written to. */
export interface OtherAddress {
  url: string;
  /** What writes it, for messages. */
  by: string;
  /** Whether a file of content/ may take its place. */
  replaceable: boolean;
  /** The file of content/ that it comes from, when there is one. */
  file?: string;
}

type Claim = Omit<OtherAddress, "file">;

/**
 * Finds addresses that two would be written to: the same, the same but for case or Unicode form, or one that would be both
 * a file and a folder of the output.
 * @param others what is written besides the items, the engine's own first
 */
export function checkAddresses(
  items: readonly Loaded[],
  others: readonly OtherAddress[],
  locate: LocateField,
): Problem[] {
  const problems: Problem[] = [];
  const book = new AddressBook();
  for (const { file, ...claim } of others) {
    const message = book.claim(claim);
    if (!message || !file) continue;
    problems.push({ file, ...START, ...error("duplicate-url", message, "Delete the file, or rename it.") });
  }
  // Files at their own place first: where another's permalink takes it, the permalink is what to change.
  const isAtItsPlace = (item: Loaded) => item.url === defaultUrl(item.file.replace(/^content\//, ""));
  for (const item of [...items.filter(isAtItsPlace), ...items.filter((item) => !isAtItsPlace(item))]) {
    // An article at the address that hosts show for what is not found would be shown for everything.
    const mayReplace = item.kind === "page" || item.url !== "/404.html";
    const { url, file } = item;
    const message = book.claim({ url, by: file, replaceable: false }, mayReplace);
    if (!message) continue;
    const fault = error("duplicate-url", message, "Rename the file, or change its permalink.");
    problems.push({ file, ...locate(file, ["permalink"]), ...fault });
  }
  for (const { file, redirectFrom } of items) {
    for (const from of redirectFrom) {
      const by = `a redirect of ${file}`;
      const message = book.claim({ url: redirectUrl(from), by, replaceable: false }, false);
      if (!message) continue;
      const fault = error("redirect", message, "Delete the redirect, or move that page.");
      problems.push({ file, ...locate(file, ["redirectFrom"]), ...fault });
    }
  }
  return problems;
}

/** The addresses that a build writes to. */
export class AddressBook {
  /** By the file that is written, in one case and Unicode form. */
  readonly #files = new Map<string, Claim>();
  /** By every folder that a file is in. */
  readonly #folders = new Map<string, Claim>();

  /** Takes an address. @returns what stands against it */
  claim(claim: Claim, mayReplace = true): string | undefined {
    if (isInSearchFolder(claim.url)) return `${claim.url} is in a folder that the build writes itself`;
    const file = outputFile(sitePathKey(claim.url));
    const other = this.#files.get(file);
    if (other && !(other.replaceable && mayReplace)) {
      return `${claim.url} is also the address of ${other.by}${twin(claim, other)}`;
    }
    const within = this.#folders.get(file);
    if (within) return `${claim.url} would be a file where ${within.by} (${within.url}) needs a folder`;
    this.#files.set(file, claim);
    for (let end = file.lastIndexOf("/"); end > 0; end = file.lastIndexOf("/", end - 1)) {
      const folder = file.slice(0, end);
      const inTheWay = this.#files.get(folder);
      if (inTheWay) return `${claim.url} needs a folder where ${inTheWay.by} (${inTheWay.url}) is a file`;
      if (this.#folders.has(folder)) break;
      this.#folders.set(folder, claim);
    }
    return undefined;
  }
}

/** What cannot be seen in two addresses, or in the names of two files that look the same. */
function twin(claim: Claim, other: Claim): string {
  if (outputFile(other.url) !== outputFile(claim.url)) return `, ${other.url}, but for case or Unicode form`;
  if (other.url !== claim.url) return `, ${other.url}`;
  const look = (by: string) => by.normalize("NFC");
  return other.by !== claim.by && look(other.by) === look(claim.by)
    ? ", a name in another Unicode form (NFC and NFD)"
    : "";
}
