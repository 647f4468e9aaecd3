import i18next from 'i18next';
import type { Understanding } from '../../electron/ipc/contract/answers';
import { readLocale } from '../words/i18n';

export interface Chip {
  name: 'who' | 'channel' | 'subject' | 'emergency' | 'urgent' | 'neededBy' | 'minutes' | 'at';
  text: string;
}

export type Candidate = Understanding['candidates'][number];

export function isSame(one: Candidate, other: Candidate | undefined): boolean {
  return one.clientId === other?.clientId && one.personId === other.personId;
}

/** `Globex · Dana Ruiz` */
export function nameCandidate({ client, person }: Candidate): string {
  return person ? `${client} · ${person}` : client;
}

// Written with the language's own Intl: the palette is too small to carry a calendar.
function showDay(day: Date, timeZone: string): string {
  return new Intl.DateTimeFormat(readLocale(), { weekday: 'short', day: 'numeric', month: 'short', timeZone }).format(
    day,
  );
}

function showAt(at: Date, now: Date, timeZone: string): string {
  const time = new Intl.DateTimeFormat(readLocale(), { hour: 'numeric', minute: '2-digit', timeZone }).format(at);
  const day = showDay(at, timeZone);
  return day === showDay(now, timeZone) ? time : `${day} ${time}`;
}

/** What was understood of a line, piece by piece; only what says something. */
export function chipsOf(understood: Understanding, chosen: Candidate | undefined, now: Date, timeZone: string): Chip[] {
  const { channel, direction, count, subject, claimedUrgent, isEmergency, minutes, neededBy } = understood;
  const at = new Date(understood.at);
  const chips: Chip[] = [];
  const add = (name: Chip['name'], text: string | undefined) => {
    if (text) chips.push({ name, text });
  };
  add('who', chosen && nameCandidate(chosen));
  const what = i18next.t(direction === 'in' ? `palette.in.${channel}` : `palette.out.${channel}`);
  add('channel', count > 1 ? `${what} ×${count}` : what);
  add('subject', subject);
  add('emergency', isEmergency ? i18next.t('palette.emergency') : undefined);
  add('urgent', claimedUrgent ? i18next.t('palette.urgent') : undefined);
  add(
    'neededBy',
    neededBy && i18next.t('palette.neededBy', { day: showDay(new Date(`${neededBy}T12:00:00Z`), 'UTC') }),
  );
  add('minutes', minutes === undefined ? undefined : i18next.t('time.minutes', { count: minutes }));
  const isNow = Math.abs(now.getTime() - at.getTime()) < 60_000;
  add('at', isNow ? undefined : showAt(at, now, timeZone));
  return chips;
}
