import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { startOf } from "../../src/lib/is-running.ts";
import { ENGINE_ROOT } from "../../src/site/engine-root.ts";
import { encodePicture, planPicture } from "../../src/site/picture-cache.ts";
import { createSite, listTree, post, temporaryFolder, writeFiles } from "../support/fixture.ts";

const BODY = `
A picture: ![A "chart" & more](/assets/chart.png)

![With a title](/assets/photo.jpg "Seen from above")

![A drawing](/assets/drawing.svg)

![Moving](/assets/moving.gif)

![Named with signs](/assets/a%23b%3Fc%25.svg)

![Found from here](../../assets/chart.png)

![Named in another Unicode form](/assets/caf\u00e9.png)

![Named with the site's host](https://coach.example/assets/chart.png)

![Under another name of JPEG](/assets/photo.jfif)

![Moving as WebP](/assets/moving.webp)

![Lent by the engine](/assets/favicon.svg)
`;

const DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 150"><path d="M0 0h9v9z"/></svg>';
const site = createSite(temporaryFolder(), {
  "content/blog/shown.md": post(
    { title: "Shown", featuredImage: "/assets/blog/team-photo.jpg", imageAlt: "A team" },
    BODY,
  ),
  "content/blog/lost.md": post({
    title: "Lost",
    description: "Another description that is long enough to be shown whole.",
    featuredImage: "/assets/blog/lost.jpg",
    imageAlt: "A lost picture",
  }),
  "content/blog/none.md": post({
    title: "None",
    description: "A third description that is long enough to be shown whole.",
  }),
  "content/blog/bundle/index.md": post(
    {
      title: "Bundle",
      description: "A fourth description that is long enough to be shown whole.",
      featuredImage: "/blog/bundle/head%20shot.png",
      imageAlt: "At its head",
    },
    "![Beside the text](pic.png)\n",
  ),
  "_data/site.json": JSON.stringify({
    title: "Coach",
    description: "Interview preparation by a coach.",
    url: "https://coach.example",
  }),
  "content/about.md": "---\ntitle: About\n---\n![On a page](/assets/small.png)\n",
  "content/assets/drawing.svg": DRAWING,
  "content/assets/a#b?c%.svg": DRAWING,
});
const solid = (width: number, height: number, background: string) =>
  sharp({ create: { width, height, channels: 3, background } });

beforeAll(async () => {
  site.write({
    "content/assets/chart.png": await solid(1600, 900, "teal").png().toBuffer(),
    "content/assets/photo.jpg": await solid(500, 1000, "gold").jpeg().toBuffer(),
    "content/assets/small.png": await solid(120, 60, "navy").png().toBuffer(),
    "content/assets/cafe\u0301.png": await solid(400, 200, "peru").png().toBuffer(),
    "content/assets/moving.gif": await solid(64, 48, "red").gif().toBuffer(),
    "content/assets/photo.jfif": await solid(400, 200, "plum").jpeg().toBuffer(),
    "content/assets/moving.webp": await sharp(
      await Promise.all(["red", "blue"].map((color) => solid(64, 32, color).png().toBuffer())),
      { join: { animated: true } },
    )
      .webp()
      .toBuffer(),
    "content/blog/bundle/pic.png": await solid(400, 200, "pink").png().toBuffer(),
    "content/blog/bundle/head shot.png": await solid(400, 100, "snow").png().toBuffer(),
    "content/assets/blog/team-photo.jpg": await solid(2400, 1200, "olive").jpeg().toBuffer(),
  });
  await site.mustBuild();
});

/** The picture of a text: its element and the image files that browsers choose from. */
function shown(url: string, alt: string) {
  const image = [...site.page(url).querySelectorAll("img")].find((one) => one.getAttribute("alt") === alt);
  if (!image) throw new Error(`there is no picture "${alt}" on ${url}`);
  const sources = [...(image.closest("picture")?.querySelectorAll("source") ?? [])];
  return {
    attribute: (name: string) => image.getAttribute(name),
    types: sources.map((source) => source.getAttribute("type")),
    files: sources.flatMap((source) =>
      (source.getAttribute("srcset") ?? "").split(", ").map((entry) => {
        const [address = "", width = ""] = entry.split(" ");
        return { path: join(site.output, address), width: Number.parseInt(width, 10) };
      }),
    ),
    path: join(site.output, image.getAttribute("src") ?? ""),
  };
}

