import { normaliseRule } from '../../core/calls/rule-parts';
import type { Property } from './parse';

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** A rule as RFC 5545 writes it: jCal has it as an object, whose dates have dashes and colons. */
export function ruleText({ values }: Property): string {
  const [value] = values;
  if (typeof value !== 'object' || value === null) return '';
  const parts = Object.entries(value).map(([name, part]) => {
    const text = String(part);
    if (name === 'until') return `UNTIL=${text.replace(/[-:]/g, '')}`;
    // ical.js has this one day as a number, Sunday as 1.
    if (name === 'wkst') return `WKST=${WEEKDAYS[Number(part) - 1] ?? text}`;
    return `${name}=${text}`;
  });
  return normaliseRule(parts.join(';'));
}
