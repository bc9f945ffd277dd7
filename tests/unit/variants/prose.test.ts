import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readable, readProse } from "../../../src/variants/prose.ts";
import { findWords } from "../../../src/variants/words.ts";
import { cpuTimer } from "../../support/cpu-timer.ts";

const units = (markdown: string) => {
  const { text, units: found } = readProse(markdown);
  return found.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end).trim()}`);
};

const sentences = (markdown: string) => {
  const { text, units: found } = readProse(markdown);
  return found.flatMap((unit) => unit.sentences.map(({ start, end }) => text.slice(start, end).trim()));
};

describe("prose", () => {
  it("is what a reader sees, each character where it stood", () => {
    const markdown = 'Read **the `x` guide** in [one page](/guides/x/ "t"), _now_.';
    const { text } = readProse(markdown);
    expect(text).toHaveLength(markdown.length);
    expect(text.replace(/\s+/g, " ")).toBe("Read the ■■■ guide in [one page] , now .");
    expect(text.indexOf("page")).toBe(markdown.indexOf("page"));
    expect(readProse("One[^1] two[^a b]. [^1]: Three").text.replace(/\s+/g, " ")).toBe("One two . Three");
  });

  it.each([
    ["Practice with [a coach](/x/), and rest.", "Practice with a coach, and rest."],
    [
      'Ask [a coach](/x/ "t"). Then (**all** of *them*) go: `npm ci`.',
      "Ask a coach. Then (all of them) go: `npm ci`.",
    ],
    ["Wait[^1]; then , as written, go ( or not ).", "Wait; then , as written, go ( or not )."],
  ])("is quoted without the blanks that its markup leaves: %s", (markdown, quoted) => {
    expect(readable(readProse(markdown), markdown, 0, markdown.length)).toBe(quoted);
  });

  it("has no definitions of links, and of their uses the text alone", () => {
    const markdown =
      'See [the hub][hub] and [one][].\n\n[hub]: /guides/ "All guides"\n[one]: <https://example.com/a>\nand so on';
    expect(units(markdown)).toEqual(["paragraph: See [the hub]      and [one]  .", "paragraph: and so on"]);
    expect(readProse(markdown).wordCount).toBe(8);
    expect(units("Wait\n[hub]: /guides/\n\n[Note]: read it twice.\n\n[^1]: Read")).toEqual([
      "paragraph: Wait\n[hub]: /guides/",
      "paragraph: [Note]: read it twice.",
      "paragraph: Read",
    ]);
  });

  it("tells paragraphs, list items, tasks, terms, definitions and table rows apart", () => {
    expect(
      units(
        "One\nand two.\n\n- item\n  goes on\n- [ ] task\n1. step\n\nTerm\n: Definition\n: Second\n\n> Quote\n> goes on\n\n| a | b |\n| - | - |\n| c | d |\n\n```\n- code\n```\nAfter.",
      ),
    ).toEqual([
      "paragraph: One\nand two.",
      "item: item\n  goes on",
      "task: task",
      "item: step",
      "term: Term",
      "definition: Definition",
      "definition: Second",
      "paragraph: Quote\n  goes on",
      "row: | a | b |",
      "row: | c | d |",
      "paragraph: After.",
    ]);
  });

  it.each([
    ["behind a number", "1. ```bash\n   npm ci\n   ```"],
    ["behind a hyphen", "- ~~~\n  npm ci\n  ~~~"],
    ["with a line like a fence that has a name", "```md\n```js\nnpm ci\n```"],
  ])("goes on below code %s", (_, code) => {
    const { units, wordCount } = readProse(`${code}\n\nThree more words.`);
    expect(units.map(({ kind }) => kind)).toEqual(["paragraph"]);
    expect(wordCount).toBe(3);
  });

  it("ends the title of a callout where its line ends, and a sentence at a hard break that may begin another", () => {
    expect(units("> [!TIP] Speak up\n> The bench is far.\n> It is.")).toEqual([
      "title: Speak up",
      "paragraph: The bench is far.\n  It is.",
    ]);
    expect(units("> [!TIP]\n> Speak up")).toEqual(["paragraph: Speak up"]);
    expect(sentences("**Speak up**  \nThe bench is far\\\nIt is. Ask.  \nOn.\\")).toEqual([
      "Speak up",
      "The bench is far",
      "It is.",
      "Ask.",
      "On.",
    ]);
    // Where the next line shows that the sentence goes on.
    for (const text of ["Speak up  \nto the bench.", "Dear all:  \nThe bench is far.", "Type \\\\\nNow."])
      expect(sentences(text)).toHaveLength(1);
  });

  it("leaves names with underscores, products and code alone", () => {
    expect(readProse("snake_case and 3 * 4 * 5").text).toBe("snake_case and 3 * 4 * 5");
  });

  it("keeps the length of any text", () => {
    const text = fc.string({
      unit: fc.constantFrom(
        "a",
        " ",
        "\n",
        "*",
        "_",
        "`",
        "[",
        "](",
        ")",
        "- ",
        "|",
        ">",
        "```",
        "é",
        ":",
        "  \n",
        "\\\n",
        "> [!TIP] ",
      ),
    });
    fc.assert(
      fc.property(text, (markdown) => {
        const prose = readProse(markdown);
        expect(prose.text).toHaveLength(markdown.length);
        for (const unit of prose.units) {
          expect(unit.start).toBeLessThan(unit.end);
          expect(unit.end).toBeLessThanOrEqual(markdown.length);
        }
      }),
    );
  });
});

/** What takes the square of its length where a search begins again at each character, and gets as far each time. */
const RUNS: Record<string, string> = {
  "full stops": ".".repeat(100_000),
  "ellipses with quotes behind": `${"…".repeat(50_000)}${"”".repeat(50_000)}`,
  "footnotes that are not closed": "[^".repeat(50_000),
  "lines with hard breaks and without full stops": "A  \n".repeat(25_000),
  "a row of a table that is blank up to its last letter": `|${" ".repeat(100_000)}a`,
};

describe("a long run", () => {
  it.each(Object.keys(RUNS))("takes no longer than other text: %s", (name) => {
    const took = cpuTimer();
    expect(readProse(RUNS[name] ?? "").units).toHaveLength(1);
    expect(took()).toBeLessThan(4_000);
  });
});

describe("sentences", () => {
  it("end at full stops, question marks and exclamation marks, not at abbreviations and numbers", () => {
    expect(sentences("Use e.g. Kafka. It costs 3.5 ms vs. 4 ms. Why? (No idea.) Done")).toEqual([
      "Use e.g. Kafka.",
      "It costs 3.5 ms vs. 4 ms.",
      "Why?",
      "(No idea.)",
      "Done",
    ]);
  });

  it("end behind all of their marks and the quotes and brackets that close there", () => {
    expect(sentences("“Why?!” Wait... (Really?!) No.” Yes.x? End")).toEqual([
      "“Why?!”",
      "Wait...",
      "(Really?!)",
      "No.”",
      "Yes.x?",
      "End",
    ]);
  });

  it("do not reach from one list item into the next", () => {
    expect(sentences("- One. Two\n- Three")).toEqual(["One.", "Two", "Three"]);
  });
});

describe("words", () => {
  it("have the same number in any case, and places in the text", () => {
    const { starts, ends, ids } = findWords("The the, isn't café?");
    expect([...starts].map((start, index) => "The the, isn't café?".slice(start, ends[index]))).toEqual([
      "The",
      "the",
      "isn't",
      "café",
    ]);
    expect(ids[0]).toBe(ids[1]);
    expect(new Set(ids).size).toBe(3);
  });
});
