/**
 * Wall-clock times as plain numbers, for what is asked by the thousand: milliseconds as if the local time were UTC. The
 * calendar is Howard Hinnant's days_from_civil and civil_from_days, in the range of years with four digits.
 */
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** Reads `YYYY-MM-DDTHH:MM`; `undefined` for any other text, and for 30 February. */
export function readWallClock(local: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/.test(local)) return undefined;
  const day = dayNumberOf(local);
  if (day === undefined) return undefined;
  return day * DAY + (Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16))) * MINUTE;
}

/** `YYYY-MM-DDTHH:MM`, seconds left away. */
export function writeWallClock(milliseconds: number): string {
  const day = Math.floor(milliseconds / DAY);
  const minutes = Math.floor((milliseconds - day * DAY) / MINUTE);
  return `${writeDayNumber(day)}T${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/** The number of a day that a text begins with, from 0 for the first of January 1970; `undefined` for 30 February. */
export function dayNumberOf(text: string): number | undefined {
  const number = toDayNumber(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)));
  return writeDayNumber(number) === text.slice(0, 10) ? number : undefined;
}

/** The number of a day of the calendar; the month from 1. */
export function toDayNumber(year: number, month: number, date: number): number {
  const yearFromMarch = month > 2 ? year : year - 1;
  const era = Math.floor(yearFromMarch / 400);
  const yearOfEra = yearFromMarch - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The day of a number as `YYYY-MM-DD`. */
export function writeDayNumber(number: number): string {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(date)}`;
}

function pad(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}
