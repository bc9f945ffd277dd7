import { decode } from "cborg";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type CborWriter, createCborWriter } from "../../../../src/site/search/cbor-writer.ts";

type Item = number | string | Item[];

function write(writer: CborWriter, item: Item): void {
  if (typeof item === "number") writer.int(item);
  else if (typeof item === "string") writer.text(item);
  else {
    writer.array(item.length);
    for (const one of item) write(writer, one);
  }
}

test("writes integers, texts and arrays as another reader of CBOR reads them", () => {
  const { item } = fc.letrec<{ item: Item }>((tie) => ({
    item: fc.oneof(
      { maxDepth: 4 },
      fc.integer(),
      fc.constantFrom(23, 24, 255, 256, 65_535, 65_536, 4_294_967_295, -24, -25, -256, -257),
      fc.string({ unit: "grapheme", maxLength: 300 }),
      fc.array(tie("item"), { maxLength: 30 }),
    ),
  }));
  const writer = createCborWriter();
  fc.assert(
    fc.property(item, (given) => {
      write(writer, given);
      expect(decode(writer.take())).toEqual(given);
    }),
  );
});

test("grows with what is written, and begins anew after each time that it is taken", () => {
  const writer = createCborWriter();
  const long = "x".repeat(200_000);
  writer.text(long);
  const first = writer.take();
  writer.text("next");
  expect(decode(writer.take())).toBe("next");
  expect(decode(first)).toBe(long);
});
