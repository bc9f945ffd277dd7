import nunjucks, { type NunjucksNode, type NunjucksParser, type TagExtension } from "nunjucks";
import { CHANCE_FILTERS, ELEVENTY_FILTERS, ELEVENTY_TAGS, NUNJUCKS_PAIRED_TAGS } from "./eleventy-names.ts";
import { type PartPlace, type TemplatePart, unknownName, unreadable } from "./template-parts.ts";

const environment = new nunjucks.Environment(null);
for (const name of CHANCE_FILTERS) delete environment.filters[name];
// As its own lookup does, it takes what every object has, too.
const FILTERS: object = {
  ...environment.filters,
  ...Object.fromEntries(ELEVENTY_FILTERS.map((name) => [name, true])),
};
const TESTS = environment.tests;

/** Nunjucks' own tags, which only its parser knows: for "did you mean". */
const TAGS: readonly string[] = [
  ...`asyncAll asyncEach block call case default elif else elseif endall endblock endcall endeach endfilter endfor endif endmacro
    endraw endset endswitch endverbatim extends filter for from if ifAsync import include macro raw set switch verbatim`.split(
    /\s+/,
  ),
  ...ELEVENTY_TAGS,
  ...NUNJUCKS_PAIRED_TAGS,
];
const EXTENSIONS = [
  ...ELEVENTY_TAGS.map((name) => tagOfEleventy(name, false)),
  ...NUNJUCKS_PAIRED_TAGS.map((name) => tagOfEleventy(name, true)),
];

/** What of a node is come to whenever the node is; of the others, all is. */
const ALWAYS: Record<string, readonly string[]> = {
  If: ["cond"],
  IfAsync: ["cond"],
  InlineIf: ["cond"],
  For: ["arr"],
  AsyncEach: ["arr"],
  AsyncAll: ["arr"],
  Switch: ["expr"],
  And: ["left"],
  Or: ["left"],
  Macro: [],
  Caller: [],
  CallExtension: ["args"],
  CallExtensionAsync: ["args"],
};

/**
 * What a Nunjucks template says, without its data.
 * @param text below front matter, which is to leave its lines empty
 */
export function nunjucksParts(text: string): TemplatePart[] {
  try {
    const parts: TemplatePart[] = [];
    visit(nunjucks.parser.parse(text, EXTENSIONS), parts, false, true);
    return parts;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    // Where the end of the file is what it did not expect, it names no place.
    const last = text.trimEnd().split("\n").length;
    const line = "lineno" in error && typeof error.lineno === "number" ? error.lineno : last;
    const column = "colno" in error && typeof error.colno === "number" ? error.colno : 1;
    return unreadable(error.message, { line: Math.max(line, 1), column: Math.max(column, 1) }, TAGS);
  }
}

function visit(node: unknown, parts: TemplatePart[], inBlock: boolean, always: boolean): void {
  if (Array.isArray(node)) for (const one of node) visit(one, parts, inBlock, always);
  if (!(node instanceof nunjucks.nodes.Node)) return;
  const { typename, fields } = node;
  parts.push(...partsOf(node, { line: node.lineno + 1, column: node.colno + 1, inBlock, always }));
  if (typename === "Block") visit(node.body, parts, true, always);
  else {
    // The text of `{% set name %}...{% endset %}` is not among them.
    for (const field of typename === "Set" ? [...fields, "body"] : fields)
      visit(node[field], parts, inBlock, always && (ALWAYS[typename]?.includes(field) ?? true));
  }
}

/** What a node says by itself. */
function partsOf(node: NunjucksNode, place: PartPlace): TemplatePart[] {
  const { typename, name, right, template, ignoreMissing } = node;
  const called = nameOf(name);
  switch (typename) {
    case "Filter":
      return called in FILTERS ? [] : [unknownName("filter", called, Object.keys(FILTERS), place)];
    case "Is": {
      const test = right instanceof nunjucks.nodes.Node ? nameOf(right.name ?? right) : "";
      return test in TESTS ? [] : [unknownName("test", test, Object.keys(TESTS), place)];
    }
    case "Include":
    case "Import":
    case "FromImport":
    case "Extends": {
      // A name that is made when it is rendered is not known.
      if (!(template instanceof nunjucks.nodes.Literal)) return [];
      const mayBeMissing = ignoreMissing === true;
      return [{ ...place, kind: "reference", name: String(template.value), mayBeMissing }];
    }
    default:
      return [];
  }
}

function nameOf(symbol: unknown): string {
  return symbol instanceof nunjucks.nodes.Node ? String(symbol.value) : "";
}

/** Lets the parser know a tag as Eleventy has it: with arguments, and perhaps an end. */
function tagOfEleventy(name: string, isPaired: boolean): TagExtension {
  return {
    tags: [name],
    parse(parser: NunjucksParser, { CallExtensionAsync }) {
      const tag = parser.nextToken();
      const args = parser.parseSignature(true, true);
      parser.advanceAfterBlockEnd(tag.value);
      const bodies = isPaired ? [parser.parseUntilBlocks(`end${name}`)] : [];
      if (isPaired) parser.advanceAfterBlockEnd();
      return new CallExtensionAsync(this, "run", args, bodies);
    },
  };
}
