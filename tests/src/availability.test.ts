import { Temporal } from 'temporal-polyfill';
import { describe, expect, it, vi } from 'vitest';
import type { Calendar } from '../../electron/core/model/calendar';
import type { StandingCall } from '../../electron/core/model/call';
import type { DayOff } from '../../electron/core/model/settings';
import { readSource } from '../../src/shared/calendars/read-source';
import { anchorOf } from '../../src/shared/call-form/anchor';
import { wordClash } from '../../src/shared/occurrence/word-clash';
import { wordWanted } from '../../src/shared/occurrence/word-wanted';
import { type Block, roomBehind, takenOn } from '../../src/shared/strip/strip';
import { wordTheirTime } from '../../src/shared/their-time';
import { isSameClock } from '../../src/shared/zone-away';
import { listComing } from '../../src/views/clients/coming';
import { reachStripOf } from '../../src/views/clients/reach-strip';
import { findFrom } from '../../src/views/clients/set-up-call';
import { startFrom } from '../../src/views/clients/start-from';
import { wordComing } from '../../src/views/clients/word-coming';
import { wordHours } from '../../src/views/clients/word-hours';
import { wordCalendarState, wordSource } from '../../src/views/settings/calendar-state';
import { readDayOff, withDayOff } from '../../src/views/settings/day-off-draft';
import '../../src/words/i18n';
import { believableState, NOW } from '../helpers/believable-state';
import { makeReading } from '../helpers/build';
import { withCalendars } from '../helpers/fake-calendars';

const now = Temporal.Instant.from(NOW);
const at = (text: string) => Temporal.Instant.from(text);
const VIENNA = 'Europe/Vienna';

// What the words of the interface ask a browser for.
vi.hoisted(() => {
  Object.assign(globalThis, { document: { documentElement: {} } });
  Object.defineProperty(globalThis, 'navigator', { value: { language: 'en-GB', userAgent: '' }, configurable: true });
});

describe('a time on both clocks', () => {
  it.each([
    ['2026-11-27T09:00:00Z', 'Europe/Berlin', undefined],
    ['2026-11-27T09:00:00Z', 'America/New_York', '04:00 in New York'],
    ['2026-11-27T03:00:00Z', 'America/New_York', 'Thursday 26 November, 22:00 in New York'],
    ['2026-11-27T12:00:00Z', 'Pacific/Kiritimati', 'Saturday 28 November, 02:00 in Kiritimati'],
    ['2026-11-27T09:00:00Z', 'Pacific/Pago_Pago', 'Thursday 26 November, 22:00 in Pago Pago'],
  ])('%s in %s: %s', (instant, zone, words) => {
    expect(wordTheirTime(at(instant), zone, VIENNA)?.replace(/^(.*, )?(\d):/, '$10$2:')).toBe(words);
  });

  it('takes two names of one clock for the same, as long as they agree', () => {
    expect(isSameClock('Europe/Vienna', 'Europe/Berlin', now)).toBe(true);
    expect(isSameClock('Europe/London', 'Africa/Accra', at('2026-07-01T00:00:00Z'))).toBe(false);
  });
});

describe('a time that is being written for a call', () => {
  const state = withCalendars(believableState);
  const word = (local: string, zone: string) => wordWanted(state, 'cli_globex', local, zone);

  it('is said by my clock where that differs, with what it clashes with', () => {
    expect(word('2026-11-24T10:00', VIENNA)).toEqual([]);
    expect(word('2026-11-24T10:00', 'America/New_York')[0]).toMatch(/^Tue,? 24 Nov, 16:00 for you$/);
    expect(word('2026-11-26T10:00', VIENNA)).toEqual(['Public holiday at Globex: Thanksgiving Day']);
    expect(word('2026-11-26', VIENNA)).toEqual([]);
  });
});

