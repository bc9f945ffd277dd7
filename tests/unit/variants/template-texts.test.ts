import { describe, expect, it } from "vitest";
import { BASE, changed, type Files, generate, noun } from "./packs.ts";

const told = (files: Files) =>
  generate(files).problems.map(
    ({ file, line, rule, severity }) => `${file.replace("templates/", "")}:${line} ${rule} ${severity}`,
  );
const MANAGER = "roles/manager.md";
const role = (from: string, to: string) => changed(MANAGER, from, to);

describe("a role's partners and vocabulary", () => {
  const partners = (list: string) => role("[product managers]", list);

  it.each([
    ["a full stop", "[cabin crews., dispatchers]", "template-field"],
    ["a wrong article", "[dispatchers, a operator]", "indefinite-article"],
    ["an article before a plural", "[dispatchers, a nervous engineers]", "article-before-plural"],
    ["a word twice in a row", "[cabin cabin crews]", "repeated-word"],
    ["an item twice", "[dispatchers, Dispatchers]", "template-field"],
    ["a note to the publisher", "[TODO add one]", "publisher-note"],
  ])("are told of %s", (_what, list, rule) => {
    expect(told(partners(list))).toEqual([`${MANAGER}:9 ${rule} error`]);
    const ofVocabulary = role("[scope]", list);
    expect(told(ofVocabulary)).toEqual([`${MANAGER}:11 ${rule} error`]);
  });

  it.each([
    "[Finance, Legal, Acme Inc., the U.S. team, Product]",
    "[Yahoo!, SEO leads, Node.js, p99 latency, iOS engineers]",
    "[an on-call lead, the board, a hospital's nurses]",
    "[planning, negotiating, building]",
    "[dispatchers and ground crews]",
  ])("may be %s", (list) => {
    expect(told(partners(list))).toEqual([]);
    expect(told(role("[scope]", list))).toEqual([]);
  });
});

describe("a context's phrase", () => {
  const context = (phrase: string): Files => ({
    "contexts/panels.md": `---\nnoun:\n${noun("panel", "Panel")}phrase: ${phrase}\npublishDateISO: 2026-02-02\n---\n`,
    "blocks/panels.md":
      "---\nupdatedDateISO: 2026-02-02\n---\n\n# why\n\nMany watch, and one of them asks.\n",
    "matrix.yaml": `${BASE["matrix.yaml"]}  - {topic: design-interviews, roles: [manager], formats: [framework], contexts: [panels]}\n`,
  });
  const format = BASE["formats/framework.md"]
    ?.replace('Framework"', 'Framework[ ({context.title})]"')
    .replace("for {topic},", "for {topic}[, {context.phrase}],");
  const of = (phrase: string) => told({ ...context(phrase), "formats/framework.md": format });

  it.each([
    ["a full stop", "on the day.", "template-field"],
    ["a capital letter", "On the day", "template-field"],
    ["an article before a plural", "on a nervous days", "article-before-plural"],
  ])("is told of %s", (_what, phrase, rule) => {
    expect(of(phrase)).toContain(`contexts/panels.md:9 ${rule} error`);
  });

  it.each(["on the day", "in U.S. panels", "Monday to Friday", "in SEO loops", "before a panel of five"])(
    "may be: %s",
    (phrase) => {
      expect(of(phrase)).toEqual([]);
    },
  );
});

describe("a role's proof", () => {
  const proof = (past: string, gerund: string) =>
    role(
      "{past: cut latency by 40%, gerund: cutting latency by 40%}",
      `{past: "${past}", gerund: "${gerund}"}`,
    );

  it("is told of forms with different numbers", () => {
    expect(told(proof("cut latency by 97%", "cutting latency by 79%"))).toEqual([
      `${MANAGER}:10 template-field warning`,
    ]);
  });

  it.each([
    ["cut latency by 1,000 ms", "cutting latency by 1000 ms"],
    ["cut pages from 14 to 3 in 6 months", "cutting pages from 14 to 3"],
    ["cut latency by half in 3 months", "halving latency in 3 months"],
    ["cut latency by 1.5 s", "cutting latency by 1.5 s."],
  ])("may leave some out: %s", (past, gerund) => {
    expect(told(proof(past, gerund)).filter((one) => one.endsWith("warning"))).toEqual([]);
  });
});

describe("the titles of a noun", () => {
  it.each([
    ["in lower case", "titlePlural: Managers", "titlePlural: account managers", 8],
    ["of the other number", "titlePlural: Managers", "titlePlural: Manager", 8],
    ["of another noun", "plural: managers", "plural: SREs", 8],
  ])("are told of with a warning: %s", (_what, from, to, line) => {
    expect(told(role(from, to))).toContain(`${MANAGER}:${line} template-field warning`);
  });

  it.each([
    ["account manager", "account managers", "AM", "AMs"],
    ["person on call", "people on call", "Person on Call", "People on Call"],
    ["person", "people", "Person", "People"],
    ["internal transfer", "internal transfers", "Internal Transfer", "Transfers"],
    ["series", "series", "Series", "Series"],
    ["dbt", "dbts", "dbt", "dbts"],
    ["staff member", "staff", "Staff", "Staff"],
  ])(
    "may be shorter than the noun, irregular, or a name: %s, %s, %s, %s",
    (singular, plural, title, titles) => {
      const a = `${/^[aei]/.test(singular) ? "an" : "a"} ${singular}`;
      const forms = `  number: count\n  singular: ${singular}\n  plural: ${plural}\n  a: ${a}\n  title: ${title}\n  titlePlural: ${titles}\n`;
      expect(told({ [MANAGER]: BASE[MANAGER]?.replace(noun("manager", "Manager"), forms) })).toEqual([]);
    },
  );
});
