import { describe, expect, it } from 'vitest';
import { checkTone, toneWordsFor } from '../../../electron/core/tone/check';
import table from '../../fixtures/tone.json';
import more from '../../fixtures/tone-more.json';
import { lists } from './lists';

/** The smallest part of a table's findings that must be right, and of what is expected that must be found. */
const LEAST = 0.95;

interface Row {
  text: string;
  kinds: string[];
}

const tables: [string, Record<string, Row[]>, { letters: number; fair: number }][] = [
  ['the first table', table, { letters: 25, fair: 10 }],
  // Written before the rules that they led to, half of them fair.
  ['the second table', more, { letters: 15, fair: 8 }],
];

describe.each(tables)('%s', (name, byLanguage, least) => {
  it('has letters in every language', () => expect(Object.keys(byLanguage).sort()).toEqual(Object.keys(lists).sort()));

  describe.each(Object.entries(byLanguage))('in %s', (language, rows) => {
    const words = toneWordsFor(lists, language);

    it('is enough to judge by, fair ones among them', () => {
      expect(rows.length).toBeGreaterThanOrEqual(least.letters);
      expect(rows.filter(({ kinds }) => kinds.length === 0).length).toBeGreaterThanOrEqual(least.fair);
    });

    it('is judged as a reader would', () => {
      let [right, wrong, missed] = [0, 0, 0];
      const apart: string[] = [];
      for (const { text, kinds } of rows) {
        const found = checkTone(text, words).map(({ kind }) => kind);
        const expected = [...kinds];
        for (const kind of found) {
          const place = expected.indexOf(kind);
          if (place >= 0) expected.splice(place, 1);
          if (place >= 0) right += 1;
          else wrong += 1;
        }
        missed += expected.length;
        if (found.join() !== kinds.join()) apart.push(`${text} → ${found.join(' ') || 'nothing'}`);
      }
      const [precision, recall] = [right / (right + wrong), right / (right + missed)];
      console.info(
        `${name}, ${language}: precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}, ${rows.length} letters`,
      );
      expect(precision, apart.join('\n')).toBeGreaterThanOrEqual(LEAST);
      expect(recall, apart.join('\n')).toBeGreaterThanOrEqual(LEAST);
    });
  });
});
