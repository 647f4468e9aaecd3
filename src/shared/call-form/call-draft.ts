import { Temporal } from 'temporal-polyfill';
import { type Cadence, checkRule, describeRule, type MonthPosition, ruleOf } from '../../../electron/core/calls/rule';
import { normaliseRule } from '../../../electron/core/calls/rule-parts';
import type { StandingCall } from '../../../electron/core/model/call';
import { type Problem, Refusal } from '../../../electron/core/model/problem';

const FRIDAY = 5;

/** A standing call as it stands in the form. */
export interface CallDraft {
  cadence: Cadence;
  /** ISO weekdays; for a cadence by name. */
  weekdays: number[];
  /** Which one in the month; for a monthly one. */
  position: MonthPosition;
  /** For any other rule. */
  rule: string;
  /** The day it starts, or may start from. */
  from: string;
  time: string;
  minutes: number;
  timeZone: string;
  /** Whether it stays at the same time of my day when I travel. */
  isFloating?: boolean | undefined;
}

/** What the contract takes of it. */
export type CallInput = Pick<StandingCall, 'rule' | 'start' | 'timeZone' | 'minutes'> & { isFloating?: boolean };

/** A new standing call: Friday at ten for half an hour, unless somebody says otherwise. */
export function newCallDraft(today: Temporal.PlainDate, timeZone: string): CallDraft {
  return {
    cadence: 'weekly',
    weekdays: [FRIDAY],
    position: 1,
    rule: ruleOf('weekly', [FRIDAY]),
    from: today.toString(),
    time: '10:00',
    minutes: 30,
    timeZone,
  };
}

export function draftOfCall(
  call: Pick<StandingCall, 'rule' | 'start' | 'timeZone' | 'minutes' | 'isFloating'>,
): CallDraft {
  const { cadence, weekdays, position = 1 } = describeRule(call.rule);
  const [from = '', time = ''] = call.start.split('T');
  return {
    cadence,
    weekdays,
    position,
    rule: call.rule,
    from,
    time,
    minutes: call.minutes,
    timeZone: call.timeZone,
    ...floating(call),
  };
}

/** How many weekdays a cadence takes; a choice of days is cut to it, newest first. */
export function fitWeekdays(cadence: Cadence, weekdays: readonly number[]): number[] {
  const most = cadence === 'twice-weekly' ? 2 : 1;
  return cadence === 'other' ? [...weekdays] : weekdays.slice(-most).toSorted((one, other) => one - other);
}

/** The draft as the contract takes it, or what is wrong with it and at which field. */
export function readCallDraft(draft: CallDraft): { input: CallInput } | { problem: Problem } {
  const { cadence, weekdays, position, time, minutes, timeZone } = draft;
  const wanted = cadence === 'twice-weekly' ? 2 : 1;
  if (cadence !== 'other' && weekdays.length !== wanted)
    return { problem: { code: 'invalid', message: '', field: 'weekdays' } };
  if (!/^\d{2}:\d{2}$/.test(time)) return { problem: { code: 'invalid', message: '', field: 'time' } };
  if (!/^\d{4}-\d{2}-\d{2}$/.test(draft.from)) return { problem: { code: 'invalid', message: '', field: 'from' } };
  if (!(minutes >= 5 && minutes <= 480)) return { problem: { code: 'invalid', message: '', field: 'minutes' } };

  const rule = cadence === 'other' ? normaliseRule(draft.rule) : ruleOf(cadence, weekdays, position);
  const first = firstDayOf(draft);
  const start = `${first}T${time}`;
  try {
    checkRule(rule, start);
  } catch (error) {
    if (error instanceof Refusal)
      return { problem: { ...error.problem, field: error.problem.field === 'start' ? 'from' : 'rule' } };
    throw error;
  }
  return { input: { rule, start, timeZone, minutes, ...floating(draft) } };
}

function floating({ isFloating }: { isFloating?: boolean | undefined }): { isFloating?: boolean } {
  return isFloating === undefined ? {} : { isFloating };
}

/** Whether the form has a field for the problem to stand at: which ones there are hangs on the cadence. */
export function hasPlace({ cadence }: CallDraft, { field }: Problem): boolean {
  if (field === 'rule') return cadence === 'other';
  if (field === 'weekdays') return cadence !== 'other';
  if (field === 'from') return cadence === 'other' || cadence === 'every-other-week';
  return field === 'time' || field === 'minutes' || field === 'timeZone';
}

/** The first day on or after the one it starts from, so that a call starts on a day it takes place. */
function firstDayOf({ cadence, weekdays, position, from }: CallDraft): string {
  if (cadence === 'other') return from;
  let day = Temporal.PlainDate.from(from);
  while (!weekdays.includes(day.dayOfWeek) || (cadence === 'monthly' && !isAtPosition(day, position)))
    day = day.add({ days: 1 });
  return day.toString();
}

/** Whether a day is the first, second … or last of its weekday in its month. */
function isAtPosition(day: Temporal.PlainDate, position: MonthPosition): boolean {
  return position === -1 ? day.day + 7 > day.daysInMonth : Math.ceil(day.day / 7) === position;
}
