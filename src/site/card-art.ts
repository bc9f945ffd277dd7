import { hash } from "node:crypto";

/**
 * The card that stands in for a featured picture: overlapping discs and a rule, placed by the article's address, so that each
 * article keeps its own. The stylesheet colors them. It is decoration: the title stands beside it.
 */
export function cardArt(url: string): string {
  const seed = hash("sha256", url, "buffer");
  const at = (index: number, low: number, high: number) =>
    low + Math.round((((seed[index] ?? 0) / 255) * (high - low)) / 4) * 4;
  const disc = (index: number, opacity: number) =>
    `<circle cx="${at(index, 120, 1080)}" cy="${at(index + 1, 40, 260)}" r="${at(index + 2, 60, 180)}" fill-opacity="${opacity}"/>`;
  return `<svg class="card-art" viewBox="0 0 1200 300" width="1200" height="300" aria-hidden="true">${disc(0, 0.7)}${disc(4, 0.5)}${disc(8, 0.35)}<path fill="none" stroke-opacity=".55" stroke-width="6" d="M0 ${at(12, 180, 280)}C300 ${at(13, 40, 260)} 700 ${at(14, 40, 280)} 1200 ${at(15, 20, 200)}"/></svg>`;
}
