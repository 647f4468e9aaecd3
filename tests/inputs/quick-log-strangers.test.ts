import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suggestClientName } from '../../electron/core/strangers';
import { readName } from '../../electron/inputs/quick-log/guess-name';
import { parseStranger } from '../../electron/inputs/quick-log/parse-stranger';
import lines from '../fixtures/quick-log-strangers.json' with { type: 'json' };
import { vienna } from '../helpers/build';

const NOW = vienna('2026-11-24T18:00');
const read = (line: string) => parseStranger(line, NOW, 'Europe/Vienna');

describe('a line that names nobody known', () => {
  it.each(lines)('$line', ({ line, subject, channel = 'missed-call', suggested, ...who }) => {
    const understood = read(line);
    expect(understood).toMatchObject({ who, subject, channel, candidates: [] });
    expect(Object.keys(understood.who).sort()).toEqual(Object.keys(who).sort());
    if (suggested !== undefined) expect(suggestClientName(understood.who)).toBe(suggested);
  });

  it('is never too much, whatever it holds, and names with no more letters than a name has', () => {
    const words = [
      'Peter',
      'from',
      'called',
      're',
      '+43 1 555 0199',
      'a@b.example',
      'od',
      '<',
      '!',
      '\u0000',
      '\n',
      '田中',
    ];
    const line = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom(...words)).map((each) => each.join(' ')),
    );
    fc.assert(
      fc.property(line, (text) => {
        const { who } = read(text);
        expect((who.name ?? '').length).toBeLessThanOrEqual(80);
        expect(who.name).not.toBe('');
      }),
    );
  });
});

describe('somebody named outright', () => {
  it.each([
    ['Umbrella', { name: 'Umbrella' }],
    ['Jane Doe <jane@doe.example>', { name: 'Jane Doe', email: 'jane@doe.example' }],
    ['0043 1 5550199', { phone: '0043 1 5550199' }],
    [' ', {}],
  ])('%s', (words, who) => {
    expect(readName(words)).toEqual(who);
  });
});
