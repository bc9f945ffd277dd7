import fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { createMarkdown } from "../../../src/content/markdown/markdown.ts";
import { type Picture, picturesOf, placePictures } from "../../../src/site/pictures.ts";

const markdown = createMarkdown();

/** A picture that shows what it was asked for. */
const picture: Picture = {
  html: (alt, loading, title = "none") =>
    `<b data-alt="${alt}" data-loading="${loading}" data-title="${title}"></b>`,
};

const place = (body: string, address: string) => {
  const { html, ...text } = markdown(body);
  const article = { html, text, url: "/blog/here/" };
  return parseHTML(
    `<body>${placePictures(article, picturesOf(new Map([[address, picture]]), "https://site.example"))}</body>`,
  ).document;
};

describe("pictures put into a text", () => {
  it("keep the text and the title that the author wrote, whatever signs are in them", () => {
    const signs = fc.string({
      unit: fc.constantFrom("a", " ", "&", "<", ">", '"', "'", "ö", "&amp;", "*", "$&", "$1"),
    });
    fc.assert(
      fc.property(signs, signs, (alt, title) => {
        const body = `![${alt}](/assets/x.png "${title.replaceAll('"', "")}")`;
        const plain = parseHTML(`<body>${markdown(body).html}</body>`).document.querySelector("img");
        const shown = place(body, "/assets/x.png");
        expect(shown.querySelectorAll("b")).toHaveLength(1);
        expect(shown.querySelector("b")?.getAttribute("data-alt")).toBe(plain?.getAttribute("alt"));
        expect(shown.querySelector("b")?.getAttribute("data-title")).toBe(
          plain?.getAttribute("title") || "none",
        );
        expect(shown.querySelector("b")?.getAttribute("data-loading")).toBe("lazy");
      }),
    );
  });

  it("are found by their address as browsers write it", () => {
    expect(place("![A](</assets/größe 1.png>)", "/assets/größe 1.png").querySelector("b")).not.toBeNull();
  });

  it("are found by the site's own address, as exports of other systems name them", () => {
    const body = "![A](https://site.example/assets/x.png)";
    expect(place(body, "/assets/x.png").querySelector("b")).not.toBeNull();
  });

  it("load late also where they cannot be made smaller: pictures of other sites", () => {
    const image = place("![A](https://other.example/x.png)", "/assets/x.png").querySelector("img");
    expect(image?.getAttribute("loading")).toBe("lazy");
    expect(image?.getAttribute("src")).toBe("https://other.example/x.png");
  });

  it("leave code that shows a picture's tag alone", () => {
    const body = '`<img src="/assets/x.png" alt="A">`';
    expect(place(body, "/assets/x.png").querySelector("code")?.textContent).toBe(
      '<img src="/assets/x.png" alt="A">',
    );
  });
});
