import type { Understanding } from '../../electron/ipc/contract/answers';
import type { Input } from '../../electron/ipc/contract/contract';

type Part = 'channel' | 'at' | 'subject' | 'minutes' | 'neededBy' | 'urgent' | 'emergency' | 'askedBy' | 'purpose';
/** A piece of what was understood that can be set right by itself; who is meant is chosen among the candidates. */
export type Correctable = Part;
/** Those that are words: they are written anew, not stepped through. */
export const WRITTEN = ['subject', 'askedBy', 'purpose'] as const;
export type Written = (typeof WRITTEN)[number];

const FIELDS = {
  channel: ['channel', 'direction', 'count'],
  at: ['at'],
  subject: ['subject'],
  minutes: ['minutes'],
  neededBy: ['neededBy', 'neededWords'],
  urgent: ['claimedUrgent'],
  emergency: ['isEmergency'],
  askedBy: ['askedBy'],
  purpose: ['purpose'],
} as const satisfies Record<Part, readonly (keyof Input<'log'>)[]>;

/** Fields of `log` that were set right; `null` takes away what was understood. */
type Fields = Partial<Pick<Input<'log'>, (typeof FIELDS)[Part][number]>>;

/** What the person set right with the keys; it holds while they go on typing. */
export interface Corrections {
  fields: Fields;
  /** Parts taken for nothing: the words they were read from belong to the subject. */
  given: readonly Part[];
}

export const NO_CORRECTIONS: Corrections = { fields: {}, given: [] };

/** What a part is when the line says nothing of it. */
const NOTHING = {
  channel: { channel: 'missed-call', direction: 'in', count: 1 },
  at: { at: null },
  subject: { subject: '' },
  minutes: { minutes: null },
  neededBy: { neededBy: null, neededWords: null },
  urgent: { claimedUrgent: false },
  emergency: { isEmergency: false },
  askedBy: { askedBy: null },
  purpose: { purpose: null },
} as const satisfies Record<Part, Fields>;

/** The spans of the line that a part was read from, where they are not called like it. */
const SPANS: Partial<Record<Part, readonly string[]>> = { channel: ['channel', 'count'], emergency: [] };

export function hasCorrection(part: Part, { fields, given }: Corrections): boolean {
  return given.includes(part) || FIELDS[part].some((field) => fields[field] !== undefined);
}

/** A part said outright. */
export function corrected(corrections: Corrections, part: Part, fields: Fields): Corrections {
  return {
    fields: { ...corrections.fields, ...fields },
    given: corrections.given.filter((each) => each !== part),
  };
}

/** A part taken for nothing. */
export function givenBack({ fields, given }: Corrections, part: Part): Corrections {
  const kept = Object.entries(fields).filter(([field]) => !(FIELDS[part] as readonly string[]).includes(field));
  return { fields: Object.fromEntries(kept), given: [...given.filter((each) => each !== part), part] };
}

/** The fields that `log` is to be told beside the line. */
export function fieldsOf({ fields, given }: Corrections, line: string, understood: Understanding | undefined): Fields {
  const said: Fields = Object.assign({}, ...given.map((part) => NOTHING[part]), fields);
  if (given.length === 0 || said.subject !== undefined || !understood) return said;
  return { ...said, subject: withWordsOf(given, line, understood) };
}

/** The subject with the words of other parts around it, in the order of the line. */
function withWordsOf(given: readonly Part[], line: string, { spans, subject }: Understanding): string {
  const names = new Set(given.flatMap((part) => SPANS[part] ?? [part]));
  const from = spans.find((span) => span.part === 'subject')?.from ?? line.length;
  const words = (isBefore: boolean) =>
    spans
      .filter((span) => names.has(span.part) && span.from < from === isBefore)
      .map((span) => line.slice(span.from, span.to));
  return [...words(true), subject, ...words(false)].filter(Boolean).join(' ');
}

/** What will be logged: what was understood and, over it, what was set right. */
export type Reading = Omit<Understanding, 'candidates' | 'spans' | 'ambiguous'>;

