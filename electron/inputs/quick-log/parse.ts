import type { Temporal } from 'temporal-polyfill';
import { dayOf } from '../../core/days';
import type { Client } from '../../core/model/client';
import type { Channel } from '../../core/model/request';
import { type Candidate, isAmbiguous, type Recency } from './find-client';
import { type Found, type Line, TAKEN } from './line';
import { readWay } from './read-channel';
import { readLastMinutes, readNear } from './read-near';
import { type Needs, readBareOccasion, readNeeds, readUrgent } from './read-needs';
import { cleanText } from './read-text';
import { placeContact } from './read-time';
import { readWho } from './read-who';
import { readSubject } from './rest';
import { makeSpans, type Span } from './spans';

/** What one line of text says. What was not understood stays in the subject. */
export interface Understood extends Needs {
  candidates: Candidate[];
  /** Two different clients fit equally well. */
  ambiguous: boolean;
  channel: Channel;
  direction: 'in' | 'out';
  count: number;
  subject: string;
  claimedUrgent: boolean;
  isEmergency: boolean;
  minutes?: number;
  at: Temporal.Instant;
  /** Where in the line as typed each part stands. */
  spans: Span[];
}

/**
 * Understands a line such as `dana 3 missed calls re invoice, urgent` or `Ilse hat dreimal angerufen wegen Vertrag` in
 * English, German, Slovak and Vietnamese, mixed or not: who, by which channel, how often, when, what about, whether it is
 * called urgent, by when, by whom and what for. `!` as a word of its own or at either end marks an emergency. `recency`
 * names the clients in touch lately, the latest first.
 */
export function parseQuickLog(
  raw: string,
  clients: readonly Client[],
  now: Temporal.Instant,
  timeZone: string,
  recency: Recency = [],
): Understood {
  const clean = cleanText(raw);
  const found: Found[] = [];
  const calm = readEmergency(clean.text, found);
  const { candidates, head, tail } = readWho(calm, found, clients, recency);
  const today = dayOf(now, timeZone);

  const needs = { ...readNeeds(tail, today), ...readNeeds(head, today) };
  const claimedUrgent = [head, tail].map(readUrgent).includes(true);
  const way = readWay(head);
  const near = readNear(head, today);
  const minutes = near.minutes ?? readLastMinutes(tail);
  // "called, 12 min": a call that lasted was answered.
  const isTalk = minutes !== undefined && (way === undefined || (way.channel === 'missed-call' && !way.isMissed));
  const purpose = needs.purpose ?? readPurpose(head, tail);
  const { subject, places } = readSubject(head, tail);
  for (const place of places) found.push({ part: 'subject', from: place, to: place + 1 });
  return {
    ...needs,
    candidates,
    ambiguous: isAmbiguous(candidates),
    channel: isTalk ? 'call' : (way?.channel ?? 'missed-call'),
    direction: way?.direction ?? 'in',
    count: Math.min(Math.max(near.times ?? way?.count ?? 1, 1), 999),
    subject: `${subject}${clean.unread}`.trim(),
    claimedUrgent,
    isEmergency: calm !== clean.text,
    at: placeContact(near.clock, near.dayBefore, now.subtract({ minutes: near.minutesAgo ?? 0 }), timeZone),
    ...(minutes !== undefined && { minutes }),
    ...(purpose !== undefined && { purpose }),
    spans: makeSpans(clean, raw, found),
  };
}

/** Overwrites the signs of an emergency. */
function readEmergency(text: string, found: Found[]): string {
  return text.replace(/^!+|(?<=\s)!+(?=\s|$)|(?<!!)!+$/g, (signs, index: number) => {
    found.push({ part: 'urgent', from: index, to: index + signs.length });
    return TAKEN.repeat(signs.length);
  });
}

/** An occasion that stands alone says what it is for, unless it is all that is said. */
function readPurpose(head: Line, tail: Line): string | undefined {
  for (const line of [tail, head]) {
    const probe = { ...line, found: [...line.found] };
    const purpose = readBareOccasion(probe);
    if (purpose === undefined) continue;
    const rest = line === tail ? readSubject(head, probe) : readSubject(probe, tail);
    if (rest.subject === '') continue;
    readBareOccasion(line);
    return purpose;
  }
  return undefined;
}
