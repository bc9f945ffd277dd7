import { describe, expect, it } from "vitest";
import { parsePattern, renderPattern } from "../../../src/variants/patterns.ts";
import { BASE, changed, generate, packOf, placeOf } from "./packs.ts";

const FORMAT = "formats/framework.md";
const format = (field: string, value: string) => ({
  [FORMAT]: BASE[FORMAT]?.replace(new RegExp(`^${field}: .*$`, "m"), `${field}: ${JSON.stringify(value)}`),
});
const rules = (files: Record<string, string | undefined>) =>
  generate(files).problems.map(
    ({ file, line, rule, severity }) => `${file.replace("templates/", "")}:${line} ${rule} ${severity}`,
  );

describe("patterns", () => {
  const pack = packOf();
  const parts = () => {
    const [topic, role, format_] = [
      pack.topics.get("design-interviews"),
      pack.roles.get("manager"),
      pack.formats.get("framework"),
    ];
    if (!topic || !role || !format_) throw new Error("the base pack lacks a template");
    return { topic, role, format: format_ };
  };

  it("drop an optional segment whose slot is empty", () => {
    const pattern = parsePattern(
      "{topic.title} for {role.titlePlural}[ {context.phrase}][, {level.name}] \\[draft\\]",
    );
    expect(pattern.faults).toEqual([]);
    expect(renderPattern(pattern, parts()).rendered.text).toBe("Design Interviews for Managers [draft]");
  });

  it("keep it when the slot has a value", () => {
    const context = packOf({
      "contexts/panels.md":
        "---\nnoun: {number: count, singular: panel, plural: panels, a: a panel, title: Panel, titlePlural: Panels}\nphrase: before a panel\npublishDateISO: 2026-02-02\n---\n",
    }).contexts.get("panels");
    const pattern = parsePattern("{Topic}[ {context.phrase}]");
    expect(renderPattern(pattern, { ...parts(), context }).rendered.text).toBe(
      "Design interviews before a panel",
    );
  });

  it("report a slot that is empty outside of one", () => {
    expect(renderPattern(parsePattern("{Topic} {context.phrase}"), parts()).unfilled).toMatchObject([
      { rule: "slot-empty" },
    ]);
  });

  it.each([
    ["a [b", 2],
    ["a] b", 1],
    ["[a [b] c]", 3],
  ])("report the brackets of %j", (text, at) => {
    expect(parsePattern(text).faults).toContainEqual(expect.objectContaining({ at, rule: "pattern-syntax" }));
  });
});

