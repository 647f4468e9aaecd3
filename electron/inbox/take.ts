import { extname } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { Problem, ProblemCode } from '../core/model/problem';
import { type InboxContact, type InboxReading, readInboxJson, readInboxLines, writeRest } from '../inputs/inbox-file';
import type { LogAnswer } from '../ipc/contract/answers';
import type { Reply } from '../ipc/contract/bridge';
import type { KeptAnswer } from '../ipc/contract/strangers';
import { type Layout, layOut } from '../store/layout';
import { codeOf } from '../store/trouble';
import { findFiles, type Lying } from './find-files';
import { sayProblem, wordRefused } from './problems';
import { putDone, putRefused, readTaken, removeOld, shortenDigest, writeRefused } from './put-away';
import { readInboxFile } from './read-file';
import type { IsSettled } from './settled';

/** What the inbox hands over to be logged. */
export interface FromInbox extends InboxContact {
  source: string;
  writtenAt?: string;
}

export interface TakeOptions {
  home: string;
  readNow(): Temporal.Instant;
  log(contact: FromInbox): Promise<Reply<LogAnswer | KeptAnswer>>;
  /** Logs the mail in a file. */
  logMail(path: string, name: string): Promise<MailOutcome>;
}

export interface LoggedMail {
  changeId: string;
  client: string;
  subject: string;
  /** None where it was there already. */
  count: number;
}

/** What became of a mail: logged, waiting for whose it is, not to be logged, or not now. */
export type MailOutcome = { mail: LoggedMail } | { kept: KeptAnswer } | { reason: string } | { trouble: Problem };

/** What became of what lay in the inbox. */
export interface Taken {
  logged: LogAnswer[];
  /** What waits until it is said whose it is. */
  kept: KeptAnswer[];
  mails: LoggedMail[];
  /** What was refused, and what kept the rest from being taken. */
  problems: Problem[];
  /** Names of files that are not settled yet. */
  waiting: string[];
}

/** What is not the fault of a file: it stays where it is until it can be taken. */
const TROUBLE = new Set<ProblemCode>(['disk-full', 'home-in-use', 'home-read-only', 'newer-data', 'unavailable']);
/** It went, or another program holds it. */
const UNREADY = new Set(['ENOENT', 'EBUSY']);
/** A file that is older than that has lain somewhere else, and says nothing about when the contact was. */
const OLDEST_HOURS = 31 * 24;

/** Takes what lies in the inbox, one file after the other in the order they were written. */
export async function takeInbox(options: TakeOptions, isSettled: IsSettled): Promise<Taken> {
  const layout = layOut(options.home);
  const taken: Taken = { logged: [], kept: [], mails: [], problems: [], waiting: [] };
  const files = await findFiles(layout.inbox);
  const known = files.length > 0 ? await readTaken(layout) : new Set<string>();
  for (const file of files) {
    if (!isSettled(file)) taken.waiting.push(file.name);
    else if (!(await takeFile(file, { ...options, layout, known }, taken))) break;
  }
  await removeOld(layout, options.readNow());
  return taken;
}

interface Desk extends TakeOptions {
  layout: Layout;
  /** Digests of what was taken within the week. */
  known: Set<string>;
}

/** `false` where there is no sense in going on. */
async function takeFile(file: Lying, desk: Desk, taken: Taken): Promise<boolean> {
  const { layout, known } = desk;
  const { name, path, stats } = file;
  const refuse = async (reason: string) => {
    await putRefused(layout, path, reason);
    taken.problems.push(wordRefused(name, reason));
    return true;
  };
  if (stats.isSymbolicLink()) return refuse('It is a link, and links are not followed. Put the file itself here.');
  const kind = extname(name).toLowerCase();
  if (!['.json', '.txt', '.eml'].includes(kind)) return refuse('Only .json, .txt and .eml files are read.');
  const read = await readInboxFile(path, kind === '.eml').catch((error) => ({
    failed: codeOf(error) ?? String(error),
  }));
  if (!read || ('failed' in read && UNREADY.has(read.failed))) {
    taken.waiting.push(name);
    return true;
  }
  if ('failed' in read) return refuse(`It can't be read (${read.failed}).`);
  if ('reason' in read) return refuse(read.reason);

  const isKnown = known.has(shortenDigest(read.digest));
  const again =
    'The very same was logged within the last week. If it happened again, say when, such as "at": "2026-11-24T11:20:00+01:00".';
  if (kind === '.eml') {
    if (isKnown) return refuse('This mail was logged within the last week.');
    const outcome = await desk.logMail(path, name);
    if ('trouble' in outcome) return stop(taken, outcome.trouble);
    if ('reason' in outcome) return refuse(outcome.reason);
    if ('kept' in outcome) taken.kept.push(outcome.kept);
    else if (outcome.mail.count > 0) taken.mails.push(outcome.mail);
  } else {
    const reading = kind === '.json' ? readInboxJson(read.text) : readInboxLines(read.text);
    if (reading.kind === 'refused') return refuse(reading.reason);
    if (isKnown && reading.entries.some(({ id }) => id === undefined)) return refuse(again);
    const outcome = await logEntries(reading, read.digest, file, desk, taken);
    if ('trouble' in outcome) return stop(taken, outcome.trouble);
    const { refused, reasons } = outcome;
    if (refused.length === reading.entries.length) return refuse(reasons.join('\n'));
    if (refused.length > 0) {
      await writeRefused(layout, name, writeRest(reading.kind, refused), reasons.join('\n'));
      taken.problems.push(wordRefused(name, reasons.join(' '), refused.length));
    }
  }
  known.add(shortenDigest(read.digest));
  await putDone(layout, path, read.digest, desk.readNow());
  return true;
}

function stop(taken: Taken, problem: Problem): false {
  taken.problems.push(problem);
  return false;
}

/** Logs one entry after the other; those that were logged before are passed over. */
async function logEntries(
  { entries }: Exclude<InboxReading, { kind: 'refused' }>,
  digest: string,
  { stats }: Lying,
  { log, readNow }: Desk,
  taken: Taken,
): Promise<{ trouble: Problem } | { refused: unknown[]; reasons: string[] }> {
  const refused: unknown[] = [];
  const reasons: string[] = [];
  for (const [index, { original, id, contact, reason }] of entries.entries()) {
    const place = index + 1;
    if (contact) {
      const source = id === undefined ? `inbox ${shortenDigest(digest)} ${place}` : `inbox id ${id}`;
      const reply = await log({ ...contact, source, ...writtenAt(stats.mtimeMs, readNow()) });
      if (reply.ok) {
        const { value } = reply;
        if ('strangerId' in value) taken.kept.push(value);
        else taken.logged.push(value);
      }
      if (reply.ok || isLoggedAlready(reply.problem)) continue;
      if (TROUBLE.has(reply.problem.code)) return { trouble: reply.problem };
      const where = entries.length > 1 ? `${place}: ` : '';
      reasons.push(`${where}${sayProblem(reply.problem)}`);
    } else reasons.push(reason ?? 'It is not valid.');
    refused.push(original);
  }
  return { refused, reasons };
}

function isLoggedAlready({ code, field }: Problem): boolean {
  return code === 'exists' && field === 'source';
}

function writtenAt(mtimeMs: number, now: Temporal.Instant): { writtenAt?: string } {
  const written = Temporal.Instant.fromEpochMilliseconds(Math.floor(mtimeMs));
  const isBelievable =
    Temporal.Instant.compare(written, now) < 0 &&
    Temporal.Instant.compare(written, now.subtract({ hours: OLDEST_HOURS })) > 0;
  return isBelievable ? { writtenAt: written.toString() } : {};
}
