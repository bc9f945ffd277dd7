/** A verb in the forms that must agree with a subject. */
export interface Verb {
  singular: string;
  plural: string;
  written: string;
}

const AUXILIARIES: readonly (readonly [singular: string, plural: string])[] = [
  ["is", "are"],
  ["was", "were"],
  ["has", "have"],
  ["does", "do"],
];
const IRREGULAR: readonly (readonly [singular: string, plural: string])[] = [
  ...AUXILIARIES,
  ...AUXILIARIES.map(([singular, plural]) => [`${singular}n't`, `${plural}n't`] as const),
  ["goes", "go"],
];
/** Words that are only ever verbs, so that "interview remove" and "interviews remove" can be told apart. */
const ONLY_VERBS =
  `accept achieve add admit agree allow analyze anticipate appear apply argue arise arrive ask assess assume attract avoid
  become begin behave believe belong borrow bring buy carry choose clarify collect come communicate compare complain
  confirm connect consider consist contain continue convey convince create decide define deliver demonstrate depend
  describe deserve determine develop differ disappear discover discuss dissolve distinguish earn emerge emphasize enable
  encourage enjoy ensure evaluate examine exist expect explain explore fail feel find follow forbid forget forgive gather
  generate get give grow happen hear hesitate hide identify ignore imply improve include indicate insist inspire introduce
  investigate invite involve justify keep know learn let listen lose maintain make manage matter mean negotiate observe
  obtain occur omit operate organize owe perform persuade predict prefer prepare prevent prioritize proceed promote
  protect prove provide reach react realize receive recognize recommend reduce refer reflect rehearse rely remain remember
  remind remove replace represent require resemble resolve respond reveal satisfy say see seem sell send serve settle
  simplify sit solve speak specialize strengthen succeed suffer suggest summarize survive take teach tell tend think throw
  understand unfold vanish vary verify want weaken write`.split(/\s+/);
/** Verbs that are nouns too; a plural that is counted is never followed by their form in -s. */
const ALSO_NOUNS =
  `answer build care change check cost count cover demand drag drive end face fall focus handle help hire hold hurt lack
  last lead lean leave lie like live look love measure meet need open own pay plan practice present pull put read rest
  reward run share show signal sound spend stand start stay stick struggle suit support test touch try turn use wait win
  work worry`.split(/\s+/);

const third = (verb: string): string =>
  /(?:s|x|ch|sh|o)$/.test(verb)
    ? `${verb}es`
    : /[^aeiou]y$/.test(verb)
      ? `${verb.slice(0, -1)}ies`
      : `${verb}s`;

const NOUN_VERBS = new Set(ALSO_NOUNS);
const BASE_FORMS = new Set(ONLY_VERBS);
const THIRD_PERSON = new Set(ONLY_VERBS.map(third));

/** "becomes", and other words in -s that are never a plural. */
export function isOnlyVerb(word: string): boolean {
  return THIRD_PERSON.has(word);
}

/** Whether a word is a verb and never a noun, in whatever number: "is", "become", "becomes". */
export function isSureVerb(word: string): boolean {
  const written = word.replace("’", "'");
  return (
    THIRD_PERSON.has(written) ||
    AFTER_SINGULAR.has(written) ||
    IRREGULAR.some(([singular]) => singular === written)
  );
}

/** "become", and other base forms that are never a noun. */
export function isBaseForm(word: string): boolean {
  return BASE_FORMS.has(word);
}

const AFTER_PLURAL = new Map<string, string>([
  ...IRREGULAR,
  ...[...ONLY_VERBS, ...ALSO_NOUNS].map((verb): [string, string] => [third(verb), verb]),
]);
const AFTER_SINGULAR = new Map<string, string>([
  ...IRREGULAR.map(([singular, plural]): [string, string] => [plural, singular]),
  // "let" is its own past.
  ...ONLY_VERBS.filter((verb) => verb !== "let").map((verb): [string, string] => [verb, third(verb)]),
]);

/** The verb that a word is, when a subject of that number cannot have it. */
export function otherNumber(number: "singular" | "plural", word: string): Verb | undefined {
  const written = word.replace("’", "'");
  const other = (number === "plural" ? AFTER_PLURAL : AFTER_SINGULAR).get(written);
  if (other === undefined) return undefined;
  const [singular, plural] = number === "plural" ? [written, other] : [other, written];
  return { singular, plural, written: word };
}

/** Whether two forms are those of a verb, and not of a noun or pronoun that an author lets agree. */
export function isVerb(singular: string, plural: string): boolean {
  const [first, base] = [firstOf(singular), firstOf(plural)];
  return first === third(base) || IRREGULAR.some(([is, are]) => is === first && are === base);
}

/** Of the sure verbs, those that business has made nouns of: "your ask". */
const ASKS = /^(?:ask|buy|find|sell|take)$/;

/**
 * Whether two forms are those of a verb in the wrong order, "become/becomes", and not of a noun as "story/stories" are.
 * @param isBehindSubject whether they stand right behind their subject, where no noun does
 */
export function isSwapped(singular: string, plural: string, isBehindSubject: boolean): boolean {
  const [first, second] = [firstOf(singular), firstOf(plural)];
  if (isBehindSubject && second === third(first)) return true;
  return !ASKS.test(first) && AFTER_SINGULAR.get(first) === second;
}

/** The word of a verb that agrees: "is" of "is not". */
function firstOf(form: string): string {
  return (form.split(/\s/, 1)[0] ?? "").toLowerCase().replace("’", "'");
}

/** Whether a verb may stand before its subject, as in questions. */
export function isAuxiliary({ singular }: Verb): boolean {
  return AUXILIARIES.some(([is]) => is === singular.replace(/n['’]t$/, ""));
}

/** "help", and other verbs that are nouns too. */
export function isNounVerb(word: string): boolean {
  return NOUN_VERBS.has(word);
}

const MODALS = /^(?:can|could|did|may|might|must|should|will|would)$/;

/** "can", and other verbs that agree with any subject. */
export function isModal(word: string): boolean {
  return MODALS.test(word);
}

/** Whether a word can be the verb that a clause ends with, as in "what matters" and "those who can". */
export function mayEndClause(word: string): boolean {
  return AFTER_PLURAL.has(word) || isSureVerb(word) || MODALS.test(word) || NOUN_VERBS.has(word);
}

/** What can stand between a subject and its verb, or between two verbs. */
export const ADVERBS: ReadonlySet<string> = new Set(
  `actually almost already also always barely certainly clearly commonly easily ever finally frequently generally hardly
  largely mainly mostly nearly never normally now occasionally often only probably quickly rarely really seldom simply
  slowly sometimes soon still then therefore typically usually`.split(/\s+/),
);

/** Whether a word can stand between a subject and its verb. */
export function isAdverb(word: string): boolean {
  return ADVERBS.has(word);
}
