import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { measureContainment } from "../../../src/variants/similarity/containment.ts";
import { cpuTimer } from "../../support/cpu-timer.ts";
import { BASE, DEFAULTS, generate, LENIENT, placeOf } from "./packs.ts";

const ENGINEER = "blocks/design-interviews+engineer+framework.md";
const MANAGER = "blocks/design-interviews+manager+framework.md";
const TOPIC = "topics/design-interviews.md";
const HUB = "/guides/design-interviews/";
const OTHER = "/guides/design-interviews/manager/";

/** A text of that many words, no two of them the same, different for each seed. */
const words = (seed: string, count: number) =>
  `${Array.from({ length: count }, (_, index) => `${index === 0 ? seed.toUpperCase() : seed}${index.toString(36)}`).join(" ")}.`;
const block = (text: string) =>
  `---\nupdatedDateISO: 2026-02-03\n---\n\n# opening\n\n${text}\n\n# steps\n\nStart here.\n`;
/** Two guides that share `shared` words of the topic's and have `own` each. */
const pair = (shared: string, engineer: string, manager: string, settings = LENIENT) =>
  generate(
    {
      [TOPIC]: BASE[TOPIC]?.replace("Boxes are easy. Reasons are scarce.", shared),
      [ENGINEER]: block(engineer),
      [MANAGER]: block(manager),
    },
    settings,
  );

describe("containment", () => {
  const sets = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 30 })), { minLength: 2, maxLength: 6 });

  it("is the share of the smaller set, the same both ways, for any sets", () => {
    fc.assert(
      fc.property(sets, (documents) => {
        const { between, sizes } = measureContainment(documents.map((set) => [Int32Array.from(set)]));
        for (const [i, a] of documents.entries()) {
          expect(sizes[i]).toBe(a.length);
          for (const [j, b] of documents.entries()) {
            if (i === j) continue;
            const shared = a.filter((value) => b.includes(value)).length;
            const expected = Math.min(a.length, b.length) === 0 ? 0 : shared / Math.min(a.length, b.length);
            expect(between(i, j)).toBe(expected);
            expect(between(j, i)).toBe(expected);
          }
        }
      }),
    );
  });

  it("counts a shingle that stands twice in a document once", () => {
    const { between, sizes } = measureContainment([
      [Int32Array.of(1, 1, 2), Int32Array.of(2, 3)],
      [Int32Array.of(1, 4)],
    ]);
    expect(sizes[0]).toBe(3);
    expect(between(0, 1)).toBe(0.5);
  });
});

describe("guides", () => {
  it("that share nothing have a containment of 0, and the same words 1", () => {
    expect(pair("One reason.", words("a", 40), words("b", 40)).similarity.between(HUB, OTHER)).toBe(0);
    expect(pair("One reason.", words("a", 40), words("a", 40)).similarity.between(HUB, OTHER)).toBe(1);
  });

  it("that differ only in the name of their role are the same", () => {
    const text =
      "For {role.a} the board is a map and {role.plural} who forget it pay for every box {role.partners} ask about.";
    expect(pair("One reason.", text, text).similarity.between(HUB, OTHER)).toBe(1);
  });

  it("are the same too when each writes its role out, in lower case or not", () => {
    const text = (role: string) =>
      `Ask ${role}s why the board is a map and a ${role} who forgets it pays for every box.`;
    expect(pair("One reason.", text("engineer"), text("Manager")).similarity.between(HUB, OTHER)).toBe(1);
  });

  it("are the same too when the article depends on the role, and when a line ends within its name", () => {
    const text = (a: string, role: string) =>
      `Think like ${a} ${role} who draws the board as a map, and for ${a} ${role} each box costs a day of pay.`;
    const role = (file: string, name: string, singular: string, a: string) => ({
      [file]: BASE[file]?.replaceAll(name, singular).replace(/ {2}a: .*/, `  a: ${a} ${singular}`),
    });
    const { similarity } = generate({
      [TOPIC]: BASE[TOPIC]?.replace("Boxes are easy. Reasons are scarce.", "One reason."),
      ...role("roles/engineer.md", "engineer", "SRE", "an"),
      ...role("roles/manager.md", "manager", "UX researcher", "a"),
      "matrix.yaml": BASE["matrix.yaml"],
      [ENGINEER]: block(text("an", "SRE")),
      [MANAGER]: block(text("a", "UX\nresearcher")),
    });
    expect(similarity.between(HUB, OTHER)).toBe(1);
  });

  it("are the same too with apostrophes of another kind, and accents in another Unicode form", () => {
    const text =
      "The mason's float isn't dry, the café's façade doesn't crack, and the crème brûlée can't wait.";
    const other = text.replaceAll("'", "’").normalize("NFD");
    expect(pair("One reason.", text, other).similarity.between(HUB, OTHER)).toBe(1);
  });

  it("name their nearest sibling and the words they share", () => {
    const shared = "Reasons are scarce and boxes are cheap on any board that you are given.";
    const { similarity } = pair(shared, words("a", 30), words("b", 40));
    expect(similarity.nearest(HUB)?.url).toBe(OTHER);
    expect(similarity.passages(HUB, OTHER)).toEqual([
      expect.objectContaining({
        text: shared.slice(0, -1),
        otherText: shared.slice(0, -1),
        words: 14,
        section: "why",
        otherSection: "why",
      }),
    ]);
  });
});

