import { describe, expect, it } from "vitest";
import { BASE, problemsIn } from "./packs.ts";

const partners = (list: string) => ({
  "roles/manager.md": BASE["roles/manager.md"]?.replace("[product managers]", list),
});

describe("a list inside a list", () => {
  it.each([
    ["Agree with legal and {role.partners} first.", "1:22"],
    ["Agree with {role.partners} and legal first.", "1:12"],
    ["Agree with {role.partners} and the legal team, then wait.", "1:12"],
    ["Meet {role.partners} or your lead.", "1:6"],
    ["Meet {role.partners} and HR.", "1:6"],
    ["Meet {role.partners}, HR, and legal.", "1:6"],
    ["Meet {role.partners}, the legal team or your lead.", "1:6"],
    ["Write it for {role.partners}, the legal team or your lead.", "1:14"],
    ["Teams and {role.partners} rely on you.", "1:11"],
    ["Lawyers and {role.partners} agree.", "1:13"],
    ["When SREs and {role.partners} agree, sign.", "1:15"],
    ["Most customers or {role.partners} know it.", "1:19"],
    ["Work with {role.partners} and vendors.", "1:11"],
    ["Meet {role.partners} or customers before lunch.", "1:6"],
    ["Talk to lawyers, {role.partners}, and vendors.", "1:18"],
    ["Talk to lawyers, {role.partners} and HR.", "1:18"],
    ["{Role.partners} and lawyers will ask.", "1:1"],
    ["Before you go: {role.partners} or lawyers may call.", "1:16"],
    ["When {role.partners} and lawyers agree, sign.", "1:6"],
    ["Both {role.partners} and lawyers will ask.", "1:6"],
    ["Ask both {role.partners} and vendors at noon.", "1:10"],
    ["Lawyers, {role.partners} and vendors agree.", "1:10"],
  ])("is reported in: %s", (text, place) => {
    expect(problemsIn(text, partners("[platform and product teams]"))).toEqual([`${place} list-in-list`]);
    expect(problemsIn(text)).toEqual([]);
  });

  it("lets a list stand where it is alone", () => {
    expect(
      problemsIn(
        "For you, {role.partners} decide. Tell {role.partners}.",
        partners("[platform and product teams]"),
      ),
    ).toEqual([]);
  });
});

describe("a list in a clause of its own", () => {
  it.each([
    "Share the numbers early and {role.partners} will back you. You write it and {role.partners} sign it.",
    "Sit down with {role.partners} and agree on one number. Meet {role.partners} and report what changed.",
    "Meet {role.partners} and the room laughs. Meet {role.partners} and open tickets. You ask and {role.partners} first check.",
    "Meet {role.partners}, and HR decides. For {role.partners}, HR and legal decide. Meet {role.partners} and rehearse.",
    "Ask {role.partners}, listen, and wait. With {role.partners}, rest and so on. Meet {role.partners} and legal agrees.",
    "Ask {role.partners}, your peers and you will know. Tell {role.partners}, the sooner the better.",
    "For {role.partners}, a number and a date. Bring each reader what they need: for {role.partners}, a number and a date.",
    "To {role.partners}, the short answer or the long one? For {role.partners}, the same rule, and the same hour.",
    "- For {role.partners}, a number and a date.\n- **With {role.partners}**, a number and a date.",
    "Talk to {role.partners} and all agree. You lead and {role.partners} in Berlin follow. Meet {role.partners} and wait.",
    "Teams ask and {role.partners} answer. Ask teams and {role.partners} reply. Plans change and {role.partners} wait.",
    "Meet {role.partners}, and lawyers agree. Meet {role.partners} and lawyers agree. He meets {role.partners} and walks. She asks {role.partners} and answers.",
    "In practice, {role.partners}, and nobody else, decide. At first, {role.partners}, and then HR. Always and everywhere, {role.partners} decide.",
    "You wait for {role.partners} and lawyers call. At first, {role.partners} and teams argue. So {role.partners} and plans change.",
    "After lawyers, {role.partners} and vendors speak. {Role.partners} and their leads ask. {Role.partners} and the room listen.",
    "One call and {role.partners} agree. Your word and {role.partners} move. Discuss and {role.partners} listen. Focus and {role.partners} will help.",
  ])("passes behind or before an and: %s", (text) => {
    expect(problemsIn(text, partners("[platform and product teams]"))).toEqual([]);
  });
});
