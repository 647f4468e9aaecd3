import { performance } from 'node:perf_hooks';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSubject } from '../../electron/core/subjects/read-subject';
import { isSameSubject, namesSubject } from '../../electron/core/subjects/same-subject';
import first from '../fixtures/same-subject.json';
import more from '../fixtures/same-subject-more.json';

interface Pair {
  one: string;
  other: string;
  same: boolean;
}

/** `first` was written before there was anything to read it, `more` afterwards. */
const pairs: Pair[] = [...first, ...more];

describe('pairs of subjects in six languages', () => {
  it('are told to be the same, and not, in at least 95 of a hundred', () => {
    const told = pairs.filter(({ one, other }) => isSameSubject(one, other));
    const right = told.filter(({ same }) => same).length;
    const precision = right / told.length;
    const recall = right / pairs.filter(({ same }) => same).length;
    const wrong = pairs.filter(({ one, other, same }) => isSameSubject(one, other) !== same);
    console.info(
      [
        `${pairs.length} pairs: precision ${(precision * 100).toFixed(1)} %, recall ${(recall * 100).toFixed(1)} %`,
        ...wrong.map(({ one, other, same }) => `  ${one} | ${other}: ${same ? 'not seen' : 'wrongly joined'}`),
      ].join('\n'),
    );
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.95);
  });

  it('are so in whatever order', () => {
    for (const { one, other } of pairs) expect(isSameSubject(other, one)).toBe(isSameSubject(one, other));
  });
});

describe('any subject', () => {
  const words = pairs.flatMap(({ one, other }) => `${one} ${other}`.split(' '));
  const wordy = fc.array(fc.constantFrom(...words), { maxLength: 8 }).map((each) => each.join(' '));
  const subject = fc.oneof(wordy, fc.string({ unit: 'grapheme', maxLength: 80 }));

  it('is the same as itself, unless it names nothing', () => {
    fc.assert(fc.property(subject, (text) => isSameSubject(text, text) === namesSubject(readSubject(text))));
  });

  it('is the same as another in either order', () => {
    fc.assert(fc.property(subject, subject, (one, other) => isSameSubject(one, other) === isSameSubject(other, one)));
  });

  it('is read however long it is', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 3000, maxLength: 20_000 }), (text) => isSameSubject(text, text) || true),
    );
    const started = performance.now();
    isSameSubject('['.repeat(100_000), 're: '.repeat(100_000));
    expect(performance.now() - started).toBeLessThan(200);
  });
});
