/** Fewest figures by which a number is told from another. */
const LEAST_FIGURES = 7;
/** Longest prefix that stands before a national number: a country of three figures and a zero that is kept. */
const LONGEST_COUNTRY = 4;

/** A phone number as it is compared: its figures without what only says how to dial, and whether the country is in them. */
export interface Phone {
  figures: string;
  isInternational: boolean;
}

/** Reads a phone number in any spelling: "+43 (0)1 555-0199", "0043 1 5550199", "01/555 0199"; `undefined` for none. */
export function readPhone(text: string): Phone | undefined {
  const plain = text.replace(/\((?:0)\)/g, '').replace(/[^\d+]/g, '');
  const isInternational = /^(?:\+|00)/.test(plain);
  const figures = plain.replace(/\+/g, '').replace(/^0+/, '');
  return figures.length >= LEAST_FIGURES && figures.length <= 15 ? { figures, isInternational } : undefined;
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
  return long.length - short.length <= LONGEST_COUNTRY;
}

/** Italy keeps the zero after its country, and people leave it out. */
function withoutTrunk(figures: string): string {
  return figures.replace(/^390/, '39');
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
