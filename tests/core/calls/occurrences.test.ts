import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findOccurrence,
  isInRule,
  nextOccurrences,
  type Occurrence,
  occurrencesBetween,
} from '../../../electron/core/calls/occurrences';
import { atLocal } from '../../../electron/core/days';
import type { StandingCall } from '../../../electron/core/model/call';
import cases from '../../fixtures/occurrences.json';
import { instant, makeCall, vienna } from '../../helpers/build';

/** Occurrences whose own day lies in the days given, as a person asks for them. */
function startingIn(call: StandingCall, from: string, to: string): Occurrence[] {
  const start = atLocal(`${from}T00:00`, call.timeZone);
  const end = atLocal(`${to}T23:59`, call.timeZone).add({ minutes: 1 });
  return occurrencesBetween([call], start, end).filter(
    (each) => each.startsAt.epochMilliseconds >= start.epochMilliseconds,
  );
}

function name({ callId, occurrence, startsAt }: Occurrence): string {
  return `${callId} ${occurrence} ${startsAt}`;
}

const NOV = vienna('2026-11-01T00:00');
const DEC = vienna('2026-12-01T00:00');
const starts = (calls: readonly StandingCall[], from = NOV, to = DEC) =>
  occurrencesBetween(calls, from, to).map((each) =>
    each.startsAt.toZonedDateTimeISO('Europe/Vienna').toPlainDateTime().toString(),
  );

describe('occurrences agree with an independent oracle', () => {
  it.each(cases)('$name', ({ rule, start, timeZone, from, to, expected }) => {
    const call = makeCall({ rule, start, timeZone });
    const found = startingIn(call, from, to).map(({ occurrence, startsAt }) => ({
      occurrence,
      startsAt: startsAt.toString(),
    }));
    expect(found).toEqual(expected);
  });

  it('has enough to compare', () => {
    expect(cases.length).toBeGreaterThanOrEqual(75);
    expect(cases.every(({ expected }) => expected.length > 0)).toBe(true);
  });

  it('names each so that it is found again', () => {
    for (const { rule, start, timeZone, expected } of cases) {
      const call = makeCall({ rule, start, timeZone });
      for (const { occurrence, startsAt } of expected)
        expect(findOccurrence([call], { callId: 'call_1', occurrence })?.startsAt.toString()).toBe(startsAt);
    }
  });
});

