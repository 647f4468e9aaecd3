import type { Temporal } from 'temporal-polyfill';

/** How far a day is from today; `week`: near enough that its weekday alone names it. */
export type Near = 'today' | 'tomorrow' | 'yesterday' | 'week' | 'date';

export interface DayWords {
  near: Near;
  /** "Friday" */
  weekday: string;
  /** "Friday 27 November" */
  date: string;
  /** 1 for Monday to 7 for Sunday: for languages that decline weekdays. */
  weekdayIndex: number;
  /** "27 November": what follows a declined weekday. */
  dayMonth: string;
}

export interface MomentWords extends DayWords {
  /** "10:00" */
  time: string;
  /** 0 to 23: for languages in which words agree with it, such as "a la 1:00" beside "a las 10:00". */
  hour: number;
  /** `theirs` when my clock shows something else at that instant, so that "your time" says something. */
  zone: 'theirs' | 'same';
}

/** The same instant on my clock: nothing to say where it is the same, else the time, and the day where that differs. */
export interface MineWords {
  mine: 'same' | 'time' | 'day';
  /** "16:00" */
  mineTime: string;
  /** 0 to 23. */
  mineHour: number;
  /** "Thursday" */
  mineWeekday: string;
  /** "Thursday 26 November" */
  mineDate: string;
  /** 1 for Monday to 7 for Sunday. */
  mineWeekdayIndex: number;
  /** "26 November" */
  mineDayMonth: string;
}

/** From whose place a reply is written and read. */
export interface Viewpoint {
  now: Temporal.Instant;
  myZone: string;
  /** The client's zone: everything that is named is named in it. */
  zone: string;
  locale: string;
}

/** A day, seen from the client's today. */
export function describeDay(day: Temporal.PlainDate, view: Viewpoint): DayWords {
  const away = view.now.toZonedDateTimeISO(view.zone).toPlainDate().until(day).days;
  const at = day.toZonedDateTime({ timeZone: 'UTC', plainTime: '12:00' }).epochMilliseconds;
  return {
    near: nearOf(away),
    weekday: formatWith(view.locale, { weekday: 'long' }, at),
    date: formatDate(view.locale, { weekday: 'long', day: 'numeric', month: 'long' }, at),
    weekdayIndex: day.dayOfWeek,
    dayMonth: formatDate(view.locale, { day: 'numeric', month: 'long' }, at),
  };
}

/** An instant by day, date and time of the client's clock. */
export function describeMoment(instant: Temporal.Instant, view: Viewpoint): MomentWords {
  const theirs = instant.toZonedDateTimeISO(view.zone);
  const mine = instant.toZonedDateTimeISO(view.myZone);
  return {
    ...describeDay(theirs.toPlainDate(), view),
    time: formatTime(theirs.toPlainDateTime(), view.locale),
    hour: theirs.hour,
    zone: theirs.offsetNanoseconds === mine.offsetNanoseconds ? 'same' : 'theirs',
  };
}

/** An instant as my own clock shows it, for a client whose clock shows something else. */
export function describeMine(instant: Temporal.Instant, view: Viewpoint): MineWords {
  const theirs = instant.toZonedDateTimeISO(view.zone);
  const mine = instant.toZonedDateTimeISO(view.myZone);
  const { weekday, date, weekdayIndex, dayMonth } = describeDay(mine.toPlainDate(), view);
  const isOneDay = mine.toPlainDate().equals(theirs.toPlainDate());
  return {
    mine: theirs.offsetNanoseconds === mine.offsetNanoseconds ? 'same' : isOneDay ? 'time' : 'day',
    mineTime: formatTime(mine.toPlainDateTime(), view.locale),
    mineHour: mine.hour,
    mineWeekday: weekday,
    mineDate: date,
    mineWeekdayIndex: weekdayIndex,
    mineDayMonth: dayMonth,
  };
}

/**
 * The locale that dates are written in: the client's own tag where it names a region of the language of the words
 * (`en-US`), else that of the words.
 */
export function localeFor(clientLanguage: string, words: { language: string; locale: string }): string {
  try {
    const tag = new Intl.Locale(clientLanguage);
    const isOurs = tag.language === new Intl.Locale(words.language).language;
    if (isOurs && tag.region && Intl.DateTimeFormat.supportedLocalesOf(clientLanguage).length > 0)
      return clientLanguage;
  } catch {
    // A tag that Intl does not know is no reason to write nothing.
  }
  return words.locale;
}

/** What a language is called in another: "German" for `de`, in English. */
export function nameLanguage(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

function nearOf(away: number): Near {
  if (away === 0) return 'today';
  if (away === 1) return 'tomorrow';
  if (away === -1) return 'yesterday';
  // A week away has today's weekday: only the date tells them apart.
  return Math.abs(away) <= 6 ? 'week' : 'date';
}

function formatTime(local: Temporal.PlainDateTime, locale: string): string {
  if (isFrench(locale))
    return local.minute === 0 ? `${local.hour}\u00a0h` : `${local.hour}\u00a0h\u00a0${twoDigits(local.minute)}`;
  // "9:00" everywhere: the "a. m." of some regions would double the full stop at the end of a sentence.
  if (isSpanish(locale)) return `${local.hour}:${twoDigits(local.minute)}`;
  const at = local.toZonedDateTime('UTC').epochMilliseconds;
  const isHour12 = formatterFor(locale, { hour: 'numeric', minute: '2-digit' }).resolvedOptions().hour12 === true;
  return formatWith(locale, { hour: isHour12 ? 'numeric' : '2-digit', minute: '2-digit' }, at);
}

function formatDate(locale: string, options: Intl.DateTimeFormatOptions, at: number): string {
  const date = formatWith(locale, options, at);
  if (isFrench(locale)) return date.replace(/\b1(?= )/, '1er');
  if (isVietnamese(locale)) return date.replace(', ', ', ngày ');
  return isSpanish(locale) ? date.replace(/^(\p{L}+), /u, '$1 ') : date;
}

/** Intl writes "1 décembre, 09:00" where letters in French have "1er décembre, 9 h". */
function isFrench(locale: string): boolean {
  return /^fr\b/i.test(locale);
}

/** Within a sentence Spanish has "el viernes 27 de noviembre", where Intl parts the weekday with a comma. */
function isSpanish(locale: string): boolean {
  return /^es\b/i.test(locale);
}

/** Letters in Vietnamese have "thứ Sáu, ngày 27 tháng 11", where Intl leaves the word for the day out. */
function isVietnamese(locale: string): boolean {
  return /^vi\b/i.test(locale);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** Wall-clock fields are formatted as if in UTC, so that only Temporal decides what a zone's clock shows. */
function formatWith(locale: string, options: Intl.DateTimeFormatOptions, at: number): string {
  // Intl parts times and AM with narrow spaces that some mail programs show as boxes, and writes the weekday in
  // Vietnamese as if it began a sentence.
  return formatterFor(locale, options).format(at).replace(/\s/g, ' ').replace(/^Thứ /, 'thứ ');
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${Object.entries(options).join(' ')}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    formatters.set(key, formatter);
  }
  return formatter;
}
