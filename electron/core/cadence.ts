import { Temporal } from 'temporal-polyfill';
import { freeForBoth } from './availability/client-slots';
import type { Stretch } from './availability/stretch';
import { clashAt } from './calls/clashes';
import { ruleOf } from './calls/rule';
import { atLocal, dayOf } from './days';
import { fitsInto } from './fits';
import type { Client } from './model/client';
import type { State } from './model/state';
import { refuse } from './refuse';

/** A standing call that could be proposed to a client. */
export interface CadenceOption {
  /** RFC 5545 rule without the `RRULE:` prefix. */
  rule: string;
  /** First local start in `timeZone`, which is the client's: `YYYY-MM-DDTHH:MM`. */
  start: string;
  timeZone: string;
  minutes: number;
  /** The first times it would take place, at most four; days off and holidays are left out. */
  first: Temporal.Instant[];
}

const OPTIONS = 3;
const FIRST_TIMES = 4;
const STEP_MINUTES = 30;
/** A proposal needs time to be answered. */
const LEAD_DAYS = 2;
const FRIDAY = 5;
/** The time of day that suits most people for a call, on either clock. */
const BEST_MINUTE = 10 * 60;

/** What one weekday and time of day has to offer. */
interface Series {
  weekday: number;
  /** Minutes after midnight of the client's clock. */
  minute: number;
  /** Taking place: both are there and I am free. */
  open: Temporal.PlainDateTime[];
  busy: number;
  /** On a holiday or a day off of one side. */
  off: number;
}

/**
 * Standing calls to propose, the best first, at most three: at one weekday and time of the client's clock (or two days
 * at the same time), when I am free and both sides are at work in all of the next weeks but one at most; days off and
 * holidays don't count against a time. Fridays and mornings come first, two days as far apart as can be.
 * @throws Refusal `no-slot` when there is no such time.
 */
export function proposeCadence(
  state: State,
  client: Client,
  now: Temporal.Instant,
  wish: { times: 1 | 2; minutes: number; weeks: number },
): CadenceOption[] {
  const series = seriesOf(state, client, now, wish);
  const sets = wish.times === 1 ? series.map((each) => [each]) : pairsOf(series);
  const ranked = sets
    .map((set) => ({ set, score: scoreOf(state, client, set) }))
    .sort((a, b) => b.score - a.score || compareSets(a.set, b.set));
  const options: CadenceOption[] = [];
  const seen = new Set<string>();
  for (const { set } of ranked) {
    // Each option is on other days: what differs by half an hour is no choice.
    const days = set.map(({ weekday }) => weekday).join(' ');
    if (seen.has(days) || options.length === OPTIONS) continue;
    seen.add(days);
    options.push(optionOf(set, client, wish.minutes));
  }
  if (options.length === 0)
    refuse(
      'no-slot',
      `In the next ${wish.weeks} weeks no time of the week is free for you and in ${client.name}'s hours.`,
      {
        action: 'Ask for a shorter call, or look at your working hours and theirs.',
      },
    );
  return options;
}

function seriesOf(
  state: State,
  client: Client,
  now: Temporal.Instant,
  { minutes, weeks }: { minutes: number; weeks: number },
): Series[] {
  // From the first whole day on that the notice I want leaves.
  const soonest = now.add({ minutes: state.settings.noticeMinutes ?? 0 });
  const firstDay = dayOf(soonest, client.timeZone).add({ days: LEAD_DAYS });
  const days = dayOf(now, client.timeZone).until(firstDay).days + weeks * 7 + 1;
  const openings = freeForBoth(state, client, now, days, minutes);
  const open = new Map<string, Series>();
  for (let offset = 0; offset < 7; offset++)
    for (const minute of startsOn(openings, client.timeZone, firstDay.add({ days: offset }).dayOfWeek)) {
      const series: Series = { weekday: firstDay.add({ days: offset }).dayOfWeek, minute, open: [], busy: 0, off: 0 };
      for (let week = 0; week < weeks; week++) {
        const local = firstDay
          .add({ days: offset + 7 * week })
          .toPlainDateTime()
          .add({ minutes: minute });
        const startsAt = atLocal(local, client.timeZone);
        if (fitsInto(openings, startsAt, minutes)) series.open.push(local);
        else if (clashAt(state, client.id, startsAt)) series.off += 1;
        else series.busy += 1;
      }
      open.set(`${series.weekday} ${minute}`, series);
    }
  return [...open.values()].filter((each) => isKept(each, weeks));
}

