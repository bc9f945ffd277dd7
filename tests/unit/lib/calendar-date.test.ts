import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isCalendarDate, longDate, parseWrittenDate, today } from "../../../src/lib/calendar-date.ts";

const anyDay = fc
  .date({ min: new Date("1000-01-01T00:00:00Z"), max: new Date("9999-12-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("a calendar day", () => {
  it.each(["2026-02-09", "2024-02-29", "2000-02-29", "1999-12-31", "1000-01-01"])("exists: %s", (day) => {
    expect(isCalendarDate(day)).toBe(true);
  });

  it.each([
    "2026-02-30",
    "0026-02-09",
    "2026-02-29",
    "1900-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-01-00",
    "2026-2-9",
    "20260209",
    "2026-02-09T00:00:00Z",
    " 2026-02-09",
    "",
  ])("does not exist: %j", (day) => {
    expect(isCalendarDate(day)).toBe(false);
  });

  it("is shown with its month's name, whatever the locale", () => {
    expect(longDate("2026-02-09")).toBe("February 9, 2026");
    expect(longDate("2026-12-31")).toBe("December 31, 2026");
  });

  it.each([
    ["February 9, 2026", "2026-02-09"],
    ["Feb 9, 2026", "2026-02-09"],
    ["feb. 9 2026", "2026-02-09"],
    ["9 February 2026", "2026-02-09"],
    ["February 9th, 2026", "2026-02-09"],
    ["2026-02-09", "2026-02-09"],
    ["Sept 1, 2026", "2026-09-01"],
    ["February 30, 2026", undefined],
    ["Ma 3, 2026", undefined],
    ["soon", undefined],
    ["02/09/2026", undefined],
    ["", undefined],
  ])("is read as an author writes it: %j", (text, day) => {
    expect(parseWrittenDate(text)).toBe(day);
  });

  it("is read back from what is shown, for any day", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(isCalendarDate(day)).toBe(true);
        expect(parseWrittenDate(longDate(day))).toBe(day);
      }),
    );
  });

  it("never throws, for any text", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const day = parseWrittenDate(text);
        expect(day === undefined || isCalendarDate(day)).toBe(true);
      }),
    );
  });

  it("is the machine's own when it is today", () => {
    expect(today(new Date(2026, 1, 9, 0, 0, 1))).toBe("2026-02-09");
    expect(today(new Date(2026, 1, 9, 23, 59, 59))).toBe("2026-02-09");
  });

  it("is the same in every time zone", () => {
    const script = `import { isCalendarDate, longDate, parseWrittenDate } from "./src/lib/calendar-date.ts";
      const days = Array.from({ length: 800 }, (_, i) => new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10));
      console.log(days.map((day) => [isCalendarDate(day), longDate(day), parseWrittenDate(longDate(day))].join()).join());`;
    const answers = [
      "UTC",
      "Pacific/Kiritimati",
      "Pacific/Pago_Pago",
      "America/Sao_Paulo",
      "Asia/Kathmandu",
    ].map((TZ) =>
      execFileSync(process.execPath, ["--input-type=module-typescript", "-e", script], {
        env: { ...process.env, TZ },
      }).toString(),
    );
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain("true,March 8, 2026,2026-03-08");
  });
});
