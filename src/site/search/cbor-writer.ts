/** Major types of CBOR (RFC 8949, section 3.1). */
const UNSIGNED = 0x00;
const NEGATIVE = 0x20;
const TEXT = 0x60;
const ARRAY = 0x80;

/**
 * Writes CBOR piece by piece. A library's encoder would need every list as an array first, which for the words of a large
 * site takes twice the time and several times the memory.
 */
export interface CborWriter {
  /** Begins an array; its items have to follow. */
  array(length: number): void;
  /** An integer of at most 32 bits. */
  int(value: number): void;
  text(value: string): void;
  /** Everything that was written since the last time. */
  take(): Buffer;
}

export function createCborWriter(): CborWriter {
  let buffer = Buffer.allocUnsafe(1 << 16);
  let length = 0;

  function reserve(bytes: number): void {
    if (length + bytes <= buffer.length) return;
    const larger = Buffer.allocUnsafe(2 * (length + bytes));
    buffer.copy(larger, 0, 0, length);
    buffer = larger;
  }

  /** The type and its number, in as few bytes as can be. */
  function head(type: number, value: number): void {
    reserve(5);
    if (value < 24) buffer[length++] = type | value;
    else if (value < 0x100) {
      buffer[length++] = type | 24;
      buffer[length++] = value;
    } else if (value < 0x10000) {
      buffer[length++] = type | 25;
      length = buffer.writeUInt16BE(value, length);
    } else {
      buffer[length++] = type | 26;
      length = buffer.writeUInt32BE(value, length);
    }
  }

  return {
    array: (count) => head(ARRAY, count),
    int: (value) => (value < 0 ? head(NEGATIVE, -1 - value) : head(UNSIGNED, value)),
    text(value) {
      const bytes = Buffer.byteLength(value);
      head(TEXT, bytes);
      reserve(bytes);
      length += buffer.write(value, length);
    },
    take() {
      const taken = Buffer.from(buffer.subarray(0, length));
      length = 0;
      return taken;
    },
  };
}
