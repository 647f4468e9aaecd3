import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { ownTimesBetween } from '../../../electron/core/availability/busy-times';
import { isWorkingTime } from '../../../electron/core/availability/working-time';
import { clashOf } from '../../../electron/core/calls/clashes';
import { findOccurrence } from '../../../electron/core/calls/occurrences';
import type { Exception } from '../../../electron/core/model/call';
import { Refusal } from '../../../electron/core/model/problem';
import type { Request, Situation } from '../../../electron/core/model/request';
import type { State } from '../../../electron/core/model/state';
import { backAtWork } from '../../../electron/core/replies/day';
import { suggestReply } from '../../../electron/core/replies/suggest';
import {
  makeCalendar,
  makeCall,
  makeClient,
  makeContact,
  makePerson,
  makeReading,
  makeReply,
  makeRequest,
  makeSettings,
  makeState,
  vienna,
} from '../../helpers/build';
import { words } from './scene';

/** Tuesday 24 November 2026, 11:20 in Vienna; calls with Globex are on Fridays and Tuesdays at 10:00. */
const NOW = vienna('2026-11-24T11:20');
const [NOV27, DEC1] = ['2026-11-27T10:00', '2026-12-01T10:00'];
const invoice = makeRequest('invoice', { contacts: [makeContact('2026-11-24T10:10:00Z', 'missed-call')] });

const HOLIDAYS = {
  AT: [{ date: '2026-11-27', name: 'Day of Invention' }],
  GB: [{ date: '2026-11-27', name: 'Bank Holiday' }],
};
const atHome = makeSettings({ myName: 'Martin', country: 'AT' });
const inLondon = makeClient('Globex', { timeZone: 'Europe/London', people: [makePerson('Dana Ruiz')] });

function scene(more: Partial<State> = {}, exceptions: Exception[] = []): State {
  return makeState({
    settings: atHome,
    clients: [inLondon],
    holidays: HOLIDAYS,
    calls: [makeCall({ rule: 'FREQ=WEEKLY;BYDAY=TU,FR', start: '2026-09-01T10:00', exceptions })],
    requests: [invoice],
    ...more,
  });
}

function reply(state: State, situation?: Situation, earlier = 0, now = NOW) {
  const own = state.requests.find(({ id }) => id === 'invoice') ?? invoice;
  const sent = Array.from({ length: earlier }, (_, index) =>
    makeReply({ id: `rep_${index}`, situation: situation ?? 'holiday', sentAt: '2026-11-23T09:00:00Z' }),
  );
  const before = makeRequest('before', { status: 'waiting', replies: sent });
  return suggestReply(
    { ...state, requests: [...state.requests, before] },
    own,
    { en: words },
    now,
    situation && { situation },
  );
}

const read = (...given: Parameters<typeof reply>) => {
  const { subject, body } = reply(...given);
  return `Subject: ${subject}\n\n${body}`;
};

