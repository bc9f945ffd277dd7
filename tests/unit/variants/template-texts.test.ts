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

  it.each([
    ["a word twice in a row", "cut cut costs by 4%", "cutting cutting costs by 4%", "repeated-word"],
    ["a wrong article", "cut an user fee by 4%", "cutting an user fee by 4%", "indefinite-article"],
    ["an article before a plural", "cut a costs by 4%", "cutting a costs by 4%", "article-before-plural"],
    ["a note to the publisher", "cut TODO by 4%", "cutting TODO by 4%", "publisher-note"],
    ["a full stop", "cut costs by 4%.", "cutting costs by 4%.", "template-field"],
  ])("is told of %s, where it is written and nowhere else", (_what, past, gerund, rule) => {
    const used = {
      "blocks/manager.md":
        "---\nupdatedDateISO: 2026-02-02\n---\n\n# why\n\nYou {role.proof.past}. Try {role.proof.gerund}.\n",
    };
    const all = told({ ...proof(past, gerund), ...used });
    expect(all.filter((one) => !one.startsWith("topics/"))).toEqual(
      [rule, rule].map((one) => `${MANAGER}:10 ${one} error`),
    );
  });

  it.each([
    ["asked “why?” 40 times in 3 weeks", "asking “why?” 40 times in 3 weeks"],
    ["grew SEO traffic by 4%", "growing SEO traffic by 4%"],
    ["made No. 1 in 4 app stores", "making No. 1 in 4 app stores"],
    ["had had 2 heart valves replaced", "having had 2 heart valves replaced"],
    ["cut a 12-hour series of checks to 4", "cutting a 12-hour series of checks to 4"],
  ])("may be: %s", (past, gerund) => {
    expect(told(proof(past, gerund))).toEqual([]);
  });

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

describe("a level's name", () => {
  const level = (name: string) =>
    told({
      "levels/staff.md": `---\nname: ${name}\norder: 1\npublishDateISO: 2026-02-02\n---\n`,
      "matrix.yaml": `${BASE["matrix.yaml"]}  - {topic: design-interviews, roles: [manager], formats: [framework], levels: [staff]}\n`,
    }).filter((one) => one.startsWith("levels/"));

  it.each([
    ["a full stop", "chartered.", "template-field error"],
    ["a note to the publisher", "TODO chartered", "publisher-note error"],
    ["a word twice in a row", "chartered chartered", "repeated-word error"],
    ["a capital letter", "Chartered", "template-field warning"],
  ])("is told of %s", (_what, name, rule) => {
    expect(level(name)).toEqual([`levels/staff.md:2 ${rule}`]);
  });

  it.each(["chartered", "mid-level", "L5", "Band 6", "Year 3", "C-suite", "IC"])("may be: %s", (name) => {
    expect(level(name)).toEqual([]);
  });
});

describe("the title of a topic", () => {
  const topic = (noun: string) => ({
    "topics/design-interviews.md": BASE["topics/design-interviews.md"]
      ?.replace(/noun:\n[\s\S]*?artifact:/, `noun: ${noun}\nartifact:`)
      .replace(/categories: .*/, "categories: [Leaving Things Out]"),
  });

  it.each([
    "{number: plural, plural: design crits, title: Site Inductions}",
    "{number: mass, singular: site etiquette, title: Night Rounds}",
  ])("is told of with a warning where it is another noun's: %s", (noun) => {
    expect(told(topic(noun))).toContain("topics/design-interviews.md:2 template-field warning");
  });

  it.each([
    "{number: mass, singular: whiteboarding, title: Whiteboard Interviews}",
    "{number: mass, singular: pay negotiation, title: Negotiating Pay}",
    "{number: plural, plural: system design interviews, title: SDIs}",
    "{number: plural, plural: front-end screens, title: Frontend Rounds}",
    "{number: mass, singular: 系统设计, title: 系统设计面试}",
    "{number: plural, plural: Gehaltsgespräche, title: Gehaltsgespräch}",
  ])("may put it in other words: %s", (noun) => {
    expect(told(topic(noun)).filter((one) => one.startsWith("topics/"))).toEqual([]);
  });
});

describe("the titles of a noun", () => {
  it.each([
    ["in lower case", "titlePlural: Managers", "titlePlural: account managers", 8],
    ["of the other number", "titlePlural: Managers", "titlePlural: Manager", 8],
    ["of another noun in the plural", "plural: managers", "plural: SREs", 8],
    ["of another noun", "title: Manager", "title: Drone Pilot", 7],
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
    ["SRE", "SREs", "Site Reliability Engineer", "Site Reliability Engineers"],
    ["staff member", "staff", "Staff", "Staff"],
    ["veterinarian", "veterinarians", "Vet", "Vets"],
    ["assistant professor", "assistant professors", "Asst. Prof.", "Asst. Profs."],
  ])(
    "may be shorter than the noun, irregular, or a name: %s, %s, %s, %s",
    (singular, plural, title, titles) => {
      const a = `${/^[aeiS]/.test(singular) ? "an" : "a"} ${singular}`;
      const forms = `  number: count\n  singular: ${singular}\n  plural: ${plural}\n  a: ${a}\n  title: ${title}\n  titlePlural: ${titles}\n`;
      expect(told({ [MANAGER]: BASE[MANAGER]?.replace(noun("manager", "Manager"), forms) })).toEqual([]);
    },
  );
});