describe("titles", () => {
  it.each([
    [
      "stands in another order than the address",
      "Framework for {topic.title} with {role.titlePlural}",
      "title-order error",
    ],
    ["names the role first", "{role.titlePlural}: {topic.title} framework", "title-order error"],
    ["says nothing of the role", "{topic.title}: Framework", "pattern-slot error"],
    ["has an unknown slot", "{topic.title} for {role.titel}", "unknown-slot error"],
    ["says for twice", "{topic.title} for {role.titlePlural}: Framework for All", "title-repeats error"],
    [
      "says interviews twice",
      "{topic.title} for {role.titlePlural}: Interview Framework",
      "title-repeats error",
    ],
    [
      "is long",
      "{topic.title} for {role.titlePlural}: A Framework in Nine Steps, and What Each of Them Costs You",
      "title-length warning",
    ],
    ["has an empty slot", "{topic.title} for {role.titlePlural}{context.title}", "slot-empty error"],
    ["begins in lower case", "{topic} for {role.plural}: framework", "lower-case-sentence error"],
    ["doubles a word", "{topic.title} Interviews by {role.titlePlural}", "doubled-slot-word error"],
  ])("are reported when one %s", (_what, pattern, expected) => {
    expect(rules(format("titlePattern", pattern))).toContain(`${FORMAT}:9 ${expected}`);
  });

  it("may hold words that the format's name is a part of", () => {
    const named = (pattern: string) =>
      packOf({
        [FORMAT]: format("titlePattern", pattern)
          [FORMAT]?.replaceAll(/framework(?=s?\n)/g, "list")
          .replaceAll(/Framework(?=s?\n)/g, "List"),
      }).problems.map(placeOf);
    expect(named("Specialists on {topic.title} for {role.titlePlural}")).toEqual([]);
    expect(named("Lists on {topic.title} for {role.titlePlural}")).toEqual([`${FORMAT}:9:1 title-order`]);
  });

  it("may share a word between the names of topic and role that describes what they name", () => {
    const named = (topic: string, topicTitle: string, singular: string, title: string) =>
      generate({
        "topics/design-interviews.md": BASE["topics/design-interviews.md"]
          ?.replaceAll("design interview", topic)
          .replaceAll("Design Interviews", topicTitle),
        "roles/manager.md": BASE["roles/manager.md"]
          ?.replaceAll(/(?<!product )manager/g, singular)
          .replaceAll("Manager", title),
      }).problems.map(({ message }) => message);
    expect(
      named("product sense interview", "Product Sense Interviews", "product manager", "Product Manager"),
    ).toEqual([]);
    expect(
      named("data modeling interview", "Data Modeling Interviews", "data engineer", "Data Engineer"),
    ).toEqual([]);
    expect(named("sales interview", "Sales Interviews", "head of sales", "Head of Sales")).toEqual([]);
    expect(named("lead review", "Lead Reviews", "peer review", "Peer Review")).toContain(
      '"reviews" stands twice in the title "Lead Reviews for Peer Reviews: Framework", for /guides/design-interviews/manager/',
    );
  });

  it("are told of another order with a title that would do", () => {
    const { problems } = packOf(format("titlePattern", "{role.titlePlural}: {topic.title} framework"));
    expect(problems.map(({ hint }) => hint)).toEqual([
      'Put it in the order of the address, topic, role, format, context, level: "{topic.title} for {role.titlePlural}: Framework".',
    ]);
  });

  it.each([
    ["no topic", "For {role.titlePlural}: Framework"],
    ["no role", "{topic.title}: Framework"],
  ])("that name %s are reported as that, and not as equal, too", (_what, pattern) => {
    expect(rules(format("titlePattern", pattern))).toEqual([`${FORMAT}:9 pattern-slot error`]);
  });

  it.each(["dbt Interviews", "dbt"])("may begin with a name written small: %s", (title) => {
    const file = "topics/design-interviews.md";
    const topic = changed(file, "title: Design Interviews", `title: ${title}`)[file];
    expect(rules({ [file]: topic?.replaceAll("design interview", "dbt interview") })).toEqual([]);
  });

  it("are reported when they begin with a title that lacks its capitals", () => {
    const topic = changed(
      "topics/design-interviews.md",
      "title: Design Interviews",
      "title: design interviews",
    );
    expect(rules(topic)).toContain(`${FORMAT}:9 lower-case-sentence error`);
  });

  it("are reported when two guides have the same", () => {
    const same = BASE["roles/manager.md"]?.replace("titlePlural: Managers", "titlePlural: Engineers");
    const problems = generate({ "roles/manager.md": same }).problems.filter(
      ({ severity }) => severity === "error",
    );
    expect(problems.map(placeOf)).toEqual([`${FORMAT}:9:1 duplicate-title`]);
    expect(problems[0]?.message).toContain("/guides/design-interviews/");
    expect(problems[0]?.message).toContain("/guides/design-interviews/manager/");
  });
});

