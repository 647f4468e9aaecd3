import { clientOf, personOf } from '../core/find';
import type { State } from '../core/model/state';
import type { Moment } from '../core/moment';
import { type MergedPeople, mergePeople, type Unmatched } from '../core/people';
import { countContacts, knownRequests, lastContact, putCalendar } from '../core/records';
import { nameStranger } from '../core/strangers';
import { isEmptyBook, mergeBook } from '../core/transfer';
import { readOwnJson } from '../inputs/own-json';
import { isCardFile } from '../inputs/vcard/is-card-file';
import type { LeftOut, LetterBox, MailChoices, StrangersLetter } from '../letter-box';
import { beginsAsMail, isMailName } from '../mail-files';
import type { Offered } from '../offered-mails';
import { importFiles, isCalendarFile, type TextFile } from '../subscriptions/import-files';
import type { Taken } from '../take-letters';
import type { Context } from './context';
import type { ImportAnswer } from './contract/import';

/** A file as it is handed over: its text or, of mail, where it lies. */
export interface GivenFile {
  name: string;
  text?: string | undefined;
  path?: string | undefined;
}

/** What the person says of it. */
export interface Choices extends MailChoices {
  /** Cards, or names on them, that may complete somebody who is known; all of them when not given. */
  merge?: readonly string[] | undefined;
}

type RequestsTold = NonNullable<ImportAnswer['requests']>;

/** Takes files in, whatever each of them is, as one change; what can't be taken is named with the reason. */
export async function importAll(
  files: readonly GivenFile[],
  { merge, ...mailChoices }: Choices,
  { store, moment, readText, dryRun }: Context,
): Promise<ImportAnswer & { changeId?: string }> {
  for (const month of await store.months()) await store.loadMonth(month);
  const { calendarFiles, cardFiles, mailFiles, others } = sortFiles(files);
  const readKept = (calendarId: string) => store.readCalendarText(calendarId);
  const { calendars, ...counts } = await importFiles(calendarFiles, store.state, { moment, readText, readKept });
  const books = others.map(({ name, text }) => ({ name, ...readOwnJson(name, text) }));
  const cards = await readCardFiles(cardFiles);
  const { created, updated, skipped } = counts;
  const total = { created, updated, skipped: skipped + cards.groups };
  const refused = [...counts.refused, ...books.flatMap((each) => each.refused), ...cards.refused];
  const wanted = merge && new Set(merge);
  const isWanted = wanted && ((id: string, name: string) => wanted.has(id) || wanted.has(name));
  const addPeople = (state: State) => mergePeople(state, cards.cards, moment, isWanted);
  // Mail is matched to the people that come with the same files, too.
  const foresee = () => addPeople(mergeBooks(store.state, books)).state;
  const mails = await readMailFiles(mailFiles, foresee, moment, mailChoices);
  refused.push(...mails.refused);
  const told = {
    leftOut: mails.leftOut,
    unmatched: mails.unmatched,
    offered: mails.offered,
    merges: [] as MergedPeople['merges'],
    requests: [] as RequestsTold,
    waiting: [] as NonNullable<ImportAnswer['waiting']>,
  };
  total.skipped += mails.leftOut.reduce((sum, { count }) => sum + count, 0);
  const isNothing =
    calendars.length + cards.cards.length + mails.letters.length + mails.waiting.length === 0 &&
    books.every(({ book }) => isEmptyBook(book));
  if (isNothing) return { ...total, refused, ...filled(told) };
  const letterTaking = mails.letters.length + mails.waiting.length > 0 ? await import('../take-letters') : undefined;
  const { changeId } = await store.update(
    (state) => {
      let next = state;
      for (const { name, book } of books) {
        const merged = mergeBook(next, book);
        next = merged.state;
        count(total, merged);
        for (const id of merged.orphans) refused.push({ file: name, reason: `${id}: its client is not in the file.` });
      }
      const people = addPeople(next);
      next = people.state;
      count(total, people);
      refused.push(...people.refused);
      told.merges = people.merges;
      told.unmatched = [...people.unmatched, ...told.unmatched];
      for (const { calendar, isNew } of calendars) if (isNew) next = putCalendar(next, calendar);
      if (letterTaking) {
        const letters = letterTaking.takeLetters(next, mails.letters, moment);
        next = letters.state;
        total.created += letters.requests.length;
        told.requests = letters.requests.slice(0, MOST_REQUESTS).map((each) => shapeTaken(next, each));
        for (const { file, letter } of mails.waiting) {
          const kept = letterTaking.keepLetter(next, letter, moment);
          next = kept.state;
          total.created += 1;
          told.waiting.push({ file, name: nameStranger(kept.stranger) ?? '', strangerId: kept.stranger.id });
        }
      }
      return { state: next, note: { code: 'imported', values: { created: total.created } }, result: undefined };
    },
    { dryRun, backup: 'import' },
  );
  if (!dryRun) for (const { reading, text } of calendars) await store.keepReading(reading, text);
  return { ...total, refused, ...filled(told), changeId };
}

