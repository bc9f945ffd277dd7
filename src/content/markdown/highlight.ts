import hljs from "highlight.js/lib/core";
import bash from "highlight.js/lib/languages/bash";
import c from "highlight.js/lib/languages/c";
import cpp from "highlight.js/lib/languages/cpp";
import csharp from "highlight.js/lib/languages/csharp";
import css from "highlight.js/lib/languages/css";
import diff from "highlight.js/lib/languages/diff";
import go from "highlight.js/lib/languages/go";
import java from "highlight.js/lib/languages/java";
import javascript from "highlight.js/lib/languages/javascript";
import json from "highlight.js/lib/languages/json";
import kotlin from "highlight.js/lib/languages/kotlin";
import markdown from "highlight.js/lib/languages/markdown";
import python from "highlight.js/lib/languages/python";
import ruby from "highlight.js/lib/languages/ruby";
import rust from "highlight.js/lib/languages/rust";
import sql from "highlight.js/lib/languages/sql";
import swift from "highlight.js/lib/languages/swift";
import typescript from "highlight.js/lib/languages/typescript";
import xml from "highlight.js/lib/languages/xml";
import yaml from "highlight.js/lib/languages/yaml";
import { escapeHtml } from "../../lib/escape.ts";
import { boundedFunctions } from "./bounded-functions.ts";

const LANGUAGES = {
  bash,
  c: boundedFunctions(c),
  cpp: boundedFunctions(cpp),
  csharp: boundedFunctions(csharp),
  css,
  diff,
  go,
  java,
  javascript,
  json,
  kotlin,
  markdown,
  python,
  ruby,
  rust,
  sql,
  swift,
  typescript,
  xml,
  yaml,
}; // the languages of interviews; their aliases (ts, py, sh, html ...) come with them
for (const [name, language] of Object.entries(LANGUAGES)) hljs.registerLanguage(name, language);

/**
 * What is longer is no sample that a reader looks at but data, and shown plain: some grammars take seconds for a line of
 * tens of thousands of characters.
 */
const LONGEST_LINE = 500;
const LONGEST_CODE = 20_000;
/** Of a text: three of the longest. Few articles come to a tenth of it, and a grammar takes up to a second for as much. */
const MOST_CODE = 60_000;

/** Code as HTML. The language is the fence's first word; unknown or empty leaves the code plain. */
export type Highlight = (code: string, language: string) => string;

/** Highlights the code of one text with highlight.js classes, made at build time, until there is too much of it. */
export function highlighter(): Highlight {
  let left = MOST_CODE;
  return (code, language) => {
    if (language === "" || !hljs.getLanguage(language) || isData(code)) return escapeHtml(code);
    left -= code.length;
    return left < 0 ? escapeHtml(code) : hljs.highlight(code, { language, ignoreIllegals: true }).value;
  };
}

function isData(code: string): boolean {
  return code.length > LONGEST_CODE || code.split("\n").some((line) => line.length > LONGEST_LINE);
}
