import { formatProblem } from "../../content/problem.ts";
import { topicUrl } from "../../content/site-path.ts";
import { escapeHtml } from "../../lib/escape.ts";
import type { UniquenessSettings } from "../uniqueness.ts";
import type { AlikePair, ReportData } from "./report-data.ts";

const STYLE = `
:root { color-scheme: light dark; --line: #8884; }
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 80rem; padding: 0 1rem; }
h1 { line-height: 1.2; } h2 { margin-top: 3rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-size: .85rem; font-variant-numeric: tabular-nums; }
th, td { border: 1px solid var(--line); padding: .25rem .5rem; text-align: left; vertical-align: top; }
td.number { text-align: right; }
.heat th[scope=col] { writing-mode: vertical-rl; max-height: 16rem; }
.heat td { text-align: center; min-width: 2.5rem; }
.good, .warn, .bad { background: hsl(calc(140 - 200 * var(--share, 0)) 65% 50% / calc(.08 + .6 * var(--share, 0))); }
.bad { background-color: #d6336c73; font-weight: bold; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; }
blockquote { margin: 0 0 1rem; padding: .5rem 1rem; border-left: .25rem solid var(--line); }
pre { white-space: pre-wrap; }
@media (max-width: 40rem) { .pair { grid-template-columns: 1fr; } }`;

/** The report as one HTML page that needs nothing else: no script, no style sheet, no network. */
export function reportHtml(data: ReportData, settings: UniquenessSettings, title: string): string {
  const { guides, distribution } = data;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<style>${STYLE}
</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
<p>${guides.length} guides. Containment with the nearest sibling: median ${distribution.median.toFixed(2)}, most ${distribution.most.toFixed(2)}.
Below ${settings.warn} is good; above ${settings.limit} a guide gets no page of its own.</p>
<h2 id="guides">Guides</h2>
${guideTable(data, settings)}
<h2 id="alike">How alike the guides are</h2>
<p>Each cell is the share of the shorter guide's five-word phrases that also stand in the other, with role slots masked.</p>
${data.topics.map((topic) => heatMap(topic, settings)).join("\n")}
<h2 id="passages">The worst passages, side by side</h2>
${data.worst.map((pair, index) => sideBySide(pair, index)).join("\n") || "<p>No two guides share five words in a row.</p>"}
<h2 id="coverage">Coverage</h2>
${coverageTable(data)}
<h2 id="problems">Problems</h2>
${data.problems.length === 0 ? "<p>None.</p>" : `<pre>${escapeHtml(data.problems.map(formatProblem).join("\n"))}</pre>`}
</main>
</body>
</html>
`;
}

function guideTable({ guides }: ReportData, settings: UniquenessSettings): string {
  const rows = guides.map(
    ({ url, title, words, roleWords, nearest, status }) =>
      `<tr><th scope="row">${escapeHtml(url)}</th><td>${escapeHtml(title)}</td><td class="number">${words}</td><td class="number">${roleWords}</td>${
        nearest === undefined
          ? "<td></td><td></td>"
          : `${cell(nearest.containment, settings)}<td>${escapeHtml(nearest.url)}</td>`
      }<td>${status}</td></tr>`,
  );
  return table(
    "Every published guide",
    ["Address", "Title", "Words", "Role's words", "Alike", "Nearest sibling", "Status"],
    rows,
  );
}

function heatMap(
  { topic, urls, containment }: ReportData["topics"][number],
  settings: UniquenessSettings,
): string {
  const name = (url: string) => escapeHtml(url.replace(topicUrl(topic), "") || "(base)");
  const rows = urls.map((url, row) => {
    const cells = (containment[row] ?? []).map((share, column) =>
      column === row ? "<td></td>" : cell(share, settings),
    );
    return `<tr><th scope="row">${name(url)}</th>${cells.join("")}</tr>`;
  });
  return table(topic, ["", ...urls.map(name)], rows, "heat");
}

function cell(share: number, { warn, limit }: UniquenessSettings): string {
  const level = share > limit ? "bad" : share >= warn ? "warn" : "good";
  return `<td class="${level}" style="--share: ${Math.min(share, 0.7)}">${share.toFixed(2)}</td>`;
}

function sideBySide({ url, other, containment, passages }: AlikePair, index: number): string {
  const quotes = passages.map(
    ({ words, section, otherSection, text, otherText }) =>
      `<p>${words} words</p>\n<div class="pair"><blockquote><b>${escapeHtml(section)}</b><br>${escapeHtml(text)}</blockquote><blockquote><b>${escapeHtml(otherSection)}</b><br>${escapeHtml(otherText)}</blockquote></div>`,
  );
  return `<h3 id="pair-${index + 1}">${containment.toFixed(2)}: ${escapeHtml(url)} and ${escapeHtml(other)}</h3>\n${quotes.join("\n")}`;
}

function coverageTable({ coverage }: ReportData): string {
  const list = (ids: readonly string[]) => escapeHtml(ids.join(", "));
  const rows = coverage.map(
    ({ topic, role, format, published, owned, inherited, missing }) =>
      `<tr><th scope="row">${escapeHtml(`${topic} / ${role} / ${format}`)}</th><td>${published ? "yes" : "no"}</td><td>${list(owned)}</td><td>${list(inherited)}</td><td class="${missing.length > 0 ? "bad" : ""}">${list(missing)}</td></tr>`,
  );
  return table(
    "Which roles have which blocks",
    [
      "Topic / role / format",
      "Published",
      "Own blocks",
      "Others have their own, this one does not",
      "Missing",
    ],
    rows,
  );
}

function table(caption: string, head: readonly string[], rows: readonly string[], className = ""): string {
  const cells = head.map((text) => (text === "" ? "<td></td>" : `<th scope="col">${text}</th>`));
  const opening = className === "" ? "<table>" : `<table class="${className}">`;
  return `<div class="scroll" role="region" aria-label="${escapeHtml(caption)}" tabindex="0">${opening}<caption>${escapeHtml(caption)}</caption><thead><tr>${cells.join("")}</tr></thead><tbody>\n${rows.join("\n")}\n</tbody></table></div>`;
}
