import { describe, expect, it } from "vitest";
import { BASE, generate, placeOf, places, problemsIn } from "./packs.ts";

/** The base pack's manager under another name. */
const manager = (singular: string, title: string, more: readonly [string, string][] = []) => ({
  "roles/manager.md": [["a: a manager", `a: ${/^[aeioS]/.test(singular) ? "an" : "a"} manager`], ...more]
    .reduce((text, [from = "", to = ""]) => text.replace(from, to), BASE["roles/manager.md"] ?? "")
    .replaceAll(/(?<!product )manager/g, singular)
    .replaceAll("Manager", title),
});

describe("what a coach writes", () => {
  it.each([
    // A plural that describes the noun behind it.
    "A senior systems engineer asks.",
    "A long sales cycle is normal, and a small sales team will do.",
    "Bring a strong communications plan and a technical skills assessment.",
    "A weekly metrics meeting. A new operations lead. A soft skills round.",
    "Ask for a full benefits summary, and speak at an all-hands.",
    "A small sales, marketing and ops team. A small operations or finance team.",
    "A systems/data panel, a results oriented person and a pros and cons list.",
    "A means to an end. A short series of calls. A huge thanks to all of them.",
    "He tore a biceps, she asked for the forceps. A main reason teams don’t ship is fear.",
    "A quiet place nurses go is the roof. A first draft editors haven't seen. A small ward doctors weren't on.",
    "A long customs queue goes nowhere. A public relations firm doesn't cold-call. A big sports club hasn't won.",
    "Ask a senior operations manager, my own coach. A small legal, sales and finance team, their lead among it.",
    "A great many interviewers agree. A full three rounds. A good 20 engineers. A dozen stories.",
    // An abbreviation that ends no sentence.
    "Doing well at Acme Inc. {topic} is a matter of practice. Chess vs. {topic} is a matter of taste.",
    "The list of approx. {artifact.plural} is long. Plan your prep for the U.S. {topic} has to wait.",
    "Maj. Gen. de la Rue took notes for Capt. de Vries, Gov. de Santos, Sen. van Hollen and Rev. al Amin.",
    "The room is 40 sq. m of glass, 9 ft. high and 6 in. off the plan. Rooms of 14 sq. ft. count as cupboards.",
    "Add 2 tbsp. of lime. The lot weighs 12 lb. or so. Sow 2 kg. per ha. in March.",
    "Counsel reads art. 6 of the GDPR, and pilots cite arts. 12 and 13 of theirs. See art. xi and art. 5(1)(f) as well.",
    "See p. iv, para. b, art. ii, fig. a and ch. c. A memo to the Dir. of works at the Assn. of surveyors.",
    // A verb behind its subject.
    "A short pause works. A broken build stops everything. A skilled reader scans.",
    "An experienced reviewer skims first. A late reply worries nobody. A tired panel drifts.",
    "A strong candidate pauses before the answer. A skilled reader skims for names.",
    "A new hire costs $20,000. What a new hire costs is easy to forget.",
    "An individual works in teams. An executive reports to the board. A junior asks for help.",
    "A screening starts with a form. A posting runs for weeks.",
    "How a good candidate answers is telling. A good lead asks which one.",
    "A hard question teams can answer in a week. A common mistake candidates make is haste.",
    "Team A reports to Team B. A writes to B, and B reads from A.",
    "What she did did help. Bye bye, brief. Ha ha! No no, said the chair; now now.",
    "Insert the card here, face up, and type your PIN.",
    // Articles.
    "Serve an hors d'oeuvre.",
    "Bring a résumé. Throw a fête. Enter a mêlée. Play a rôle. Show an élan. España asks.",
    "Make a u-turn. Draw a u-shaped curve. Ask a uni student. Join a unicorn. A unilateral decision.",
    "Write an A/B test, a B/C test, an I/O bound loop and a u/v pair.",
    "Read an 1873 statute, an 1890s treaty, a 1930 will and an 1100 page file. An 1800s house. A 1100 bed ward.",
    "Read a XV-century map, an VIII-century codex, a IV chord. Fly in a SW wind and a NNW breeze. An Urartian cauldron.",
    "Plan for a FY24 budget, a FT role, an RC frame, a FE model and a MRSA case. An $1,100 fee, an 8,000-hour log.",
    "Work for bodies such as\\\nNATO or the UN. Take a body, for example  \nNATO. We met at the  \nLouvre.",
    "The ’{role.singular}’ part comes first.",
    "The stories judges the world over like are short. The {artifact.plural} judges the world over like are short.",
    "Find a ureter, a uranium mine, a urine test, a urology ward, an urn and an urgent call.",
    "An NHS post, a GP, an EU rule, an NDA, an RN, a UX test, an IV drip, an MP3, a CI/CD run, an SRE-led call.",
    "A NY firm or an NYC one, a HR or an HR team, an SQL or a SQL query, an MD or a MD licence, a NO vote, an UP key.",
    "A FAQ, a SAT score, a NASA grant, a FHIR server, a FTSE firm, a EULA, a UN post, a AAA game, a SCUBA suit, a SQLite file.",
    "An $8 million claim, an £800 fee, a $1 bill, an [honest](/guides/design-interviews/) no. A YEAR. AN IDEA.",
    "A good many {role.plural} ask. A great many {topic} end. A {topic}' planner. A {topic}-heavy week.",
    "An unimportant detail, an uninvited guest, an llm, an ssh key.",
    // Abbreviations.
    "She has a Ph.D. in statistics. Ask a Sr. engineer. The Jr. engineer asked.",
    "Acme Inc. paid. Smith et al. found it. Know the D.C. market.",
    "Plan 3 hrs. of prep. Write max. two pages. Jan. and Feb. are slow.",
    // What looks left over.
    "Keywords that appear twice in the posting belong in your summary. Use keywords that the posting uses.",
    "Add a call to action to the last slide. The hero image for a page loads first.",
    "Leave the start date TBD until the offer is signed. Build a TODO app in 45 minutes.",
    "A résumé is a placeholder for a conversation. Your strongest number goes here, on line one.",
    "Dear \\[Name\\], thank you. See [example](/guides/design-interviews/).",
    "Editor's note: this guide was read again in May. Note to self: breathe. Add a number here.",
    "Set %windir%. Errors fell by 5%, costs by 3%. Run CI/CD. Open /var/log/app.",
    // What has no capital, or goes on.
    'Pass the so what? test. "Is it fair?" no, she said. *Why now?* no, they said. Is it the cache? no cache?',
    "The error is\n\n```\nsqrt(p)\n```\n\nwhere *p* is the rate.\n\nRun:\n\n    npm ci\n\nand wait.",
    "Bring:\n\n- a pen\n- a pad\n\nand nothing else.\n\nThen:\n\n- [ ] a charger\n- [ ] a cable",
    "p-value\n: How rare it is.\n\np99 latency\n: How slow it gets.\n\nglossary of terms\n: This one.",
    "Run both. t-tests come first. p99 comes later. `npm` is a tool.",
    "Meet the boss, a.k.a. the skeptic. She left Yahoo! in 2012. It was the *wow!* moment. Wow! 3 of 4 agreed.",
    "Being served a summons. She joined a corps of volunteers. Open a new atlas.",
    "She holds an LL.M. from a university. The Dept. of Labor keeps vol. two. He left Univ. of Utah early.",
    "Nobody wants to watch you insert an IV here: they want the decision. Placeholder text is no label.",
    "Never show lorem ipsum to a participant. Lorem ipsum hides the label. Use no placeholder copy in a test.",
    'Read [the hub][hub] first.\n\n[hub]: /guides/design-interviews/ "all of them"',
    "A calls B. Route A takes longer. A wins. A hard question teams ask is why. A classic interviewers ask is this. An ideal engineers agree on. A question good teams answer.",
    "How you got there is how you will get on on the ward. They got in in time.",
    // What ends without a full stop.
    "> [!TIP] One thing to ask {role.plural}\n> {Role.plural} know which queue is full.",
    "> [!NOTE] {Topic}\n> {Topic} come in two parts.\n\n**Ask {role.plural}**  \n{Role.plural} will say.",
    "- **{Topic}**\\\n  {Topic} come in two parts.\n- Speak up  \nto the panel.",
    "> [!TIP] What to say when the room is quiet\n> Wait.\n\n> [!TIP] What to say when the room is quiet\n> Ask.",
    // Twice in a row.
    "The calls you make make the story. Those who know know why. What the team does does matter. What matters matters.",
    "Log in in the morning. Turn it in in person. Go on on Monday.",
    "Whatever it is is worth a question. What the job is is up to you.",
    "Teams that win win early. The harbor porpoise is Phocoena phocoena. The sunfish, *Mola mola*, dives deep.",
    // Everybody except them.
    "No one in the room but {role.plural} speaks. Not one of the people there but {role.plural} knows.",
    "No guest at the big table but {role.plural} leaves. The whole panel but {role.plural} leaves at noon.",
    // A plural's look.
    "An ethos of care helps. It is a savings of 40%. An analytics of care is due. An odds of two to one is fair.",
    "An us-versus-them mood helps nobody. The sign reads [insert coin].",
    // What only looks like an article, a participle or an object.
    "A helped {role.plural} and B did not. Vitamin A helped {role.a}. Group A trained {role.a}.",
    "Two firms bid, A and B: A hired {role.plural}, and B hired clerks. A shred {role.plural} keep is evidence.",
    "The {role.plural} posts everybody wants pay more. {Artifact.plural} drafts everybody reads win.",
    "5. {topic} in spring;\n6. {artifact.plural} in fall; and\n7. sleep.",
  ])("passes: %s", (text) => {
    expect(problemsIn(text)).toEqual([]);
  });

  it.each([
    ["sales engineer", "Sales Engineer"],
    ["systems engineer", "Systems Engineer"],
    ["operations manager", "Operations Manager"],
    ["solutions architect", "Solutions Architect"],
    ["head of sales", "Head of Sales"],
    ["VP sales", "VP Sales"],
  ])("passes for a role whose name has a plural in it: %s", (singular, title) => {
    const text =
      "A good {role.singular} knows why. A strong {role.singular} in the room. Ask a new {role.singular}.";
    expect(problemsIn(text, manager(singular, title))).toEqual([]);
  });

  it("passes with a publisher's word that the role's name or work holds", () => {
    const text = "{Role.plural} know that good SEO takes months. Say why the CTA moved.";
    const cta: [string, string] = ["vocabulary: [scope]", "vocabulary: [scope, CTA copy]"];
    const roles = { "roles/engineer.md": BASE["roles/engineer.md"]?.replace("[scope]", "[SEO, CTA copy]") };
    expect(problemsIn(text, { ...manager("SEO specialist", "SEO Specialist", [cta]), ...roles })).toEqual([]);
    expect(problemsIn("{Role.plural} wait.", manager("SEO specialist", "SEO Specialist"))).toEqual([]);
  });
});

