import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fold } from '../core/find';
import { firmDomainOf } from '../core/mail-domains';
import type { Reading } from '../core/model/calendar';
import type { Client } from '../core/model/client';
import type { Desk } from './desk';
import { listFolder, readText } from './durable';
import { publish } from './publish';
import { listReadingFiles, readCalendarText, writeReading } from './readings';

/** Shorter words stand in half of all texts. */
const SHORTEST_NAME = 3;

/**
 * Takes a client out of what was read of the person's own calendars: the addresses of theirs, and the words of events that
 * name them or that they take part in. The times stay, since they are the person's; so do the calendars themselves.
 */
export async function purgeReadings(desk: Desk, forgotten: readonly Client[]): Promise<void> {
  const others = desk.state.clients.filter((client) => !forgotten.includes(client));
  const isNaming = createNameFinder(forgotten, others);
  const readings = { ...desk.state.readings };
  for (const [calendarId, reading] of Object.entries(readings)) {
    const text = await readCalendarText(desk, calendarId);
    const left = { reading: withoutNames(reading, isNaming), text: text && withoutWords(text, isNaming) };
    if (left.reading === reading && left.text === text) continue;
    await writeReading(desk, left.reading, left.text === text ? undefined : left.text);
    readings[calendarId] = left.reading;
  }
  publish(desk, { ...desk.state, readings });
  await purgeStray(desk, isNaming);
}

/** What is kept of calendars that were removed, for as long as that can be undone, goes as a whole; it is read again then. */
async function purgeStray({ layout, state }: Desk, isNaming: IsNaming): Promise<void> {
  const known = new Set(state.calendars.flatMap(({ id }) => listReadingFiles(layout, id)));
  for (const name of await listFolder(layout.calendars)) {
    const path = join(layout.calendars, name);
    if (!known.has(name) && isNaming((await readText(path)) ?? '')) await rm(path, { force: true });
  }
}

type IsNaming = (text: string) => boolean;

/** Whether a text names one of them, a person of theirs in full, or an address of theirs; that of their firm counts as long as nobody else is there. */
function createNameFinder(forgotten: readonly Client[], others: readonly Client[]): IsNaming {
  const mailsOf = (clients: readonly Client[]) =>
    clients.flatMap(({ people }) => people.flatMap(({ emails }) => emails));
  const domainsOf = (clients: readonly Client[]) => new Set(mailsOf(clients).map(firmDomainOf));
  const shared = domainsOf(others);
  const domains = [...domainsOf(forgotten)].filter((domain) => domain !== '' && !shared.has(domain));
  const called = forgotten.flatMap(({ name, people }) => [name, ...people.map((person) => person.name)]);
  const names = [...called, ...mailsOf(forgotten)].map(fold).filter((name) => name.length >= SHORTEST_NAME);
  const words = [...names, ...domains.map((domain) => `@${domain}`)];
  return (text) => {
    const folded = fold(text);
    return words.some((word) => holdsWord(folded, word));
  };
}

/** Whether a word stands there by itself, and is no part of another one. */
function holdsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const [before, after] = [word.startsWith('@') ? '' : text.charAt(at - 1), text.charAt(at + word.length)];
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return true;
  }
  return false;
}

/** The same object when nobody of them is in it. */
function withoutNames(reading: Reading, isNaming: IsNaming): Reading {
  const redact = <E extends { summary: string; emails?: string[] | undefined }>(event: E): E => {
    const emails = event.emails?.filter((email) => !isNaming(email));
    if (emails?.length === event.emails?.length && !isNaming(event.summary)) return event;
    return { ...event, summary: '', ...(emails && { emails }) };
  };
  const busy = reading.busy.map(redact);
  const recurring = reading.recurring.map(redact);
  const refused = reading.refused.filter(({ reason }) => !isNaming(reason));
  const isSame =
    refused.length === reading.refused.length &&
    busy.every((event, index) => event === reading.busy[index]) &&
    recurring.every((event, index) => event === reading.recurring[index]);
  return isSame ? reading : { ...reading, busy, recurring, refused };
}

/** A line of a calendar with its folds. */
const LINE = /[^\r\n]*(?:\r\n|\r|\n|$)(?:[ \t][^\r\n]*(?:\r\n|\r|\n|$))*/g;
/** What only words are in; times are never reckoned from it. */
const WORDS =
  /^(?:SUMMARY|DESCRIPTION|LOCATION|COMMENT|CONTACT|URL|ATTACH|CONFERENCE|STYLED-DESCRIPTION|X-ALT-DESC)[;:]/i;
/** What goes where it names them. */
const NAMES = /^(?:ATTENDEE|ORGANIZER|CATEGORIES|X-[A-Z0-9-]+)[;:]/i;

/** The text of a calendar without them: of events that name them no words are left, of others nothing changes. */
function withoutWords(text: string, isNaming: IsNaming): string {
  let left = '';
  let event: string[] | undefined;
  for (const [line] of text.matchAll(LINE)) {
    const plain = line.replace(/(?:\r\n|\r|\n)[ \t]/g, '');
    if (/^BEGIN:VEVENT/i.test(plain)) event = [];
    if (!event) left += line;
    else event.push(line);
    if (!event || !/^END:VEVENT/i.test(plain)) continue;
    left += redactEvent(event, isNaming);
    event = undefined;
  }
  return left + (event?.join('') ?? '');
}

function redactEvent(lines: readonly string[], isNaming: IsNaming): string {
  const isTheirs = (line: string) => isNaming(line.replace(/(?:\r\n|\r|\n)[ \t]/g, ''));
  if (!lines.some(isTheirs)) return lines.join('');
  return lines.filter((line) => !WORDS.test(line) && !(NAMES.test(line) && isTheirs(line))).join('');
}
