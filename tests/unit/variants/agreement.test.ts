import { describe, expect, it } from "vitest";
import { ALWAYS_PLURAL, BASE, generate, MASS, problemsIn } from "./packs.ts";

const MOST = "passes: %s";

describe("a verb that disagrees with a slot", () => {
  it.each([
    ["How long does {topic} take?", "1:15"],
    ["Does your {topic} matter?", "1:11"],
    ["Is {topic} hard?", "1:4"],
    ["No {role.singular} are tired.", "1:4"],
    ["When no {role.singular} are awake, ring.", "1:9"],
    ["Any {role.singular} know it.", "1:5"],
    ["Another {role.singular} know it.", "1:9"],
    ["Neither {role.plural} was late.", "1:9"],
    ["Neither {role.singular} are late.", "1:9"],
    ["Either {role.singular} are late.", "1:8"],
    ["Though {topic} is hard, go.", "1:8"],
    ["And yet {topic} is hard.", "1:9"],
    ["Or sometimes {role.a} are late.", "1:14"],
    ["They wait for all, but {role.plural} is late.", "1:24"],
    ["You wait but {role.plural} knows.", "1:14"],
    ["Isn't {topic} hard to plan?", "1:7"],
    ["What is {artifact.plural} for?", "1:9"],
    ["Where is the {role.plural}?", "1:14"],
    ["Has {topic} changed?", "1:5"],
    ["Are {role.a} asked?", "1:5"],
    ["What do {role.a} expect?", "1:9"],
    ["Is {topic} hard?\n: No.", "1:4"],
    ["{Topic} isn't short.", "1:1"],
    ["{Topic} doesn’t end.", "1:1"],
    ["Your {artifact.plural} wasn't long.", "1:6"],
    ["{Role.a} don't wait.", "1:1"],
    ["{Topic} also has rules.", "1:1"],
    ["{Topic} usually starts late.", "1:1"],
    ["When {topic} rarely ends early, plan.", "1:6"],
    ["{Topic} still matters.", "1:1"],
    ["{Role.a} often ask why.", "1:1"],
    ["Your best {artifact.plural} is short.", "1:11"],
    ["Your very best {artifact.plural} is short.", "1:16"],
    ["The most honest {artifact.plural} is short.", "1:17"],
    ["Your short, honest {artifact.plural} is new.", "1:20"],
    ["Full-time {role.plural} is slow.", "1:11"],
    ["Very good {role.plural} is slow.", "1:11"],
    ["Your newly hired {role.plural} is slow.", "1:18"],
    ["Your own {artifact.plural} has doubts.", "1:10"],
    ["Your three {artifact.plural} is enough.", "1:12"],
    ["Honest {artifact.plural} has numbers.", "1:8"],
    ["{Artifact.plural} looks easy.", "1:1"],
    ["{Artifact.plural} carries weight.", "1:1"],
    ["Good {artifact.plural} leaves no doubt.", "1:6"],
    ["{Role.plural} knows that.", "1:1"],
    ["{Role.plural} forgets.", "1:1"],
    ["When things break and nobody is awake, {role.a} become the lead.", "1:40"],
    ["If you can wait, {role.a} have time.", "1:18"],
    ["Plan and rehearse: {role.a} take time.", "1:20"],
    ["They know that {role.a} have doubts.", "1:16"],
    ["Better that {role.a} are asked.", "1:13"],
    ["What does {role.plural} want?", "1:11"],
    ["Is {role.plural} paid?", "1:4"],
    ["Are {role.a} paid?", "1:5"],
    ["There is {role.plural} who ask.", "1:10"],
    ["There are {role.a} in the room.", "1:11"],
    ["The {role.plural} {topic.singular|asks/ask} why.", "1:19"],
    ['"{Role.plural} is late," she said.', "1:2"],
    ['They said, "{role.plural} needs help."', "1:13"],
    ["They said: “the {role.plural} needs help.”", "1:17"],
    ["[{Role.plural} needs help](/guides/).", "1:2"],
    ["(And {role.plural} is late.)", "1:6"],
    ["And {role.plural} is late.", "1:5"],
    ["Even {role.plural} needs help.", "1:6"],
    ["Only {role.plural} needs help.", "1:6"],
    ["What {role.plural} wants is a date.", "1:6"],
    ["Ask what {role.a} want.", "1:10"],
    ["Is {role.plural} asked this?", "1:4"],
    ["Is {role.plural} asked often?", "1:4"],
    ["Is {topic} what they ask?", "1:4"],
    ["Is {topic} hard this week?", "1:4"],
    ["Where is {role.plural} now?", "1:10"],
    ["How long does {role.plural} wait?", "1:15"],
    ['She asked, "Is {role.plural} late?"', "1:16"],
    ["It {topic|takes/take} an hour.", "1:4"],
    ["If it {topic|takes/take} an hour, wait.", "1:7"],
    ["This {topic|is/are} the point.", "1:6"],
    ["They {artifact|needs/need} a number.", "1:6"],
    ["How many {role.plural} wants this?", "1:10"],
    ["{Role.plural} thinks aloud.", "1:1"],
    ["{Role.plural} owns it.", "1:1"],
    ["{Role.plural} likes a plan.", "1:1"],
    ["{Topic} measures nerves.", "1:1"],
    ["{Role.a} manage well.", "1:1"],
    ["How does {role.plural} handle conflict?", "1:10"],
    ["Does {role.plural} use notes?", "1:6"],
    ["Often {topic} becomes a chat.", "1:7"],
    ["Sometimes {role.plural} is late.", "1:11"],
    ["{Role.plural} who writes well wait.", "1:1"],
    ["{Role.plural} who reads aloud lose.", "1:1"],
    ["{Role.plural} refuses it.", "1:1"],
    ["When {role.plural} always grades the file, wait.", "1:6"],
    ["What does {role.plural} do first?", "1:11"],
    ["Do {role.a} read it?", "1:4"],
    ["How do {role.a} need it?", "1:8"],
    ["Has {role.plural} ever seen it?", "1:5"],
    ["Have {role.a} seen it?", "1:6"],
    ["Were {role.a} asked?", "1:6"],
    ["Was {topic} harder?", "1:5"],
    ["Not only does {topic} take a day, they cost one.", "1:15"],
    ["Nor does {topic} begin there.", "1:10"],
    ["Only then does {topic} begin.", "1:16"],
    ["{Role.plural} who often forgets it wait.", "1:1"],
    ["If {role.plural} who is late ask, wait.", "1:4"],
    ["{Topic} that becomes a chat end early.", "1:1"],
    ["{Role.a} who have doubts waits.", "1:1"],
  ])("is reported in: %s", (text, place) => {
    expect(problemsIn(text)).toEqual([`${place} verb-agreement`]);
  });

  it("is reported of a noun that is not counted", () => {
    expect(problemsIn("How do {topic} work?", MASS)).toEqual(["1:8 verb-agreement"]);
    const found = problemsIn("Are {topic} hard? How long do {topic} take? {Topic} rarely begin late.", MASS);
    expect(found).toEqual(["1:5 verb-agreement", "1:31 verb-agreement", "1:45 verb-agreement"]);
  });

  it("is told with the slot to write", () => {
    const topic = BASE["topics/design-interviews.md"]?.replace(
      "Boxes are easy.",
      "Does {topic} matter? {Topic} isn't it.",
    );
    const { problems } = generate({ "topics/design-interviews.md": topic });
    expect(problems.map(({ message, hint }) => [message, hint])).toEqual([
      [
        '"Does ... design interviews": the verb does not agree',
        'Write {Topic|does/do} in the place of "Does".',
      ],
      [`"Design interviews isn't": the verb does not agree`, "Write {topic|isn't/aren't}."],
    ]);
  });

  it.each([
    "How long {topic|does/do} {topic} take? {Topic|Is/Are} {topic} hard? When you tell {topic.a}, how long {topic|does/do} {topic} take?",
    "What does {artifact.plural} justice is a number. Who does {topic} well? A team that does {topic} learns.",
    "Is {topic} preparation worth it? Is {topic} training hard? Does {topic} practice help? Is {topic}' pace hard?",
    "Do {artifact.a} a day. Have {role.a} read it. Were {role.a} to ask, say so. If {role.a} were to ask, wait.",
    "Are {role.a} and a director asked? Do {role.singular} interviews differ? Are {role.singular} technical rounds longer?",
    "Are the {role.singular} assigned mentors helpful? Are your {artifact.singular} drafts ready?",
    "What has {role.plural} worried is churn. Say what has {role.plural} worried most. Ask what has {role.plural} stuck for a week.",
    "The hardest part is {topic}. All that counts is {artifact.plural}. There is {topic} advice.",
    "One of your best, sharpest {artifact.plural} is about cost. One of your short but honest {artifact.plural} is.",
    "Telling {artifact.plural} is hard. Writing honest {artifact.plural} takes time. To own {artifact.plural} is work.",
    "More full-time {role.plural} means more rest. Most full-time {role.plural} wait. Supply good {role.plural} with tea.",
    "If briefly asked {role.plural} are ready, wait. One of your short, honest {artifact.plural} is new.",
    "Three {artifact.plural} is plenty. More {artifact.plural} means less time. Fewer {topic} means a week off.",
    "Most of the {artifact.plural} one hears is short. The number of {artifact.plural} is small.",
    "{Topic} for {role.a} {topic|is/are} rarely about tools. {Role.a} with strong {artifact.plural} {role.a|wins/win}.",
    "{Artifact.plural} about {topic.singular} {artifact.plural|is/are} short. The {format.singular} for {role.plural} {format|is/are} short.",
    "Why do {artifact.a} test at all? Do {role.a} the favor? Have {role.a} checked by noon. Have {artifact.a} ready. Were {role.a} asked, would it matter? Do you know how to do {artifact.a} need?",
    "Who never does {topic} well? She never does {topic} work. Nor do {topic} begin there. Not only do {topic} take a day. Does {role.a} do it? Has {role.plural}' work changed? Have {role.plural} seen it?",
    "{Role.plural} who tests reward wait. {Artifact.plural} judges like are short. {Role.plural} always, sometimes, across the board, ask. {Role.plural} less the chair wait. {Role.plural} besides you know. {Role.plural} times the two is six.",
    "{Role.plural} this week wait. {Role.plural} plus a deputy wait. {Role.plural} thanks to her know. {Role.plural} perhaps the best know. {Role.plural} thus the lot wait. Only {artifact.plural} judges in Rome like win.",
    "It is essential that {role.a} explain why. We would prefer that {role.a} take notes. Better that {role.a} ask.",
    "One coach advises that {role.a} take notes; another urges that, if need be, {role.a} ask.",
    "Nobody but {role.plural} cares. Everyone but {role.plural} leaves at five. Anyone but {role.plural} gets lost there.",
    "No one but {role.plural} knows the way. All but {role.plural} gets the memo late. Who but {role.plural} reads it?",
    "Every guest at dinner but {role.plural} knows the host. Nothing but {artifact.plural} helps. Not a soul but {role.plural} stays.",
    "No {role.plural} beats slow {role.plural}. Any {artifact.plural} is better than none. There is no {artifact.plural} budget.",
    "If any {role.singular} were to ask, say no. Let no {role.singular} wait. They ask that any {role.singular} begin. Are any {role.singular} jobs open?",
    "No {role.singular} tests are run at night. Another {role.singular} story needs time. In no {role.singular} round are they timed.",
    "Neither {role.singular} nor chef was late. Either {role.plural} leave or you do. One thing another {role.singular} does is rest.",
    "It looks as though {role.a} were asleep. And yet {role.a} waits. It was late, though {role.plural} did not say so.",
    "{Role.plural} everyone likes are rare. {Role.plural} tell everyone. The {role.plural} judges everyone trusts choose are quiet.",
    "Let no one but {role.a} explain it. Can, in your view, {role.a} explain it? A director and then {role.a} are asked.",
    "What you find there is {artifact.plural} with numbers. Is {role.plural} pay good? Are {role.singular} paid mentors good?",
    "They ask that {role.a} explain it. I suggest that {role.a} begin. Let {role.a} also win.",
    "Does {artifact.singular} need it? What is {artifact.a} for? Do {topic} take long? Are {topic} hard?",
    "For {role.plural}, early starts help. {Role.plural} also {role.plural|has/have} doubts. {Role.plural} often {topic|asks/ask} it.",
    "{Role.singular} leads meet weekly. {Topic.singular} answers carry weight.",
    "Is {topic.title} for you?",
    '"{Role.plural} are late," she said. They said, "{role.plural} need help." [{Role.plural} need help](/guides/).',
    "What {artifact.plural} has the panel heard? What {artifact.plural} does it want? What {artifact.singular} have you told?",
    "How many {artifact.plural} does a panel expect? How many {role.plural} does it take? How many {artifact.plural} is too many?",
    "How many {topic} has the year brought? How many honest {artifact.plural} does it want? How many {role.plural} want this?",
    "Say what {role.plural} that includes. Say how many {artifact.plural} that takes. One of the {role.plural} who writes waits.",
    "{Artifact.plural} that answers need are short. {Artifact.plural} that tests reward win. {Role.plural}, which is rare, ask. {Artifact.plural}, that is, drafts.",
    "{Role.plural} who often write {role.plural|wait/waits}. {Role.a} who has doubts waits. {Topic} that take a week are rare. {Role.a} that let it go wins.",
    "Often {topic} take a week. How often is {role.a} late? Does {role.a} handle conflict? {Role.singular} plans are short. Do {role.plural} use notes?",
    "The {role.singular} build takes a day. {Artifact.singular} reads are rare. To most {role.plural}, answers matter. {Role.a} need not wait.",
    "Only {artifact.plural} does the panel score. No {artifact.plural} is a red flag. No {topic} is better than bad {topic}.",
    "{Role.a} and {role.plural} are late. Writing {artifact.plural} and {artifact.plural} takes time. What {role.singular} teams want is rest.",
    "Where are {role.plural} now? Is {role.singular} work hard? Does {topic} work take long? Is {role.singular} pay low now?",
    "It {artifact|takes/take} an hour. {Artifact.plural} that mention it {artifact.plural|is/are} short. {Topic} like this {topic|is/are} long.",
    "Say what {topic} {topic|is/are}. You and those {role.plural|wait/waits}. {Role.a} let it go.",
    "Tell the panel what {artifact.singular} notes say. (Only {role.plural} wait.) Or {role.plural} wait. What {role.a} wants is a date.",
  ])(MOST, (text) => {
    expect(problemsIn(text)).toEqual([]);
  });

  it("is no compound with a noun that is always plural", () => {
    expect(
      problemsIn(
        "{Topic} tests are long. {Topic} plans change. If {topic} checks fail, ask. Does {topic} practice help?",
        ALWAYS_PLURAL,
      ),
    ).toEqual([]);
    expect(problemsIn("{Topic} becomes hard. {Topic} takes a week.", ALWAYS_PLURAL)).toEqual([
      "1:1 verb-agreement",
      "1:23 verb-agreement",
    ]);
  });

  it("passes where a noun that is not counted is an object", () => {
    expect(
      problemsIn(
        "Do {topic} early. Why do {topic} work? Never do {topic} alone. Are {topic} calls long? To many {topic} is a game.",
        MASS,
      ),
    ).toEqual([]);
  });
});