describe('a calendar to add', () => {
  it.each([
    ['webcal://cal.example/x.ics', { url: 'webcal://cal.example/x.ics' }],
    [' cal.example/x.ics ', { url: 'https://cal.example/x.ics' }],
    ['/home/me/my work.ics', { path: '/home/me/my work.ics' }],
    ["'/home/me/my work.ics'", { path: '/home/me/my work.ics' }],
    ['file:///home/me/my%20work.ics', { path: '/home/me/my work.ics' }],
    ['C:\\Users\\me\\work.ics', { path: 'C:\\Users\\me\\work.ics' }],
    ['~/work.ics', { path: '~/work.ics' }],
    ['  ', undefined],
  ])('%s', (text, source) => {
    expect(readSource(text)).toEqual(source);
  });

  it('says when it was read and how much it takes, and never what is secret in its address', () => {
    const source: Calendar['source'] = { kind: 'address', url: 'webcal://cal.example/private-abc/basic.ics' };
    const busy = believableState.readings.cal_own?.busy ?? [];
    const words = wordCalendarState({ source, isBusy: true }, makeReading({ busy }), now, VIENNA);
    expect(words).toMatch(/^Read yesterday, 0?9:00 · 6 busy times$/);
    expect(wordCalendarState({ source, isBusy: true }, undefined, now, VIENNA)).toBe('Reading it…');
    expect(wordSource(source)).toBe('cal.example');
  });
});

describe('days off', () => {
  it.each([
    [
      { from: '2026-12-24', to: '', name: ' Christmas ' },
      { from: '2026-12-24', to: '2026-12-24', name: 'Christmas' },
    ],
    [
      { from: '2026-12-24', to: '2027-01-06', name: '' },
      { from: '2026-12-24', to: '2027-01-06', name: '' },
    ],
    [{ from: '', to: '2027-01-06', name: '' }, { wrong: 'from' }],
    [{ from: '2027-01-06', to: '2026-12-24', name: '' }, { wrong: 'to' }],
  ])('%o', (draft, read) => {
    expect(readDayOff(draft)).toEqual(read);
  });

  it('stand in the order of the calendar', () => {
    const off = (id: string, from: string): DayOff => ({ id, from, to: from, name: '' });
    const days = withDayOff([off('b', '2026-12-24')], off('a', '2026-11-30'));
    expect(days.map(({ id }) => id)).toEqual(['a', 'b']);
  });
});

describe('a call that changes from one of its occurrences on', () => {
  const today = Temporal.PlainDate.from('2026-11-24');
  const input = (rule: string) => ({ rule, start: '2026-09-04T11:00', timeZone: VIENNA, minutes: 30 });

  it.each([
    ['the same day', 'FREQ=WEEKLY;BYDAY=FR', '2026-11-27T11:00'],
    ['a day that is still ahead in its week', 'FREQ=WEEKLY;BYDAY=WE', '2026-11-25T11:00'],
    ['a day that its week has had', 'FREQ=WEEKLY;BYDAY=MO', '2026-11-30T11:00'],
    ['every other week, a day it has had', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', '2026-12-07T11:00'],
    ['twice', 'FREQ=WEEKLY;BYDAY=TU,TH', '2026-12-01T11:00'],
    ['any other rule', 'FREQ=MONTHLY;BYDAY=1TH', '2026-11-27T11:00'],
  ])('%s', (_, rule, start) => {
    expect(startFrom(input(rule), '2026-11-27T10:00', today).start).toBe(start);
  });

  it('is taken over by what was agreed with the occurrence of the week that this begins in', () => {
    const call = believableState.calls.find(({ id }) => id === 'call_globex_fri') as StandingCall;
    expect(findFrom(call, at('2026-12-02T09:00:00Z'), now)).toBe('2026-11-27T10:00');
    expect(findFrom(call, at('2026-12-10T09:00:00Z'), now)).toBe('2026-12-04T10:00');
  });

  it.each([
    [{ timeZone: 'America/New_York' }, 'theirs'],
    [{ timeZone: VIENNA }, 'mine'],
    [{ timeZone: VIENNA, isFloating: true }, 'floating'],
    [{ timeZone: 'Asia/Tokyo' }, 'other'],
  ])('%o keeps to a clock', (call, anchor) => {
    expect(anchorOf(call, 'America/New_York', VIENNA)).toBe(anchor);
  });
});

describe('the next calls of a client', () => {
  const state = withCalendars(believableState);
  const client = state.clients.find(({ id }) => id === 'cli_globex');
  if (!client) throw new Error('Globex is gone.');
  const withException = (exception: StandingCall['exceptions'][number]) =>
    state.calls.filter(({ id }) => id === 'call_globex_fri').map((call) => ({ ...call, exceptions: [exception] }));
  const word = (exception: StandingCall['exceptions'][number]) => {
    const [first] = listComing(withException(exception), state, now, 1);
    return first && wordComing(first, client, VIENNA);
  };

  it('tell why one was skipped, that it was moved, or is longer', () => {
    const occurrence = '2026-11-27T10:00';
    expect(word({ occurrence })).toBe('skipped: Public holiday at Globex: Day after Thanksgiving');
    expect(word({ occurrence, movedTo: '2026-11-26T10:00' })).toMatch(/in New York · moved from Fri,? 27 Nov, 10:00$/);
    expect(word({ occurrence, movedTo: occurrence })).toMatch(/in New York · held anyway$/);
    expect(word({ occurrence, movedTo: occurrence, minutes: 60 })).toMatch(/in New York · 1 h this time$/);
  });

  it('say whose day it is', () => {
    expect(wordClash({ kind: 'my-day-off', name: '', date: '' }, 'Globex')).toBe('You are off that day');
    expect(wordClash({ kind: 'my-holiday', name: 'Epiphany', date: '', isShared: true }, 'Globex')).toBe(
      'Public holiday here and at Globex: Epiphany',
    );
  });

  it('can be reached where both are there: on no holiday of theirs, and not in their night', () => {
    const { days } = reachStripOf(state, client, now);
    const of = (date: string) => days.find((day) => day.date.toString() === date);
    const free = (date: string) => of(date)?.blocks.filter(({ kind }) => kind === 'free') ?? [];
    expect(free('2026-11-24').map(({ startsAt }) => startsAt.toString())).toContain('2026-11-24T14:30:00Z');
    expect(free('2026-11-26')).toEqual([]);
    expect(of('2026-11-26')?.whole?.name).toBe('Globex: Thanksgiving Day');
    const theirs = of('2026-11-25')?.blocks.find(({ kind }) => kind === 'theirs');
    expect(theirs?.startsAt.toString()).toBe('2026-11-25T14:00:00Z');
  });

  it('stand in words where days are alike', () => {
    const never = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] };
    const span = [{ from: '09:00', to: '17:00' }];
    const words = wordHours({ ...never, 1: span, 2: span, 3: span, 5: [{ from: '09:00', to: '24:00' }] });
    expect(words.replaceAll(' 9:', ' 09:')).toBe('Mon – Wed 09:00 – 17:00; Fri 09:00 – 24:00');
    expect(wordHours(never)).toBe('Never');
  });
});