describe('exceptions', () => {
  const moved = (occurrence: string, movedTo?: string) => ({ occurrence, ...(movedTo && { movedTo }) });

  it('leaves a skipped one out, and does not find it', () => {
    const call = makeCall({ exceptions: [moved('2026-11-20T10:00')] });
    expect(starts([call])).toEqual(['2026-11-06T10:00:00', '2026-11-13T10:00:00', '2026-11-27T10:00:00']);
    expect(findOccurrence([call], { callId: 'call_1', occurrence: '2026-11-20T10:00' })).toBeUndefined();
    expect(isInRule(call, '2026-11-20T10:00')).toBe(true);
  });

  it('shows a moved one where it is, under its old name, with where it was', () => {
    const call = makeCall({ exceptions: [moved('2026-11-20T10:00', '2026-11-23T16:30')] });
    const found = occurrencesBetween([call], vienna('2026-11-16T00:00'), vienna('2026-11-30T00:00'));
    expect(found.map((each) => [each.occurrence, each.startsAt.toString(), each.movedFrom?.toString()])).toEqual([
      ['2026-11-20T10:00', '2026-11-23T15:30:00Z', '2026-11-20T09:00:00Z'],
      ['2026-11-27T10:00', '2026-11-27T09:00:00Z', undefined],
    ]);
    expect(findOccurrence([call], { callId: 'call_1', occurrence: '2026-11-20T10:00' })?.startsAt.toString()).toBe(
      '2026-11-23T15:30:00Z',
    );
  });

  it.each([
    ['out of the week', '2026-11-20T10:00', '2026-11-23T10:00', ['2026-11-16', '2026-11-23'], []],
    [
      'into the week',
      '2026-11-20T10:00',
      '2026-11-24T10:00',
      ['2026-11-23', '2026-11-30'],
      ['2026-11-24T10:00', '2026-11-27T10:00'],
    ],
    ['months ahead', '2026-11-20T10:00', '2027-03-02T10:00', ['2027-03-01', '2027-03-05'], ['2027-03-02T10:00']],
    ['months back', '2027-06-18T10:00', '2026-11-17T10:00', ['2026-11-16', '2026-11-20'], ['2026-11-17T10:00']],
    [
      'to before its own start of the rule',
      '2026-09-04T10:00',
      '2026-08-03T10:00',
      ['2026-08-01', '2026-08-10'],
      ['2026-08-03T10:00'],
    ],
  ])('moved %s', (_, occurrence, movedTo, [from, to], expected) => {
    const call = makeCall({ exceptions: [moved(occurrence, movedTo)] });
    const found = starts([call], vienna(`${from}T00:00`), vienna(`${to}T00:00`));
    expect(found).toEqual(expected.map((each) => `${each}:00`));
  });

  it('keeps both when one is moved onto another', () => {
    const call = makeCall({ exceptions: [moved('2026-11-20T10:00', '2026-11-27T10:00')] });
    const found = occurrencesBetween([call], vienna('2026-11-16T00:00'), vienna('2026-11-30T00:00'));
    expect(found.map((each) => each.occurrence)).toEqual(['2026-11-20T10:00', '2026-11-27T10:00']);
    expect(new Set(found.map((each) => each.startsAt.toString())).size).toBe(1);
  });

  it('places a time moved into the gap of summer time after it', () => {
    const call = makeCall({ exceptions: [moved('2027-03-26T10:00', '2027-03-28T02:30')] });
    expect(findOccurrence([call], { callId: 'call_1', occurrence: '2027-03-26T10:00' })?.startsAt.toString()).toBe(
      '2027-03-28T01:30:00Z',
    );
  });

  it('ends with its last day, that day included', () => {
    expect(starts([makeCall({ endsOn: '2026-11-13' })])).toEqual(['2026-11-06T10:00:00', '2026-11-13T10:00:00']);
    expect(starts([makeCall({ endsOn: '2026-11-12' })])).toEqual(['2026-11-06T10:00:00']);
  });

  it('does not let one that was moved forward outlive the end', () => {
    const call = makeCall({ endsOn: '2026-11-13', exceptions: [moved('2026-11-20T10:00', '2026-11-12T10:00')] });
    expect(starts([call])).toEqual(['2026-11-06T10:00:00', '2026-11-13T10:00:00']);
    expect(findOccurrence([call], { callId: 'call_1', occurrence: '2026-11-20T10:00' })).toBeUndefined();
  });
});

describe('extra calls', () => {
  const find = (call: StandingCall, occurrence: string) => findOccurrence([call], { callId: 'call_1', occurrence });

  it('stand beside those of the rule, each once', () => {
    const call = makeCall({
      rdates: ['2026-11-20T10:00', '2026-11-18T09:00', '2026-11-18T09:00'],
      endsOn: '2026-11-20',
    });
    expect(starts([call])).toEqual([
      ...['2026-11-06T10:00:00', '2026-11-13T10:00:00', '2026-11-18T09:00:00', '2026-11-20T10:00:00'],
    ]);
    expect(find(call, '2026-11-18T09:00')?.isExtra).toBe(true);
    expect(find(call, '2026-11-20T10:00')?.isExtra).toBeUndefined();
  });

  it.each([
    ['skipped', { occurrence: '2026-11-18T09:00' }, []],
    ['moved', { occurrence: '2026-11-18T09:00', movedTo: '2026-11-19T09:00' }, ['2026-11-19T09:00:00']],
    ['held', { occurrence: '2026-11-18T09:00', movedTo: '2026-11-18T09:00', minutes: 90 }, ['2026-11-18T09:00:00']],
  ])('can be %s', (_, exception, expected) => {
    const call = makeCall({ rule: 'FREQ=WEEKLY;COUNT=1', rdates: ['2026-11-18T09:00'], exceptions: [exception] });
    expect(starts([call])).toEqual(expected);
    expect(isInRule(call, '2026-11-18T09:00')).toBe(true);
  });

  it('end with their call', () => {
    expect(starts([makeCall({ endsOn: '2026-11-13', rdates: ['2026-11-18T09:00'] })])).toHaveLength(2);
    expect(isInRule(makeCall({ endsOn: '2026-11-13', rdates: ['2026-11-18T09:00'] }), '2026-11-18T09:00')).toBe(false);
  });

  it('may come before the first and in far years', () => {
    const call = makeCall({ rdates: ['2020-01-01T09:00', '2040-01-01T09:00'] });
    for (const year of [2020, 2040])
      expect(starts([call], vienna(`${year}-01-01T00:00`), vienna(`${year}-01-02T00:00`))).toEqual([
        `${year}-01-01T09:00:00`,
      ]);
  });
});