describe("an article in front matter", () => {
  const FILE = "roles/engineer.md";
  const engineer = (a: string, singular: string) => ({
    [FILE]: BASE[FILE]
      ?.replace("a: an engineer", `a: ${a}`)
      .replace("singular: engineer", `singular: ${singular}`)
      .replace("title: Engineer", `title: ${singular}`),
  });

  it("is reported where it is wrong, for its slots put it into every guide", () => {
    expect(places(engineer("a engineer", "engineer"))).toEqual([`${FILE}:6:3 indefinite-article`]);
  });

  it.each(["an SRE", "a UX lead", "an MLOps lead", "a SQL lead", "an SQL lead", "an iOS lead"])(
    "is believed of an abbreviation: %s",
    (a) => {
      expect(places(engineer(a, a.replace(/^an? /, "")))).toEqual([]);
    },
  );
});

describe("a role's proof", () => {
  const proof = (past: string, gerund: string) =>
    generate({
      "roles/manager.md": BASE["roles/manager.md"]?.replace(
        /proof: .*/,
        `proof: {past: ${JSON.stringify(past)}, gerund: ${JSON.stringify(gerund)}}`,
      ),
    }).problems.map((problem) => `${placeOf(problem)} ${problem.severity}`);

  it.each([
    ["Lowered costs by 40%", "lowering costs by 40%", "10:9 template-field error"],
    ["reduced costs by 40%", "Reducing costs by 40%", "10:39 template-field error"],
    ["lowered costs by 40%.", "lowering costs by 40%", "10:9 template-field error"],
    ["lowered costs by 40%", "lowering costs by 40%. It held.", "10:39 template-field error"],
    ["lowered costs by 40% (it held).", "lowering costs by 40%", "10:9 template-field error"],
    ["told 40 people why! Then left", "telling 40 people why", "10:9 template-field error"],
    ["scaffolded a manifold", "scaffolding 2 manifolds", "10:9 template-field warning"],
    ["lowered infections", "lowering infections", "10:9 template-field warning"],
  ])("fits into a sentence and has a number, not: %s, %s", (past, gerund, expected) => {
    expect(proof(past, gerund)).toEqual([`roles/manager.md:${expected}`]);
  });

  it("is reported in both of its forms", () => {
    expect(proof("Reduced costs by 40%", "Reducing costs by 40%")).toHaveLength(2);
  });

  it.each([
    ["A/B-tested 14 pages", "A/B-testing 14 pages"],
    ["Dockerized 14 services", "Dockerizing 14 services"],
    ["SLO-tested 3 services", "SLO-testing 3 services"],
    ["halved the wait in the U.S.", "halving the wait in the U.S."],
    ["moved the start to 9 a.m.", "moving the start to 9 a.m."],
    ["won twelve cases for Acme Inc.", "winning twelve cases for Acme Inc."],
    ["made No. 1 in 4 app stores", "making No. 1 in 4 app stores"],
    ['asked "why?" 40 times a week', 'asking "why?" 40 times a week'],
    ["grew revenue 12% p.a.", "growing revenue 12% p.a."],
    ["raised 3 metrics (CSAT, NPS, etc.)", "raising 3 metrics (CSAT, NPS, etc.)"],
    ["shipped 3 games, incl. Jeopardy!", "shipping 3 games, incl. Jeopardy!"],
    ["shipped 4 Yahoo! sites", "shipping 4 Yahoo! sites"],
    ["doubled sign-ups", "doubling sign-ups"],
    ["grew sign-ups fivefold", "growing sign-ups tenfold"],
    ["cut a fifth of the queue", "cutting nine tenths of the queue"],
    ["trebled sign-ups", "trebling sign-ups"],
    ["quintupled sign-ups", "quintupling sign-ups"],
    ["cut a third of the queue", "cutting a third of the queue"],
    ["single-handedly cleared 14 blocks", "single-handedly clearing 14 blocks"],
    ["safely and quietly cut stays by 12%", "safely and quietly cutting stays by 12%"],
    ["well over doubled revenue in 18 months", "well over doubling revenue in 18 months"],
    ["all but ended falls on 2 wards", "all but ending falls on 2 wards"],
    ["won back two dozen accounts at Yahoo! and Acme", "winning back two dozen accounts at Yahoo! and Acme"],
  ])("passes: %s, %s", (past, gerund) => {
    expect(proof(past, gerund)).toEqual([]);
  });
});