describe('no call on a holiday', () => {
  it('is said with the reason and the next call, three times in other words', () => {
    expect(reply(scene()).situation).toBe('holiday');
    expect(read(scene())).toMatchInlineSnapshot(`
      "Subject: Invoice: can it wait until our call on Tuesday 1 December?

      Hello Dana,

      I saw your call at 10:10 your time. There's no call on Friday: it's a public holiday here (Day of Invention). Can "invoice" wait until our next call? I've put it on the agenda for Tuesday 1 December, 09:00 your time (10:00 mine).

      If it can't wait, reply with one line saying what it's needed for and by when, and I'll look at it today.

      Kind regards,
      Martin"
    `);
    expect(read(scene(), undefined, 1)).toMatchInlineSnapshot(`
      "Subject: Invoice, on the agenda for Tuesday 1 December

      Hello Dana,

      I've noted your call at 10:10 your time. Our regular call on Friday won't take place, since it's a public holiday here (Day of Invention). Would the one after it be early enough? I've kept a place for "invoice" on the agenda for Tuesday 1 December, 09:00 your time (10:00 mine).

      If that's too late, tell me in one line what it's needed for and by which day, and I'll look at it today.

      Kind regards,
      Martin"
    `);
    expect(read(scene(), undefined, 2)).toMatchInlineSnapshot(`
      "Subject: No call on Friday; the next one is on Tuesday 1 December

      Hello Dana,

      About your call at 10:10 your time: could we take this up in our next call? I've noted "invoice" for Tuesday 1 December, 09:00 your time (10:00 mine), so it won't get lost. We'll skip the call on Friday, as it's a public holiday here (Day of Invention).

      If something depends on it before then, send me a line saying what and by when, and I'll look at it today.

      Kind regards,
      Martin"
    `);
  });

  it.each<[string, Partial<State>, string]>([
    ['mine', {}, "it's a public holiday here (Day of Invention)."],
    [
      'theirs',
      { settings: makeSettings(), clients: [{ ...inLondon, country: 'GB' }] },
      "it's a public holiday where you are (Bank Holiday).",
    ],
    [
      'of both',
      { clients: [{ ...inLondon, country: 'GB' }] },
      "it's a public holiday for both of us (Day of Invention).",
    ],
    [
      'my day off, whose name is my own affair',
      { settings: makeSettings({ daysOff: [{ id: 'o', from: '2026-11-27', to: '2026-11-27', name: 'Hospital' }] }) },
      "I'm off that day.",
    ],
  ])('%s', (_, state, said) => {
    const { body, warnings } = reply(scene(state));
    expect(body).toContain(`There's no call on Friday: ${said}`);
    expect(body).not.toContain('Hospital');
    expect(warnings.map(({ code }) => code)).toContain('claims-no-call');
  });

  it('is not said before a call that takes place, nor once it is held or moved, nor without a holiday', () => {
    expect(reply(scene({ settings: makeSettings() })).situation).toBe('can-it-wait');
    expect(reply(scene({}, [{ occurrence: NOV27, movedTo: NOV27 }])).situation).toBe('can-it-wait');
    expect(reply(scene({}, [{ occurrence: NOV27, movedTo: '2026-11-26T10:00' }])).situation).toBe('can-it-wait');
    expect(reply(scene({ holidays: { AT: [{ date: '2026-12-01', name: 'Later' }] } })).situation).toBe('can-it-wait');
    expect(() => reply(scene({ settings: makeSettings() }), 'holiday')).toThrow(Refusal);
  });

  it('needs no more deciding once it is skipped', () => {
    const skipped = reply(scene({}, [{ occurrence: NOV27 }]));
    expect(skipped.situation).toBe('holiday');
    expect(skipped.warnings.map(({ code }) => code)).not.toContain('claims-no-call');
    expect(skipped.names?.occurrence).toBe(DEC1);
  });
});