export function readingOf(understood: Understanding, corrections: Corrections, line: string, now: Date): Reading {
  const { at, count, channel, direction, subject, claimedUrgent, isEmergency } = understood;
  const fields = fieldsOf(corrections, line, understood);
  const optional = (['minutes', 'neededBy', 'neededWords', 'askedBy', 'purpose'] as const).flatMap((field) => {
    const value = fields[field] === undefined ? understood[field] : fields[field];
    return value === undefined || value === null ? [] : [[field, value] as const];
  });
  return {
    channel: fields.channel ?? channel,
    direction: fields.direction ?? direction,
    count: fields.count ?? count,
    subject: fields.subject ?? subject,
    claimedUrgent: fields.claimedUrgent ?? claimedUrgent,
    isEmergency: fields.isEmergency ?? isEmergency,
    at: fields.at === null ? now.toISOString() : (fields.at ?? at),
    ...Object.fromEntries(optional),
  };
}

/** The ways of contact in the order that the keys step through. */
const WAYS = [
  ...(['missed-call', 'voicemail', 'call', 'email', 'chat', 'in-person'] as const).map((channel) => ({
    channel,
    direction: 'in' as const,
  })),
  ...(['call', 'missed-call', 'voicemail', 'email', 'chat', 'in-person'] as const).map((channel) => ({
    channel,
    direction: 'out' as const,
  })),
];

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const STEP_MINUTES = 5;
const MOST_MINUTES = 1440;
/** How far ahead a day can be stepped to. */
const MOST_DAYS = 366;

/** What stepping needs to know of the person's time. */
export interface Clock {
  now: Date;
  timeZone: string;
  /** Whether the person works on a weekday, 1 for Monday to 7. */
  isWorkday(weekday: number): boolean;
}

/** One step further (`1`: later, more, the way before) or back; a `big` step of a time is a day. */
export function stepped(part: Exclude<Part, Written>, by: 1 | -1, reading: Reading, clock: Clock, big = false): Fields {
  switch (part) {
    case 'channel': {
      const at = WAYS.findIndex((way) => way.channel === reading.channel && way.direction === reading.direction);
      return { ...WAYS[(at - by + WAYS.length) % WAYS.length] };
    }
    case 'at':
      return { at: stepTime(new Date(reading.at), by, clock, big).toISOString() };
    case 'minutes':
      return { minutes: stepMinutes(reading.minutes ?? 0, by) };
    case 'neededBy':
      return { neededBy: stepDay(reading.neededBy, by, clock), neededWords: null };
    case 'urgent':
      return { claimedUrgent: !reading.claimedUrgent };
    case 'emergency':
      return { isEmergency: !reading.isEmergency };
  }
}

/** How often they tried, from a digit that was pressed. */
export function withCount(digit: string): Fields {
  return { count: Number(digit) };
}

function stepMinutes(minutes: number, by: 1 | -1): number | null {
  const next = by > 0 ? Math.floor(minutes / STEP_MINUTES) + 1 : Math.ceil(minutes / STEP_MINUTES) - 1;
  return next <= 0 ? null : Math.min(next * STEP_MINUTES, MOST_MINUTES);
}

/** To the next full five minutes, or the same time on the day before or after; never into the future. */
function stepTime(at: Date, by: 1 | -1, { now, timeZone }: Clock, big: boolean): Date {
  const step = STEP_MINUTES * MINUTE;
  const day = new Date(at.getTime() + by * DAY);
  const full = by > 0 ? Math.floor(at.getTime() / step) + 1 : Math.ceil(at.getTime() / step) - 1;
  const next = big ? day.getTime() + offsetAt(at, timeZone) - offsetAt(day, timeZone) : full * step;
  // Less than a minute ago is still now: a step that can't be seen is none.
  const isUnseen = by < 0 && now.getTime() - next < MINUTE;
  return new Date(Math.min(isUnseen ? next - step : next, now.getTime()));
}

/** How far the zone's clock is from UTC, in milliseconds. */
function offsetAt(at: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' },
  }).formatToParts(at);
  const read = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const wall = Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'), read('second'));
  return wall - Math.floor(at.getTime() / 1000) * 1000;
}

/** The working day after or before; none before today, and from none the first one after it. */
function stepDay(neededBy: string | undefined, by: 1 | -1, { now, timeZone, isWorkday }: Clock): string | null {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone }).format(now);
  const from = Date.parse(`${neededBy ?? today}T00:00:00Z`);
  for (let days = 1; days <= MOST_DAYS; days += 1) {
    const day = new Date(from + by * days * DAY);
    const text = day.toISOString().slice(0, 10);
    if (text < today) return null;
    if (isWorkday(day.getUTCDay() || 7)) return text;
  }
  return neededBy ?? null;
}