describe("descriptions", () => {
  it.each([
    ["is short", "{Role.plural} and {topic}.", "description-length warning"],
    [
      "is long",
      `{Role.plural} and {topic}: ${"one more thing, ".repeat(12)}and an end.`,
      "description-length warning",
    ],
    [
      "begins in lower case",
      "how {role.plural} prepare for {topic}, from the first box on the board to the last.",
      "lower-case-sentence error",
    ],
    [
      "has the title in lower case",
      "A page of design interviews for managers: framework and more for {role.plural} in {topic}.",
      "title-lower-cased error",
    ],
    [
      "says a word three times",
      "Plan {topic}, plan for {role.plural}, and plan the last hour before the whole day begins.",
      "description-repeats error",
    ],
    [
      "says a word three times",
      "What {role.plural} plan, what they plan with and how they plan {topic}, from the first box to the last.",
      "description-repeats error",
    ],
    [
      "has an article before a plural",
      "How a {role.plural} prepare for {topic}, from the first box on the board to the last.",
      "article-before-plural error",
    ],
  ])("are reported when one %s", (_what, pattern, expected) => {
    expect(rules(format("descriptionPattern", pattern))).toContain(`${FORMAT}:10 ${expected}`);
  });

  it.each([
    "{Topic} for {role.plural}: what to say, what to wear, what to send and when to stop.",
    "{Topic} for {role.plural}: how to start, how to stop, how to recover, how to leave.",
    "{Topic} for panels, for clients and for you: what {role.plural} draw and why it matters.",
    "{Topic} for {role.plural} who can draw, who can talk, and who can wait for the next question.",
    "{Topic} for {role.plural}: no box, no arrow, no label that this page has not drawn for you.",
    "{Topic} for {role.plural}: more sleep, more practice, and more questions than you think you need.",
  ])("may list what begins alike: %s", (pattern) => {
    expect(rules(format("descriptionPattern", pattern))).toEqual([]);
  });

  it("are reported when two guides have the same, for the role stands in a part that both leave out", () => {
    const pattern =
      "{Topic}[ for {role.plural} at {level.name} level]: what a strong signal is, and how to give it.";
    const { problems } = generate(format("descriptionPattern", pattern));
    expect(problems.map(placeOf)).toEqual([`${FORMAT}:10:1 duplicate-title`]);
  });

  it("are reported once when two formats have the same pattern", () => {
    const copy = BASE["formats/framework.md"]
      ?.replaceAll("framework", "drill")
      .replaceAll("Framework", "Drill");
    const { problems } = generate({
      "formats/drill.md": copy,
      "matrix.yaml": BASE["matrix.yaml"]?.replace("[framework]", "[framework, drill]"),
      "blocks/design-interviews+drill.md": BASE["blocks/design-interviews+engineer+framework.md"],
    });
    const same = problems.filter(({ rule }) => rule === "duplicate-title");
    expect(same.map(placeOf)).toEqual(["formats/drill.md:10:1 duplicate-title"]);
    expect(same[0]?.message).toMatch(
      /^\/guides\/design-interviews\/ has the same description, ".*", for \/guides\/design-interviews\/engineer\/drill\/; \/guides\/design-interviews\/manager\/drill\/$/,
    );
  });

  it("keep the capitals of a title's abbreviation", () => {
    const sre = BASE["roles/manager.md"]
      ?.replaceAll("manager", "SRE")
      .replaceAll("Manager", "SRE")
      .replace("a: a SRE", "a: an SRE");
    const files = {
      "roles/manager.md": sre,
      ...format(
        "descriptionPattern",
        "How {role.plural}, sre or not, prepare for {topic} in the week before the round.",
      ),
    };
    expect(rules(files)).toContain(`${FORMAT}:10 title-lower-cased error`);
  });
});

describe("a role whose capitals make another word", () => {
  it.each([
    ["IT manager", "what it takes"],
    ["OR nurse", "one hour or two"],
    ["PM lead", "done by 9 pm"],
  ])("may stand beside that word in the description: %s", (singular, words) => {
    const title = singular.replace(/ ./, (start) => start.toUpperCase());
    const role = BASE["roles/manager.md"]
      ?.replaceAll(/(?<!product )manager/g, singular)
      .replaceAll("Manager", title)
      .replace(/a: a (?=[IO])/, "a: an ");
    const pattern = `{Topic} for {role.plural}: ${words}, from the first box on the board to the last.`;
    expect(rules({ "roles/manager.md": role, ...format("descriptionPattern", pattern) })).toEqual([]);
  });
});

describe("what a text by itself can have wrong", () => {
  it.each([
    [
      "descriptionPattern",
      "What {role.plural} tick off before {Topic}, from the first box to the last.",
      "10 capital-slot",
    ],
    [
      "descriptionPattern",
      "What {role.plural} say in {topic}: numbers such as. From the first box to the last.",
      "10 empty-example",
    ],
    [
      "descriptionPattern",
      "{Topic} for {role.plural}: see /guides/design-interviews/ for the rest of it all.",
      "10 raw-link-text",
    ],
    ["imageAltPattern", "A wall where {Role.plural} pin notes on {topic}", "11 capital-slot"],
    ["imageAltPattern", "A wall where {role.plural} pin notes on {topic}, such as", "11 empty-example"],
    ["titlePattern", "{topic.title} for {role.titlePlural}: Framework, e.g.", "9 empty-example"],
  ])("is told of in the %s: %s", (field, pattern, expected) => {
    expect(rules(format(field, pattern))).toEqual([`${FORMAT}:${expected} error`]);
  });

  it.each([
    ["tagline", "For crits, use numbers such as.", "empty-example"],
    ["tagline", "See /guides/design-interviews/ for all of it.", "raw-link-text"],
    ["tagline", '"[insert tagline] for crits."', "unfilled-slot"],
    ["tagline", '"Meta description: crits for managers."', "publisher-note"],
    ["callToAction", "{text: /prep/, url: /interview-prep/}", "raw-link-text"],
  ])("is told of in the %s: %s", (field, value, rule) => {
    const topic = "topics/design-interviews.md";
    const found = rules(changed(topic, new RegExp(`^${field}: .*`, "m"), `${field}: ${value}`));
    expect(found).toEqual([expect.stringMatching(new RegExp(`^${topic}:\\d+ ${rule} error$`))]);
  });

  it.each([
    [
      "descriptionPattern",
      "{Role.plural} on a wall of boxes. {Topic} in brief: the first box, and the last one.",
    ],
    ["imageAltPattern", "A sign that reads {Topic}, above {role.plural}"],
    ["imageAltPattern", "{Role.plural} beside a board titled {Topic}"],
  ])("is not told of a %s in order: %s", (field, pattern) => {
    expect(rules(format(field, pattern))).toEqual([]);
  });
});

