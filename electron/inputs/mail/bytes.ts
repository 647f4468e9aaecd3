/** Bytes that grow up to a most; what is beyond it is left out. */
export interface GrowingBytes {
  readonly length: number;
  add(bytes: Uint8Array): void;
  /** Begins anew. */
  clear(): void;
  /** A copy of what there is. */
  take(): Uint8Array;
}

export function growBytes(most: number): GrowingBytes {
  let held = new Uint8Array(4096);
  let length = 0;
  return {
    get length() {
      return length;
    },
    add(bytes) {
      const room = Math.max(0, most - length);
      const part = bytes.length > room ? bytes.subarray(0, room) : bytes;
      if (length + part.length > held.length) {
        const larger = new Uint8Array(Math.min(most, Math.max(held.length * 2, length + part.length)));
        larger.set(held.subarray(0, length));
        held = larger;
      }
      held.set(part, length);
      length += part.length;
    },
    clear() {
      length = 0;
    },
    take: () => held.slice(0, length),
  };
}

/** Each byte as the character of that number: enough to compare what is plain ASCII. */
export function toLatin(bytes: Uint8Array, most = 2000): string {
  let text = '';
  for (let at = 0; at < bytes.length && at < most; at += 1) text += String.fromCharCode(bytes[at] ?? 0);
  return text;
}
