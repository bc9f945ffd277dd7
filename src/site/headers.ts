import { hash } from "node:crypto";
import type { GeneratedFile } from "./generated-file.ts";
import type { Assets } from "./views.ts";

/**
 * The Content-Security-Policy of every page: nothing but the site's own files, the one inline stylesheet and the one
 * inline script, known by their hashes. Search compiles WebAssembly, hence `wasm-unsafe-eval`, which allows no JavaScript
 * to be made from text.
 */
export function contentSecurityPolicy(assets: Pick<Assets, "css" | "themeScript">): string {
  const source = (text: string) => `'sha256-${hash("sha256", text, "base64")}'`;
  return [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval' ${source(assets.themeScript)}`,
    `style-src 'self' ${source(assets.css)}`,
    "img-src 'self' data:",
    "media-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** The headers of every answer, by name. */
function securityHeaders(assets: Pick<Assets, "css" | "themeScript">): Record<string, string> {
  return {
    "Content-Security-Policy": contentSecurityPolicy(assets),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    // Feed readers in the browser show the pictures of articles on their own pages.
    "Cross-Origin-Resource-Policy": "cross-origin",
    // Not for subdomains: what else the publisher runs there is not known here.
    "Strict-Transport-Security": "max-age=31536000",
  };
}

const LONG = "public, max-age=31536000, immutable";
/** Files named by their content, which never change. */
const IMMUTABLE = ["/assets/built/*", "/assets/pictures/*"];

/** The headers in the form of the common static hosts: Netlify and Cloudflare Pages, Vercel, Apache. */
export function headerFiles(assets: Pick<Assets, "css" | "themeScript">): GeneratedFile[] {
  const headers = Object.entries(securityHeaders(assets));
  const lines = (entries: [string, string][]) =>
    entries.map(([name, value]) => `  ${name}: ${value}\n`).join("");
  const netlify = `/*\n${lines(headers)}${IMMUTABLE.map((path) => `\n${path}\n${lines([["Cache-Control", LONG]])}`).join("")}`;
  const vercel = {
    trailingSlash: true,
    headers: [
      { source: "/(.*)", headers: headers.map(([key, value]) => ({ key, value })) },
      ...IMMUTABLE.map((path) => ({
        source: path.replace("*", "(.*)"),
        headers: [{ key: "Cache-Control", value: LONG }],
      })),
    ],
  };
  const apache = `ErrorDocument 404 /404.html\n<IfModule mod_headers.c>\n${headers.map(([name, value]) => `  Header always set ${name} "${value}"\n`).join("")}</IfModule>\n`;
  return [
    { path: "_headers", content: netlify },
    { path: "vercel.json", content: `${JSON.stringify(vercel, undefined, 2)}\n` },
    { path: ".htaccess", content: apache },
  ];
}

/**
 * The headers of every answer, by name.
 * @param file what is in `_headers`
 */
export function headersOfEveryAnswer(file: string): Map<string, string> {
  const [forAll = ""] = file.split("\n\n");
  return new Map(
    [...forAll.matchAll(/^ {2}([^:]+): (.*)$/gm)].map(([, name = "", value = ""]) => [name, value]),
  );
}
