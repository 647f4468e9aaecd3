import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { occurrencesBetween } from '../../../electron/core/calls/occurrences';
import { checkRule } from '../../../electron/core/calls/rule';
import { atLocal } from '../../../electron/core/days';
import { makeCall } from '../../helpers/build';

/** Python with dateutil, where there is one: other people's code, that shares nothing with ours. */
const python = spawnSync('python3', ['-c', 'import dateutil.rrule, zoneinfo; zoneinfo.ZoneInfo("Europe/Vienna")'], {
  encoding: 'utf8',
});
const missing = python.error || python.status !== 0 ? ' (skipped: needs python3 with dateutil and zone data)' : '';

interface Asked {
  rule: string;
  start: string;
  timeZone: string;
  from: string;
  to: string;
}

function askOracle(asked: readonly Asked[]): { occurrence: string; startsAt: string }[][] {
  const script = join(import.meta.dirname, '../../fixtures/expand.py');
  const { stdout, stderr, status } = spawnSync('python3', [script], {
    input: JSON.stringify(asked),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

function expand({ rule, start, timeZone, from, to }: Asked) {
  const [first, last] = [atLocal(from, timeZone), atLocal(to, timeZone)];
  return occurrencesBetween(
    [makeCall({ rule, start, timeZone })],
    first.subtract({ hours: 48 }),
    last.add({ hours: 48 }),
  )
    .filter(({ occurrence }) => occurrence >= from && occurrence <= to)
    .map(({ occurrence, startsAt }) => ({ occurrence, startsAt: startsAt.toString() }));
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const list = (values: fc.Arbitrary<string | number>, most = 3) =>
  fc.uniqueArray(values, { minLength: 1, maxLength: most }).map((each) => each.join(','));
const signed = (most: number) => fc.integer({ min: -most, max: most }).filter((each) => each !== 0);
const innerWeek = signed(51).filter((each) => Math.abs(each) > 1);
const weekday = fc.constantFrom(...WEEKDAYS);
/** All with a number or none: where both stand together dateutil wants a day to be both. */
const weekdays = fc.oneof(
  list(weekday, 5),
  list(fc.tuple(signed(5), weekday).map(([number, day]) => `${number}${day}`)),
);
const interval = fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 40 }));
const common = {
  WKST: weekday,
  COUNT: fc.integer({ min: 1, max: 60 }),
  BYMONTH: list(fc.integer({ min: 1, max: 12 }), 4),
};
const until = fc.constantFrom('20270301', '20280229T235959Z', '20270328T013000Z', '20261101T060000');
const optional = { requiredKeys: [] };
const partsOf = {
  DAILY: fc.record({ INTERVAL: interval, BYDAY: list(weekday, 5), BYMONTHDAY: list(signed(31)), ...common }, optional),
  WEEKLY: fc.record({ INTERVAL: interval, BYDAY: list(weekday, 5), ...common }, optional),
  MONTHLY: fc.record(
    { INTERVAL: interval, BYDAY: weekdays, BYMONTHDAY: list(signed(31)), BYSETPOS: list(signed(4), 2), ...common },
    optional,
  ),
  YEARLY: fc.record(
    { INTERVAL: fc.integer({ min: 1, max: 4 }), BYDAY: weekdays, BYMONTHDAY: list(signed(31)), ...common },
    optional,
  ),
  BY_YEAR_DAY: fc.record(
    { INTERVAL: fc.integer({ min: 1, max: 4 }), BYYEARDAY: list(signed(366), 60), BYDAY: list(weekday, 5), ...common },
    { requiredKeys: ['BYYEARDAY'] },
  ),
  // Always by weekday, for without one dateutil takes all of a week's days; and weeks that lie in one year only.
  BY_WEEK: fc.record(
    { INTERVAL: fc.integer({ min: 1, max: 4 }), BYWEEKNO: list(innerWeek, 8), BYDAY: list(weekday, 5), ...common },
    { requiredKeys: ['BYWEEKNO', 'BYDAY'] },
  ),
};
const aRule = fc
  .constantFrom(...(['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY', 'BY_YEAR_DAY', 'BY_WEEK'] as const))
  .chain((frequency) =>
    fc.tuple(partsOf[frequency], fc.option(until, { nil: undefined, freq: 5 })).map(([parts, end]) => {
      const { COUNT: count, ...rest } = parts as Record<string, unknown>;
      const all = { ...rest, ...(end !== undefined ? { UNTIL: end } : count !== undefined && { COUNT: count }) };
      const written = frequency.startsWith('BY_') ? 'YEARLY' : frequency;
      return [`FREQ=${written}`, ...Object.entries(all).map(([name, value]) => `${name}=${value}`)].join(';');
    }),
  );
const aZone = fc.constantFrom(
  ...['Europe/Vienna', 'America/New_York', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Australia/Lord_Howe'],
  ...['Africa/Casablanca', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Chatham', 'Antarctica/Troll', 'Africa/Cairo'],
);
const aStart = fc
  .tuple(
    fc.integer({ min: 0, max: 900 }),
    fc.constantFrom('00:00', '00:30', '01:30', '02:00', '02:30', '10:00', '23:59'),
  )
  .map(([days, time]) => `${Temporal.PlainDate.from('2026-01-01').add({ days })}T${time}`);
const anAsked = fc
  .record({ rule: aRule, start: aStart, timeZone: aZone, later: fc.integer({ min: 0, max: 500 }) })
  .map(({ later, ...asked }): Asked => {
    const from = Temporal.PlainDate.from(asked.start.slice(0, 10)).add({ days: later });
    return { ...asked, from: `${from}T00:00`, to: `${from.add({ days: 800 })}T23:59` };
  });

describe(`random rules agree with dateutil and zoneinfo${missing}`, () => {
  it.skipIf(missing)('in what they give, and where it stands', { timeout: 60_000 }, () => {
    const asked = fc.sample(anAsked, { numRuns: 900 }).filter(({ rule, start, timeZone }) => {
      try {
        checkRule(rule, start, timeZone);
        return true;
      } catch {
        return false;
      }
    });
    expect(asked.length).toBeGreaterThan(200);
    const answers = askOracle(asked);
    for (const [index, each] of asked.entries()) expect(expand(each), JSON.stringify(each)).toEqual(answers[index]);
  });
});
