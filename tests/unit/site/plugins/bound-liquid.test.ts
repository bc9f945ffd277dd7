import { Liquid } from "liquidjs";
import { afterEach, describe, expect, it, vi } from "vitest";
import { boundLiquid } from "../../../../src/site/plugins/bound-liquid.ts";

const templates = {
  itself: "{% if true %}{% include 'itself' %}{% endif %}",
  apart: "{% if true %}{% render 'apart' %}{% endif %}",
  twice: "{% include 'twice' %}{% include 'twice' %}",
};

async function render(text: string): Promise<string> {
  const liquid = new Liquid({ templates });
  boundLiquid(liquid);
  return liquid.render(liquid.parse(text), {});
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe("a Liquid template", () => {
  it.each([
    "{% include 'itself' %}",
    "{% render 'apart' %}",
    "{% include 'twice' %}",
    "{% for a in (1..9000) %}{% for b in (1..9000) %}{% endfor %}{% endfor %}",
  ])("is stopped when it never ends: %s", async (text) => {
    await expect(render(text)).rejects.toThrow("template render limit exceeded");
  });

  it("may take any time on the clock", async () => {
    let hours = 0;
    vi.spyOn(performance, "now").mockImplementation(() => {
      hours += 1;
      return hours * 3_600_000;
    });
    expect(await render("{% for a in (1..3) %}{{ a }}{% endfor %}")).toBe("123");
  });

  it("may list ten thousand articles for each of ten tags, one after the other", async () => {
    const list = "{% for a in (1..10000) %}{% if true %}{{ a }}{% endif %}{% endfor %}";
    const text = `{% for tag in (1..10) %}${list}{% endfor %}`;
    await expect(render(text)).resolves.toMatch(/^123.*10000$/);
  });
});