describe('why a call is off or moved', () => {
  const promised = {
    ...invoice,
    replies: [
      makeReply({
        sentAt: '2026-11-23T09:00:00Z',
        names: { callId: 'call_1', occurrence: NOV27, startsAt: vienna(NOV27).toString() },
      }),
    ],
  };

  it('is said', () => {
    expect(read(scene({}, [{ occurrence: NOV27 }]), 'call-skipped')).toMatchInlineSnapshot(`
      "Subject: No call on Friday 27 November, 09:00 your time

      Hello Dana,

      Our call on Friday 27 November, 09:00 your time won't take place, since that's a public holiday here (Day of Invention). The one after it is on Tuesday 1 December, 09:00 your time (10:00 mine), and what we had planned is on its agenda.

      If something can't wait until then, reply with one line saying what and by when, and I'll look at it today.

      Kind regards,
      Martin"
    `);
    expect(read(scene({}, [{ occurrence: NOV27 }]), 'call-skipped', 1)).toMatchInlineSnapshot(`
      "Subject: We talk next on Tuesday 1 December, 09:00 your time (10:00 mine)

      Hello Dana,

      We talk next on Tuesday 1 December, 09:00 your time (10:00 mine): our call on Friday 27 November, 09:00 your time won't take place. It falls on a public holiday here (Day of Invention). I've kept what we had planned, and it's on the agenda for then.

      If something can't wait until then, reply with one line saying what and by when, and I'll look at it today.

      Kind regards,
      Martin"
    `);
    expect(read(scene({}, [{ occurrence: NOV27, movedTo: '2026-11-26T10:00' }]), 'call-moved')).toMatchInlineSnapshot(`
      "Subject: Our call is now on Thursday 26 November, 09:00 your time (10:00 mine)

      Hello Dana,

      Our call on Friday 27 November, 09:00 your time has moved, since that's a public holiday here (Day of Invention): it's now on Thursday 26 November, 09:00 your time (10:00 mine). What was on the agenda moves with it. If the new time doesn't suit you, reply with two that do.

      If something can't wait until then, reply with one line saying what and by when, and I'll look at it today.

      Kind regards,
      Martin"
    `);
    expect(
      read(scene({}, [{ occurrence: NOV27, movedTo: '2026-11-26T10:00' }]), 'call-moved', 1),
    ).toMatchInlineSnapshot(`
      "Subject: New time for our call: Thursday 26 November, 09:00 your time (10:00 mine)

      Hello Dana,

      I've had to move our call on Friday 27 November, 09:00 your time, since that's a public holiday here (Day of Invention). The new time is Thursday 26 November, 09:00 your time (10:00 mine), and everything stays on the agenda. Does that suit you? If not, reply with two times that do.

      If something can't wait until then, reply with one line saying what and by when, and I'll look at it today.

      Kind regards,
      Martin"
    `);
  });
  it('corrects what was promised for a day that turned out to be off', () => {
    expect(reply(scene({ requests: [promised] })).situation).toBe('correction');
    expect(read(scene({ requests: [promised] }))).toMatchInlineSnapshot(`
      "Subject: Invoice: a correction

      Hello Dana,

      I told you that we'd talk about "invoice" in our call on Friday 27 November, 09:00 your time, and that has changed: the call falls on a public holiday here (Day of Invention). It's now on the agenda for Tuesday 1 December, 09:00 your time (10:00 mine). I'm sorry for the change.

      If something can't wait until then, reply with one line saying what and by when, and I'll look at it today.

      Kind regards,
      Martin"
    `);
  });
  it('is not made up', () => {
    const ordinary = scene({ settings: makeSettings() }, [{ occurrence: NOV27 }]);
    expect(read(ordinary, 'call-skipped')).not.toMatch(/holiday|off that day/);
  });
});

