/** From the first of its characters on: to begin at each of a long run would take the square of its length. */
const MARK = /(?<![.!?…])([.!?…]+)["'”’)\]]*(?=\s)/g;
/** With a full stop, these end no sentence: the word that they belong to follows. */
const BEFORE_WORD =
  /(?:^|[\s(])(?:[Ee]\.g|[Ii]\.e|eg|ie|vs|a\.k\.a|etc|approx|cf|esp|incl|excl|Dr|Mr|Mrs|Ms|Sr|Jr|Prof|St|Adm|Amb|Brig|Capt|Cdr|Col|Cpl|Gen|Gov|Hon|Lt|Maj|Messrs|Rep|Rev|Sen|Sgt|Supt|a\.m|p\.m|U\.S|[A-Z])$/;
/** These do, unless a small letter or a number follows. */
const MAY_END =
  /(?:^|[\s(])(?:(?:[A-Z]\.){1,3}[A-Z]|(?:Ph|Ed|Psy)\.D|[BM]\.(?:Sc|Ed|Eng)|LL\.[BM]|Univ|[Vv]ol|Inc|Ltd|Corp|Co|Bros|Ass(?:n|oc|t)|Dir|al|p\.a|[Dd]ept|Arts?|[Cc]h|[Ff]igs?|[Pp]aras?|pp?|Secs?|sq|ft|lbs?|oz|tbsp|tsp|kg|ha|(?<=\d )in|max|min|avg|hrs?|mins?|secs?|yrs?|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri)$/;
/** These do, unless a number follows that no sentence begins with: "art. 6 GDPR", not "it is an art. 3 of 4 learn it". */
const BEFORE_NUMBER = /(?:^|[\s(])arts?$/;
/** Characters before a full stop that show whether an abbreviation stands there. */
const LONGEST_ABBREVIATION = 8;
const GOES_ON = /\s+["“‘'([]*[\p{Ll}\p{Nd}]/uy;
const NUMBER = /\s+(?:[ivxlc]+(?!\w)|\p{Nd}+(?!\w|\s+\p{Ll}))/uy;
/** "the wow! moment", and a name such as "Yahoo!" */
const SMALL_LETTER = /\s+["“‘'([]*\p{Ll}/uy;

/**
 * Where the next sentence of a text ends: behind its full stop, when white space follows and no abbreviation stands
 * before. What the text's last sentence ends with is not looked for.
 * @returns the offset, or -1 when no sentence ends from there on
 */
export function sentenceEnd(text: string, from: number): number {
  MARK.lastIndex = from;
  for (let match = MARK.exec(text); match !== null; match = MARK.exec(text)) {
    const { index, 0: mark, 1: stop } = match;
    const goesOn =
      stop === "."
        ? isAbbreviation(text, index, index + mark.length)
        : mark.startsWith("!") && isAt(SMALL_LETTER, text, index + mark.length);
    if (!goesOn) return index + mark.length;
  }
  return -1;
}

function isAt(sticky: RegExp, text: string, at: number): boolean {
  sticky.lastIndex = at;
  return sticky.test(text);
}

/** Whether the full stop at an offset is that of an abbreviation alone; quotes and brackets may close behind it. */
function isAbbreviation(text: string, at: number, end: number): boolean {
  const before = text.slice(Math.max(0, at - LONGEST_ABBREVIATION), at);
  const isBeforeWord = BEFORE_WORD.test(before);
  if (isBeforeWord && end === at + 1) return true;
  if (BEFORE_NUMBER.test(before)) return isAt(NUMBER, text, end);
  return (isBeforeWord || MAY_END.test(before)) && isAt(GOES_ON, text, end);
}
