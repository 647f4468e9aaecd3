import { Temporal } from 'temporal-polyfill';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** RFC 5322, 4.3; military letters and what is not known count as UTC, as it says there. */
const ZONES: Record<string, string> = {
  ...{ EST: '-05:00', EDT: '-04:00', CST: '-06:00', CDT: '-05:00', MST: '-07:00', MDT: '-06:00' },
  ...{ PST: '-08:00', PDT: '-07:00', CET: '+01:00', CEST: '+02:00', EET: '+02:00', EEST: '+03:00', JST: '+09:00' },
};
const WRITTEN =
  /(\d{1,2})[ -]+([A-Za-z]{3})[A-Za-z]*[ -]+(\d{2,4}),?\s+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\.\d+)?\s*([+-]\d{2}:?\d{2}|[A-Za-z]{1,5})?/;
/** As a mailbox has it above each mail (asctime); it is in UTC. */
const ENVELOPE =
  /([A-Z][a-z]{2})\s+(\d{1,2})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s+(?:[A-Z]{1,5}\s+)?(?:([+-]\d{4})\s+)?(\d{4})/;

/** Mail is older than this only when a clock was wrong. */
const EARLIEST = Temporal.Instant.from('1990-01-01T00:00:00Z');
/** Clocks of two machines differ a little; no entry can lie further ahead. */
const CLOCK_MINUTES = 5;

export interface DateSources {
  date?: string | undefined;
  /** The header of the last server on the way; the time stands behind the last semicolon. */
  received?: string | undefined;
  envelope?: string | undefined;
}

/** When a mail was written: what it says itself, else when it arrived; nothing where none of it can be true. */
export function readMailDate(
  { date, received, envelope }: DateSources,
  now: Temporal.Instant,
): Temporal.Instant | undefined {
  const arrived = received?.slice(received.lastIndexOf(';') + 1);
  const latest = now.add({ minutes: CLOCK_MINUTES });
  return [readWritten(date), readWritten(arrived), readEnvelope(envelope)].find(
    (at) => at && Temporal.Instant.compare(at, EARLIEST) >= 0 && Temporal.Instant.compare(at, latest) <= 0,
  );
}

function readWritten(text: string | undefined): Temporal.Instant | undefined {
  const found = WRITTEN.exec(text?.slice(0, 200) ?? '');
  if (!found) return readIso(text?.trim().slice(0, 40) ?? '');
  const [, day, month = '', year = '', hour, minute, second, zone = ''] = found;
  return makeInstant({ day, month, year, hour, minute, second }, offsetOf(zone));
}

function readEnvelope(text: string | undefined): Temporal.Instant | undefined {
  const found = ENVELOPE.exec(text ?? '');
  if (!found) return undefined;
  const [, month = '', day, hour, minute, second, zone = '', year = ''] = found;
  return makeInstant({ day, month, year, hour, minute, second }, offsetOf(zone));
}

function readIso(text: string): Temporal.Instant | undefined {
  try {
    return Temporal.Instant.from(text);
  } catch {
    return undefined;
  }
}

function offsetOf(zone: string): string {
  if (/^[+-]/.test(zone)) return `${zone.slice(0, 3)}:${zone.slice(-2)}`;
  return ZONES[zone.toUpperCase()] ?? '+00:00';
}

interface Parts {
  day: string | undefined;
  month: string;
  year: string;
  hour: string | undefined;
  minute: string | undefined;
  second: string | undefined;
}

function makeInstant(parts: Parts, offset: string): Temporal.Instant | undefined {
  const month = MONTHS.indexOf(parts.month.toLowerCase()) + 1;
  const year = Number(parts.year);
  // RFC 5322, 4.3: two digits below 50 are of this century.
  const whole =
    parts.year.length > 2 ? (parts.year.length === 3 ? 1900 + year : year) : year < 50 ? 2000 + year : 1900 + year;
  const two = (text: string | undefined) => (text ?? '0').padStart(2, '0');
  const second = parts.second === '60' ? '59' : parts.second;
  return readIso(
    `${String(whole).padStart(4, '0')}-${two(String(month))}-${two(parts.day)}T${two(parts.hour)}:${two(parts.minute)}:${two(second)}${offset}`,
  );
}