describe("a proof in the wrong form", () => {
  const proof = (past: string, gerund: string) => ({
    "roles/manager.md": BASE["roles/manager.md"]?.replace(
      /proof: .*/,
      `proof: {past: ${past}, gerund: ${gerund}}`,
    ),
    "roles/engineer.md": BASE["roles/engineer.md"]?.replace(
      /proof: .*/,
      `proof: {past: ${past}, gerund: ${gerund}}`,
    ),
  });
  const REDUCED = proof("reduced toil by 30%", "reducing toil by 30%");

  it.each([
    ["You can {role.proof.gerund}.", "1:9"],
    ["You should {role.proof.past}.", "1:12"],
    ["You will also {role.proof.past}.", "1:15"],
    ["Rest after {role.proof.past}.", "1:12"],
    ["Begin before {role.proof.past}.", "1:14"],
    ["It fails without {role.proof.past}.", "1:18"],
    ["You won through {role.proof.past}.", "1:17"],
    ["Show {role.proof.past}.", "1:6"],
    ["Then mention {role.proof.past}.", "1:14"],
    ["You {role.proof.gerund}.", "1:5"],
    ["Say how you {role.proof.gerund}.", "1:13"],
    ["Use {role.proof.past}.", "1:5"],
    ["Do not use {role.proof.past}.", "1:12"],
    ["Then bring {role.proof.past} to the panel.", "1:12"],
    ["They want {role.proof.past}.", "1:11"],
    ["{Role.proof.past} is a result.", "1:1"],
    ["- {Role.proof.past} counts.", "1:3"],
    ["Did you {role.proof.gerund}?", "1:9"],
    ["Did you {role.proof.past}?", "1:9"],
    ["When didn’t they {role.proof.past}?", "1:18"],
    ["You did not {role.proof.past}.", "1:13"],
    ["You don't often {role.proof.past}.", "1:17"],
    ["Let them {role.proof.past}.", "1:10"],
    ["Despite {role.proof.past}, you slept.", "1:9"],
    ["While {role.proof.past}, you slept.", "1:7"],
    ["How much did you {role.proof.gerund}?", "1:18"],
    ["Have you {role.proof.gerund}?", "1:10"],
    ["As you {role.proof.gerund} last year, say so.", "1:8"],
  ])("is reported in: %s", (text, place) => {
    expect(problemsIn(text, REDUCED)).toEqual([`${place} verb-phrase`]);
  });

  it.each([
    "You {role.proof.past} and, after {role.proof.gerund}, rested. You joined and soon after {role.proof.past}.",
    "What you did {role.proof.past}. All that those whom you did not meet {role.proof.past}. Those who help them {role.proof.past}.",
    "You rested a while and {role.proof.past}. After a while {role.proof.past}? What let them down {role.proof.past}.",
    "You argued rather than {role.proof.past}. You had never before {role.proof.past}. Say that they {role.proof.past}.",
    "A story that shows you {role.proof.gerund}. They watched you {role.proof.gerund}. It describes you {role.proof.gerund}.",
    "Nothing is better than you {role.proof.gerund}. A story about you {role.proof.gerund}. They picture you {role.proof.gerund}. It led to {role.proof.gerund}.",
    "The tools that you use {role.proof.past}. The people they want {role.proof.past}. What you bring {role.proof.past}. The steps you describe {role.proof.past}.",
    "Use {role.proof.gerund}. They want {role.proof.gerund}. {Role.proof.gerund} is a result. {Role.proof.past}? Is that so?",
    "What {role.proof.past} was a rule. The team that {role.proof.past} is yours. - {Role.proof.past}",
    "As you {role.proof.past}, so will they. Did {role.proof.gerund} help? It is as good as you {role.proof.gerund}. They would have you {role.proof.gerund}.",
    "| Result |\n| --- |\n| {Role.proof.past} |\n\n{Role.proof.past}, and you said so. *{Role.proof.past}* is a line.",
    'Show "{role.proof.past}" early. Mention **{role.proof.past}** late.',
  ])(MOST, (text) => {
    expect(problemsIn(text, REDUCED)).toEqual([]);
  });

  it("passes after a verb when it is the base form, too", () => {
    expect(problemsIn("You should {role.proof.past}.", proof("cut 2 hours", "cutting 2 hours"))).toEqual([]);
    expect(problemsIn("You should {role.proof.past}.", proof("led 2 teams", "leading 2 teams"))).toHaveLength(
      1,
    );
  });
});

