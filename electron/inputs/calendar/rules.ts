import { checkRule, expandLocal } from '../../core/calls/rule';
import { readRuleParts } from '../../core/calls/rule-parts';
import { Refusal } from '../../core/model/problem';
import { LONGEST_EXPANSION, MOST_A_DAY } from './limits';

/** The core takes no earlier start. */
const FIRST_YEAR = 1970;

/** Time that expanding may still take, so that a file made to hurt can not stop the app. */
export interface Budget {
  /** @throws Error once the time is used up */
  spend<T>(work: () => T): T;
}

export function makeBudget(milliseconds = LONGEST_EXPANSION): Budget {
  let left = milliseconds;
  return {
    spend(work) {
      if (left <= 0) throw new Error('The repeating events of this calendar take too long to work out.');
      const begin = performance.now();
      try {
        return work();
      } finally {
        left -= performance.now() - begin;
      }
    },
  };
}

/**
 * A rule as our own core follows it; hourly ones become daily ones with hours.
 * @throws Error with the reason: unreadable, never met, or met too often to be an event of a person's
 */
export function prepareRule(rule: string, start: string, timeZone: string): string {
  const parts = readRuleParts(rule);
  const frequency = parts.get('FREQ') ?? '';
  if (frequency === 'SECONDLY' || frequency === 'MINUTELY')
    throw new Error(
      `It repeats every ${frequency === 'SECONDLY' ? 'second' : 'minute'}, which is more than can be kept.`,
    );
  const daily = frequency === 'HOURLY' ? nameHours(parts, start) : rule;
  if (timesADay(readRuleParts(daily)) > MOST_A_DAY) throw new Error(`It repeats more than ${MOST_A_DAY} times a day.`);
  try {
    checkRule(daily, start, timeZone);
  } catch (error) {
    // Too often for a call is not too often for a calendar.
    if (!(error instanceof Refusal) || error.problem.code !== 'rule-too-often') throw error;
  }
  return daily;
}

/**
 * Where a rule can be followed from: birthdays began before our own core begins to look (Apple writes 1604 for an unknown
 * year), so a yearly rule begins later, in a year of the same place between leap years.
 */
export function findBegin(rule: string, start: string): string {
  const parts = readRuleParts(rule);
  const year = Number(start.slice(0, 4));
  if (year >= FIRST_YEAR || parts.get('FREQ') !== 'YEARLY' || parts.has('COUNT')) return start;
  const interval = Number(parts.get('INTERVAL') ?? 1);
  const period = interval % 4 === 0 ? interval : interval % 2 === 0 ? interval * 2 : interval * 4;
  return `${year + Math.ceil((FIRST_YEAR - year) / period) * period}${start.slice(4)}`;
}

/** Local starts of a prepared rule between two local times, both included. */
export function expandRule(rule: string, start: string, timeZone: string, from: string, to: string): string[] {
  return to < start ? [] : expandLocal(rule, start, timeZone, from < start ? start : from, to);
}

function timesADay(parts: Map<string, string>): number {
  return ['BYHOUR', 'BYMINUTE'].reduce((times, part) => times * (parts.get(part)?.split(',').length ?? 1), 1);
}

function nameHours(parts: Map<string, string>, start: string): string {
  const interval = Number(parts.get('INTERVAL') ?? 1);
  if (24 % interval !== 0 || parts.has('BYSETPOS') || parts.has('BYYEARDAY'))
    throw new Error(`It repeats every ${interval} hours, which can not be followed.`);
  const first = Number(start.slice(11, 13)) % interval;
  const given = parts.get('BYHOUR')?.split(',').map(Number);
  const hours = Array.from({ length: 24 / interval }, (_, index) => first + index * interval).filter(
    (hour) => given?.includes(hour) ?? true,
  );
  if (hours.length === 0) throw new Error('It repeats at hours that never come.');
  const kept = [...parts].filter(([name]) => !['FREQ', 'INTERVAL', 'BYHOUR'].includes(name));
  return ['FREQ=DAILY', `BYHOUR=${hours.join(',')}`, ...kept.map(([name, value]) => `${name}=${value}`)].join(';');
}
