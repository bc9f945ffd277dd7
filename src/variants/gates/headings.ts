import { quoted } from "../../content/quoted.ts";
import type { Heading } from "../format-texts.ts";
import type { Parts } from "../model.ts";
import type { Finding } from "./finding.ts";
import { filledFaults } from "./text-checks.ts";

/** The faults of a heading, by their places in the format. */
export function headingFaults({ rendered, unfilled, isSecond }: Heading, parts: Parts): Finding[] {
  // A slot of anything but the topic is told of where the format is read.
  if (unfilled.length > 0) return unfilled.filter(({ absent }) => !absent);
  const faults = filledFaults(rendered, parts);
  if (!isSecond) return faults;
  const message = `an earlier section has the same, "${quoted(rendered.text)}"`;
  return [
    ...faults,
    { at: 0, rule: "heading-twice", message, hint: "Say in each what only that section has." },
  ];
}
