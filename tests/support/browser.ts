import { type Browser, chromium } from "playwright-core";
import { inject } from "vitest";

/**
 * A real browser, as browser-path.ts found it.
 * @throws when there is none
 */
export async function openBrowser(): Promise<Browser> {
  const executablePath = inject("browserPath");
  if (executablePath === "") throw new Error("No browser found: install Chromium or Chrome.");
  // A container's root user has no sandbox to use; the tests open nothing but our own pages.
  return chromium.launch({ executablePath, args: ["--no-sandbox"], headless: true });
}
