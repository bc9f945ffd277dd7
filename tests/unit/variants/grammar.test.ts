import { describe, expect, it } from "vitest";
import { BASE, generate, MASS, problemsIn } from "./packs.ts";

describe("text without a fault", () => {
  it.each([
    "You prepare {topic} with {role.partners}. They {topic|asks/ask} for reasons.",
    "{Topic} {topic|asks/ask} much. {Artifact.plural} {artifact.plural|win/win} rounds. An SRE, a user, an hour, a one-off, a URL.",
    "Bring {artifact.a} and a clear {artifact.singular}. What you {role.proof.past} matters; {role.proof.gerund} took a year.",
    "I know that that works, and they had had doubts. Option A is a queue. Series A money came.",
    'Ask "why now?" and wait. Pick one (no more than two). "Is it?" she asked. iOS came later.',
    "Take latency, for example. For example:\n\n- p95 on a phone\n- p99 on a laptop",
    "- name the load;\n- name the queue.\n\n1. First step.\n2. Second step.",
    "A modest rubric becomes useful. An active closing gets nods. An honest mentor says so.",
    "A platform team owns it. A question engineers get is whether a cache helps. A series of calls follows. A news item. A few stories.",
    "Read [the base guide](/guides/design-interviews/) and `a/b/c/` code. 24/7 and/or 1/2 are fine.",
    "How does {topic.singular} become easier? Does {artifact} need a number? Preparing for {topic} takes a week.",
    "The goal of {topic} is a signal. One of the {role.plural} asks why.",
    "A \\{brace} stays.",
  ])("passes: %s", (text) => {
    expect(problemsIn(text)).toEqual([]);
  });

  it("lets a noun that is not counted stand before another noun after an article", () => {
    expect(problemsIn("A {topic} round is short. {Topic} takes an hour.", MASS)).toEqual([]);
  });
});

describe("a verb that disagrees with its slot", () => {
  it.each([
    ["Your {topic} becomes easier.", "1:6 verb-agreement"],
    ["When {topic} is near, sleep.", "1:6 verb-agreement"],
    ["{Role.plural} has doubts.", "1:1 verb-agreement"],
    ["{Role.a} have doubts.", "1:1 verb-agreement"],
    ["Your {artifact.plural} {artifact|needs/need} a number.", "1:24 verb-agreement"],
    ["The {role.plural} {topic.singular|asks/ask} why.", "1:19 verb-agreement"],
    ["Your {topic} sits apart.", "1:6 verb-agreement"],
  ])("is reported in: %s", (text, expected) => {
    expect(problemsIn(text)).toEqual([expected]);
  });
});

describe("a slot beside the wrong word", () => {
  it.each([
    ["Most {topic} interviews are short.", "1:6 doubled-slot-word"],
    ["Every design {topic.singular} is short.", "1:14 doubled-slot-word"],
    ["Ask {role.singular} engineer friends.", "1:5 doubled-slot-word"],
    ["Choose your {artifact.a} tonight.", "1:13 doubled-article"],
    ["Think like a {role.singular}.", "1:12 indefinite-article"],
    ["Open with the {role.proof.past}.", "1:15 verb-phrase"],
    ["Results such as {role.proof.past} win.", "1:17 verb-phrase"],
    ["Say that you {role.proof.gerund}.", "1:14 verb-phrase"],
  ])("is reported in: %s", (text, expected) => {
    expect(problemsIn(text)).toEqual([expected]);
  });

  it.each([
    "You spent May {role.proof.gerund}.",
    "In May {role.proof.gerund} was all she did.",
    "Ask how Will {role.proof.past}.",
  ])("takes a month and a name for no modal verb: %s", (text) => {
    expect(problemsIn(text)).toEqual([]);
  });

  it("takes no verb for the noun's last word again", () => {
    const clerk = BASE["roles/manager.md"]
      ?.replace("plural: managers", "plural: clerks of works")
      .replace("singular: manager", "singular: clerk of works")
      .replace("a: a manager", "a: a clerk of works")
      .replace("title: Manager", "title: Clerk of Works")
      .replace("titlePlural: Managers", "titlePlural: Clerks of Works");
    const texts = "See how {role.plural} work.\n\nWatch {role.a} work for a day.";
    expect(problemsIn(texts, { "roles/manager.md": clerk })).toEqual([]);
    expect(problemsIn("Ask {role.plural} works why.", { "roles/manager.md": clerk })).toEqual([
      "1:5 doubled-slot-word",
    ]);
  });

  it("is reported for the guides in which it is wrong, and once", () => {
    expect(
      problemsIn("Ask {role.singular} engineer friends.\n\nAsk {role.singular} manager friends."),
    ).toEqual(["1:5 doubled-slot-word", "3:5 doubled-slot-word"]);
  });
});

describe("words", () => {
  it.each([
    ["Say what it it cost.", "1:10 repeated-word"],
    ["Say the\nthe number.", "1:5 repeated-word"],
    ["Say **the** the number.", "1:7 repeated-word"],
    ["Give an unit.", "1:6 indefinite-article"],
    ["Wait a hour.", "1:6 indefinite-article"],
    ["A 8-person team.", "1:1 indefinite-article"],
  ])("are reported in: %s", (text, expected) => {
    expect(problemsIn(text)).toEqual([expected]);
  });

  it("believe the author about the article of a noun phrase", () => {
    const manager = BASE["roles/manager.md"]
      ?.replaceAll("manager", "MLOps lead")
      .replaceAll("Manager", "MLOps Lead")
      .replace("a: a MLOps lead", "a: an MLOps lead");
    expect(problemsIn("Think like {role.a}.", { "roles/manager.md": manager })).toEqual([]);
    expect(problemsIn("Think like a {role.singular}.", { "roles/manager.md": manager })).toEqual([
      "1:12 indefinite-article",
    ]);
  });
});