/** More of them nobody reads through. */
const MOST_REQUESTS = 100;

type Counts = Record<'created' | 'updated' | 'skipped', number>;

function count(total: Counts, { created, updated, skipped }: Counts): void {
  total.created += created;
  total.updated += updated;
  total.skipped += skipped;
}

function shapeTaken(state: State, { request, joined, contactId }: Taken): RequestsTold[number] {
  const { id, contacts } = knownRequests(state).find((each) => each.id === request.id) ?? request;
  const client = clientOf(state, request);
  const contact = contacts.find((each) => each.id === contactId) ?? lastContact(request);
  const person = personOf(client, contact)?.name;
  return {
    ...{ requestId: id, client: client.name, subject: request.subject, direction: contact.direction, joined },
    count: countContacts({ contacts }),
    ...(person !== undefined && { person }),
  };
}

function sortFiles(files: readonly GivenFile[]) {
  const sorted = { calendarFiles: [] as TextFile[], cardFiles: [] as TextFile[], others: [] as TextFile[] };
  const mailFiles: GivenFile[] = [];
  for (const { name, text, path } of files) {
    const file = { name, text: text ?? '' };
    if (path !== undefined) mailFiles.push({ name, path });
    else if (isCalendarFile(file)) sorted.calendarFiles.push(file);
    else if (isCardFile(file)) sorted.cardFiles.push(file);
    else if (isMailName(name) || beginsAsMail(file.text.slice(0, 4000))) mailFiles.push(file);
    else sorted.others.push(file);
  }
  return { ...sorted, mailFiles };
}

async function readCardFiles(files: readonly TextFile[]) {
  if (files.length === 0) return { cards: [], refused: [], groups: 0 };
  const { readCards } = await import('../inputs/vcard/read-cards');
  const read = files.map(({ name, text }) => readCards(name, text));
  return {
    cards: read.flatMap((each) => each.cards),
    refused: read.flatMap((each) => each.refused),
    groups: read.reduce((sum, each) => sum + each.groups, 0),
  };
}

/** The book with what the files bring, to know whose mail is somebody's. */
function mergeBooks(state: State, books: readonly { book: Parameters<typeof mergeBook>[1] }[]): State {
  return books.reduce((next, { book }) => mergeBook(next, book).state, state);
}

interface FoundMails extends Pick<LetterBox, 'letters' | 'refused'> {
  leftOut: LeftOut[];
  unmatched: Unmatched[];
  offered: Offered[];
  /** Of somebody unknown: one by itself, or those of which it is said. */
  waiting: { file: string; letter: StrangersLetter }[];
}

async function readMailFiles(
  files: readonly GivenFile[],
  foresee: () => State,
  moment: Moment,
  choices: MailChoices,
): Promise<FoundMails> {
  if (files.length === 0) return { letters: [], refused: [], leftOut: [], unmatched: [], offered: [], waiting: [] };
  const { readMails } = await import('../mail-import');
  const box = await readMails(files, foresee(), moment, choices);
  const letter = box.lone();
  const told = { leftOut: box.leftOut(), unmatched: box.unmatched(), offered: box.offered() };
  const waiting = letter ? [{ file: files[0]?.name ?? '', letter }] : box.waiting;
  return { letters: box.letters, refused: box.refused, ...told, waiting };
}

/** Lists with nothing in them are not told of. */
function filled<T extends Record<string, readonly unknown[]>>(lists: T): Partial<T> {
  // The type can not follow that the filter drops exactly the empty lists.
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0)) as Partial<T>;
}