describe("the uniqueness gate", () => {
  const near = (settings: typeof DEFAULTS) =>
    pair(words("s", 60), words("a", 30), words("b", 30), { ...settings, minRoleWords: 0 });

  it("gives a warning from one threshold on and an error above the other, with the shared words", () => {
    const { problems, status } = near(DEFAULTS);
    expect(problems.map((problem) => `${placeOf(problem)} ${problem.severity}`)).toEqual([
      `${TOPIC}:24:1 too-similar error`,
    ]);
    expect(problems[0]?.message).toMatch(
      /^68% of \/guides\/design-interviews\/manager\/ is in \/guides\/design-interviews\/ \(at most 50% may be\)$/,
    );
    expect(problems[0]?.hint).toContain(`"S0 s1 s2`);
    expect([...status.values()]).toEqual(["ok", "too-similar"]);
    const warned = near({ ...DEFAULTS, limit: 0.8 });
    expect(warned.problems.map(({ severity }) => severity)).toEqual(["warning"]);
    expect(warned.status.get(OTHER)).toBe("similar");
  });

  it("names the shorter of the two guides as the one that is in the other, whichever comes first", () => {
    const settings = { ...DEFAULTS, minRoleWords: 0 };
    const { problems } = pair(words("s", 60), words("a", 10), words("b", 200), settings);
    expect(problems.map(({ message }) => message)).toEqual([
      `90% of ${HUB} is in ${OTHER} (at most 50% may be)`,
    ]);
  });

  it("writes as many digits as it takes to see that the limit is passed", () => {
    const messages = (limit: number, warn = 0.1) =>
      near({ ...DEFAULTS, limit, warn }).problems.map(({ message }) =>
        message.replace(/ of .* is in \S+/, ""),
      );
    expect(messages(0.68)).toEqual(["68.3% (at most 68.0% may be)"]);
    expect(messages(0.6825)).toEqual(["68.29% (at most 68.25% may be)"]);
    expect(messages(0.9, 0.68)).toEqual(["68.3% (below 68.0% is good)"]);
    expect(messages(0.9)).toEqual(["68% (below 10% is good)"]);
  });

  it("leaves out a guide that lacks a section, for it will not stay as alike as it is", () => {
    const { problems, status } = generate(
      {
        [TOPIC]: BASE[TOPIC]?.replace("Boxes are easy. Reasons are scarce.", words("s", 60)),
        [ENGINEER]: block(words("a", 30)),
        [MANAGER]: undefined,
      },
      { ...DEFAULTS, minRoleWords: 0 },
    );
    expect(problems.map(({ rule }) => rule)).toEqual(["missing-section", "missing-section"]);
    expect([...status]).toEqual([[HUB, "ok"]]);
  });

  it("shows shared words as a reader sees them, without the halves of Markdown", () => {
    const shared =
      "- **Monday, 40 minutes.** Do *every* task of [the list](/blog/) with `kubectl get` and\n- [ ] then write [it down](/x/) in **one line";
    const { problems } = pair(`${shared}.**`, "Some.", "Other.", { ...DEFAULTS, minRoleWords: 0 });
    expect(problems[0]?.hint).toBe(
      'Shared: "Monday, 40 minutes. Do every task of the list with `kubectl get` and then write ..." (why, 19 words). Write these for the role.',
    );
  });

  it("can give a guide the base guide as its canonical instead, and says so", () => {
    const { problems, guides, status } = near({ ...DEFAULTS, consequence: "canonical" });
    expect(problems.map(({ message }) => message)).toEqual([
      `68% of ${OTHER} is in ${HUB} (at most 50% may be): ${OTHER} has ${HUB} as its canonical address now`,
    ]);
    expect(problems.map(({ severity }) => severity)).toEqual(["warning"]);
    expect(guides.map(({ data }) => data.canonical)).toEqual([undefined, HUB]);
    expect(status.get(OTHER)).toBe("canonical");
  });

  it("judges no guide that a post has replaced, and none by it", () => {
    const files = {
      [TOPIC]: BASE[TOPIC]?.replace("Boxes are easy. Reasons are scarce.", words("s", 60)),
      [ENGINEER]: block(words("a", 30)),
      [MANAGER]: block(words("b", 3)),
    };
    const settings = { ...DEFAULTS, minRoleWords: 10 };
    expect(generate(files, settings).problems.map(({ rule }) => rule)).toEqual(["role-words", "too-similar"]);
    const rest = (url: string) => generate(files, settings, new Set([url]));
    expect(rest(OTHER).problems).toEqual([]);
    expect([...rest(OTHER).status]).toEqual([[HUB, "ok"]]);
    expect(rest(HUB).problems.map(({ rule }) => rule)).toEqual(["role-words"]);
  });

  it("asks for words that the role owns", () => {
    const { problems, status } = pair("One reason.", words("a", 300), words("b", 100), DEFAULTS);
    expect(problems.map(placeOf)).toEqual([`${MANAGER}:5:1 role-words`]);
    expect(problems[0]?.message).toBe(`${OTHER} has 102 words from blocks of manager, and needs 250`);
    expect(status.get(OTHER)).toBe("thin");
    expect(problems[0]?.hint).toBe(`Write sections for the role in templates/${MANAGER}.`);
  });

  it("compares 200 guides of one topic in less than two seconds", () => {
    const roles = Array.from({ length: 50 }, (_, index) => `r${index}`);
    const formats = ["framework", "checklist", "bank", "drill"];
    const files: Record<string, string | undefined> = { [ENGINEER]: undefined, [MANAGER]: undefined };
    for (const role of roles) {
      files[`roles/${role}.md`] = BASE["roles/manager.md"]
        ?.replaceAll("manager", role)
        .replaceAll("Manager", role.toUpperCase());
      for (const format of formats)
        files[`blocks/x/design-interviews+${role}+${format}.md`] = block(words(`${role}${format}`, 800));
    }
    for (const format of formats)
      files[`formats/${format}.md`] = BASE["formats/framework.md"]
        ?.replaceAll("framework", format)
        .replaceAll("Framework", format);
    files["matrix.yaml"] =
      `guides:\n  - {topic: design-interviews, roles: [${roles.join(", ")}], formats: [${formats.join(", ")}]}\n`;
    const took = cpuTimer();
    const { guides, similarity } = generate(files, DEFAULTS);
    const ms = took();
    expect(guides).toHaveLength(200);
    expect(similarity.nearest(guides[7]?.url ?? "")?.containment).toBeLessThan(0.1);
    // A tenth of that on a quiet machine.
    expect(ms).toBeLessThan(10_000);
  });
});
