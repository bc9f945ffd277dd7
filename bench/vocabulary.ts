const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Nouns with a regular plural in -s. */
export const NOUNS = words(`
  answer question story signal project team manager partner customer product service system design decision trade-off
  outcome metric number result goal risk incident deadline milestone roadmap backlog sprint release rollout experiment
  baseline cohort funnel feature defect regression test suite pipeline model dataset label prediction
  threshold alert dashboard runbook pager queue cache index shard replica cluster node gateway client endpoint contract
  schema migration table column record event stream topic broker consumer producer worker job batch window latency
  budget cost estimate forecast target margin price offer counteroffer salary bonus grant level title ladder promotion
  review panel loop round recruiter interviewer candidate peer mentor lead director executive stakeholder sponsor
  conflict disagreement escalation compromise agreement commitment promise assumption constraint requirement
  specification proposal document diagram whiteboard sketch prototype demo pilot launch retrospective lesson mistake
  failure recovery habit routine practice rehearsal recording transcript note checklist rubric score strength weakness
  gap example detail context scope boundary interface abstraction component module library framework platform tool
  script function variable pointer graph tree heap stack edge vertex path prefix suffix substring sequence
  pattern algorithm proof bound invariant corner case exception error warning log trace span profile benchmark workload
  request response payload header token session login account report summary insight trend segment market
  competitor vendor supplier region country language policy rule guideline principle value culture mission vision
  strategy plan option alternative priority dependency blocker owner handoff meeting agenda update channel
  message email call conversation pause silence opening closing transition headline sentence paragraph phrase word
  verb claim argument reason source quote figure percentage ratio average median range sample
  population survey finding observation instinct preference bias doubt concern objection
  reply follow-up thank-you reference background career role company industry startup enterprise department
  organization headcount hire onboarding quarter month week evening morning weekend minute hour`);

/** Verbs that take -s, -ed and -ing as they stand, or after a final e is dropped. */
export const VERBS = words(`
  explain describe name frame open close answer ask listen pause return deliver measure compare estimate reduce raise
  improve move launch design test check confirm reject accept question defend support challenge change replace
  remove add extend limit narrow widen focus rank order select gather collect record review revise
  rehearse practice repeat shorten expand connect link trace follow guide coach mentor manage delegate
  assign own share present demonstrate prove show suggest propose negotiate agree disagree escalate resolve settle
  handle address ignore notice observe track monitor alert page restore recover prevent protect guard secure scale
  partition cache index query load store archive delete migrate merge sort search filter group count sample predict
  train label score evaluate validate deploy release restart configure document report summarize highlight mention
  repair inspect profile optimize balance weigh consider doubt assume expect wait need want
  help offer request decline counter anchor value price save invest schedule block start finish
  turn push pull pass reach arrive join hire interview screen assess judge reward promote retain`);

/** Adjectives that stand before a noun. */
export const ADJECTIVES = words(`
  specific general short long clear vague honest direct calm nervous confident careful quick slow early late recent
  previous final first second single shared common rare typical unusual simple complex small large narrow broad deep
  shallow strong weak hard easy useful useless practical theoretical technical personal professional public private
  internal external local global regional annual weekly daily monthly quarterly senior junior principal
  cross-functional remote hybrid busy quiet difficult tough gentle firm fair unfair generous modest ambitious realistic
  credible plausible doubtful measurable observable visible hidden obvious subtle important urgent critical minor major
  central marginal relevant irrelevant related separate independent dependent stable fragile robust brittle reliable
  flaky consistent inconsistent complete partial missing empty full correct wrong accurate rough precise exact
  approximate average median maximum minimum optimal acceptable sufficient excessive expensive cheap free costly
  profitable risky safe secure open closed active passive manual automatic synchronous asynchronous parallel sequential
  concurrent distributed eventual immediate delayed scheduled planned unplanned expected unexpected
  familiar unfamiliar new old legacy modern current future temporary permanent reversible irreversible written spoken
  silent verbal visual structured unstructured messy tidy concise wordy polished raw natural rehearsed authentic`);

/** Adverbs that stand after a verb or open a clause. */
export const ADVERBS = words(`
  clearly briefly calmly slowly quickly early late directly honestly carefully openly often rarely usually sometimes
  always never again later soon first finally together alone aloud quietly simply plainly precisely roughly exactly
  mostly partly nearly fully barely deliberately consistently immediately eventually recently previously instead
  otherwise therefore meanwhile afterwards`);