describe("sentences", () => {
  it.each([
    ["Stop there. then wait.", "1:13 lower-case-sentence"],
    ["begin here.", "1:1 lower-case-sentence"],
    ["Is it fair? no, but it is short.", "1:13 lower-case-sentence"],
    ["Good. {role.plural} wait.", "1:7 lower-case-sentence"],
    ["- [ ] tick it.", "1:7 lower-case-sentence"],
    ["Say **this**\n\nthen wait.", "3:1 lower-case-sentence"],
    ["- Sit.\n\nthen wait.", "3:1 lower-case-sentence"],
    ["- one thing. Another thing.", "1:3 lower-case-sentence"],
    ["why me?\n: Because.", "1:1 lower-case-sentence"],
    ["Use a number such as.", "1:14 empty-example"],
    ["For example, .", "1:1 empty-example"],
    ["Name it. For example:", "1:10 empty-example"],
    ["- Cut it. This shows judgment.\n- Keep it. This shows judgment.", "2:12 filler-sentence"],
  ])("are reported in: %s", (text, expected) => {
    expect(problemsIn(text)).toEqual([expected]);
  });
});

describe("what stands below a callout's title or behind a hard break", () => {
  it.each([
    ["> [!TIP] Speak up\n> the panel is far.", "2:3 lower-case-sentence"],
    ["> [!TIP] speak up\n> The panel is far.", "1:10 lower-case-sentence"],
    ["> [!TIP] Speak off\n> {Topic} takes three hours.", "2:3 verb-agreement"],
    ["**Speak**  \n{Topic} takes three hours.", "2:1 verb-agreement"],
  ])("is a sentence of its own: %j", (text, expected) => {
    expect(problemsIn(text)).toEqual([expected]);
  });
});

describe("a message", () => {
  const told = (markdown: string) => {
    const file = "blocks/design-interviews+framework.md";
    const text = `---\nupdatedDateISO: 2026-02-05\n---\n# why\n${markdown}\n`;
    return generate({ ...MASS, [file]: text }).problems.map(({ message, hint }) => [message, hint]);
  };

  it("shows code as it is written", () => {
    expect(told("kubectl, `x`, and a calm voice.")[0]?.[0]).toBe(
      'a sentence begins in lower case: "kubectl, `x`, and a calm voice."',
    );
  });

  it("shows both braces of each side", () => {
    expect(told("Ask {{role.plural}} why.")[0]?.[0]).toBe('double braces, "{{role.plural}}"');
  });

  it("names the slot to write with the capital that its place has", () => {
    expect(
      told("A {role.plural} waits.\n\nAsk a {role.plural}.\n\nA calm {role.plural} waits.").map(
        ([, hint]) => hint,
      ),
    ).toEqual([
      "Write {Role.a}, or take the article out.",
      "Write {role.a}, or take the article out.",
      "Write {role.singular}, or take the article out.",
    ]);
    expect(told("An {format.singular} helps. Use an {format.singular}.").map(([, hint]) => hint)).toEqual([
      'Write {Format.a}, which is "a framework".',
      'Write {format.a}, which is "a framework".',
    ]);
  });

  it("says to take a dollar sign out", () => {
    expect(told(`Ask \${role.plural} why.`)).toEqual([
      [`a dollar sign before a slot, "\${role.plural}"`, "Take it out: {role.plural}."],
    ]);
  });
});

describe("a slot without a value", () => {
  it("hides no fault but those of its own paragraph", () => {
    expect(
      problemsIn("Ask the the panel.\n\nSay it it {context.phrase} to to them.\n\n- ask ask them"),
    ).toEqual(["1:5 repeated-word", "3:11 slot-empty", "5:3 repeated-word"]);
  });
});

describe("what was left over", () => {
  it("is told as a whole, each note once", () => {
    expect(problemsIn("TODO: a CTA that fits. Good SEO comes first. The rest (TBD) waits.")).toEqual([
      "1:1 publisher-note",
      "1:7 publisher-note",
      "1:29 publisher-note",
      "1:56 publisher-note",
    ]);
  });

  it.each([
    ["Ask the [role] why.", "1:9 unfilled-slot"],
    ["Ask the $\\{role} why.", "1:9 unfilled-slot"],
    ["Cost %METRIC% fell.", "1:6 unfilled-slot"],
    ["TODO write this.", "1:1 publisher-note"],
    ["A CTA that matches the topic.", "1:1 publisher-note"],
    ["Good. Add internal links to the hub.", "1:7 publisher-note"],
    ["The company name goes here.", "1:18 publisher-note"],
    ["Read [/blog/x/](/blog/x/).", "1:6 raw-link-text"],
    ["Read [https://example.com](https://example.com).", "1:6 raw-link-text"],
    ["Read https://example.com today.", "1:6 raw-link-text"],
    ["Read /guides/x/ today.", "1:6 raw-link-text"],
    ["Read guides/x/ today.", "1:6 raw-link-text"],
    ["See blog/my-post/.", "1:5 raw-link-text"],
    ["Pay at www.example.com/pay today.", "1:8 raw-link-text"],
    ["Meta description: crits for architects.", "1:1 publisher-note"],
    ["- Focus keyword: crits", "1:3 publisher-note"],
    ["- Internal link: the hub", "1:3 publisher-note"],
    ["Hero image: a ladder.", "1:1 publisher-note"],
    ["[insert tagline] for all.", "1:1 unfilled-slot"],
    ["Say [Insert a hook] first.", "1:5 unfilled-slot"],
    [`Hello \${role.plural}.`, "1:7 slot-syntax"],
  ])("is reported in: %s", (text, expected) => {
    expect(problemsIn(text)).toEqual([expected]);
  });
});
