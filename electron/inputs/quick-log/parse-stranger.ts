import type { Temporal } from 'temporal-polyfill';
import type { Client } from '../../core/model/client';
import type { Who } from '../../core/model/stranger';
import { guessName } from './guess-name';
import { parseQuickLog, type Understood } from './parse';
import type { Span } from './spans';

export interface UnderstoodStranger extends Understood {
  /** Who it seems to be; empty where nothing says so. */
  who: Who;
}

/**
 * Understands a line about somebody who is not known: the name is guessed, and the line is read as if a client were so
 * called, so that the subject leaves the name out.
 */
export function parseStranger(raw: string, now: Temporal.Instant, timeZone: string): UnderstoodStranger {
  const read = (who: Who) => parseQuickLog(raw, [supposeClient(who)], now, timeZone);
  const plain = read({});
  const who = guessName(raw, plain.spans);
  const way = plain.spans.some(isWay) || raw.trim() === '' ? undefined : findBesideWay(raw, read);
  const best = way ? { ...who, ...way } : who;
  const { candidates: _, ...understood } = read(best);
  // Of "Jane Doe <jane@doe.example>" the signs around the address are left.
  const subject = understood.subject.replace(/<\s*>\s*/g, '').trim();
  return { ...understood, subject, candidates: [], who: best };
}

/** How many words are tried as a name. */
const MOST_TRIED = 6;

/** "vm acme", "acme voicemail budget": some words tell the way of contact only beside a name, and so tell the name. */
function findBesideWay(raw: string, read: (who: Who) => Understood): Who | undefined {
  const [line = ''] = raw.split('\n');
  return [...line.matchAll(/[\p{L}][\p{L}\p{M}\p{N}&.'’-]{2,79}/gu)]
    .slice(0, MOST_TRIED)
    .map(([name]): Who => ({ name: name.charAt(0).toUpperCase() + name.slice(1) }))
    .find((who) => read(who).spans.some(isWay));
}

function isWay({ part }: Span): boolean {
  return part === 'channel';
}

function supposeClient({ name, firm, email, phone }: Who): Client {
  const person = {
    id: 'per_supposed',
    // Without a firm the name stands for the client: said twice, one of both would stay in the subject.
    name: firm === undefined ? '' : (name ?? ''),
    emails: email ? [email] : [],
    phones: phone ? [phone] : [],
  };
  return {
    id: 'cli_supposed',
    updatedAt: '',
    updatedBy: '',
    name: firm ?? name ?? '',
    people: [person],
    timeZone: 'UTC',
    language: 'en',
    form: 'familiar',
    prefers: 'email',
    emergency: '',
    allowance: 0,
    limit: 'firm',
    joinWithinMinutes: 0,
    notes: '',
  };
}