describe("a picture in a text", () => {
  it("comes as AVIF, as WebP and in its own format, for browsers to choose", async () => {
    const chart = shown("/blog/shown/", 'A "chart" & more');
    expect(chart.types).toEqual(["image/avif", "image/webp", "image/png"]);
    expect((await sharp(chart.path).metadata()).format).toBe("png");
    expect((await sharp(shown("/blog/shown/", "With a title").path).metadata()).format).toBe("jpeg");
  });

  it("comes in sizes for phones and for large screens, never larger than it is", async () => {
    const chart = shown("/blog/shown/", 'A "chart" & more');
    expect(new Set(chart.files.map(({ width }) => width))).toEqual(new Set([400, 800, 1200]));
    for (const { path, width } of chart.files) expect((await sharp(path).metadata()).width).toBe(width);
    const small = shown("/about/", "On a page");
    expect(new Set(small.files.map(({ width }) => width))).toEqual(new Set([120]));
  });

  it.each([
    ["/blog/shown/", 'A "chart" & more', 16 / 9],
    ["/blog/shown/", "With a title", 1 / 2],
    ["/blog/shown/", "A drawing", 2],
    ["/blog/shown/", "Moving", 4 / 3],
    ["/blog/shown/", "Named with signs", 2],
    ["/blog/shown/", "Found from here", 16 / 9],
    ["/blog/shown/", "Named in another Unicode form", 2],
    ["/blog/shown/", "Named with the site's host", 16 / 9],
    ["/blog/shown/", "Under another name of JPEG", 2],
    ["/blog/shown/", "Moving as WebP", 2],
    ["/blog/shown/", "Lent by the engine", 1],
    ["/blog/bundle/", "Beside the text", 2],
    ["/blog/bundle/", "At its head", 4],
    ["/blog/shown/", "A team", 2],
    ["/about/", "On a page", 2],
  ])("on %s, %s, keeps its place while it loads: its width and height are written", (url, alt, ratio) => {
    const picture = shown(url, alt);
    const [width, height] = [Number(picture.attribute("width")), Number(picture.attribute("height"))];
    expect(height).toBeGreaterThan(0);
    expect(width / height).toBeCloseTo(ratio, 2);
  });

  it("moves on where it moves", async () => {
    const moving = shown("/blog/shown/", "Moving as WebP");
    expect(moving.types).toEqual([]);
    expect((await sharp(moving.path).metadata()).pages).toBe(2);
  });

  it("is asked for by its name, whatever signs are in that", () => {
    const address = shown("/blog/shown/", "Named with signs").attribute("src");
    expect(address).toBe("/assets/a%23b%3Fc%25.svg");
    expect(site.files()).toContain("assets/a#b?c%.svg");
  });

  it("loads when the reader comes near it, and keeps its title", () => {
    for (const alt of ['A "chart" & more', "With a title", "A drawing", "Moving"]) {
      expect(shown("/blog/shown/", alt).attribute("loading")).toBe("lazy");
    }
    expect(shown("/blog/shown/", "With a title").attribute("title")).toBe("Seen from above");
  });
});

