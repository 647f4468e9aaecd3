import i18next from 'i18next';
import type { Client } from '../../electron/core/model/client';
import type { Understanding } from '../../electron/ipc/contract/answers';

import { type Correctable, type Corrections, hasCorrection, type Reading } from './corrections';
import { daysUntil, sayDate, sayDay, sayTime } from './say-when';

export interface Chip {
  name: 'who' | Correctable;
  /** What it says; empty where nothing is said of it yet. */
  text: string;
  /** The person set it right. */
  isCorrected: boolean;
}

export type Candidate = Understanding['candidates'][number];

export function isSame(one: Candidate, other: Candidate | undefined): boolean {
  return one.clientId === other?.clientId && one.personId === other.personId;
}

/** `Globex · Dana Ruiz` */
export function nameCandidate({ client, person }: Candidate): string {
  return person ? `${client} · ${person}` : client;
}

/** Those whom a line may mean, then the client of the best of them and everybody else of theirs. */
export function alternativesOf(candidates: readonly Candidate[], clients: readonly Client[]): readonly Candidate[] {
  const [best] = candidates;
  const found = clients.find((each) => each.id === best?.clientId);
  if (!found) return candidates;
  const firm = { clientId: found.id, client: found.name };
  const theirs = found.people.map(({ id, name }) => ({ ...firm, personId: id, person: name }));
  return [...candidates, ...[firm, ...theirs].filter((each) => !candidates.some((other) => isSame(other, each)))];
}

function showAt(at: Date, now: Date, timeZone: string): string {
  const time = sayTime(at, timeZone);
  return daysUntil(at, now, timeZone) === 0 ? time : `${sayDay(at, timeZone)} ${time}`;
}

/** The order they are read in: who, how, what about, how pressing, and the rest. */
const ORDER = [
  'channel',
  'subject',
  'emergency',
  'urgent',
  'neededBy',
  'minutes',
  'at',
  'askedBy',
  'purpose',
] as const satisfies readonly Correctable[];

/** What a line says, piece by piece: all pieces there can be, those of which nothing is said with no words. */
export function chipsOf(
  reading: Reading,
  corrections: Corrections,
  who: { best: Candidate | undefined; chosen: Candidate | undefined },
  now: Date,
  timeZone: string,
): Chip[] {
  const meant = who.chosen ?? who.best;
  const isCorrected = meant !== undefined && who.best !== undefined && !isSame(meant, who.best);
  return [
    ...(meant ? [{ name: 'who' as const, text: nameCandidate(meant), isCorrected }] : []),
    ...ORDER.map((name) => ({
      name,
      text: showPart(name, reading, now, timeZone),
      isCorrected: hasCorrection(name, corrections),
    })),
  ];
}

function showPart(name: Correctable, reading: Reading, now: Date, timeZone: string): string {
  const { channel, direction, count, neededBy, neededWords, minutes, askedBy, purpose } = reading;
  switch (name) {
    case 'channel': {
      const what = i18next.t(direction === 'in' ? `palette.in.${channel}` : `palette.out.${channel}`);
      return count > 1 ? `${what} ×${count}` : what;
    }
    case 'subject':
      return reading.subject;
    case 'emergency':
      return reading.isEmergency ? i18next.t('palette.emergency') : '';
    case 'urgent':
      return reading.claimedUrgent ? i18next.t('palette.urgent') : '';
    case 'neededBy': {
      const day = neededBy ? sayDate(neededBy) : neededWords;
      return day ? i18next.t('palette.neededBy', { day }) : '';
    }
    case 'minutes':
      return minutes === undefined ? '' : i18next.t('time.minutes', { count: minutes });
    case 'at': {
      const at = new Date(reading.at);
      return Math.abs(now.getTime() - at.getTime()) < 60_000 ? '' : showAt(at, now, timeZone);
    }
    case 'askedBy':
      return askedBy ? i18next.t('palette.askedBy', { who: askedBy }) : '';
    case 'purpose':
      return purpose ? i18next.t('palette.purpose', { what: purpose }) : '';
  }
}
