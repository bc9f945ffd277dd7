/** What the generated template pack is about: invented, but as long and as varied as what publishers have. */

export const ROLES: readonly string[] = [
  "tech professional",
  "ML engineer",
  ...["backend", "frontend", "data", "mobile", "security", "platform", "test", "release", "embedded"],
  ...["network", "support", "field", "sales", "customer", "automation", "performance", "graphics"],
  ...["reliability", "analytics", "compiler", "firmware", "robotics", "search", "payments"],
  ...["data scientist", "research scientist", "applied scientist", "data analyst", "business analyst"],
  ...["product analyst", "product designer", "service designer", "game developer", "web developer"],
  ...["engineering manager", "product manager", "program manager", "project manager", "delivery manager"],
  ...["support manager", "analytics manager", "cloud architect", "solutions architect", "technical writer"],
  ...["developer advocate", "database administrator", "network administrator", "growth marketer"],
].map((name) => (name.includes(" ") ? name : `${name} engineer`));

/** A topic's name in the singular, and what a candidate brings to it. */
export const TOPICS: readonly (readonly [name: string, artifact: string])[] = [
  ["behavioral interview", "interview story"],
  ["system design interview", "design answer"],
  ["coding interview", "worked solution"],
  ["case interview", "case structure"],
  ["panel interview", "panel answer"],
  ["leadership interview", "leadership story"],
  ["salary negotiation", "negotiation script"],
  ["portfolio review", "portfolio walkthrough"],
  ["recruiter call", "call summary"],
  ["take-home assignment", "assignment report"],
];

/** A format: its name, the patterns of its description and image text, and the heading of its own section. */
export interface FormatWords {
  name: string;
  description: string;
  image: string;
  own: string;
}

export const FORMATS: readonly FormatWords[] = [
  {
    name: "framework",
    description:
      "How {role.plural} prepare for {topic.plural}: the steps in order, what strong signal looks like, what to leave out.",
    image: "Arrows on a whiteboard with which {role.plural} plan {topic.plural}",
    own: "The framework in order",
  },
  {
    name: "checklist",
    description:
      "What {role.plural} tick off in the week before {topic.plural}, one box at a time, and what each box is for.",
    image: "A page of boxes that {role.plural} tick before {topic.plural}",
    own: "The checklist",
  },
  {
    name: "question bank",
    description:
      "The questions that {role.plural} hear in {topic.plural}, and what each of them is asked to find out.",
    image: "A stack of cards from which {role.plural} practice for {topic.plural}",
    own: "Questions to expect",
  },
  {
    name: "practice plan",
    description:
      "Evenings of practice with which {role.plural} get ready for {topic.plural}, and how to tell that they work.",
    image: "A calendar on which {role.plural} mark evenings for {topic.plural}",
    own: "The plan by evening",
  },
];

/** Sentences with slots of the generator. A slot stands where no drawn word can clash with what it gives. */
export const SLOTTED: readonly string[] = [
  "{Role.plural} who {v} the {n} first are the ones that {topic.plural} reward.",
  "In {topic.plural}, the {a} {n} is what {role.plural} often forget to {v}.",
  "Bring {artifact.a} in which the {n} {e} because you {e} the {n}.",
  "Your {artifact.plural} {artifact.plural|is/are} ready when no {n} has to {v} them.",
  "Ask two other {role.plural} to {v} the {n} with you before the {a} {n}.",
  "What {topic.plural} test is the {n}, and only then the {a} {n}.",
  "Few {role.plural} can {v} the {n} aloud; most {v} it {d} and hope that the {n} {s} it.",
  "Keep {artifact.a} for the {n} that nobody on your {n} has ever {e}.",
  "For {role.plural}, the {a} {n} is worth more than the {n} that {s} it.",
  "There is no room in {topic.plural} for {m} that {s} without {i} the {n}.",
  "One of your {artifact.plural} should {v} the {n} that {x} {e} before you came.",
  "Nobody asks {role.plural} to {v} the {n} until the {a} {n} is on the table.",
  "In {topic.plural}, {an} {n} survives until the {n} does not.",
  "{Role.plural} know that {an} {n} sits with the {n} they {e}.",
];

/** Items of a checklist: things to do, which no other list of a guide has. */
export const TASKS: readonly string[] = [
  "**{Iv} {m}:** write the {n} down, and read it to {x} until the {n} {s}",
  "**{M} a day:** {v} it aloud for ten minutes before you {v} the {a} {n}",
  "**The {a} {n}:** find who {e} it, and ask them to {v} the {n} with you",
  "**{Iv} {d}:** take out every {n} that the {p} did not {v}",
  "**{M} to leave out:** cross the {n} off when you can {v} the {n} without it",
];

/**
 * What is drawn again: a word that follows itself ("the sample sample"), and the few nouns that a grammar library takes
 * for adjectives, so that it reads the verb after them as a plural.
 */
export const UNLUCKY = /\b([\w-]+) \1\b|\b(?:average|bound|closing|invariant|retrospective|rubric) sits\b/i;

/** Sentences for the blocks of a role: its partners and its proof. */
export const ROLE_SENTENCES: readonly string[] = [
  "You work with {role.partners}, so name the {n} that each of them {e}.",
  "Say that you {role.proof.past}, and then which {n} had to {v} for it.",
  "Most of the {a} {n} is spent on {role.proof.gerund} without {i} the {n}.",
];
