import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { createSite, post, temporaryFolder } from "../support/fixture.ts";
import { openReader } from "../support/reader.ts";

const DRAWING = (width: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 600" width="${width}" height="600"/>`;
/** Pieces of HTML, each with the directive of the policy that refuses it, and what is told of it. */
const REFUSED = [
  ['<iframe src="https://video.example/x"></iframe>', "frame-src", "<iframe> is blocked"],
  ['<object data="/assets/wide.svg"></object>', "object-src", "<object> is blocked"],
  ['<embed src="/assets/wide.svg">', "object-src", "<embed> is blocked"],
  ['<p style="color: red">a</p>', "style-src-attr", 'style="..." is blocked'],
  ["<style>p { color: red }</style>", "style-src-elem", "<style> is blocked"],
  ["<script>window.ran = true</script>", "script-src-elem", "code within <script> is blocked"],
  ['<details open ontoggle="run()">a</details>', "script-src-attr", 'ontoggle="..." is blocked'],
  [
    '<script src="https://code.example/x.js"></script>',
    "script-src-elem",
    "the src of <script> leads to https://code.example/x.js",
  ],
  [
    '<video src="https://video.example/x.mp4"></video>',
    "media-src",
    "the src of <video> leads to https://video.example/x.mp4",
  ],
  ['<img src="https://a.example/x.png" alt="a">', "img-src", "is on another site"],
] as const;
const SOUND = `<img src="/assets/wide.svg" srcset="/assets/wide.svg 2x" alt="a" width="1200" height="600">
<video width="1200" height="600" poster="/assets/wide.svg" controls></video>
<audio controls></audio>
<script type="application/ld+json">{}</script>
<script src="/assets/run.js"></script>
`;
const WIDE = '<iframe width="560" srcdoc="a"></iframe> <object width="560" height="10"></object>';
const lesson = (title: string, text: string) =>
  post({ title, description: `${title}: a description that is long enough to be shown.` }, text);
const site = createSite(temporaryFolder(), {
  "_data/site.json": JSON.stringify({
    title: "Coach",
    description: "Coaching.",
    url: "https://coach.example",
    rawHtml: true,
  }),
  "content/assets/wide.svg": DRAWING(1200),
  "content/assets/run.js": "window.ran = true;\n",
  "content/blog/sound.md": lesson("Sound", `Text.\n\n${SOUND}\n`),
  "content/blog/wide.md": lesson("Wide", `${SOUND}\n${WIDE}\n`),
  ...Object.fromEntries(
    REFUSED.map(([html], number) => [
      `content/blog/refused-${number}.md`,
      lesson(`No ${number}`, `${html}\n`),
    ]),
  ),
});
let told: string;
beforeAll(async () => {
  const run = await site.mustBuild();
  told = run.stderr;
});
const reader = openReader(() => site.output);

/** A page, and the directives by which the browser has refused something of it. */
async function open(path: string): Promise<{ page: Page; refused: () => Promise<string[]> }> {
  const page = await reader.newPage({ viewport: { width: 320, height: 800 } });
  await page.addInitScript(() => {
    const directives: string[] = [];
    Object.assign(window, { directives });
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => {
      directives.push(effectiveDirective);
    });
  });
  await page.goto(path);
  const refused = () =>
    page.evaluate(() =>
      "directives" in window && Array.isArray(window.directives) ? window.directives.map(String) : [],
    );
  return { page, refused };
}

describe("raw HTML, in a real browser", () => {
  it.each(REFUSED.map(([html, directive, message], number) => ({ html, directive, message, number })))(
    "is told of where the policy refuses it: $html",
    async ({ directive, message, number }) => {
      const lines = told.split("\n").filter((line) => line.startsWith(`content/blog/refused-${number}.md:`));
      expect(lines).toEqual([expect.stringContaining(message)]);
      const { refused } = await open(`/blog/refused-${number}/`);
      await expect.poll(refused).toContain(directive);
    },
  );

  it("is refused nothing where nothing is told", async () => {
    expect(told).not.toContain("blog/sound.md");
    const { page, refused } = await open("/blog/sound/");
    await page.waitForFunction(() => "ran" in window);
    expect(await refused()).toEqual([]);
  });

  it("is no wider than a phone", async () => {
    const { page } = await open("/blog/wide/");
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await overflow()).toBeLessThanOrEqual(0);
    const shape = await page.locator("video").evaluate((video) => video.clientWidth / video.clientHeight);
    expect(shape).toBeCloseTo(2, 1);
  });
});
