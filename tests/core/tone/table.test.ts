import { describe, expect, it } from 'vitest';
import { checkTone, toneWordsFor } from '../../../electron/core/tone/check';
import table from '../../fixtures/tone.json';
import { lists } from './lists';

/** The smallest part of a table's findings that must be right, and of what is expected that must be found. */
const LEAST = 0.95;

describe.each(Object.entries(table))('letters in %s', (language, rows) => {
  const words = toneWordsFor(lists, language);

  it('are enough to judge by, fair ones among them', () => {
    expect(rows.length).toBeGreaterThanOrEqual(25);
    expect(rows.filter(({ kinds }) => kinds.length === 0).length).toBeGreaterThanOrEqual(10);
  });

  it('are judged as a reader would', () => {
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
    console.info(`${language}: precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}, ${rows.length} letters`);
    expect(precision, apart.join('\n')).toBeGreaterThanOrEqual(LEAST);
    expect(recall, apart.join('\n')).toBeGreaterThanOrEqual(LEAST);
  });
});
