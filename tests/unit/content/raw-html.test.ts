import { describe, expect, it } from "vitest";
import { bodyLocator } from "../../../src/content/find-reference.ts";
import { createMarkdown } from "../../../src/content/markdown/markdown.ts";
import { anchorsOf } from "../../../src/content/markdown/text-facts.ts";
import { checkReferences } from "../../../src/content/references.ts";

const markdown = createMarkdown({ rawHtml: true });

/** What is told of a body that begins on line 10 of its file. */
function told(body: string): string[] {
  const locate = bodyLocator({ body, bodyLine: 10 });
  return checkReferences(markdown(body), (reference) => ({ file: "x.md", ...locate(reference) })).map(
    ({ line, column, severity, message, rule }) => `${line}:${column} ${severity} ${message} (${rule})`,
  );
}

describe("raw HTML", () => {
  it("has ids that links can lead to", () => {
    const body = '<a id="here"></a> [x](#here)\n\n<h2 id="my-own">A</h2>\n\n## B\n\n<a name="old">c</a>\n';
    expect(anchorsOf(markdown(body))).toEqual(["b", "here", "my-own", "old"]);
  });

  it.each([
    [
      'A\n\nB <a href="javascript:x">c</a>\n',
      '12:12 error the link "javascript:x" could run code (unsafe-link)',
    ],
    ["<div>\n<a href='/b/'> <i></i></a>\n</div>\n", "11:10 error the link to /b/ has no text (link-text)"],
    [
      '<p><img src="/assets/none.jpg"></p>\n',
      "10:14 error the picture /assets/none.jpg has no alt text (image-alt)",
    ],
    [
      'A <img src="javascript:x" alt="B">\n',
      '10:13 error the picture "javascript:x" could run code (unsafe-link)',
    ],
    [
      'A <iframe width="560" src="https://video.example/x"></iframe>\n',
      "10:28 warning <iframe> is blocked by the site's security policy (blocked-html)",
    ],
    [
      "<object data='/a.pdf'>a</object>\n",
      "10:15 warning <object> is blocked by the site's security policy (blocked-html)",
    ],
    [
      "a\n\n<STYLE>p{}</STYLE>\n",
      "12:1 warning <style> is blocked by the site's security policy (blocked-html)",
    ],
    [
      "<script>run()</script>\n",
      "10:1 warning code within <script> is blocked by the site's security policy (blocked-html)",
    ],
    [
      'a\n<b class="c" style="color: red">d</b> <i style="x:y">e</i>\n',
      '11:14 warning style="..." is blocked by the site\'s security policy (blocked-html)',
    ],
    [
      '<button onclick="run()">a</button>\n',
      '10:9 warning onclick="..." is blocked by the site\'s security policy (blocked-html)',
    ],
  ])("is told of where it is at fault: %j", (body, line) => {
    expect(told(body)).toEqual([line]);
  });

  it.each([
    '<a id="a"></a><a>b</a> <a href="/c/">*d*</a> <a href="/c/">`d`</a>\n',
    '<a href="/c/">![d](/e.png)</a> <a href="/c/"><img src="/e.png" alt="f"></a>\n',
    '<a href="/c/" aria-label="d"></a> <a href="/c/"><i title="e"></i></a>\n',
    '<img src="/e.png" alt=""> <img src="/e.png" role="presentation"> <img src="data:image/gif;base64,R0" alt="f">\n',
    '<a href="/c/">\n\nText\n\n</a>\n',
    '<!-- <a href="javascript:x"></a> --> <script type="text/x">"<a href=\'\'>"</script>\n',
    "## A\n\n<h3>B</h3>\n\n#### C\n",
    '<script src="/a.js"></script> <script type="application/ld+json">{}</script> <script type="text/x">a</script>\n',
    '<iframe srcdoc="a"></iframe> <b style="">a</b> <p on="a" data-style="b">d</p>\n',
    '<video src="/a.mp4" poster="/b.png"></video> <form action="https://a.example/">b</form>\n',
  ])("is sound: %j", (body) => {
    expect(told(body)).toEqual([]);
  });

  it("gives its links and pictures to the checks, with those of Markdown", () => {
    const body = '[a](/b/)\n\n<a href="/c/?d=1&amp;e=2">f <b>g</b></a>\n\n<img src="/h.png" alt="i">\n';
    expect(markdown(body)).toMatchObject({
      links: [{ target: "/b/", text: "a", line: 1 }],
      raw: {
        links: [{ target: "/c/?d=1&e=2", text: "f g", line: 3 }],
        images: [{ target: "/h.png", text: "i", line: 5, isDecoration: false, hasSize: false }],
      },
    });
  });

  it("gives the files that it names to the checks, each candidate of a list", () => {
    const body =
      '<img src="/a.png" alt="b" width="1" height="2" srcset="/c.png 1x,/d,e.png 2x ,, /f.png , /g.png"> <img src="/h.png" alt="i">\n\n' +
      '<video poster="data:image/gif;base64,R0"></video><video poster="/j.png"><source src="/k.mp4"><track src="/l.vtt"></video><audio src="data:audio/wav;base64,R0"></audio>\n' +
      '<script src="/m.js"></script><form action="/n/"></form>\n';
    const { raw } = markdown(body);
    expect(raw?.parts.map(({ kind, text, target }) => `${kind}, ${text}: ${target}`)).toEqual([
      "file, the srcset of <img>: /c.png",
      "file, the srcset of <img>: /d,e.png",
      "file, the srcset of <img>: /f.png",
      "file, the srcset of <img>: /g.png",
      "file, the poster of <video>: /j.png",
      "file, the src of <source>: /k.mp4",
      "file, the src of <track>: /l.vtt",
      "file, the src of <audio>: data:audio/wav;base64,R0",
      "file, the src of <script>: /m.js",
      "form, the action of <form>: /n/",
    ]);
    expect(raw?.images.map(({ hasSize }) => hasSize)).toEqual([true, false]);
  });

  it("may be a link in a heading, which gets none around it", () => {
    expect(markdown('## <a id="b"></a>A\n').html).toBe('<h2 id="a"><a id="b"></a>A</h2>\n');
  });
});
