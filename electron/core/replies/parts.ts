import type { Temporal } from 'temporal-polyfill';
import type { Stretch } from '../availability/stretch';
import type { Client, Person } from '../model/client';
import { type Came, countOf, describeCame } from './came';
import { formatMessage, startUpper, type Values } from './format';
import { type DayWords, describeDay, describeMine, describeMoment, type Viewpoint } from './moments';
import type { Part, ReplyWords } from './words';

/** Writes the pieces of a reply that have values of their own: days, times, what came, greeting and closing. */
export interface PartWriter {
  view: Viewpoint;
  words: ReplyWords;
  /** How the client is addressed: "your time" differs by it in most languages. */
  form: Client['form'];
}

/** "on Friday", or by when: "by the end of today". */
export function writeDay(writer: PartWriter, part: 'day' | 'due', day: Temporal.PlainDate): string {
  return write(writer, part, { ...describeDay(day, writer.view) });
}

/** "Friday 27 November, 10:00 your time"; a time of the past or one that falls away is said on their clock alone. */
export function writeMoment(writer: PartWriter, instant: Temporal.Instant): string {
  const mine = { ...describeMine(instant, writer.view), mine: 'same' };
  return write(writer, 'moment', { ...describeMoment(instant, writer.view), ...mine });
}

/** "Friday 27 November, 10:00 your time (16:00 mine)": a time at which both are to be there, on both clocks. */
export function writeMeeting(writer: PartWriter, instant: Temporal.Instant): string {
  return write(writer, 'moment', { ...describeMoment(instant, writer.view), ...describeMine(instant, writer.view) });
}

/** "every Tuesday and Friday at 10:00 your time (16:00 mine)"; the times are one of each weekday. */
export function writeEvery(writer: PartWriter, times: readonly Temporal.Instant[]): string {
  const [first] = times;
  if (!first) return '';
  const mine = times.map((time) => describeMine(time, writer.view));
  const isOtherDay = mine.some((each) => each.mine === 'day');
  return write(writer, 'every', {
    ...describeMoment(first, writer.view),
    ...describeMine(first, writer.view),
    ...(isOtherDay && { mine: 'day' }),
    weekdays: writeWeekdays(writer, times),
    onWeekdays: listOf(
      writer,
      'conjunction',
      times.map((time) => writeOnWeekday(writer, describeMoment(time, writer.view))),
    ),
    mineWeekdays: listOf(
      writer,
      'conjunction',
      mine.map(({ mineWeekday }) => mineWeekday),
    ),
    mineOnWeekdays: listOf(
      writer,
      'conjunction',
      mine.map((each) =>
        writeOnWeekday(writer, { weekday: each.mineWeekday, weekdayIndex: each.mineWeekdayIndex, date: each.mineDate }),
      ),
    ),
  });
}

/** "on Tuesday", as the language declines it, in whichever week that is. */
function writeOnWeekday(writer: PartWriter, day: Pick<DayWords, 'weekday' | 'weekdayIndex' | 'date'>): string {
  return write(writer, 'day', { ...day, near: 'week' });
}

/** "Tuesday and Friday", on the client's clock. */
export function writeWeekdays(writer: PartWriter, times: readonly Temporal.Instant[]): string {
  return listOf(
    writer,
    'conjunction',
    times.map((time) => describeMoment(time, writer.view).weekday),
  );
}

function listOf({ view }: PartWriter, type: 'conjunction' | 'disjunction', items: readonly string[]): string {
  return new Intl.ListFormat(view.locale, { type }).format(items);
}

/** "today between 17:00 and 17:30 your time" */
export function writeStretch(writer: PartWriter, stretch: Stretch): string {
  const { time: from, ...rest } = describeMoment(stretch.startsAt, writer.view);
  return write(writer, 'stretch', { ...rest, from, to: describeMoment(stretch.endsAt, writer.view).time });
}

/** "Tuesday at 10:00 your time (16:00 mine) or Thursday at 14:00 your time (20:00 mine)" */
export function writeSlots(writer: PartWriter, slots: readonly Stretch[]): string {
  const described = slots.map((slot) => ({
    ...describeMoment(slot.startsAt, writer.view),
    ...describeMine(slot.startsAt, writer.view),
  }));
  const list = listOf(
    writer,
    'disjunction',
    described.map((slot) => write(writer, 'slot', slot)),
  );
  return write(writer, 'slots', { list, zone: described.some((slot) => slot.zone === 'theirs') ? 'theirs' : 'same' });
}