describe('a day of the strip', () => {
  it('has what takes time, calls before the rest, and what stands over all of it apart', () => {
    const stretch = (from: string, to: string) => ({ startsAt: at(from), endsAt: at(to) });
    const { blocks, whole } = takenOn(
      [
        {
          kind: 'holiday',
          name: 'Epiphany',
          isAllDay: true,
          ...stretch('2026-11-23T23:00:00Z', '2026-11-24T23:00:00Z'),
        },
        { kind: 'call', name: 'Globex', ...stretch('2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z') },
        { kind: 'busy', ...stretch('2026-11-24T11:00:00Z', '2026-11-24T12:00:00Z') },
        { kind: 'free', ...stretch('2026-11-24T11:00:00Z', '2026-11-24T12:00:00Z') },
        { kind: 'focus', ...stretch('2026-11-25T11:00:00Z', '2026-11-25T12:00:00Z') },
      ],
      Temporal.PlainDate.from('2026-11-24'),
      VIENNA,
    );
    expect(blocks.map(({ kind }) => kind)).toEqual(['busy', 'call']);
    expect(whole?.name).toBe('Epiphany');
  });

  it('has a name behind its call only as far as nothing else stands there', () => {
    const date = Temporal.PlainDate.from('2026-11-24');
    const block = (kind: Block['kind'], from: string, to: string): Block => ({
      kind,
      startsAt: at(`2026-11-24T${from}:00+01:00`),
      endsAt: at(`2026-11-24T${to}:00+01:00`),
    });
    const call = block('call', '10:00', '10:30');
    const room = (...others: Block[]) =>
      roomBehind(call, { date, blocks: [block('work', '09:00', '17:00'), ...others, call] }, VIENNA, 18);
    expect(room()).toBe(7.5);
    expect(room(block('busy', '11:00', '12:00'))).toBe(0.5);
    expect(room(block('call', '10:30', '11:00'))).toBe(0);
    expect(room(block('focus', '10:00', '12:00'))).toBe(0);
    expect(room(block('busy', '09:00', '10:30'))).toBe(7.5);
  });
});
