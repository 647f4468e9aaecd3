import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { occurrencesBetween } from '../../../electron/core/calls/occurrences';
import { checkRule, describeRule, MONTH_POSITIONS, ruleOf } from '../../../electron/core/calls/rule';
import { isUsableRule, normaliseRule } from '../../../electron/core/calls/rule-parts';
import { callSchema } from '../../../electron/core/model/call';
import { Refusal } from '../../../electron/core/model/problem';
import { makeCall, vienna } from '../../helpers/build';
import { cpuTimeOf } from '../../helpers/cpu-time';
import { refusalOf } from '../../helpers/refusal';

const START = '2026-09-04T10:00';
const check = (rule: string, start = START) => checkRule(normaliseRule(rule), start, 'Europe/Vienna');

describe('a rule that can be kept', () => {
  it.each([
    ['FREQ=WEEKLY;BYDAY=FR'],
    ['RRULE:FREQ=WEEKLY;BYDAY=FR;'],
    ['freq=weekly; byday=fr'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;WKST=SU'],
    ['FREQ=DAILY'],
    ['FREQ=DAILY;BYHOUR=9,13,17'],
    ['FREQ=MONTHLY;BYDAY=5MO'],
    ['FREQ=MONTHLY;BYDAY=-1FR'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,30'],
    ['FREQ=WEEKLY;COUNT=1'],
    ['FREQ=WEEKLY;UNTIL=20261231'],
    ['FREQ=WEEKLY;UNTIL=20261231T090000Z'],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1'],
    ['FREQ=WEEKLY;BYSECOND=0'],
  ])('%s', (rule) => {
    expect(() => check(rule)).not.toThrow();
  });
});

describe('a rule that is refused', () => {
  it.each([
    ['rule-unreadable', ''],
    ['rule-unreadable', 'every friday'],
    ['rule-unreadable', 'BYDAY=FR'],
    ['rule-unreadable', 'FREQ=FORTNIGHTLY'],
    ['rule-unreadable', 'FREQ=WEEKLY=DAILY'],
    ['rule-unreadable', 'FREQ=WEEKLY;BYDAY=FRI'],
    ['rule-unreadable', 'FREQ=WEEKLY;BYDAY='],
    ['rule-unreadable', 'FREQ=WEEKLY;BYDAY=1FR'],
    ['rule-unreadable', 'FREQ=DAILY;BYDAY=-1MO'],
    ['rule-unreadable', 'FREQ=WEEKLY;FREQ=DAILY'],
    ['rule-unreadable', 'FREQ=WEEKLY;INTERVAL=0'],
    ['rule-unreadable', 'FREQ=WEEKLY;INTERVAL=1.5'],
    ['rule-unreadable', 'FREQ=WEEKLY;COUNT=-1'],
    ['rule-unreadable', 'FREQ=WEEKLY;COUNT=99999999999'],
    ['rule-unreadable', 'FREQ=MONTHLY;BYMONTHDAY=32'],
    ['rule-unreadable', 'FREQ=MONTHLY;BYMONTHDAY=0'],
    ['rule-unreadable', 'FREQ=YEARLY;BYMONTH=1,,2'],
    ['rule-unreadable', 'FREQ=WEEKLY;UNTIL=20269999'],
    ['rule-unreadable', 'FREQ=WEEKLY;UNTIL=20260230'],
    ['rule-unreadable', 'FREQ=WEEKLY;UNTIL=TOMORROW'],
    ['rule-unreadable', 'FREQ=WEEKLY;WKST=XX'],
    ['rule-unreadable', 'FREQ=WEEKLY;BYSECOND=30'],
    ['rule-unreadable', 'FREQ=WEEKLY\nDTSTART:20200101T000000Z'],
    ['rule-unreadable', 'FREQ=WEEKLY;X-OWN=1'],
    ['rule-unreadable', 'FREQ=WEEKLY;BYMONTHDAY=13'],
    ['rule-unreadable', 'FREQ=MONTHLY;BYWEEKNO=20'],
    ['rule-unreadable', 'FREQ=DAILY;BYYEARDAY=1'],
    ['rule-unreadable', 'FREQ=YEARLY;BYYEARDAY=1;BYWEEKNO=20'],
    ['rule-never', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'],
    ['rule-never', 'FREQ=MONTHLY;BYMONTH=4,6;BYMONTHDAY=31;BYDAY=MO'],
    ['rule-never', 'FREQ=MONTHLY;BYDAY=6MO'],
    ['rule-never', 'FREQ=MONTHLY;BYDAY=0MO'],
    ['rule-never', 'FREQ=YEARLY;BYDAY=54MO'],
    ['rule-never', 'FREQ=WEEKLY;BYDAY=FR;UNTIL=20260101'],
    ['rule-never', 'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6'],
    ['rule-never', 'FREQ=YEARLY;BYYEARDAY=1;BYMONTH=12'],
    ['rule-never', 'FREQ=WEEKLY;UNTIL=20260904T075900Z'],
    ['rule-never', 'FREQ=WEEKLY;BYDAY=MO;COUNT=3;UNTIL=20260906'],
    ['rule-never', 'FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=31;INTERVAL=1000'],
    ['rule-never', 'FREQ=DAILY;BYSETPOS=2'],
    ['rule-never', 'FREQ=MONTHLY;BYDAY=MO;BYMONTHDAY=1;BYSETPOS=-2'],
    ['rule-never', 'FREQ=YEARLY;INTERVAL=1000;BYMONTH=1'],
    ['rule-unreadable', 'FREQ=WEEKLY;INTERVAL=99999'],
    ['rule-unreadable', 'FREQ=WEEKLY;BYSETPOS=0'],
    ['rule-unreadable', 'FREQ=WEEKLY;BYSETPOS=367'],
    ['rule-unreadable', 'FREQ=MONTHLY;BYDAY=999MO'],
    ['rule-unreadable', `FREQ=WEEKLY;${'BYDAY=FR;'.repeat(40)}`],
    ['rule-unreadable', 'FREQ=WEEKLY;BYDAY=FR;EXRULE=1'],
    ['rule-unreadable', 'FREQ=MINUTELY;BYSECOND=0,1,2,3'],
    ['rule-too-often', 'FREQ=YEARLY;BYHOUR=0,1,2,3;BYMINUTE=0,1,2,3'],
    ['rule-too-often', 'FREQ=HOURLY'],
    ['rule-too-often', 'FREQ=MINUTELY;INTERVAL=5'],
    ['rule-too-often', 'FREQ=SECONDLY;COUNT=3'],
    ['rule-too-often', 'FREQ=DAILY;BYHOUR=9,11,13,15'],
    ['rule-too-often', 'FREQ=DAILY;BYHOUR=9,17;BYMINUTE=0,30'],
  ])('%s: %s', (code, rule) => {
    const problem = refusalOf(() => check(rule));
    expect(problem).toMatchObject({ code, field: 'rule' });
    expect(problem.message).toMatch(/\.$/);
  });

  it.each([
    ['ends before it begins', 'FREQ=WEEKLY;UNTIL=20260101', 'before the first call'],
    ['every second', 'FREQ=SECONDLY', 'every second'],
    ['30 February', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'no such month has'],
    ['four a day', 'FREQ=DAILY;BYHOUR=9,11,13,15', 'more than 3 calls a day'],
  ])('says why: %s', (_, rule, words) => {
    expect(refusalOf(() => check(rule)).message).toContain(words);
  });

  it.each([['0001-01-01T10:00'], ['1969-12-31T10:00'], ['9999-12-31T10:00']])('a start in %s', (start) => {
    expect(refusalOf(() => check('FREQ=DAILY', start))).toMatchObject({ code: 'invalid', field: 'start' });
  });
});

describe('any rule at all', () => {
  const LIMIT = 200;
  const value = fc.oneof(
    fc.integer({ min: -400, max: 400 }).map(String),
    fc.array(fc.integer({ min: -60, max: 400 }), { maxLength: 40 }).map((list) => list.join(',')),
    fc
      .array(fc.constantFrom('MO', 'TU', 'FR', '1MO', '-1SU', '5TH', '53SA', '+2WE'), { minLength: 1, maxLength: 7 })
      .map((list) => list.join(',')),
    fc.constantFrom('20261127', '20261127T090000Z', '20260101', 'MO', 'XX', '', '0', '99999999'),
  );
  const part = fc
    .tuple(
      fc.constantFrom(
        ...'UNTIL COUNT INTERVAL BYSECOND BYMINUTE BYHOUR BYDAY BYMONTHDAY BYYEARDAY BYWEEKNO BYMONTH BYSETPOS WKST'.split(
          ' ',
        ),
      ),
      value,
    )
    .map(([name, text]) => `${name}=${text}`);
  const likely = fc
    .tuple(
      fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY', 'HOURLY', 'SECONDLY'),
      fc.uniqueArray(part, { maxLength: 5, selector: (text) => text.split('=')[0] }),
    )
    .map(([frequency, parts]) => [`FREQ=${frequency}`, ...parts].join(';'));
  // Parts within their ranges, so that most of them are followed and not turned away at the door.
  const numbers = (least: number, most: number, count = 4) =>
    fc
      .array(
        fc.integer({ min: least, max: most }).filter((number) => number !== 0 || least === 0),
        { minLength: 1, maxLength: count },
      )
      .map((list) => list.join(','));
  const within = fc
    .record(
      {
        INTERVAL: fc.integer({ min: 1, max: 1000 }).map(String),
        BYMONTH: numbers(1, 12),
        BYMONTHDAY: numbers(-31, 31),
        BYYEARDAY: numbers(-366, 366),
        BYWEEKNO: numbers(-53, 53),
        BYDAY: fc
          .array(fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'), { minLength: 1, maxLength: 7 })
          .map((list) => list.join(',')),
        BYSETPOS: numbers(-366, 366, 2),
        BYHOUR: numbers(0, 23, 2),
        COUNT: fc.integer({ min: 1, max: 10_000 }).map(String),
        UNTIL: fc.constantFrom('20261127', '20991231T235959Z', '20260904T100000'),
      },
      { requiredKeys: [] },
    )
    .chain((parts) =>
      fc.constantFrom('DAILY' as const, 'WEEKLY' as const, 'MONTHLY' as const, 'YEARLY' as const).map((frequency) => {
        const useless = {
          DAILY: ['BYYEARDAY', 'BYWEEKNO'],
          WEEKLY: ['BYYEARDAY', 'BYWEEKNO', 'BYMONTHDAY'],
          MONTHLY: ['BYYEARDAY', 'BYWEEKNO'],
          YEARLY: ['BYYEARDAY'],
        }[frequency];
        // With more of them hardly a day is left.
        const used = Object.entries(parts)
          .filter(([name]) => !useless.includes(name))
          .slice(0, 3);
        return [`FREQ=${frequency}`, ...used.map(([name, text]) => `${name}=${text}`)].join(';');
      }),
    );

  /** Refused in words, or else followed; both in bounded time. */
  function judge(rule: string): 'kept' | 'refused' {
    let verdict: 'kept' | 'refused' = 'kept';
    const time = cpuTimeOf(LIMIT, () => {
      try {
        check(rule);
      } catch (error) {
        expect(error, rule).toBeInstanceOf(Refusal);
        verdict = 'refused';
      }
    });
    expect(time, `checking ${rule}`).toBeLessThan(LIMIT);
    return verdict;
  }

  function expand(rule: string) {
    const call = makeCall({ rule: normaliseRule(rule), start: START });
    const time = cpuTimeOf(LIMIT, () =>
      occurrencesBetween([{ ...call }], vienna('2026-11-01T00:00'), vienna('2027-02-01T00:00')),
    );
    expect(time, `following ${rule}`).toBeLessThan(LIMIT);
  }

  it('is refused or kept within 200 ms when it is likely', () => {
    const seen = { kept: 0, refused: 0 };
    fc.assert(
      fc.property(likely, (rule) => {
        const verdict = judge(rule);
        seen[verdict] += 1;
        if (verdict === 'kept') expand(rule);
      }),
      { numRuns: 120, endOnFailure: true },
    );
    expect(seen.kept).toBeGreaterThan(0);
    expect(seen.refused).toBeGreaterThan(0);
  });

  it('is followed within 200 ms when every part is in its range, even if it was never checked', () => {
    const seen = { kept: 0, refused: 0 };
    fc.assert(
      fc.property(within, (rule) => {
        seen[judge(rule)] += 1;
        // An imported file's rules are only looked at by the schema.
        if (isUsableRule(rule)) expand(rule);
      }),
      { numRuns: 120, endOnFailure: true },
    );
    expect(seen.kept).toBeGreaterThan(3);
    expect(seen.refused).toBeGreaterThan(0);
  });

  it('is refused within 200 ms when it is any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
        expect(judge(text)).toBe('refused');
        expect(callSchema.shape.rule.safeParse(text).success).toBe(false);
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });

  it.each([
    ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO'],
    ['FREQ=DAILY;INTERVAL=1000;BYMONTH=2;BYMONTHDAY=29'],
    ['FREQ=YEARLY;INTERVAL=1000;BYMONTH=2;BYMONTHDAY=29'],
    ['FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO;BYMONTH=6'],
    [`FREQ=YEARLY;BYYEARDAY=${Array.from({ length: 100 }, (_, day) => day + 1).join(',')};BYMONTH=12`],
    ['FREQ=WEEKLY;INTERVAL=1000;BYMONTH=2'],
    ['FREQ=DAILY;BYMONTHDAY=31;BYMONTH=1;BYDAY=MO;BYSETPOS=366'],
  ])('is judged within 200 ms though it hardly ever happens: %s', (rule) => {
    judge(rule);
    if (isUsableRule(normaliseRule(rule))) expand(rule);
  });
});

describe('cadences by name', () => {
  it.each([
    ['weekly' as const, [5], 'FREQ=WEEKLY;BYDAY=FR'],
    ['twice-weekly' as const, [5, 2], 'FREQ=WEEKLY;BYDAY=TU,FR'],
    ['every-other-week' as const, [1], 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO'],
  ])('%s is written and read again', (cadence, weekdays, rule) => {
    expect(ruleOf(cadence, weekdays)).toBe(rule);
    expect(describeRule(rule)).toEqual({ cadence, weekdays: [...weekdays].sort() });
  });

  it.each(MONTH_POSITIONS)('monthly, the weekday number %i, is written and read again', (position) => {
    const rule = ruleOf('monthly', [4], position);
    expect(rule).toBe(`FREQ=MONTHLY;BYDAY=${position}TH`);
    expect(describeRule(rule)).toEqual({ cadence: 'monthly', weekdays: [4], position });
  });

  it.each([
    ['FREQ=DAILY', []],
    ['FREQ=WEEKLY;BYDAY=MO,WE,FR', [1, 3, 5]],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE', [1, 3]],
    ['FREQ=WEEKLY;INTERVAL=3;BYDAY=MO', []],
    ['FREQ=WEEKLY;BYDAY=FR;COUNT=3', []],
    ['FREQ=MONTHLY;BYDAY=5TH', []],
    ['FREQ=MONTHLY;BYDAY=1TH,2TH', []],
    ['FREQ=MONTHLY;INTERVAL=2;BYDAY=1TH', []],
  ])('%s has no name', (rule, weekdays) => {
    expect(describeRule(rule)).toEqual({ cadence: 'other', weekdays });
  });
});
