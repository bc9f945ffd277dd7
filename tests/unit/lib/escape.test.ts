import fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { escapeHtml, jsonForScript } from "../../../src/lib/escape.ts";

describe("text in HTML", () => {
  it("has no character with a meaning of its own", () => {
    expect(escapeHtml(`<a href="x" title='y'>&amp;</a>`)).toBe(
      "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;",
    );
  });

  it("is read back as it was, in an attribute and in an element, for any text", () => {
    const text = fc.string({
      unit: fc.constantFrom("<", ">", "&", '"', "'", "amp;", "a", "]]>", "</p>", "<!--"),
    });
    fc.assert(
      fc.property(text, (written) => {
        const { document } = parseHTML(`<p title="${escapeHtml(written)}">${escapeHtml(written)}</p>`);
        expect(document.querySelector("p")?.textContent).toBe(written);
        expect(document.querySelector("p")?.getAttribute("title")).toBe(written);
        expect(document.querySelectorAll("*")).toHaveLength(1);
      }),
    );
  });
});

describe("JSON in a script element", () => {
  it("cannot end the element or begin a comment", () => {
    expect(jsonForScript({ a: "</script><!-- & \u2028" })).toBe(
      '{"a":"\\u003c/script\\u003e\\u003c!-- \\u0026 \\u2028"}',
    );
  });

  it("is read back as it was, for any value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = jsonForScript(value);
        expect(json).not.toMatch(/[<>&\u2028\u2029]/);
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