describe('when I am back', () => {
  const away = (from: string, to: string) => makeSettings({ daysOff: [{ id: 'o', from, to, name: '' }] });
  const busyOn = (startsAt: string, endsAt: string) => ({
    calendars: [makeCalendar()],
    readings: {
      cal_1: makeReading({ busy: [{ uid: 'u', summary: 'Fair', startsAt, endsAt, freeBusy: 'busy' as const }] }),
    },
  });
  it.each<[string, Partial<State>, string, string]>([
    ['tomorrow', {}, '2026-11-24T19:00', '2026-11-25T09:00'],
    ['after the weekend', {}, '2026-11-27T18:00', '2026-11-30T09:00'],
    ['after three weeks off', { settings: away('2026-12-21', '2027-01-10') }, '2026-12-20T12:00', '2027-01-11T09:00'],
    ['after half a year', { settings: away('2026-11-25', '2027-05-31') }, '2026-11-24T18:00', '2027-06-01T09:00'],
    ['after the public holiday', { settings: atHome }, '2026-11-26T18:00', '2026-11-30T09:00'],
    [
      'after a day at a fair',
      busyOn('2026-11-25T07:00:00Z', '2026-11-25T17:00:00Z'),
      '2026-11-24T19:00',
      '2026-11-26T09:00',
    ],
    [
      'after an early event',
      busyOn('2026-11-25T08:00:00Z', '2026-11-25T09:30:00Z'),
      '2026-11-24T19:00',
      '2026-11-25T10:30',
    ],
  ])('%s', (_, state, now, expected) => {
    const back = backAtWork(scene({ settings: makeSettings(), ...state }), vienna(now));
    expect(back?.toString()).toBe(vienna(expected).toString());
  });

  it('is said in the words for those hours', () => {
    const leave = scene({
      settings: { ...away('2026-12-21', '2027-01-10'), myName: 'Martin' },
      clients: [{ ...inLondon, timeZone: 'Europe/Vienna' }],
    });
    const { body } = reply(leave, 'out-of-hours', 0, vienna('2026-12-22T12:00'));
    expect(body).toContain("when I'm back at work on Monday 11 January, 09:00");
  });

  it('is tied up by my own events as by calls', () => {
    const fair = scene(busyOn('2026-11-24T11:00:00Z', '2026-11-24T16:00:00Z'));
    expect(read({ ...fair, holidays: {} })).toContain("I'm tied up today");
    expect(read({ ...scene(), holidays: {} })).not.toContain('tied up');
  });
});

