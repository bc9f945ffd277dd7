import { describe, expect, it } from "vitest";
import { capitalize, joinList, naturalForm, nounForm, spokenForms } from "../../../src/variants/nouns.ts";
import type { NounPhrase } from "../../../src/variants/schemas/noun-phrase.ts";

const count: NounPhrase = {
  number: "count",
  singular: "SRE",
  plural: "SREs",
  a: "an SRE",
  title: "SRE",
  titlePlural: "SREs",
};
const plural: NounPhrase = {
  number: "plural",
  plural: "behavioral interviews",
  title: "Behavioral Interviews",
};
const mass: NounPhrase = {
  number: "mass",
  singular: "compensation negotiation",
  title: "Compensation Negotiation",
};

describe("noun phrases", () => {
  it("speak of what is counted in the singular, of the rest as their number says", () => {
    expect(naturalForm(count)).toEqual({ value: "SRE", number: "singular" });
    expect(naturalForm(plural)).toEqual({ value: "behavioral interviews", number: "plural" });
    expect(naturalForm(mass)).toEqual({ value: "compensation negotiation", number: "singular" });
  });

  it("never guess a form that the author did not give", () => {
    expect(nounForm(plural, "a")).toHaveProperty("reason");
    expect(nounForm(plural, "singular")).toHaveProperty("reason");
    expect(nounForm(mass, "plural")).toHaveProperty("reason");
    expect(nounForm(mass, "a")).toHaveProperty("reason");
    expect(nounForm(mass, "titlePlural")).toHaveProperty("reason");
  });

  it("give the article as written", () => {
    expect(nounForm(count, "a")).toEqual({ value: "an SRE", number: "singular" });
  });

  it("fall back to the plain form where there is no short one", () => {
    expect(nounForm(mass, "short")).toEqual({ value: "compensation negotiation", number: "singular" });
    expect(nounForm({ ...count, short: "reliability engineer" }, "short")).toMatchObject({
      value: "reliability engineer",
    });
  });

  it("are found under their longest form first", () => {
    expect(spokenForms(count)).toEqual(["SREs", "SRE"]);
  });
});

describe("capitalize", () => {
  it.each([
    ["data scientists", "Data scientists"],
    ["iOS engineers", "iOS engineers"],
    ["an SRE", "An SRE"],
    ["", ""],
  ])("%j becomes %j", (value, expected) => {
    expect(capitalize(value)).toBe(expected);
  });
});

describe("joinList", () => {
  it.each([
    [["a"], "a"],
    [["a", "b"], "a and b"],
    [["a", "b", "c"], "a, b, and c"],
  ])("%j becomes %j", (items, expected) => {
    expect(joinList(items)).toBe(expected);
  });
});
