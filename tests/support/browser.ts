import { existsSync } from "node:fs";
import chromium from "@sparticuz/chromium";
import { type Browser, chromium as playwright } from "playwright-core";

const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** A real browser: the Chromium that npm brings on Linux, else the one that is installed. */
export async function openBrowser(): Promise<Browser> {
  const isBundled = process.platform === "linux" && process.arch === "x64";
  const executablePath = isBundled
    ? await chromium.executablePath()
    : INSTALLED.find((path) => existsSync(path));
  if (executablePath === undefined) throw new Error("No browser found: install Chromium or Chrome.");
  return playwright.launch({ executablePath, args: isBundled ? chromium.args : [], headless: true });
}