/** "your two calls and your voicemail" */
export function writeWhat(writer: PartWriter, came: Came): string {
  const counts: [Part, number][] = [
    ['calls', countOf(came.contacts, 'missed-call')],
    ['voicemails', countOf(came.contacts, 'voicemail')],
    ['emails', countOf(came.contacts, 'email')],
    ['chats', countOf(came.contacts, 'chat')],
  ];
  const named = counts.filter(([, count]) => count > 0).map(([part, count]) => write(writer, part, { count }));
  return listOf(writer, 'conjunction', named);
}

/** "– Invoice: Friday 27 November, 10:00 your time": one request of several, and the call it is on. */
export function writeWaiting(writer: PartWriter, topic: string | undefined, came: Came, at: Temporal.Instant): string {
  const { locale } = writer.view;
  const what = writeWhat(writer, came);
  return write(writer, 'waiting', {
    hasTopic: topic === undefined ? 'no' : 'yes',
    topicStart: startUpper(topic ?? '', locale),
    what,
    whatStart: startUpper(what, locale),
    moment: writeMeeting(writer, at),
  });
}

/** "this morning" for calls and talks, "from this morning" for what was left or written. */
export function writeCame(writer: PartWriter, came: Came): string | undefined {
  const described = describeCame(came, writer.view);
  if (!described) return undefined;
  const part = came.kind === 'voicemail' || came.kind === 'written' ? 'cameFrom' : 'cameAt';
  return write(writer, part, { ...described });
}

/**
 * Greeting, text and closing. After a comma the text goes on as its words have it: some languages write it small there.
 */
export function writeLetter(writer: PartWriter, text: string, myName: string, person?: Person): string {
  const greeting = writeGreeting(writer, person);
  const opening = greeting.endsWith(',') ? text : startUpper(text, writer.view.locale);
  return [greeting, opening, writeClosing(writer, myName)].filter((paragraph) => paragraph !== '').join('\n\n');
}

/** "Hello Dana,", the person's own greeting, or one without a name. */
function writeGreeting(writer: PartWriter, person?: Person): string {
  if (person?.greeting) {
    // A greeting that brings its own ending keeps it.
    if (/\p{P}$/u.test(person.greeting)) return person.greeting;
    return write(writer, 'ownGreeting', { greeting: person.greeting });
  }
  const { titles, familyFirst } = writer.words;
  const firstName = person && firstNameOf(person.name, titles, familyFirst);
  if (!firstName) return write(writer, 'noGreeting', {});
  const fullName = inSpokenOrder(person.name);
  const [start = ''] = fullName.split(' ');
  return write(writer, 'greeting', { firstName, fullName, hasTitle: isTitle(start, titles) ? 'yes' : 'no' });
}

/** "Kind regards" with my name; nothing when I have none. */
function writeClosing(writer: PartWriter, myName: string): string {
  return myName === '' ? '' : write(writer, 'closing', { myName });
}

/** The name somebody is greeted by; `undefined` when what stands there is a number or an address. */
export function firstNameOf(
  name: string,
  titles: readonly string[],
  familyFirst: readonly string[] = [],
): string | undefined {
  if (/[@\d]/.test(name) || !/\p{L}/u.test(name)) return undefined;
  const parts = inSpokenOrder(name).split(' ');
  const rest = parts.filter((part) => !isTitle(part, titles));
  const [start = ''] = rest;
  // "Nguyễn Lan Anh" is Anh, which alone would be a title.
  if (familyFirst.includes(start) && parts.at(-1) !== start) return parts.at(-1);
  // "Dr. Novak" has no first name: the title stays.
  return rest.length === 1 && rest.length < parts.length ? parts.join(' ') : rest[0];
}

function isTitle(part: string, titles: readonly string[]): boolean {
  return titles.includes(part.replace(/\.$/, ''));
}

/** "Dana Whitfield" for "Whitfield, Dana". */
function inSpokenOrder(name: string): string {
  const comma = name.indexOf(',');
  const ordered = comma > 0 ? `${name.slice(comma + 1)} ${name.slice(0, comma)}` : name;
  return ordered.trim().replace(/\s+/g, ' ');
}

function write({ words, view, form }: PartWriter, part: Part, values: Values): string {
  return formatMessage(words.parts[part], view.locale, { ...values, form });
}