describe('held and lengthened', () => {
  it('stays where it is, with a length of its own', () => {
    const exceptions = [{ occurrence: '2026-11-20T10:00', movedTo: '2026-11-20T10:00', minutes: 90 }];
    const [, , third] = occurrencesBetween([makeCall({ exceptions })], NOV, DEC);
    expect(third).toMatchObject({ occurrence: '2026-11-20T10:00', minutes: 90, isHeld: true });
    expect(third?.endsAt.toString()).toBe('2026-11-20T10:30:00Z');
    expect(third?.movedFrom).toBeUndefined();
  });

  it('is found in its longer time', () => {
    const exceptions = [{ occurrence: '2026-11-20T10:00', movedTo: '2026-11-20T10:00', minutes: 90 }];
    const span = [vienna('2026-11-20T11:15'), vienna('2026-11-20T12:00')] as const;
    expect(occurrencesBetween([makeCall({ exceptions })], ...span)).toHaveLength(1);
    expect(occurrencesBetween([makeCall()], ...span)).toHaveLength(0);
  });

  it('leaves out what names no occurrence', () => {
    const exceptions = [{ occurrence: '2026-11-19T10:00', movedTo: '2026-11-21T10:00' }];
    expect(starts([makeCall({ exceptions })])).toHaveLength(4);
  });
});

