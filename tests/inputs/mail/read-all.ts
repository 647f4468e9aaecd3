import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { type Envelope, readEnvelope, readWords, type Words } from '../../../electron/inputs/mail/read-mail';
import { createMailSplitter, type RawMail } from '../../../electron/inputs/mail/split-mails';

/** A Tuesday, 11:20 in Vienna. */
export const NOW = Temporal.Instant.from('2026-11-24T11:20:00+01:00');

export const FOLDER = join(import.meta.dirname, '../../fixtures/mails');

export function readFixture(name: string): Uint8Array {
  return readFileSync(join(FOLDER, name));
}

export function splitAll(bytes: Uint8Array, chunk = bytes.length): RawMail[] {
  const mails: RawMail[] = [];
  const splitter = createMailSplitter((mail) => mails.push(mail));
  for (let at = 0; at < bytes.length; at += Math.max(1, chunk)) splitter.push(bytes.slice(at, at + Math.max(1, chunk)));
  splitter.end();
  return mails;
}

/** Every mail of a file as it is read. */
export async function readAll(bytes: Uint8Array, chunk?: number): Promise<(Envelope & Words & { line: number })[]> {
  const read = [];
  for (const mail of splitAll(bytes, chunk))
    read.push({ line: mail.line, ...(await readEnvelope(mail, NOW)), ...(await readWords(mail)) });
  return read;
}
