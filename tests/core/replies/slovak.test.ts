import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { describeDay, describeMine } from '../../../electron/core/replies/moments';
import { type PartWriter, writeDay, writeEvery, writeMeeting, writeSlots } from '../../../electron/core/replies/parts';
import { replyWordsSchema } from '../../../electron/core/replies/words';
import sk from '../../../resources/replies/sk.json';
import { instant, NOW, stretch } from './scene';

/** Intl knows weekdays in the nominative alone; Slovak declines them: "streda", but "v stredu" and "do stredy". */
const view = { now: instant(NOW), myZone: 'Europe/Vienna', zone: 'Europe/London', locale: 'sk-SK' };
const writer: PartWriter = { words: replyWordsSchema.parse(sk), view, form: 'formal' };

describe('a day in Slovak', () => {
  it.each([
    ['2026-12-07', 'v pondelok 7. decembra', 'do pondelka 7. decembra'],
    ['2026-12-08', 'v utorok 8. decembra', 'do utorka 8. decembra'],
    ['2026-12-09', 'v stredu 9. decembra', 'do stredy 9. decembra'],
    ['2026-12-10', 'vo štvrtok 10. decembra', 'do štvrtka 10. decembra'],
    ['2026-12-11', 'v piatok 11. decembra', 'do piatka 11. decembra'],
    ['2026-12-12', 'v sobotu 12. decembra', 'do soboty 12. decembra'],
    ['2026-12-13', 'v nedeľu 13. decembra', 'do nedele 13. decembra'],
    ['2026-11-24', 'dnes', 'dnes do konca dňa'],
    ['2026-11-25', 'zajtra', 'do zajtra'],
    ['2026-11-26', 'vo štvrtok', 'do štvrtka 26. novembra'],
  ])('%s is declined', (date, on, by) => {
    const day = Temporal.PlainDate.from(date);
    expect([writeDay(writer, 'day', day), writeDay(writer, 'due', day)]).toEqual([on, by]);
  });

  it('comes as number and rest, on both clocks', () => {
    expect(describeDay(Temporal.PlainDate.from('2026-11-29'), view)).toMatchObject({
      weekdayIndex: 7,
      dayMonth: '29. novembra',
    });
    expect(describeMine(instant('2026-11-29T23:30:00Z'), view)).toMatchObject({
      mineWeekdayIndex: 1,
      mineDayMonth: '30. novembra',
    });
  });

  it('is declined on both clocks, in lists and every week', () => {
    expect(writeMeeting(writer, instant('2026-12-02T23:30:00Z'))).toBe(
      'v stredu 2. decembra o 23:30 Vášho času (u mňa vo štvrtok 3. decembra o 00:30)',
    );
    expect(writeSlots({ ...writer, form: 'familiar' }, [stretch('2026-12-02T09:00:00Z')])).toBe(
      'v stredu o 09:00 tvojho času (u mňa o 10:00)',
    );
    expect(writeEvery(writer, ['2026-12-02T23:30:00Z', '2026-12-05T23:30:00Z'].map(instant))).toBe(
      'každý týždeň v stredu a\u00a0v sobotu o 23:30 Vášho času (u mňa vo štvrtok a\u00a0v nedeľu o 00:30)',
    );
  });
});

describe('the Slovak words', () => {
  it('tell nothing of whether a man or a woman writes or reads', () => {
    const { situations, phrases, proposals, availability, parts } = writer.words;
    const all = JSON.stringify({ situations, phrases, proposals, availability, parts });
    // "som poslal", "chcela by som", "rád": past and conditional of one person.
    expect(all).not.toMatch(
      /(?<!\p{L})(\p{L}+l[ao]? (by )?(som|si)|(som|by si) (\p{L}+ ){0,3}\p{L}+la?|r[aá]d[ao]?)(?!\p{L})/u,
    );
  });
});
