import { error, type Fault, type Problem, warning } from "../../content/problem.ts";
import type { Role } from "../model.ts";
import { isKnownVerb } from "./language.ts";

const NUMBER =
  /\d|\b(?:zero|none|nothing|once|single|one|(?:two|three|four|five|six|seven|eight|nine|ten)(?:fold)?|(?:fif|six|seven|eigh|nin|ten)ths?|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozens?|hundreds?|thousands?|millions?|billions?|half|halv(?:ed|ing)|doubl(?:ed|ing)|(?:tri|quadru|quintu)pl(?:ed|ing)|trebl(?:ed|ing)|twice|thirds?|quarters?|percent)\b/i;

/** A word with nothing but its first letter in upper case: not "A/B-tested". */
const CAPITAL = /^\p{Lu}\p{Ll}+(?!\S)/u;
const firstOf = (text: string): string => text.split(" ", 1)[0] ?? "";

/** Where a role's proof begins in the wrong case, and where its numbers are amiss. */
export function checkProof({ file, data, locate }: Role): Problem[] {
  const { past, gerund } = data.proof;
  const problems: Problem[] = [];
  const report = (field: "past" | "gerund", fault: Fault) =>
    problems.push({ file, ...locate(["proof", field]), ...fault });
  // A verb that is made from a name has a capital in both: "Dockerized", "Dockerizing".
  const isName = CAPITAL.test(past) && CAPITAL.test(gerund) && !isKnownVerb(firstOf(past).toLowerCase());
  for (const [field, text] of [
    ["past", past],
    ["gerund", gerund],
  ] as const) {
    if (CAPITAL.test(text) && !isName) {
      const hint = `Write "${firstOf(text).toLowerCase()}": it stands in the middle of sentences.`;
      report(field, error("template-field", `"proof.${field}" begins with a capital letter`, hint));
    }
  }
  const foreign = otherNumbers(past, gerund);
  if (foreign !== undefined) {
    const message = `"proof.past" says ${foreign.past}, "proof.gerund" ${foreign.gerund}`;
    report("gerund", warning("template-field", message, "They are two forms of one outcome."));
  }
  const without = !NUMBER.test(past) ? "past" : !NUMBER.test(gerund) ? "gerund" : undefined;
  if (without !== undefined) {
    const hint = "Say how much: cut p95 latency from 900 ms to 310 ms.";
    report(without, warning("template-field", `"proof.${without}" has no number`, hint));
  }
  return problems;
}

/** Numbers of which each form has one that the other has not; one form may leave some of the other's out. */
function otherNumbers(past: string, gerund: string): { past: string; gerund: string } | undefined {
  const [ofPast, ofGerund] = [past, gerund].map((text) =>
    (text.match(/\d+(?:[.,]\d+)*/g) ?? []).map((number) => number.replaceAll(",", "")),
  );
  const inPast = ofPast?.find((number) => !ofGerund?.includes(number));
  const inGerund = ofGerund?.find((number) => !ofPast?.includes(number));
  return inPast === undefined || inGerund === undefined ? undefined : { past: inPast, gerund: inGerund };
}
