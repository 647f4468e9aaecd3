import type { Temporal } from 'temporal-polyfill';
import { normaliseRule } from '../../core/calls/rule-parts';
import { dayOf } from '../../core/days';
import type { StandingCall } from '../../core/model/call';
import type { Client } from '../../core/model/client';
import {
  instantProperty,
  localProperty,
  minutesProperty,
  type Property,
  textProperty,
  writeDocument,
} from './document';
import { findFirstStart, writeRule } from './recurrence';
import { writeTimeZone } from './time-zone';

/** Nobody may write the zone's next years into the client's calendar again, so there are more of them. */
const ZONE_YEARS_AHEAD = 15;
const ADDRESS = /^[^\s@<>",;:]+@[^\s@<>",;:]+$/;

export interface Proposal extends Pick<StandingCall, 'rule' | 'start' | 'timeZone' | 'minutes'> {
  /** The same each time that this proposal is written, and the standing call's own once it was agreed on. */
  uid: string;
  client: Client;
  myName: string;
  /** My mail address, where it is known. */
  organizer?: string;
}

/**
 * A proposed standing call as a file for the client's calendar (RFC 5545 text).
 *
 * With my address it is an invitation (METHOD:REQUEST) of the client's people, who answer to it. Without one nobody
 * could be answered, and RFC 5546 (3.2.2) wants an organizer in every REQUEST: it is then a plain event to add, without
 * attendees, for those belong to an organizer (RFC 5545, 3.8.4.3). Such a file has no METHOD, since PUBLISH wants an
 * organizer too (RFC 5546, 3.2.1). Outlook reads both kinds from an .ics file, and takes one without METHOD as PUBLISH
 * ([MS-STANOICAL] 2.2.99 and 2.2.51); it blocks accepting a REQUEST that does not invite its reader.
 */
export function writeInvitation(proposal: Proposal, now: Temporal.Instant): string {
  const { timeZone, minutes, uid, client, myName, organizer } = proposal;
  const call = { ...proposal, rule: normaliseRule(proposal.rule) };
  const start = findFirstStart(call) ?? call.start;
  const invited = client.people.flatMap(({ name, emails: [email] }) => (isAddress(email) ? [{ name, email }] : []));
  const isRequest = isAddress(organizer) && invited.length > 0;
  const firstYear = Number(start.slice(0, 4));
  const lastYear = Math.max(firstYear, dayOf(now, 'UTC').year) + ZONE_YEARS_AHEAD;
  const properties: Property[] = [
    textProperty('uid', uid),
    instantProperty('dtstamp', now),
    ['sequence', {}, 'integer', 0],
    textProperty('summary', ['Standing call', [client.name, myName].filter(Boolean).join(' and ')].join(': ')),
    localProperty('dtstart', start, timeZone),
    minutesProperty('duration', minutes),
    writeRule(call),
    textProperty('transp', 'OPAQUE'),
    textProperty('status', 'CONFIRMED'),
    ...(isRequest
      ? [organizerProperty(myName, organizer), ...invited.map(({ name, email }) => attendeeProperty(name, email))]
      : []),
  ];
  return writeDocument(isRequest ? [textProperty('method', 'REQUEST')] : [], [
    writeTimeZone(timeZone, firstYear, lastYear),
    ['vevent', properties, []],
  ]);
}

function isAddress(text: string | undefined): text is string {
  return text !== undefined && ADDRESS.test(text);
}

function organizerProperty(name: string, address: string): Property {
  return ['organizer', name === '' ? {} : { cn: withoutQuotes(name) }, 'cal-address', `mailto:${address}`];
}

function attendeeProperty(name: string, address: string): Property {
  const parameters = {
    cn: withoutQuotes(name),
    role: 'REQ-PARTICIPANT',
    partstat: 'NEEDS-ACTION',
    rsvp: 'TRUE',
  };
  return ['attendee', parameters, 'cal-address', `mailto:${address}`];
}

/** A parameter can't hold a quotation mark, and few programs know the way around it (RFC 6868). */
function withoutQuotes(name: string): string {
  return name.replaceAll('"', '’').replaceAll('^', '');
}
