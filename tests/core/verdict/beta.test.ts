import { describe, expect, it } from 'vitest';
import { probabilityAbove } from '../../../electron/core/verdict/beta';
import { learn } from '../../../electron/core/verdict/learned';

describe('a Beta distribution', () => {
  // Medians and quantiles as closed forms and as printed in tables of the incomplete beta function.
  it.each([
    ['even: the median of Beta(1, 1)', 0.5, 1, 1, 0.5],
    ['Beta(1, 3) is 1 − (1 − x)³ beneath x', 0.25, 1, 3, 0.421875],
    ['Beta(3, 1) is x³ beneath x', 0.25, 3, 1, 0.984375],
    ['Beta(2, 2) is 3x² − 2x³ beneath x', 0.25, 2, 2, 0.84375],
    ['Beta(2, 3) is 6x² − 8x³ + 3x⁴ beneath x', 0.25, 2, 3, 0.73828125],
    ['Beta(3, 3) is 10x³ − 15x⁴ + 6x⁵ beneath x', 0.25, 3, 3, 0.896484375],
    ['the 5 % quantile of Beta(2, 5) is 0.06284989', 0.0628498917, 2, 5, 0.95],
    ['the 95 % quantile of Beta(2, 5) is 0.58180341', 0.5818034093, 2, 5, 0.05],
    ['the 95 % quantile of Beta(5, 5) is 0.74863249', 0.7486324936, 5, 5, 0.05],
    ['symmetrical whatever the size', 0.5, 4000, 4000, 0.5],
  ])('%s', (_, share, a, b, above) => expect(probabilityAbove(share, a, b)).toBeCloseTo(above, 6));

  it('mirrors: above x for (a, b) is beneath 1 − x for (b, a)', () => {
    for (const [a, b, x] of [
      [3, 8, 0.2],
      [12, 4, 0.7],
      [30, 90, 0.26],
    ] as const)
      expect(probabilityAbove(x, a, b)).toBeCloseTo(1 - probabilityAbove(1 - x, b, a), 10);
  });

  it('has its mean where half of the area lies, nearly: 0.25 for 1 + 250 hits of 1000', () => {
    expect(probabilityAbove(251 / 1004, 251, 753)).toBeCloseTo(0.5, 1);
    expect(probabilityAbove(0.3, 251, 753)).toBeLessThan(0.001);
    expect(probabilityAbove(0.2, 251, 753)).toBeGreaterThan(0.999);
  });

  it('ends at 0 and 1', () => {
    expect(probabilityAbove(0, 2, 2)).toBe(1);
    expect(probabilityAbove(1, 2, 2)).toBe(0);
  });
});

describe('a default moves', () => {
  it.each([
    ['not for nothing known', 0, 0, undefined, false],
    ['not for one', 1, 0, undefined, false],
    ['for two of two', 2, 0, undefined, true],
    ['not for two of 41', 2, 39, undefined, false],
    ['for 8 of 14', 8, 6, undefined, true],
    ['not for 8 of 14 above 60 %', 8, 6, 60, false],
    ['never without a single one, however low the threshold', 0, 3, 5, false],
  ])('%s', (_, hits, misses, soonerAbovePercent, isSure) =>
    expect(learn(hits, misses, { soonerAbovePercent }).isSure).toBe(isSure),
  );

  it('tells the numbers it rests on', () => {
    expect(learn(2, 0, {})).toMatchObject({ hits: 2, cases: 2, percent: 25, probability: 0.896484375 });
  });
});
