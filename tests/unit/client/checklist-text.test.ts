import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  itemKeys,
  progressText,
  readState,
  toMarkdown,
  writeState,
} from "../../../src/client/checklist-text.ts";

describe("item keys", () => {
  test("stay with an item when the list is reordered, grows or is wrapped differently", () => {
    const [call, badge] = itemKeys(["Call the recruiter", "Bring a badge"]);
    expect(itemKeys(["A new first item", "Bring a badge", "Call\n  the recruiter "])).toEqual([
      expect.not.stringMatching(`^(${call}|${badge})$`),
      badge,
      call,
    ]);
  });

  test("change with the words of an item", () => {
    expect(itemKeys(["Ask for 3 days"])).not.toEqual(itemKeys(["Ask for 4 days"]));
  });

  test("tell items with the same words apart", () => {
    const keys = itemKeys(["Breathe", "Breathe", "Breathe"]);
    expect(new Set(keys).size).toBe(3);
  });
});

describe("state of a page", () => {
  test("is read as it was written", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.boolean())), (entries) => {
        const state = new Map(entries);
        expect(readState(writeState(state))).toEqual(state);
      }),
    );
  });

  test.each([[undefined], [""], ["{"], ["null"], ["7"], ['"text"']])(
    "counts as nothing kept when storage holds %j",
    (stored) => {
      expect(readState(stored)).toEqual(new Map());
    },
  );

  test("takes any value that it did not write for not done", () => {
    expect(readState('{"a":1,"b":0,"c":"1","d":true}')).toEqual(
      new Map([
        ["a", true],
        ["b", false],
        ["c", false],
        ["d", false],
      ]),
    );
  });
});

test("progress counts what is done", () => {
  expect(progressText([{ done: true }, { done: false }, { done: true }])).toBe("2 of 3 done");
});

test("a copy is Markdown with each item below its heading and the page's address", () => {
  const items = [
    { heading: "", text: "Sleep", done: true },
    { heading: "Before the call", text: "Open the link once", done: false },
    { heading: "Before the call", text: "Charge the phone", done: true },
    { heading: "After", text: "Write the questions down", done: false },
  ];
  expect(toMarkdown("The night before", "https://example.com/x/", items)).toBe(`# The night before

- [x] Sleep

## Before the call

- [ ] Open the link once
- [x] Charge the phone

## After

- [ ] Write the questions down

<https://example.com/x/>
`);
});