/** Free in all weeks but one, where there are enough to spare one; and in more than half of them a call at all. */
function isKept({ open, busy }: Series, weeks: number): boolean {
  return busy <= (weeks >= 4 ? 1 : 0) && open.length * 2 > weeks;
}

/** The times of day, in half hours, at which something is open on that weekday of the client. */
function startsOn(openings: readonly Stretch[], timeZone: string, weekday: number): number[] {
  const minutes = new Set<number>();
  for (const opening of openings) {
    const local = opening.startsAt.toZonedDateTimeISO(timeZone);
    if (local.dayOfWeek !== weekday) continue;
    const begins = local.hour * 60 + local.minute + (local.second > 0 ? 1 : 0);
    const long = (opening.endsAt.epochMilliseconds - opening.startsAt.epochMilliseconds) / 60_000;
    for (
      let at = Math.ceil(begins / STEP_MINUTES) * STEP_MINUTES;
      at < Math.min(begins + long, 24 * 60);
      at += STEP_MINUTES
    )
      minutes.add(at);
  }
  return [...minutes].sort((a, b) => a - b);
}

function pairsOf(series: readonly Series[]): Series[][] {
  return series.flatMap((one) =>
    series.filter((other) => other.minute === one.minute && other.weekday > one.weekday).map((other) => [one, other]),
  );
}

/** How well a time suits: weeks in which it takes place, days apart, the Friday that ends the week, the time of day. */
function scoreOf(state: State, client: Client, set: readonly Series[]): number {
  const [one, other] = set;
  if (!one) return 0;
  const busy = set.reduce((sum, each) => sum + each.busy, 0);
  const off = set.reduce((sum, each) => sum + each.off, 0);
  const mine = one.open[0] && atLocal(one.open[0], client.timeZone).toZonedDateTimeISO(state.settings.timeZone);
  const fromBest = (minute: number) => Math.abs(minute - BEST_MINUTE) / 60;
  const time = fromBest(one.minute) + (mine ? fromBest(mine.hour * 60 + mine.minute) / 2 : 0);
  const friday = set.some(({ weekday }) => weekday === FRIDAY) ? 2 : 0;
  return 6 * (other ? apart(one.weekday, other.weekday) : 0) + friday - 3 * busy - off - time;
}

/** How evenly two weekdays part the week, both the whole of it and its five working days: Tuesday and Friday 5. */
function apart(one: number, other: number): number {
  const days = other - one;
  return Math.min(days, 7 - days) + Math.max(Math.min(days, 5 - days), 0);
}

/** Of times that suit as well: the later weekday, since a week is rounded off by its call; then the earlier hour. */
function compareSets([one]: readonly Series[], [other]: readonly Series[]): number {
  return one && other ? other.weekday - one.weekday || one.minute - other.minute : 0;
}

function optionOf(set: readonly Series[], client: Client, minutes: number): CadenceOption {
  const times = set
    .flatMap((each) => each.open)
    .sort(Temporal.PlainDateTime.compare)
    .slice(0, FIRST_TIMES);
  const [start] = times;
  const weekdays = set.map(({ weekday }) => weekday);
  return {
    rule: ruleOf(set.length === 2 ? 'twice-weekly' : 'weekly', weekdays),
    // Kept series have an open time; without one nothing would be proposed.
    start: start ? start.toString({ smallestUnit: 'minute' }) : '',
    timeZone: client.timeZone,
    minutes,
    first: times.map((time) => atLocal(time, client.timeZone)),
  };
}