describe("a featured picture", () => {
  it("loads at once, in modern formats, with its text", () => {
    const picture = shown("/blog/shown/", "A team");
    expect(picture.attribute("loading")).toBe("eager");
    expect(picture.types).toEqual(["image/avif", "image/webp", "image/jpeg"]);
  });

  it("is shared with other sites when it stands beside its text", () => {
    const shared = site.page("/blog/bundle/").querySelector('meta[property="og:image"]');
    expect(shared?.getAttribute("content")).toMatch(/^https:\/\/coach\.example\/assets\/pictures\/\S+\.png$/);
  });

  it("is stood in for by a card when its file is missing, which does not say that it shows the picture", () => {
    const page = site.page("/blog/lost/");
    expect(page.querySelector(".figure img")).toBeNull();
    expect(page.querySelector(".figure svg")?.getAttribute("aria-hidden")).toBe("true");
    expect(page.documentElement.outerHTML).not.toContain("A lost picture");
  });

  it("is stood in for by decoration, which screen readers pass over, where there is none", () => {
    const card = site.page("/blog/none/").querySelector(".figure svg");
    expect(card?.getAttribute("aria-hidden")).toBe("true");
    expect(card?.getAttribute("width")).toBe("1200");
    const other = site.page("/blog/lost/").querySelector(".figure svg");
    expect(card?.innerHTML).not.toBe(other?.innerHTML);
  });
});

describe("the sizes and formats of pictures", () => {
  /** When each picture of the output, or of the cache, was last written. */
  const times = (folder: string) =>
    new Map(listTree(folder).map((file) => [file, statSync(join(folder, file)).mtimeMs]));

  it("are made once, and kept between builds", async () => {
    const cache = join(site.root, ".cache/pictures");
    const before = times(cache);
    expect(before.size).toBeGreaterThan(15);
    site.write({
      "content/blog/new.md": post(
        { title: "New", description: "A new description, which is long enough to be shown whole." },
        "![Again](/assets/chart.png)\n",
      ),
    });
    await site.mustBuild();
    expect(times(cache)).toEqual(before);
  });

  it("are made again when what was kept is cut short or unreadable, as a killed build may leave it", async () => {
    const cache = join(site.root, ".cache/pictures");
    const [picture = ""] = listTree(cache).filter((file) => file.endsWith(".avif"));
    const [record = ""] = listTree(cache).filter(
      (file) => file.endsWith(".json") && !picture.startsWith(file.slice(0, 8)),
    );
    const whole = readFileSync(join(cache, picture));
    site.write({
      [`.cache/pictures/${picture}`]: whole.subarray(0, 20),
      [`.cache/pictures/${record}`]: "{",
      "content/blog/newer.md": post({
        title: "Newer",
        description: "A newer description, which is long enough to be shown whole.",
      }),
    });
    await site.mustBuild();
    expect(readFileSync(join(cache, picture))).toEqual(whole);
    expect(readFileSync(join(site.output, "assets/pictures", picture))).toEqual(whole);
    const [, written = ""] = readFileSync(join(cache, record), "utf8").split("\n");
    expect(JSON.parse(written)).toHaveLength(3);
  });

  it("are made anew when a picture changes under its name", async () => {
    const address = shown("/blog/shown/", "With a title").attribute("src");
    site.write({ "content/assets/photo.jpg": await solid(600, 300, "black").jpeg().toBuffer() });
    await site.mustBuild();
    const changed = shown("/blog/shown/", "With a title");
    expect(changed.attribute("src")).not.toBe(address);
    expect(Number(changed.attribute("width"))).toBe(600);
    expect((await sharp(changed.path).metadata()).height).toBe(300);
  });

  it("are published when a page shows them, and no others", () => {
    const used = new Set(
      ["/blog/shown/", "/blog/new/", "/blog/bundle/", "/about/"].flatMap((url) =>
        [...site.page(url).querySelectorAll("picture")].flatMap((picture) =>
          [...picture.outerHTML.matchAll(/\/assets\/pictures\/([\w-]+\.\w+)/g)].map(([, name]) => name),
        ),
      ),
    );
    expect(listTree(join(site.output, "assets/pictures"))).toEqual([...used].sort());
  });
});