describe('any week with holidays, days off, events and changed calls', () => {
  const days = ['2026-11-25', '2026-11-26', '2026-11-27', '2026-12-01', '2026-12-04', '2026-12-08'];
  const someDays = fc.uniqueArray(fc.constantFrom(...days), { maxLength: 4 });
  const occurrence = fc.constantFrom(NOV27, DEC1, '2026-12-04T10:00');
  const exception: fc.Arbitrary<Exception> = fc.oneof(
    fc.record({ occurrence }),
    occurrence.map((each) => ({ occurrence: each, movedTo: each })),
    occurrence.map((each) => ({ occurrence: each, movedTo: each, minutes: 60 })),
    occurrence.map((each) => ({ occurrence: each, movedTo: '2026-11-26T15:00' })),
  );
  const aWeek = fc
    .record({
      mine: someDays,
      theirs: someDays,
      off: fc.option(fc.constantFrom(...days), { nil: undefined }),
      leave: fc.constantFrom(0, 1, 21),
      exceptions: fc.uniqueArray(exception, { maxLength: 3, selector: (each) => each.occurrence }),
      extra: fc.option(fc.constantFrom('2026-11-25T14:00', '2026-11-27T16:00'), { nil: undefined }),
      busyFrom: fc.integer({ min: 0, max: 14 * 24 }),
      busyHours: fc.constantFrom(0, 2, 10, 60),
      timeZone: fc.constantFrom(
        'Europe/Vienna',
        'Europe/London',
        'America/New_York',
        'Pacific/Auckland',
        'Pacific/Kiritimati',
      ),
      promise: fc.option(occurrence, { nil: undefined }),
      neededBy: fc.option(fc.constantFrom('2026-11-26', '2026-11-27', '2026-12-05'), { nil: undefined }),
      nowAt: fc.integer({ min: 0, max: 9 * 24 * 4 }),
      situation: fc.constantFrom<Situation | undefined>(
        undefined,
        undefined,
        'call-skipped',
        'call-moved',
        'holiday',
        'out-of-hours',
        'no-answer-yet',
      ),
      earlier: fc.nat(3),
    })
    .map((seed) => {
      const now = NOW.add({ minutes: 15 * seed.nowAt });
      const startsAt = NOW.add({ hours: seed.busyFrom });
      const named = seed.promise && {
        callId: 'call_1',
        occurrence: seed.promise,
        startsAt: vienna(seed.promise).toString(),
      };
      const own: Request = {
        ...invoice,
        ...(seed.neededBy && { neededBy: seed.neededBy }),
        replies: named ? [makeReply({ sentAt: '2026-11-23T09:00:00Z', names: named })] : [],
      };
      const state = scene(
        {
          requests: [own],
          clients: [{ ...inLondon, timeZone: seed.timeZone, country: 'GB' }],
          holidays: {
            AT: seed.mine.map((date) => ({ date, name: 'Here' })),
            GB: seed.theirs.map((date) => ({ date, name: 'There' })),
          },
          settings: {
            ...atHome,
            daysOff: seed.off
              ? [
                  {
                    id: 'o',
                    from: seed.off,
                    to: Temporal.PlainDate.from(seed.off).add({ days: seed.leave }).toString(),
                    name: 'Secret',
                  },
                ]
              : [],
          },
          calendars: [makeCalendar()],
          readings: {
            cal_1: makeReading({
              busy: [
                {
                  uid: 'u',
                  summary: 'Secret',
                  startsAt: startsAt.toString(),
                  endsAt: startsAt.add({ hours: seed.busyHours }).toString(),
                  freeBusy: 'busy',
                },
              ],
            }),
          },
        },
        seed.exceptions,
      );
      const calls = state.calls.map((call) => ({ ...call, ...(seed.extra && { rdates: [seed.extra] }) }));
      return { state: { ...state, calls }, now, situation: seed.situation, earlier: seed.earlier };
    });

  function holds(check: (written: ReturnType<typeof reply>, state: State, now: Temporal.Instant) => void) {
    fc.assert(
      fc.property(aWeek, ({ state, now, situation, earlier }) => {
        let written: ReturnType<typeof reply>;
        try {
          written = reply(state, situation, earlier, now);
        } catch (error) {
          if (error instanceof Refusal && situation !== undefined) return;
          throw error;
        }
        check(written, state, now);
      }),
      { numRuns: 300 },
    );
  }

  it('names only a call that takes place then, on no day off and no holiday', () => {
    holds(({ names, body }, state, now) => {
      if (!names) return;
      const named = findOccurrence(state.calls, names);
      expect(named?.startsAt.toString()).toBe(names.startsAt);
      expect(named && clashOf(state, named)).toBeUndefined();
      expect(Temporal.Instant.compare(names.startsAt, now)).toBe(1);
      const theirs = Temporal.Instant.from(names.startsAt).toZonedDateTimeISO(state.clients[0]?.timeZone ?? 'UTC');
      expect(body).toContain(
        `${theirs.day} ${theirs.toLocaleString('en-GB', { month: 'long' })}, ${theirs.toPlainTime().toString().slice(0, 5)}`,
      );
    });
  });

  it('leaves nothing unfilled, and tells nobody what my days off and events are called', () => {
    holds(({ subject, body }) => {
      expect(`${subject} ${body}`).not.toMatch(/[{}]|undefined|Secret| {2}|\.\./);
    });
  });

  it('says that there is no call only for one that clashes', () => {
    holds(({ situation, body }, state) => {
      if (situation !== 'holiday') return;
      const hasMine = /public holiday here|for both of us/.test(body);
      const hasTheirs = /where you are/.test(body);
      const isOff = /I'm off/.test(body);
      expect([hasMine, hasTheirs, isOff].filter(Boolean)).toHaveLength(1);
      if (hasMine) expect(state.holidays.AT).not.toEqual([]);
      if (hasTheirs) expect(state.holidays.GB).not.toEqual([]);
      if (isOff) expect(state.settings.daysOff).not.toEqual([]);
    });
  });

  it('says only a time for my return at which I work and am not busy', () => {
    fc.assert(
      fc.property(aWeek, ({ state, now }) => {
        const back = backAtWork(state, now);
        const isAtWork = isWorkingTime(state, now);
        expect(isAtWork ? back === undefined : back && isWorkingTime(state, back)).toBe(true);
        if (back) expect(ownTimesBetween(state, back, back.add({ minutes: 1 }))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
