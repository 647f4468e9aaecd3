import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_CARDS } from '../../../electron/inputs/vcard/limits';
import { readCards } from '../../../electron/inputs/vcard/read-cards';
import expected from '../../fixtures/vcards/expected.json';

const FOLDER = join(import.meta.dirname, '../../fixtures/vcards');
/** Far more than any of these takes; what is quadratic takes much longer. */
const LONGEST_MS = 3_000;

function readInTime(text: string) {
  const startedAt = performance.now();
  const read = readCards('x.vcf', text);
  expect(performance.now() - startedAt).toBeLessThan(LONGEST_MS);
  return read;
}

const wrap = (...lines: string[]) => ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', ''].join('\r\n');

describe('cards made to hurt are read in bounded time', () => {
  test('a photo of many megabytes', () => {
    const photo = `PHOTO;ENCODING=b;TYPE=JPEG:${`${'A'.repeat(74)}\r\n `.repeat(300_000)}`;
    expect(readInTime(wrap('FN:Dana', photo, 'EMAIL:dana@globex.example')).cards).toMatchObject([
      { name: 'Dana', emails: ['dana@globex.example'] },
    ]);
  });

  test('a name that goes on and on', () => {
    const { cards } = readInTime(wrap(`FN:${'long '.repeat(10)}${'\r\n name'.repeat(500_000)}`));
    expect(cards[0]?.name.length).toBeLessThanOrEqual(300);
    const quoted = `FN;ENCODING=QUOTED-PRINTABLE:${'=41=\r\n'.repeat(300_000)}`;
    expect(readInTime(wrap(quoted)).cards[0]?.name).toMatch(/^A+$/);
  });

  test('more cards than anybody knows people', () => {
    const { cards, refused } = readInTime(wrap('FN:Dana').repeat(MOST_CARDS + 10));
    expect(cards).toHaveLength(MOST_CARDS);
    expect(refused).toMatchObject([{ reason: expect.stringContaining('more than') }]);
  });

  test('cards that begin and never end, and cards within cards', () => {
    expect(readInTime('BEGIN:VCARD\n'.repeat(100_000)).refused.length).toBeLessThanOrEqual(501);
    readInTime(`BEGIN:VCARD\n${'AGENT:\nBEGIN:VCARD\n'.repeat(100_000)}`);
  });

  test('a card with a hundred thousand numbers and quotes that never close', () => {
    const numbers = Array.from({ length: 100_000 }, (_, index) => `TEL:+43 1 ${index}555`);
    expect(readInTime(wrap('FN:Dana', ...numbers)).cards[0]?.phones).toHaveLength(20);
    readInTime(wrap(`FN;X="${';"'.repeat(100_000)}:Dana`, 'ORG:Globex'));
  });
});

test('whatever is changed in a card, it is read or refused, and what is read can be kept', () => {
  const names = Object.keys(expected);
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(40),
    put: fc.string({ unit: 'binary', maxLength: 20 }),
  });
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.array(change, { minLength: 1, maxLength: 6 }), (name, changes) => {
      let text = readFileSync(join(FOLDER, name), 'latin1');
      for (const { at, length, put } of changes) {
        const from = Math.floor(at * text.length);
        text = text.slice(0, from) + put + text.slice(from + length);
      }
      for (const card of readInTime(text).cards) {
        expect(card.name).not.toBe('');
        for (const line of [card.name, card.organisation ?? '', card.title ?? '', ...card.emails, ...card.phones]) {
          expect(line.length).toBeLessThanOrEqual(300);
          // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may be left
          expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
        }
      }
    }),
    { numRuns: 500 },
  );
});
