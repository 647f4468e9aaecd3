import { cleanLine } from '../../core/model/scalars';
import { MOST_ADDRESSES } from './limits';
import { type Parsed, type Property, parameterOf } from './parse';

/** Who takes part in an event, without me, and what I answered, where I am among them. */
export interface People {
  emails: string[];
  /** PARTSTAT, in upper case. */
  myAnswer?: string;
}

/** Mail addresses of organizer and attendees; rooms and things are left out. */
export function readAddresses(parsed: Parsed, myEmails: ReadonlySet<string>): People {
  const people: People = { emails: [] };
  const seen = new Set<string>();
  for (const property of parsed.properties) {
    if (property.name !== 'organizer' && property.name !== 'attendee') continue;
    const email = addressOf(property);
    if (email === undefined) continue;
    if (myEmails.has(email)) {
      const answer = parameterOf(property, 'partstat').toUpperCase();
      if (property.name === 'attendee' && answer !== '') people.myAnswer = answer;
    } else if (
      seen.size < MOST_ADDRESSES &&
      !['ROOM', 'RESOURCE'].includes(parameterOf(property, 'cutype').toUpperCase())
    ) {
      seen.add(email);
    }
  }
  people.emails = [...seen];
  return people;
}

/** Apple names some people by a path of its own, and has the address in a parameter. */
function addressOf(property: Property): string | undefined {
  const [value] = property.values;
  const text = typeof value === 'string' ? value : '';
  const address = /^mailto:/i.test(text) ? text.slice('mailto:'.length) : parameterOf(property, 'email') || text;
  const clean = cleanLine(address)
    .replace(/^mailto:/i, '')
    .toLowerCase();
  return clean.length <= 254 && /^[^\s@<>"]+@[^\s@<>"]+$/.test(clean) ? clean : undefined;
}
