import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSlots } from "../../../src/variants/blocks.ts";
import type { Parts } from "../../../src/variants/model.ts";
import { axesUsed, renderTokens, sourceOffset } from "../../../src/variants/slots/render.ts";
import { parseSlots } from "../../../src/variants/slots/tokens.ts";
import { isKnownSlot, SLOT_NAMES } from "../../../src/variants/slots/values.ts";
import { BASE, packOf } from "./packs.ts";

const pack = packOf();

function parts(role: string): Parts {
  const found = {
    topic: pack.topics.get("design-interviews"),
    role: pack.roles.get(role),
    format: pack.formats.get("framework"),
  };
  if (!found.topic || !found.role || !found.format) throw new Error("the base pack lacks a template");
  return { topic: found.topic, role: found.role, format: found.format };
}

const render = (text: string, role = "engineer") => renderTokens(parseSlots(text).tokens, parts(role));
const rendered = (text: string, role?: string) => render(text, role).rendered.text;

describe("slots", () => {
  it.each([
    ["{role.singular}", "engineer"],
    ["{role.plural}", "engineers"],
    ["{role.a}", "an engineer"],
    ["{role.title}", "Engineer"],
    ["{role.titlePlural}", "Engineers"],
    ["{role.short}", "engineer"],
    ["{role}", "engineer"],
    ["{role.partners}", "product managers"],
    ["{role.vocabulary}", "scope"],
    ["{role.proof.past}", "cut latency by 40%"],
    ["{role.proof.gerund}", "cutting latency by 40%"],
    ["{topic}", "design interviews"],
    ["{topic.singular}", "design interview"],
    ["{topic.a}", "a design interview"],
    ["{topic.callToAction}", "[Practice once](/interview-prep/)"],
    ["{artifact}", "design answer"],
    ["{artifact.plural}", "design answers"],
    ["{format.singular}", "framework"],
    ["{Role.plural} wait", "Engineers wait"],
    ["{topic|becomes/become}", "become"],
    ["{topic.singular|becomes/become}", "becomes"],
    ["{artifact|is/are}", "is"],
    ["{Topic|is/are}", "Are"],
    ["a literal \\{brace} and \\{role.plural}", "a literal {brace} and {role.plural}"],
    ["`{role}`", "`engineer`"],
  ])("fills in %s with %s", (text, value) => {
    expect(rendered(text)).toBe(value);
  });

  it("keeps a first word that has a capital inside, and joins lists as American English does", () => {
    const file = BASE["roles/engineer.md"]
      ?.replaceAll("engineer", "iOS engineer")
      .replace("a: an engineer", "a: an iOS engineer")
      .replace("[product managers]", "[designers, SREs, product managers]")
      .replace("[scope]", "[scope, drift]");
    const role = packOf({ "roles/engineer.md": file }).roles.get("engineer");
    if (!role) throw new Error("the role was not read");
    const { tokens } = parseSlots("{Role.plural} with {role.partners}; {role.vocabulary}");
    expect(renderTokens(tokens, { ...parts("manager"), role }).rendered.text).toBe(
      "iOS engineers with designers, SREs, and product managers; scope and drift",
    );
  });

  it.each([
    ["a {role.plural", 2],
    ["{{role.plural}}", 0],
    ["{role plural}", 0],
    ["{topic|becomes}", 0],
    ["{}", 0],
    ["{1}", 0],
  ])("reports %s as no slot, at offset %i", (text, at) => {
    const [fault] = parseSlots(text).faults;
    expect(fault).toMatchObject({ at, rule: "slot-syntax" });
  });

  it("reports the first hundred faults of a text, then a count of those that are left", () => {
    const { faults } = readSlots("{".repeat(49_000));
    expect(faults).toHaveLength(101);
    expect(faults.at(-1)).toMatchObject({
      at: 100,
      rule: "slot-syntax",
      message: "there are 48,900 more such faults from here on",
    });
    expect(readSlots("{ ".repeat(100)).faults).toHaveLength(100);
  });

  it("quotes the beginning of a slot that is long", () => {
    const verb = `|${"a".repeat(20_000)}/b}`;
    const long = [...render(`{role.partners${verb}`).unfilled, ...render(`{context${verb}`).unfilled];
    expect(long.map(({ rule }) => rule)).toEqual(["slot-type", "slot-empty"]);
    for (const { message } of long) expect(message.length).toBeLessThan(200);
  });

  it("says which guides leave a slot empty", () => {
    expect(render("{context.phrase}").unfilled).toMatchObject([{ at: 0, rule: "slot-empty", absent: true }]);
    expect(render("x {level.name}").unfilled).toMatchObject([{ at: 2, rule: "slot-empty", absent: true }]);
  });

  it("refuses a verb that agrees with something that is no noun phrase", () => {
    expect(render("{role.partners|is/are}").unfilled).toMatchObject([{ rule: "slot-type" }]);
  });

  it("knows each of its names, and nothing that is inherited from JavaScript objects", () => {
    const known = (name: string) =>
      parseSlots(`{${name}}`).tokens.every((token) => token.kind === "slot" && isKnownSlot(token.slot));
    expect(SLOT_NAMES.filter((name) => !known(name))).toEqual([]);
    for (const name of ["constructor", "toString", "role.constructor", "__proto__", "hasOwnProperty"])
      expect(known(name)).toBe(false);
  });

  it("tells the templates that a text depends on", () => {
    expect(axesUsed(parseSlots("{artifact} {Role.a} {role.proof.past}").tokens)).toEqual(["role", "topic"]);
  });

  it("gives any text back when its braces are escaped", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(rendered(text.replaceAll("{", "\\{"))).toBe(text);
      }),
    );
  });

  const piece = fc.oneof(
    fc.string({ maxLength: 12 }).map((text) => text.replaceAll("\\", "/").replaceAll("{", "\\{")),
    fc.constantFrom("{role.plural}", "{Role.a}", "{topic}", "{topic|asks/ask}", "\n", "\\{"),
  );

  it("maps every character that is not from a slot back to the same character, and the others to their slot", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const source = pieces.join("");
        const { rendered: result } = render(source, "manager");
        for (const span of result.spans) {
          for (let offset = span.start; offset < span.end; offset++) {
            const at = sourceOffset(result, offset);
            expect(source[at]).toBe(span.slot === undefined ? result.text[offset] : "{");
          }
        }
        expect(result.spans.map(({ start, end }) => result.text.slice(start, end)).join("")).toBe(
          result.text,
        );
      }),
    );
  });

  it("reports no fault in what it can read, and reads on after what it cannot", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("{", "}", "|", "/", ".", "role", "\\", " ", "\n") }),
        (text) => {
          const { tokens, faults } = parseSlots(text);
          const slots = tokens.filter((token) => token.kind === "slot").length;
          const opened = text.replace(/\\\{/g, "").split("{").length - 1;
          expect(slots + faults.length).toBe(opened);
        },
      ),
    );
  });
});