describe("image texts", () => {
  it.each([
    ["is generic", "Image of {role.plural} in {topic}"],
    ["names the place", "Featured image: {role.plural} in {topic}"],
    ["names the source", "Stock photo of {role.plural} in {topic}"],
    ["names the kind of page", "Blog header image: {role.plural} in {topic}"],
    ["begins with a name", "{topic.title} image for {role.plural}"],
    ["is one word and slots", "A picture {role.plural} in {topic}"],
    ["is decoration", "Decorative image for {topic.title} and {role.plural}"],
    ["is abstract", "An abstract illustration about {topic.title} for {role.plural}"],
    ["is a thumbnail", "{topic.title} thumbnail for {role.plural}"],
    ["is a share card", "Social card for {topic.title}, {role.plural}"],
    ["is an alt text", "Image alt text for {topic.title} and {role.plural}"],
    ["is a visual", "Visual for {topic.title} and {role.plural}"],
    ["says nothing of the topic", "A whiteboard for {role.plural}"],
  ])("are reported when one %s", (_what, pattern) => {
    expect(rules(format("imageAltPattern", pattern))).toContain(`${FORMAT}:11 generic-image-text error`);
  });

  it.each(["{topic.title} for {role.plural}", "{topic.title}: {role.titlePlural}[ ({context.title})]"])(
    "get a warning when one is names alone: %s",
    (pattern) => {
      expect(rules(format("imageAltPattern", pattern))).toContain(`${FORMAT}:11 generic-image-text warning`);
    },
  );
});

describe("image texts that show something", () => {
  it.each([
    "Cover letters that {role.plural} bring to {topic}",
    "Stock charts on {topic} for {role.plural}",
    "Social workers' cards for {topic}, held by {role.plural}",
    "Abstract shapes that {role.plural} draw in {topic}",
    "Visual aids that {role.plural} pin up for {topic}",
    "A thumbnail sketch that {role.plural} show in {topic}",
    "{Role.plural} at a round table for {topic}",
    "{Role.plural} cover for each other in {topic}",
    "{Role.plural} picture that first minute of {topic}",
    "Blog posts on a desk: {role.plural} read of {topic}",
  ])("pass: %s", (pattern) => {
    expect(rules(format("imageAltPattern", pattern))).toEqual([]);
  });
});

describe("the faults of one pattern", () => {
  const topic = BASE["topics/design-interviews.md"]?.replace(
    /noun:[\s\S]*?(?=artifact:)/,
    "noun: {number: mass, singular: design practice, title: Design Practice}\n",
  );
  const messages = (field: string, pattern: string) =>
    generate({ ...format(field, pattern), "topics/design-interviews.md": topic })
      .problems.filter(({ file }) => file === `templates/${FORMAT}`)
      .map(({ rule, message }) => `${rule}: ${message.replace(/, for \/.*/, "")}`);

  it("are told together when slots have no value, each slot once", () => {
    expect(
      messages("titlePattern", "{topic.a} {topic.titlePlural} {topic.a} for {role.titlePlural}"),
    ).toEqual([
      "slot-form: titlePattern: {topic.a} has no value: design-interviews is a mass noun and takes no article",
      "slot-form: titlePattern: {topic.titlePlural} has no value: design-interviews is a mass noun and has no plural",
    ]);
  });

  it("are told together when words are repeated, each once for all roles", () => {
    expect(
      messages("titlePattern", "{topic.title} for {role.titlePlural}: Design Plan for {role.title}"),
    ).toEqual([
      'title-repeats: "design" stands twice in the title "Design Practice for Engineers: Design Plan for Engineer"',
      'title-repeats: "engineer" stands twice in the title "Design Practice for Engineers: Design Plan for Engineer"',
      'title-repeats: "for" stands twice in the title "Design Practice for Engineers: Design Plan for Engineer"',
    ]);
  });

  it("are told together when the language is wrong", () => {
    const pattern = "How {role.plural} see the the plan of {topic} and and say what they would leave out.";
    expect(messages("descriptionPattern", pattern)).toEqual([
      expect.stringContaining('"and" stands twice in a row'),
      expect.stringContaining('"the" stands twice in a row'),
    ]);
  });
});

