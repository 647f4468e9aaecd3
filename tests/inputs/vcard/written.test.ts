import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decodeCalendar } from '../../../electron/inputs/calendar/decode';
import { isCardFile } from '../../../electron/inputs/vcard/is-card-file';
import { readCards } from '../../../electron/inputs/vcard/read-cards';
import expected from '../../fixtures/vcards/expected.json';

const FOLDER = join(import.meta.dirname, '../../fixtures/vcards');
const files = Object.entries(expected);

function readFixture(name: string): string {
  return decodeCalendar(readFileSync(join(FOLDER, name)));
}

test('every file of the folder is in the table', () => {
  const cards = readdirSync(FOLDER).filter((name) => name.endsWith('.vcf'));
  expect(files.map(([name]) => name).toSorted()).toEqual(cards.toSorted());
});

describe('cards as programs export them', () => {
  test.each(files)('%s', (name, { cards, refused, groups }) => {
    const withFile = (each: object) => ({ file: name, ...each });
    expect(readCards(name, readFixture(name))).toEqual({
      cards: cards.map(withFile),
      refused: refused.map(withFile),
      groups,
    });
  });

  test.each(files)('%s says the same with other line ends', (name) => {
    const text = readFixture(name);
    const plain = text.replace(/\r\n/g, '\n');
    expect(readCards(name, plain)).toEqual(readCards(name, text));
    expect(readCards(name, plain.replace(/\n/g, '\r'))).toEqual(readCards(name, text));
  });
});

test('a file is known by its name or how it begins', () => {
  expect(isCardFile({ name: 'people.VCF', text: '' })).toBe(true);
  expect(isCardFile({ name: 'people', text: '\uFEFF\nbegin:vcard\n' })).toBe(true);
  expect(isCardFile({ name: 'people.json', text: '{}' })).toBe(false);
});

test('a file without a card is refused as a whole', () => {
  expect(readCards('x.vcf', 'Dear Dana')).toEqual({
    cards: [],
    refused: [{ file: 'x.vcf', reason: 'There is no card in it: it has no line BEGIN:VCARD.' }],
    groups: 0,
  });
});