describe("a doubled phrase", () => {
  const artifact = (singular: string) => ({
    "topics/design-interviews.md": (BASE["topics/design-interviews.md"] ?? "")
      .replaceAll("design answer", singular)
      .replace(/\n# why[\s\S]*$/, ""),
  });

  it.each([
    ["Your {topic.singular} {artifact.plural} wait.", "1:6"],
    ["Your design interview {artifact.plural} wait.", "1:23"],
  ])("is reported beside the slot that begins with it: %s", (text, place) => {
    expect(problemsIn(text, artifact("design interview write-up"))).toEqual([`${place} doubled-slot-word`]);
  });

  it("is reported of three words, and before the slot", () => {
    const long = artifact("one page design note");
    expect(problemsIn("Your one page design {artifact.plural} wait.", long)).toEqual([
      "1:22 doubled-slot-word",
    ]);
    expect(problemsIn("Bring {artifact.plural} design notes.", long)).toEqual(["1:7 doubled-slot-word"]);
  });

  it("passes when only the first of its words is there, or a mark between", () => {
    const files = artifact("design interview write-up");
    expect(problemsIn("Design {artifact.plural}, interview {artifact.plural}.", files)).toEqual([
      "1:8 doubled-slot-word",
    ]);
    expect(
      problemsIn("Interview {artifact.plural}. After the design interview, {artifact.plural} wait.", files),
    ).toEqual([]);
  });
});

describe("two mistakes side by side", () => {
  it("are both told", () => {
    expect(problemsIn("A clear stories removes doubt. An user asks.")).toEqual([
      "1:1 article-before-plural",
      "1:32 indefinite-article",
    ]);
    expect(problemsIn("A {artifact.plural} helps. {Role.plural} has it. Say the the end.")).toEqual([
      "1:3 article-before-plural",
      "1:28 verb-agreement",
      "1:54 repeated-word",
    ]);
  });

  it("are one when they are about the same words", () => {
    expect(problemsIn("An clear {artifact.plural} helps.")).toEqual(["1:10 article-before-plural"]);
    expect(problemsIn("Every {artifact.plural} needs it.")).toEqual(["1:7 determiner-number"]);
    expect(problemsIn("Ask a {role.a}.")).toEqual(["1:7 doubled-article"]);
  });
});
