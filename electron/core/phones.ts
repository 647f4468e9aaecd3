/** Longest country code (ITU-T E.164). */
const COUNTRY_FIGURES = 3;
/** Fewest figures by which a number is told from another. */
const LEAST_FIGURES = 7;
/** Longest prefix that stands before a national number: a country and a zero that is kept. */
const LONGEST_PREFIX = COUNTRY_FIGURES + 1;
/** Fewest figures of a national number that is taken for the end of one with a country. */
const LEAST_NATIONAL = 6;

/** A phone number as it is compared: its figures without what only says how to dial, and whether the country is in them. */
export interface Phone {
  figures: string;
  isInternational: boolean;
}

/** The figures of a number without what only says how it is dialled from where: `+`, `00`, `0`, `(0)`. */
function figuresOf(text: string): Phone {
  const plain = text.replace(/\(0\)/g, '').replace(/[^\d+]/g, '');
  return { figures: plain.replace(/\+/g, '').replace(/^0+/, ''), isInternational: /^(?:\+|00)/.test(plain) };
}

/** Reads a phone number in any spelling: "+43 (0)1 555-0199", "0043 1 5550199", "01/555 0199"; `undefined` for none. */
export function readPhone(text: string): Phone | undefined {
  const phone = figuresOf(text);
  return phone.figures.length >= LEAST_FIGURES && phone.figures.length <= 15 ? phone : undefined;
}

/**
 * Whether two numbers can be the same line. With both countries known all figures count; otherwise the shorter one must
 * end the longer, and what stands before it can be no more than a country. `country` is that of the known number where
 * it does not say so itself, such as "43".
 */
export function isSamePhone(known: Phone, asked: Phone, country?: string): boolean {
  const whole =
    known.isInternational || country === undefined
      ? known
      : { figures: `${country}${known.figures}`, isInternational: true };
  if (whole.isInternational && asked.isInternational)
    return withoutTrunk(whole.figures) === withoutTrunk(asked.figures);
  const [short, long] = [whole.figures, asked.figures].sort((one, other) => one.length - other.length);
  if (short === undefined || long === undefined || !long.endsWith(short)) return false;
  return long.length - short.length <= LONGEST_PREFIX;
}

/** Italy keeps the zero after its country, and people leave it out. */
function withoutTrunk(figures: string): string {
  return figures.replace(/^390/, '39');
}

/**
 * Whether two kept numbers ring the same telephone, for certain: +49 30 555 010 and 030 555 010 do, +49 30 … and +43 30 …
 * do not. Stricter than {@link isSamePhone}, which finds what somebody may have meant.
 */
export function callsSame(one: string, other: string): boolean {
  const [a, b] = [figuresOf(one), figuresOf(other)];
  if (a.figures === b.figures) return a.figures !== '';
  // Two numbers with their countries are the same only as a whole.
  if (a.isInternational === b.isInternational) return false;
  const [whole, national] = a.isInternational ? [a.figures, b.figures] : [b.figures, a.figures];
  const apart = whole.length - national.length;
  return national.length >= LEAST_NATIONAL && apart > 0 && apart <= COUNTRY_FIGURES && whole.endsWith(national);
}

/** As many of the last figures as tell most numbers apart however they are written; all of a short one. */
export function lastFigures(figures: string): string {
  return figures.slice(-LEAST_FIGURES);
}

/** The key under which a number is looked up, in any spelling. */
export function tailOf(text: string): string {
  return lastFigures(figuresOf(text).figures);
}

/** The country that two spellings of a client's numbers give away: "+43 1 …" of one is taken for the others. */
export function countryOf(numbers: readonly string[]): string | undefined {
  const countries = new Set(
    numbers.flatMap((number) => {
      const match = /^\s*(?:\+|00)\s*(\d{1,3})[\s(/-]/.exec(number);
      return match?.[1] ?? [];
    }),
  );
  const [only] = countries;
  return countries.size === 1 ? only : undefined;
}