describe("the wrong article", () => {
  it.each(
    "a NHS post,a NDA,a RFP,a RN,an GP,an PT session,an CT scan,an UX test,a EU rule,a SRE,an KPI,a API,a MP3,a $8 claim,a £800 fee,a [honest](/guides/design-interviews/) no".split(
      ",",
    ),
  )("is told of an abbreviation, a sum and a link: %s", (phrase) => {
    expect(problemsIn(`They want ${phrase}.`)).toEqual(["1:11 indefinite-article"]);
  });

  it("is told of a word that a name of the pack begins with", () => {
    const sql = manager("SQL manager", "SQL Manager");
    expect(problemsIn("Bring a SQL query. Bring {role.a}.", sql)).toEqual(["1:7 indefinite-article"]);
  });
});

describe("what looks like it", () => {
  it.each([
    ["Bring a clear stories.", "1:7 article-before-plural"],
    ["Bring a clear stories\n\nThen stop.", "1:7 article-before-plural"],
    ["Bring a stories about it.", "1:7 article-before-plural"],
    ["A hard questions are rare.", "1:1 article-before-plural"],
    ["A clear stories, a number and a name.", "1:1 article-before-plural"],
    ["Give a specific examples of it.", "1:6 article-before-plural"],
    ["Prepare a clear interview stories.", "1:9 article-before-plural"],
    ["A interviews take time.", "1:1 article-before-plural"],
    ["A hard questions take time.", "1:1 article-before-plural"],
    ["Walk on in. then stop.", "1:13 lower-case-sentence"],
    ["Bye bye to you all.", "1:1 repeated-word"],
    ["Bring a hors d'oeuvre.", "1:7 indefinite-article"],
    ["Bring an résumé.", "1:7 indefinite-article"],
    ["Show a élan.", "1:6 indefinite-article"],
    ["Make an u-turn.", "1:6 indefinite-article"],
    ["Join an unicorn.", "1:6 indefinite-article"],
    ["They are in in the office.", "1:10 repeated-word"],
    ["Say what is is.", "1:10 repeated-word"],
    ["You make make the story.", "1:5 repeated-word"],
    ["This is how to use use it.", "1:16 repeated-word"],
    ["Show how your answers look look.", "1:23 repeated-word"],
    ["In sales you use use stories.", "1:14 repeated-word"],
    ["The role which you do not want want is here.", "1:27 repeated-word"],
    ["- First point\n\nthis is new.", "3:1 lower-case-sentence"],
    ["Plan a A/B test.", "1:6 indefinite-article"],
    ["She likes statistics. then she left.", "1:23 lower-case-sentence"],
    ["- TBD", "1:3 publisher-note"],
    ["- [ ] TBC with legal.", "1:7 publisher-note"],
    ["Salary (TBD).", "1:9 publisher-note"],
    ["TK: number of teams.", "1:1 publisher-note"],
    ["- Add internal links to the hub.", "1:3 publisher-note"],
    ["Editor's note: check this before we publish.", "1:1 publisher-note"],
    ["Note to editor: cut this.", "1:1 publisher-note"],
    ["Go. Add example here.", "1:5 publisher-note"],
    ["Insert anecdote here.", "1:1 publisher-note"],
    ["Insert the story of a launch here.", "1:1 publisher-note"],
    ["Lorem ipsum dolor sit amet.", "1:1 publisher-note"],
    ["Say it. Lorem ipsum.", "1:9 publisher-note"],
    ["- Placeholder text here", "1:3 publisher-note"],
    ["Say [insert metric here] aloud.", "1:5 unfilled-slot"],
    ["You get get the story.", "1:5 repeated-word"],
    ["You got on on.", "1:9 repeated-word"],
    ["Ask %role% why.", "1:5 unfilled-slot"],
    ["Name it (e.g.).", "1:10 empty-example"],
    ["See /guides/salary-negotiation for more.", "1:5 raw-link-text"],
    ["Read [guides/salary-negotiation](/guides/salary-negotiation/).", "1:6 raw-link-text"],
  ])("is still reported: %s", (text, expected) => {
    expect(problemsIn(text)).toEqual([expected]);
  });
});
