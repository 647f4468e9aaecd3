import type { Span, WorkingHours } from '../core/model/settings';
import { refuse } from '../core/refuse';

const NAMES = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'];
const SPAN = /^(\d{1,2}:\d{2})-(\d{1,2}:\d{2})$/;

/**
 * Reads working hours: `mo-fr 09:00-17:00`, several spans after the days, further days after a comma, such as
 * `mo-th 09:00-12:00 13:00-17:00, fr 09:00-12:00`. Days that are not named are free.
 */
export function readHours(text: string): WorkingHours {
  const days: Span[][] = NAMES.map(() => []);
  for (const part of text.toLowerCase().split(/[,;]/)) {
    const [named = '', ...spans] = part.trim().split(/\s+/);
    const read = spans.map(readSpan);
    const weekdays = readDays(named);
    if (weekdays.length === 0 || read.length === 0) return refuseHours(text);
    for (const weekday of weekdays) days[weekday]?.push(...read.flatMap((span) => span ?? refuseHours(text)));
  }
  const [mo = [], tu = [], we = [], th = [], fr = [], sa = [], su = []] = days;
  return { 1: mo, 2: tu, 3: we, 4: th, 5: fr, 6: sa, 7: su };
}

/** Working hours as they are typed, days of the same hours together. */
export function writeHours(hours: WorkingHours): string {
  const written = NAMES.map((_, index) => writeSpans(hours[String(index + 1) as keyof WorkingHours] ?? []));
  const groups: { from: number; to: number; spans: string }[] = [];
  for (const [index, spans] of written.entries()) {
    const last = groups.at(-1);
    if (last && last.spans === spans) last.to = index;
    else groups.push({ from: index, to: index, spans });
  }
  return groups
    .filter(({ spans }) => spans !== '')
    .map(({ from, to, spans }) => `${from === to ? NAMES[from] : `${NAMES[from]}-${NAMES[to]}`} ${spans}`)
    .join(', ');
}

function writeSpans(spans: readonly Span[]): string {
  return spans.map(({ from, to }) => `${from}-${to}`).join(' ');
}

/** Weekdays by their place in the week, 0 Monday; `sa-mo` goes on over the end of the week. */
function readDays(text: string): number[] {
  const [from = '', to = from, ...rest] = text.split('-').map((name) => name.slice(0, 2));
  const [first, last] = [NAMES.indexOf(from), NAMES.indexOf(to)];
  if (first < 0 || last < 0 || rest.length > 0) return [];
  return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, offset) => (first + offset) % 7);
}

function readSpan(text: string): Span | undefined {
  const [, from, to] = SPAN.exec(text) ?? [];
  return from && to ? { from: from.padStart(5, '0'), to: to.padStart(5, '0') } : undefined;
}

function refuseHours(text: string): never {
  return refuse('invalid', `hours: "${text}" is not understood.`, {
    field: 'workingHours',
    action: 'Write them as "mo-fr 09:00-12:00 13:00-17:00, sa 10:00-12:00".',
  });
}
