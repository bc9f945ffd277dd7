import hljs from "highlight.js/lib/core";
import c from "highlight.js/lib/languages/c";
import cpp from "highlight.js/lib/languages/cpp";
import csharp from "highlight.js/lib/languages/csharp";
import { describe, expect, it } from "vitest";
import { highlighter } from "../../../src/content/markdown/highlight.ts";
import { cpuTimer } from "../../support/cpu-timer.ts";

/** The grammars as they are published. */
const published = hljs.newInstance();
for (const [name, language] of Object.entries({ c, cpp, csharp })) published.registerLanguage(name, language);

const CODE: readonly (readonly [language: string, code: string])[] = [
  [
    "c",
    `#include <stdio.h>
static const unsigned long int *const name_of(struct node *n, int i) { return n->names[i]; }
typedef struct list { int size; } list;
int main(void) {
  for (int i = 0; i < 3; i++) printf("%d\\n", size_of(i)); // prints
}
`,
  ],
  [
    "cpp",
    `template <typename T> class Graph : public Base<T> {
 public:
  explicit Graph(int size) : nodes_(size) {}
  virtual ~Graph() = default;
  inline const std::vector<int>& neighbors(std::size_t at) const noexcept { return nodes_[at]; }
};
std::map<std::string, int> Graph::count(const auto& words) { return std::move(counts); }
decltype(auto) pick(int a) { return new Node(a); }
`,
  ],
  [
    "csharp",
    `namespace Shop;
public sealed class Cart : ICart {
    public Cart(int size) { }
    public static async Task<Dictionary<string, int>> CountAll<TKey, TValue>(TKey[] all) => await Load(all);
    private readonly List<Order> orders = new List<Order>();
    protected internal virtual void Stop() { throw new InvalidOperationException("no"); }
    [Obsolete("x")] int[] At(int i) { return Find<T>(i); }
}
`,
  ],
];

describe("the grammars that look for functions within bounds", () => {
  it.each(CODE)("mark ordinary code as the published ones do: %s", (language, code) => {
    const html = highlighter()(code, language);
    expect(html).toBe(published.highlight(code, { language }).value);
    expect(html).toContain("hljs-title");
  });

  it.each([
    ["csharp", "types", "a<a> "],
    ["csharp", "words and types", "a a<a> "],
    ["csharp", "words", "a "],
    ["csharp", "long words", `${"a".repeat(499)}\n`],
    ["cpp", "long words", `${"a".repeat(499)}\n`],
    ["c", "long words", `${"_".repeat(499)}\n`],
  ])("take no time for what looks like heads of functions alone: %s, %s", (language, _, piece) => {
    const code = `${piece.repeat(Math.floor(480 / piece.length) || 1)}\n`;
    const took = cpuTimer();
    highlighter()(code.repeat(Math.floor(19_900 / code.length)), language);
    expect(took()).toBeLessThan(500);
  });
});