describe("a cache that cannot be written", () => {
  const noise = { type: "gaussian", mean: 128, sigma: 30 } as const;
  const create = { width: 900, height: 600, channels: 3, noise, background: "#fff" } as const;

  it("is told of as what the system says, and not as a fault of the picture", async (context) => {
    const site = createSite(temporaryFolder(), {
      "content/assets/noise.png": await sharp({ create }).png().toBuffer(),
      "content/blog/shown.md": post({}, "![Noise](/assets/noise.png)\n"),
      ".cache/pictures/.keep": "",
    });
    const disk = join(site.root, ".cache/pictures");
    const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", disk]);
    if (status !== 0) return context.skip("no disk can be mounted here");
    const run = await site.build();
    const left = readdirSync(disk).filter((name) => name.startsWith("."));
    spawnSync("umount", ["-l", disk]);
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toMatch(/^The site could not be built: ENOSPC: no space left on device.*\n$/);
    expect(left).toEqual([]);
    await site.mustBuild();
  });

  it("is told of likewise when its files may not be as large as the picture's", async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { "noise.png": await sharp({ create }).png().toBuffer() });
    const [file, cache] = [join(folder, "noise.png"), join(folder, "pictures")].map((path) =>
      JSON.stringify(path),
    );
    const module = (name: string) => JSON.stringify(join(ENGINE_ROOT, "src/site", name));
    const code = `import { encodePicture, planPicture } from ${module("picture-cache.ts")};
      import { unlessUnreadable } from ${module("unreadable-picture.ts")};
      const planned = await planPicture(${file}, ${cache});
      const work = () => encodePicture(${file}, planned, ${cache});
      console.log(await unlessUnreadable("/assets/noise.png", work).catch(({ code }) => code));`;
    const node = join(ENGINE_ROOT, "node_modules/.bin/node");
    const command = `ulimit -f 4; exec "${node}" --input-type=module --eval "$CODE"`;
    const env = { ...process.env, CODE: code };
    const { stdout } = spawnSync("bash", ["-c", command], { encoding: "utf8", env });
    expect(stdout).toBe("EFBIG\n");
    expect(readdirSync(join(folder, "pictures")).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it("is freed of what killed builds have begun, and not of what another build is at", async () => {
    const folder = temporaryFolder();
    writeFiles(folder, {
      "noise.png": await sharp({ create }).png().toBuffer(),
      "pictures/.new-99999999-left/half.avif": "half",
      [`pictures/.new-${process.pid}-${startOf(process.pid)}-begun/half.avif`]: "half",
    });
    const cache = join(folder, "pictures");
    const file = join(folder, "noise.png");
    await encodePicture(file, await planPicture(file, cache), cache);
    expect(readdirSync(cache).filter((name) => name.startsWith("."))).toEqual([
      `.new-${process.pid}-${startOf(process.pid)}-begun`,
    ]);
    expect((await planPicture(file, cache)).isKept).toBe(true);
  });
});

describe("a picture that is too large", () => {
  it.each([
    [
      "in its pixels",
      async () => {
        const png = await solid(100, 100, "teal").png().toBuffer();
        // The header's width and height, with their checksum: as large as no picture is that a test can make.
        png.writeUInt32BE(30_000, 16);
        png.writeUInt32BE(30_000, 20);
        png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
        return png;
      },
    ],
    ["in its height", () => solid(100, 17_000, "teal").png().toBuffer()],
  ])("%s is told of as that, with what is allowed", async (_how, picture) => {
    const site = createSite(temporaryFolder(), {
      "content/assets/large.png": await picture(),
      "content/blog/shown.md": post({}, "![Large](/assets/large.png)\n"),
    });
    const run = await site.build();
    expect(run.code).toBe(1);
    expect(run.stderr).toContain("content/assets/large.png:1:1 error the picture is too large");
    expect(run.stderr).toContain("no more than 50 megapixels (8,192 by 6,144)");
    expect(run.stderr).toContain("no more than 16,383 pixels in width and in height");
    const told = (text: string) => text.split("\n").filter((line) => line.includes("large.png"));
    expect(told((await site.check()).stderr)).toEqual(told(run.stderr));
    expect(run.stderr).not.toContain("cannot be read");
  });
});

describe("a file that is no picture", () => {
  const noise = { type: "gaussian", mean: 128, sigma: 30 } as const;

  it("is an error at its name, and not a stack trace", async () => {
    const broken = createSite(temporaryFolder(), {
      "content/assets/broken.png": "not a picture",
      "content/assets/broken.svg": "not a drawing",
      "content/assets/drawing.jpg": DRAWING,
      "content/assets/drawing.gif": DRAWING,
      "content/blog/shown.md": post(
        {},
        "![One](/assets/broken.png)\n\n![Two](/assets/broken.svg)\n\n![Three](/assets/drawing.jpg)\n\n![Four](/assets/drawing.gif)\n",
      ),
    });
    const run = await broken.build();
    expect(run.code).toBe(1);
    expect(run.stderr).toContain("content/assets/broken.png:1:1 error the file cannot be read as a picture");
    expect(run.stderr).toContain("content/assets/broken.svg:1:1 error");
    expect(run.stderr).toContain("content/assets/drawing.jpg:1:1 error");
    expect(run.stderr).toContain("content/assets/drawing.gif:1:1 error");
    expect(run.stderr).not.toMatch(/^\s+at /m);
  });

  it("is one, too, when it breaks off: nothing is written, and all such pictures are told of", async () => {
    const png = await sharp({ create: { width: 900, height: 600, channels: 3, noise, background: "#fff" } })
      .png()
      .toBuffer();
    const cut = createSite(temporaryFolder(), {
      "content/assets/cut.png": png.subarray(0, png.length / 2),
      "content/assets/cut-too.png": png.subarray(0, png.length / 3),
      "content/assets/whole.png": png,
      "content/blog/shown.md": post(
        {},
        "![One](/assets/cut.png)\n\n![Two](/assets/cut-too.png)\n\n![Three](/assets/whole.png)\n",
      ),
    });
    const run = await cut.build();
    expect(run.code).toBe(1);
    expect(run.stderr).toContain("content/assets/cut.png:1:1 error the file cannot be read as a picture");
    expect(run.stderr).toContain("content/assets/cut-too.png:1:1 error");
    expect(run.stderr).toContain("Nothing was written.");
    expect(run.stderr).not.toMatch(/whole\.png|^\s+at /m);
    expect(existsSync(cut.output)).toBe(false);
    cut.write({ "content/assets/cut.png": png, "content/assets/cut-too.png": png });
    await cut.mustBuild();
    expect(cut.files().filter((path) => path.startsWith("assets/pictures/"))).not.toHaveLength(0);
  });

  const deep = `${"<div>".repeat(20_000)}${"</div>".repeat(20_000)}`;
  it.each([
    ["while pages are rendered", "content/bad.njk", "---\npermalink: /bad/\n---\n{{ nope.x }}"],
    [
      "before",
      "content/blog/deep.md",
      post({ title: "Deep", description: "Of a text that is nested deep." }, `${deep}\n`),
    ],
  ])("is not encoded any more when the build has failed %s", async (_when, path, text) => {
    const names = Array.from({ length: 12 }, (_, number) => `content/assets/${number}.png`);
    const create = { width: 1200, height: 800, channels: 3, noise, background: "#fff" } as const;
    const files = await Promise.all(
      names.map(async (name) => [name, await sharp({ create }).png().toBuffer()] as const),
    );
    const shown = names.map((_, number) => `![Noise](/assets/${number}.png)`);
    const site = createSite(temporaryFolder(), {
      ...Object.fromEntries(files),
      "content/blog/shown.md": post({}, `${shown.join("\n\n")}\n`),
      "_data/site.json": JSON.stringify({
        title: "Coach",
        description: "Interview preparation by a coach.",
        url: "https://coach.example",
        rawHtml: true,
      }),
      [path]: text,
    });
    const run = await site.build();
    expect(run.stderr).toContain(`${path}:`);
    expect(run.stderr).toContain("Nothing was written.");
    const kept = join(site.root, ".cache/pictures");
    const records = existsSync(kept) ? listTree(kept).filter((name) => name.endsWith(".json")) : [];
    expect(records.length).toBeLessThan(names.length);
  });
});
