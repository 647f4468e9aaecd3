/** The digits of a number without what only says how it is dialled from where: `+`, `00`, `0`, `(0)`. */
function digitsOf(phone: string): { digits: string; isWhole: boolean } {
  const plain = phone.replace(/\(0\)/g, '').replace(/[^\d+]/g, '');
  const isWhole = /^(\+|00)/.test(plain);
  return { digits: plain.replace(/\D/g, '').replace(/^0+/, ''), isWhole };
}

/** As many of the last digits as tell most numbers apart however they are written; all of a short one. */
export function tailOf(phone: string): string {
  return digitsOf(phone).digits.slice(-7);
}

/** Longest country code (ITU-T E.164). */
const COUNTRY_DIGITS = 3;

/** Whether two numbers ring the same telephone: +49 30 555 and 030 555 do, +49 30 555 and +43 30 555 do not. */
export function callsSame(one: string, other: string): boolean {
  const [a, b] = [digitsOf(one), digitsOf(other)];
  if (a.digits === b.digits) return a.digits !== '';
  // Two numbers with their countries are the same only as a whole.
  if (a.isWhole === b.isWhole) return false;
  const [whole, national] = a.isWhole ? [a.digits, b.digits] : [b.digits, a.digits];
  const apart = whole.length - national.length;
  return national.length >= 6 && apart > 0 && apart <= COUNTRY_DIGITS && whole.endsWith(national);
}