describe("headings", () => {
  it("may speak of the topic alone", () => {
    const files = {
      [FORMAT]: BASE[FORMAT]?.replace("Why this matters", '"Why this matters to {role.plural}"'),
    };
    expect(packOf(files).problems.map(placeOf)).toEqual([`${FORMAT}:14:16 heading-slot`]);
    expect(generate().guides[0]?.sections.map(({ heading }) => heading)).toEqual([
      undefined,
      "Why this matters",
      "Steps for design interviews",
    ]);
  });
});

describe("a link in a heading", () => {
  it.each([
    ['"Why [this](/nope/)"', "holds a link: put it into the text of a block", 14],
    ['"Why [this][that]"', "holds a link: put it into the text of a block", 14],
    ['"Why ![this](/x.png)"', "holds a link: put it into the text of a block", 14],
    ['"Why <https://x.example>"', "holds a link: put it into the text of a block", 14],
    ['"Why {topic.callToAction}"', "the heading has a link, {topic.callToAction}", 14],
  ])("is told of in the format's file: %s", (heading, message, line) => {
    const files = { [FORMAT]: BASE[FORMAT]?.replace("Why this matters", heading) };
    const { problems } = packOf(files);
    expect(problems[0]).toMatchObject({ file: `templates/${FORMAT}`, line });
    expect(problems[0]?.message).toContain(message);
  });

  it("is not seen in brackets, which are text like any other", () => {
    const files = { [FORMAT]: BASE[FORMAT]?.replace("Why this matters", '"Why this [and that] matters"') };
    expect(packOf(files).problems).toEqual([]);
  });
});

describe("a topic's own fields", () => {
  const topic = (from: string, to: string) => ({
    "topics/design-interviews.md": BASE["topics/design-interviews.md"]?.replace(from, to),
  });

  it("are reported when a category has nothing to do with the topic", () => {
    expect(rules(topic("[Design Interviews]", "[Design Interviews, Gardening]"))).toEqual([
      "topics/design-interviews.md:15 foreign-category error",
    ]);
  });

  const TAGLINE = "Say what you would build and what you would leave out.";
  it.each([
    ["UX", "Show your UX work."],
    ["ux", "Show your UX work."],
    ["AI Safety", "Talk about AI without the hype."],
    ["IT", "Show what IT is for."],
    ["Go", "Write Go on a board."],
    ["R&D", "From R&D to sales."],
    ["C++", "Read C++ aloud."],
    ["Node", "Read Node.js aloud."],
    ["AWS", "Draw it on AWS."],
    ["Pay", "Talk about pay."],
    ["Designers", "Design on paper."],
    ["Leaving", "Leave on good terms."],
    ["Key", "Find the keys."],
    ["面接", "技術面接の準備をする"],
    ["Собеседования", "Готовим собеседования."],
  ])("may have a category of few letters, or of another script: %s", (category, tagline) => {
    const text = BASE["topics/design-interviews.md"]?.replace(TAGLINE, tagline);
    const own = text?.replace("[Design Interviews]", `["${category}"]`);
    expect(rules({ "topics/design-interviews.md": own })).toEqual([]);
  });

  it.each(["HR", "IT", "Art of Sleep", "採用"])("are reported when no word is shared: %s", (category) => {
    const text = BASE["topics/design-interviews.md"]?.replace("[Design Interviews]", `["${category}"]`);
    const own = text?.replace(TAGLINE, "Say what it is made of.");
    expect(rules({ "topics/design-interviews.md": own })).toEqual([
      "topics/design-interviews.md:15 foreign-category error",
    ]);
  });

  it("are reported when their language is wrong", () => {
    expect(rules(topic("tagline: Say what", "tagline: say what what"))).toEqual([
      "topics/design-interviews.md:18 lower-case-sentence error",
      "topics/design-interviews.md:18 repeated-word error",
    ]);
  });
});
