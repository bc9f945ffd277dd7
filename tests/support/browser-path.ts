import { existsSync } from "node:fs";
import chromium from "@sparticuz/chromium";

const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Where a browser is: the Chromium that npm brings on Linux, unpacked on first use, else the one that is installed. */
export async function browserPath(): Promise<string> {
  const isBundled = process.platform === "linux" && process.arch === "x64";
  return isBundled ? chromium.executablePath() : (INSTALLED.find((path) => existsSync(path)) ?? "");
}
