import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** Longest single-line text a person can enter (a name, a subject). */
export const LINE_LIMIT = 300;
/** Longest free text a person can enter (notes, a reply). */
export const TEXT_LIMIT = 20_000;

function parses(parse: (text: string) => unknown) {
  return (text: string) => {
    try {
      parse(text);
      return true;
    } catch {
      return false;
    }
  };
}

/** Control characters other than line breaks and tabs: never part of what a person meant to write. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** One line of text as it may be kept: control characters and line breaks become spaces, ends are trimmed. */
export function cleanLine(text: string): string {
  return text.replace(CONTROL, ' ').replace(/\s+/g, ' ').trim();
}

/** Free text as it may be kept: line breaks stay, other control characters go. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(CONTROL, '').trim();
}

const isZone = parses((zone) => Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone));

const isInstant = parses((text) => Temporal.Instant.from(text));
const UTC = /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/;

/** Whether a text is an instant as it is kept: a tenth of what parsing costs, and a cache holds tens of thousands. */
export function isPlainInstant(text: string): boolean {
  const [, , month, day] = UTC.exec(text) ?? [];
  // The last days of a month are left to who knows their number.
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && (Number(day) <= 28 || isInstant(text));
}

/** An instant in UTC, ISO 8601 with `Z`; one written with an offset is turned into it, so that instants sort as text. */
export const instantSchema = z
  .string()
  .refine((text) => isPlainInstant(text) || isInstant(text), 'is not an instant such as 2026-11-27T10:00:00Z')
  .transform((text) => (UTC.test(text) ? text : Temporal.Instant.from(text).toString()));
/** A calendar day without a zone, `YYYY-MM-DD`. */
export const dateSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'is not a day such as 2026-11-27')
  .refine(
    parses((text) => Temporal.PlainDate.from(text, { overflow: 'reject' })),
    'is not a day of the calendar',
  );
/** A wall-clock time without a zone, `YYYY-MM-DDTHH:MM`. */
export const localTimeSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'is not a local time such as 2026-11-27T10:00')
  .refine(
    parses((text) => Temporal.PlainDateTime.from(text, { overflow: 'reject' })),
    'is not a time of the calendar',
  );
/** A time of day, `HH:MM`, 00:00 to 24:00 (24:00 only ends a span). */
export const timeOfDaySchema = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'is not a time of day such as 09:30');
/** An IANA time zone, such as `Europe/Vienna`. Offsets such as `+02:00` are refused: they know no summer time. */
export const timeZoneSchema = z
  .string()
  .refine((zone) => !/^[+-]/.test(zone) && isZone(zone), 'is not a time zone such as Europe/Vienna');
/** A BCP 47 language tag, such as `en` or `pt-BR`. */
export const languageSchema = z
  .string()
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'is not a language such as en or de');

/** A country by its ISO 3166-1 code, such as `AT`. */
export const countrySchema = z.string().regex(/^[A-Z]{2}$/, 'is not a country such as AT');
/** A part of a country with holidays of its own, as date-holidays names it: `BY` in `DE`. */
export const regionSchema = z.string().regex(/^[A-Za-z0-9-]{1,20}$/, 'is not a region such as BY');

/** A whole number between two, both allowed. */
export function wholeNumberSchema(least: number, most: number) {
  const words = `is not a whole number from ${least} to ${most}`;
  return z.number(words).int(words).min(least, words).max(most, words);
}

export const lineSchema = z.string().max(LINE_LIMIT, `is longer than ${LINE_LIMIT} characters`).transform(cleanLine);
export const requiredLineSchema = lineSchema.refine((text) => text.length > 0, 'is empty');
export const textSchema = z.string().max(TEXT_LIMIT, `is longer than ${TEXT_LIMIT} characters`).transform(cleanText);

/** What every kept record carries: who it is, and which device changed it last and when. */
export const recordFields = {
  id: z.string().min(1).max(80),
  updatedAt: instantSchema,
  updatedBy: z.string(),
  /** Part of the sample week; removed with it. */
  isSample: z.boolean().optional(),
};

/** What remains of a deleted record: no content. */
export const tombstoneSchema = z.object({
  id: z.string(),
  deletedAt: instantSchema,
  updatedAt: instantSchema,
  updatedBy: z.string(),
});
export type Tombstone = z.infer<typeof tombstoneSchema>;
