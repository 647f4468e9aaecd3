import type { Temporal } from 'temporal-polyfill';
import { BEGIN, type Line, MARKS, mark, type Part, take } from './line';
import { patternOf } from './pattern';
import {
  AGO as AGO_TEXT,
  AT_CLOCK,
  AT_HOUR,
  AT_HOUR_H,
  type Clock,
  DAY_BEFORE,
  hasClock,
  toClock,
  toDayBefore,
  toMinutesAgo,
} from './read-time';
import { anyOf, NUMBER, SLOTS, toNumber } from './words';

/** What belongs to the contact itself: how long, how often, when. */
export interface Near {
  minutes?: number;
  times?: number;
  clock?: Clock;
  /** "yesterday", or a weekday that is over. */
  dayBefore?: Temporal.PlainDate;
  /** "10 min ago" */
  minutesAgo?: number;
}

const MINUTE = anyOf((words) => words.minutes);
const HOUR = anyOf((words) => words.hours);

const AGO = nearOf(AGO_TEXT);
const AT_H = nearOf(AT_HOUR_H);
const FILLER = nearOf(anyOf((words) => words.fillers, SLOTS));
const WHOLE_HOUR = nearOf(anyOf((words) => words.wholeHour));
const HALF_HOUR = nearOf(anyOf((words) => words.halfHour));
const LONG = nearOf(`(?<hours>\\d{1,2}) ?(?:${HOUR}) ?(?:(?:and|und|a|và) )?(?<minutes>\\d{1,2}) ?(?:${MINUTE}|m)?`);
const LENGTH = nearOf(
  `(?<amount>\\d{1,3}(?:[.,]\\d)?|(?:${anyOf((words) => words.oneHour)})(?= )) ?(?:(?:${MINUTE})|(?<hours>${HOUR}))`,
);
const TIMES = nearOf(
  `(?<!\\d ?)(?<number>${NUMBER}) ?(?:${anyOf((words) => words.times)})|[x×] ?(?<figures>\\d{1,3})|(?<adverb>${anyOf((words) => words.adverbs)})`,
);
const DAY = nearOf(`${DAY_BEFORE}(?: ${AT_CLOCK})?`);
const CLOCK = nearOf(AT_CLOCK);
const ON_THE_HOUR = nearOf(AT_HOUR);

/** Reads what stands next to the name, the channel or each other, in any order. */
export function readNear(line: Line, today: Temporal.PlainDate): Near {
  const near: Near = {};
  for (let before = ''; before !== line.text; ) {
    before = line.text;
    near.minutesAgo ??= toMinutesAgo(takeNear(line, AGO, 'at')?.groups);
    takeNear(line, FILLER);
    if (!near.clock) near.clock = clockOf(takeNear(line, AT_H, 'at'));
    near.minutes ??= readMinutes(line);
    near.times ??= readTimes(line);
    if (!near.dayBefore) {
      const groups = takeNear(line, DAY, 'at')?.groups;
      if (groups) {
        near.dayBefore = toDayBefore(groups, today);
        if (hasClock(groups)) near.clock ??= toClock(groups);
      }
    }
    if (!near.clock) near.clock = clockOf(takeNear(line, CLOCK, 'at') ?? takeNear(line, ON_THE_HOUR, 'at'));
  }
  return near;
}

function clockOf(match: RegExpExecArray | undefined): Clock | undefined {
  return match?.groups && toClock(match.groups);
}

/** An item that stands as words of its own; where it stands is looked at when it is taken. */
function nearOf(item: string): RegExp {
  return patternOf(`${BEGIN}(?:${item})(?=$|[\\s,;.!?)${MARKS}])`, 'g');
}

const JOINED = `(?:(?:${anyOf((words) => words.joints)}) )?`;
const AFTER_MARK = patternOf(`(?<=[${MARKS}] ?${JOINED})`, 'y');
const BEFORE_MARK = patternOf(`(?= ?${JOINED}[${MARKS}])`, 'y');
const AFTER_COMMA = patternOf(`(?<=(?:^|[,;]) ?${JOINED})`, 'y');
const BEFORE_COMMA = patternOf('(?= ?(?:$|[,;.]))', 'y');

/** Takes an item after something that was read, else one before that, else one that is alone between two commas. */
function takeNear(line: Line, item: RegExp, part?: Part): RegExpExecArray | undefined {
  const matches = [...line.text.matchAll(item)];
  const isAt = (place: RegExp, index: number) => {
    place.lastIndex = index;
    return place.test(line.text);
  };
  const endOf = (match: RegExpExecArray) => match.index + match[0].length;
  const match =
    matches.find(({ index }) => isAt(AFTER_MARK, index)) ??
    matches.find((each) => isAt(BEFORE_MARK, endOf(each))) ??
    matches.find((each) => isAt(AFTER_COMMA, each.index) && isAt(BEFORE_COMMA, endOf(each)));
  if (match) mark(line, match.index, match[0].length, part);
  return match;
}

/** Longest talk that is believed: a day. */
const LONGEST_MINUTES = 1440;

/** "12 min", "1.5h", "1h30", "half an hour". */
function readMinutes(line: Line): number | undefined {
  if (takeNear(line, HALF_HOUR, 'minutes')) return 30;
  if (takeNear(line, WHOLE_HOUR, 'minutes')) return 60;
  const long = takeNear(line, LONG, 'minutes')?.groups;
  if (long) return Math.min(Number(long.hours) * 60 + Number(long.minutes), LONGEST_MINUTES);
  const groups = takeNear(line, LENGTH, 'minutes')?.groups;
  return groups && toMinutes(groups.amount, groups.hours !== undefined);
}

function toMinutes(amount: string | undefined, isHours: boolean): number {
  const number = Number(amount?.replace(',', '.'));
  return Math.min(Math.round((Number.isNaN(number) ? 1 : number) * (isHours ? 60 : 1)), LONGEST_MINUTES);
}

/** "3x", "x3", "4 times", "twice". */
function readTimes(line: Line): number | undefined {
  const groups = takeNear(line, TIMES, 'count')?.groups;
  return groups && toNumber(groups.number ?? groups.figures ?? groups.adverb);
}

const LAST_LENGTH = patternOf(`,\\s*(?<amount>\\d{1,3}) ?(?:(?:${MINUTE})|(?<hours>${HOUR}))\\.?$`);

/** "re budget, 12 min": a length alone at the end of the subject is the contact's. */
export function readLastMinutes(tail: Line): number | undefined {
  const groups = take(tail, LAST_LENGTH, 'minutes')?.groups;
  return groups && toMinutes(groups.amount, groups.hours !== undefined);
}
