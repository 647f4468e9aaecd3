import { describe, expect, test } from 'vitest';
import type { Understanding } from '../../electron/ipc/contract/answers';
import {
  type Clock,
  type Corrections,
  corrected,
  fieldsOf,
  givenBack,
  NO_CORRECTIONS,
  readingOf,
  stepped,
} from '../../src/palette/corrections';

const LINE = 'globex called 3x re invoice thu';
const now = new Date('2026-11-24T10:22:00Z');
const clock: Clock = { now, timeZone: 'Europe/Vienna', isWorkday: (weekday) => weekday <= 5 };
const understood: Understanding = {
  candidates: [],
  channel: 'missed-call',
  direction: 'in',
  count: 3,
  subject: 'invoice',
  claimedUrgent: false,
  isEmergency: false,
  neededBy: '2026-11-26',
  at: now.toISOString(),
  ambiguous: false,
  spans: [
    { part: 'who', from: 0, to: 6 },
    { part: 'channel', from: 7, to: 16 },
    { part: 'subject', from: 17, to: 27 },
    { part: 'neededBy', from: 28, to: 31 },
  ],
};
const read = (corrections: Corrections) => readingOf(understood, corrections, LINE, now);

describe('setting right what was understood', () => {
  test('what was said outright wins, and the rest stays understood', () => {
    const reading = read(corrected(NO_CORRECTIONS, 'channel', { channel: 'voicemail', direction: 'in' }));
    expect(reading).toMatchObject({ channel: 'voicemail', count: 3, subject: 'invoice', neededBy: '2026-11-26' });
  });

  test('words given back stand around the subject in the order of the line', () => {
    const both = givenBack(givenBack(NO_CORRECTIONS, 'neededBy'), 'channel');
    expect(read(both)).toMatchObject({ subject: 'called 3x invoice thu', count: 1, channel: 'missed-call' });
    expect(read(both).neededBy).toBeUndefined();
    expect(fieldsOf(both, LINE, understood)).toMatchObject({ neededBy: null, neededWords: null });
  });

  test('a part that is set again takes its words out of the subject', () => {
    const again = corrected(givenBack(NO_CORRECTIONS, 'neededBy'), 'neededBy', { neededBy: '2026-11-27' });
    expect(read(again)).toMatchObject({ subject: 'invoice', neededBy: '2026-11-27' });
  });

  test('a subject that was written anew is left alone', () => {
    const written = corrected(NO_CORRECTIONS, 'subject', { subject: 'Budget' });
    expect(read(givenBack(written, 'neededBy')).subject).toBe('Budget');
  });
});

describe('stepping', () => {
  const reading = read(NO_CORRECTIONS);

  test('the day by which it is needed goes by working days, to none before today', () => {
    expect(stepped('neededBy', 1, { ...reading, neededBy: '2026-11-27' }, clock).neededBy).toBe('2026-11-30');
    expect(stepped('neededBy', -1, { ...reading, neededBy: '2026-11-30' }, clock).neededBy).toBe('2026-11-27');
    expect(stepped('neededBy', -1, { ...reading, neededBy: '2026-11-24' }, clock).neededBy).toBeNull();
    const { neededBy: _, ...open } = reading;
    expect(stepped('neededBy', 1, open, clock).neededBy).toBe('2026-11-25');
  });

  test('the time goes by five minutes, never into the future; a big step is the same time another day', () => {
    const at = (iso: string, by: 1 | -1, isBig = false) => stepped('at', by, { ...reading, at: iso }, clock, isBig).at;
    expect(at('2026-11-24T10:22:00Z', -1)).toBe('2026-11-24T10:20:00.000Z');
    expect(at('2026-11-24T10:20:00Z', -1)).toBe('2026-11-24T10:15:00.000Z');
    expect(at('2026-11-24T10:20:00Z', 1)).toBe('2026-11-24T10:22:00.000Z');
    expect(
      stepped('at', -1, { ...reading, at: '2026-11-24T10:20:30Z' }, { ...clock, now: new Date('2026-11-24T10:20:30Z') })
        .at,
      'half a minute back would still be now',
    ).toBe('2026-11-24T10:15:00.000Z');
    // The clocks went back on 25 October: 10:00 in Vienna is an hour later in UTC.
    expect(at('2026-10-25T09:00:00Z', -1, true)).toBe('2026-10-24T08:00:00.000Z');
  });

  test('minutes end in none', () => {
    const minutes = (from: number, by: 1 | -1) => stepped('minutes', by, { ...reading, minutes: from }, clock).minutes;
    expect(minutes(12, 1)).toBe(15);
    expect(minutes(12, -1)).toBe(10);
    expect(minutes(5, -1)).toBeNull();
  });

  test('the ways of contact go round', () => {
    expect(stepped('channel', -1, reading, clock)).toEqual({ channel: 'voicemail', direction: 'in' });
    expect(stepped('channel', 1, reading, clock)).toEqual({ channel: 'in-person', direction: 'out' });
  });
});