/**
 * Sentences as coaches write them. `n` is a noun, `p` a plural, `v` a verb, `s` a verb in the third person, `i` one in -ing,
 * `e` one in the past, `a` an adjective, `d` an adverb, `x` a rare name and `k` a link to another article.
 */
export const SENTENCES: readonly string[] = [
  "When the {n} {s} the {n}, most {a} {p} {v} {d} and lose the {n} that you came for.",
  "You can {v} one {a} {n} before the {n} {s}, and then {v} what changed for the {n}.",
  "The {a} {n} is not the {n} itself but how you {v} the {n} after {x} {e} it.",
  "If nobody on your {n} {s} the {n}, say so {d} and {v} the {a} {n} that is left.",
  "At {x} the {n} {e} three {p} in {m}, which is why the {a} {n} had to {v}.",
  "Ask who {s} the {n}, what they {e} last time, and whether the {n} can still {v}.",
  "{M} that {s} without {i} the {n} will sound {a} to anyone who has {e} one.",
  "Do not {v} the {n} until you have {e} at least two {p} with their {a} {p}.",
  "Before you {v}, write down the {n}, the {n} and the one {n} that would {v} your mind.",
  "Good {p} {v} the {n} first; {a} ones {v} {m} and hope that the {n} {s} it.",
  "I would rather hear one {a} {n} about {x} than five {p} that nobody {e}.",
  "It helps to {v} {d}: the {n} gets {a}, the {n} stays {a}, and you {v} the rest.",
  "Your {n} should {v} in under two {p}, with the {a} {n} near the end of the {n}.",
  "That {n} is worth {i} because it {s} the {n} from the {n} in a single {a} step.",
  "By the time the {p} {v}, you have {e} the {n} and the {a} {n} is no longer yours.",
  "Think of {x} as {m} you {v}, not as {m} that someone else has already {e}.",
  "There is no {n} here, only {an} {n} that {s} whenever two {p} {v} at once.",
  "What {p} remember is the {n} you {e}, how {d} you {e} it and what it {e} for them.",
];

/** Sentences that hold a link to another article. */
export const LINKING: readonly string[] = [
  "If the {n} is {a} for you, start with {k} and come back to this {n} {d}.",
  "The {n} is worked through in {k}, where {an} {n} {s} the same {n}.",
  "Compare this with {k}: there the {n} {e}, and the {p} had to {v} without it.",
];

/** What list items look like. */
export const ITEMS: readonly string[] = [
  "**{An} {n}:** {v} the {n} that {x} {e} before you {v} the next one",
  "**{Iv} the {n}:** name the {a} {n}, the {n} and what you {e}",
  "**One {a} {n}:** it {s} the {n} and leaves the {p} to {v}",
  "**No {n} yet:** {v} {d}, then ask for the {a} {n} by name",
];

/** Headings: short, and in sentence case. */
export const HEADINGS: readonly string[] = [
  "How to {v} the {a} {n}",
  "What {a} {p} {v}",
  "{Iv} {m} under pressure",
  "The {n} behind the {n}",
  "Where {p} {v} {d}",
  "{M} you can {v} tonight",
  "Why the {a} {n} {s}",
  "Before the {n}: {a} {p}",
];

const ONSETS = words("B Br C Cl D Dr F G Gr H J K L M N P Qu R S St T Tr V W Z");
const VOWELS = words("a e i o u ai ea io");
const MIDDLES = words("l r n m nd rt ll st v d b s lm nk x");
const ENDINGS = words("a en is o ia er on ex um ity ware base line mark ford");

/** Names of products, teams and companies that appear in a few articles each: the long tail of any real vocabulary. */
export function rareName(number: number): string {
  let rest = number;
  const take = (from: readonly string[]): string => {
    const part = from[rest % from.length] ?? "";
    rest = Math.floor(rest / from.length);
    return part;
  };
  return take(ONSETS) + take(VOWELS) + take(MIDDLES) + take(ENDINGS);
}

/** How many different rare names there are to draw from. */
export const RARE_NAMES = ONSETS.length * VOWELS.length * MIDDLES.length * ENDINGS.length;