describe('edges', () => {
  const friday = makeCall({ minutes: 30 });
  it.each([
    ['ends as the call begins', '2026-11-27T09:00', '2026-11-27T10:00', 0],
    ['holds its first minute', '2026-11-27T09:00', '2026-11-27T10:01', 1],
    ['begins in its last minute', '2026-11-27T10:29', '2026-11-27T11:00', 1],
    ['begins as the call ends', '2026-11-27T10:30', '2026-11-27T11:00', 0],
  ])('a span that %s', (_, from, to, count) => {
    expect(occurrencesBetween([friday], vienna(from), vienna(to))).toHaveLength(count);
  });

  it('counts a call that is running as the next', () => {
    const [next] = nextOccurrences([friday], vienna('2026-11-27T10:15'), 1);
    expect(next?.occurrence).toBe('2026-11-27T10:00');
    const [after] = nextOccurrences([friday], vienna('2026-11-27T10:30'), 1);
    expect(after?.occurrence).toBe('2026-12-04T10:00');
  });

  it('finds a call that runs past midnight from the day after', () => {
    const late = makeCall({ start: '2026-09-04T23:45', minutes: 60 });
    expect(occurrencesBetween([late], vienna('2026-11-28T00:10'), vienna('2026-11-28T01:00'))).toHaveLength(1);
  });

  it('orders several calls by their start in time, not by their clocks', () => {
    const london = makeCall({ id: 'call_l', timeZone: 'Europe/London', start: '2026-09-04T09:30' });
    const vienna10 = makeCall({ id: 'call_v' });
    const found = occurrencesBetween([london, vienna10], vienna('2026-11-27T00:00'), vienna('2026-11-28T00:00'));
    expect(found.map((each) => each.callId)).toEqual(['call_v', 'call_l']);
  });

  it('looks 400 days ahead and no further', () => {
    const yearly = makeCall({ rule: 'FREQ=YEARLY', start: '2026-11-20T10:00' });
    expect(nextOccurrences([yearly], vienna('2026-11-27T00:00'), 5).map((each) => each.occurrence)).toEqual([
      '2027-11-20T10:00',
    ]);
    const leap = makeCall({ rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', start: '2024-02-29T10:00' });
    expect(nextOccurrences([leap], vienna('2026-11-27T00:00'), 1)).toEqual([]);
    expect(nextOccurrences([], vienna('2026-11-27T00:00'), 3)).toEqual([]);
  });
});

const rules = fc.constantFrom(
  ['FREQ=WEEKLY;BYDAY=FR', '2026-09-04T10:00'],
  ['FREQ=WEEKLY;BYDAY=TU,FR', '2026-09-01T15:00'],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=SU', '2026-09-06T02:30'],
  ['FREQ=MONTHLY;BYDAY=-1FR', '2026-01-30T23:30'],
  ['FREQ=DAILY', '2026-10-01T00:15'],
  ['FREQ=WEEKLY;BYDAY=MO;COUNT=20', '2026-08-31T09:00'],
);
const zones = fc.constantFrom(
  'Europe/Vienna',
  'America/New_York',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Australia/Lord_Howe',
);
const anInstant = fc
  .integer({
    min: instant('2026-09-01T00:00:00Z').epochMilliseconds,
    max: instant('2027-06-01T00:00:00Z').epochMilliseconds,
  })
  .map((ms) => instant('1970-01-01T00:00:00Z').add({ milliseconds: ms - (ms % 60_000) }));
const aCall = fc
  .record({
    rule: rules,
    timeZone: zones,
    minutes: fc.constantFrom(15, 45, 480),
    moves: fc.array(
      fc.record({ index: fc.nat(30), skip: fc.boolean(), days: fc.integer({ min: -40, max: 40 }), hour: fc.nat(23) }),
      { maxLength: 4 },
    ),
    endsOn: fc.option(fc.constantFrom('2026-11-20', '2027-01-15'), { nil: undefined }),
  })
  .map(({ rule: [rule, start], timeZone, minutes, moves, endsOn }) => {
    const plain = makeCall({ rule, start, timeZone, minutes });
    const regular = occurrencesBetween([plain], instant('2026-08-30T00:00:00Z'), instant('2027-06-01T00:00:00Z'));
    const exceptions = moves.flatMap(({ index, skip, days, hour }) => {
      const occurrence = regular[index % Math.max(regular.length, 1)]?.occurrence;
      if (occurrence === undefined) return [];
      const to = instant(`${occurrence.slice(0, 10)}T00:00:00Z`)
        .add({ hours: days * 24 + hour })
        .toString()
        .slice(0, 16);
      return [{ occurrence, ...(!skip && { movedTo: to }) }];
    });
    const once = exceptions.filter(
      (each, index) => exceptions.findIndex((other) => other.occurrence === each.occurrence) === index,
    );
    return makeCall({ rule, start, timeZone, minutes, exceptions: once, ...(endsOn && { endsOn }) });
  });

describe('properties', () => {
  it('the next ones are the first of those between now and far ahead', () => {
    fc.assert(
      fc.property(
        fc.array(aCall, { minLength: 1, maxLength: 3 }),
        anInstant,
        fc.integer({ min: 1, max: 15 }),
        (list, now, count) => {
          const calls = list.map((call, index) => ({ ...call, id: `call_${index}` }));
          const all = occurrencesBetween(calls, now, now.add({ hours: 24 * 400 }));
          expect(nextOccurrences(calls, now, count).map(name)).toEqual(all.slice(0, count).map(name));
        },
      ),
      { numRuns: 30 },
    );
  });

  it('what was looked for before changes no answer', () => {
    fc.assert(
      fc.property(
        aCall,
        fc.array(fc.tuple(anInstant, fc.integer({ min: 1, max: 24 * 90 })), { minLength: 2, maxLength: 6 }),
        (call, spans) => {
          for (const [from, hours] of spans) {
            const to = from.add({ hours });
            // The same call again, which nobody has asked anything yet.
            const fresh = { ...call };
            expect(occurrencesBetween([call], from, to).map(name)).toEqual(
              occurrencesBetween([fresh], from, to).map(name),
            );
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('a span holds what its halves hold', () => {
    fc.assert(
      fc.property(
        aCall,
        anInstant,
        fc.integer({ min: 1, max: 2000 }),
        fc.integer({ min: 1, max: 2000 }),
        (call, from, one, two) => {
          const middle = from.add({ hours: one });
          const to = middle.add({ hours: two });
          const halves = [...occurrencesBetween([call], from, middle), ...occurrencesBetween([call], middle, to)].map(
            name,
          );
          expect(new Set(halves)).toEqual(new Set(occurrencesBetween([call], from, to).map(name)));
        },
      ),
      { numRuns: 30 },
    );
  });

  it('every occurrence listed is found by its name, at the same place, and lies in the span', () => {
    fc.assert(
      fc.property(aCall, anInstant, fc.integer({ min: 1, max: 24 * 60 }), (call, from, hours) => {
        const to = from.add({ hours });
        for (const each of occurrencesBetween([call], from, to)) {
          expect(name(findOccurrence([call], each) ?? each)).toBe(name(each));
          expect(findOccurrence([call], each)).toBeDefined();
          expect(each.startsAt.epochMilliseconds).toBeLessThan(to.epochMilliseconds);
          expect(each.endsAt.epochMilliseconds).toBeGreaterThan(from.epochMilliseconds);
        }
      }),
      { numRuns: 30 },
    );
  });
});
