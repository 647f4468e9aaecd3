import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { setImmediate as yieldTurn } from 'node:timers/promises';
import type { State } from './core/model/state';
import type { Moment } from './core/moment';
import { createMailSplitter, type RawMail } from './inputs/mail/split-mails';
import { type LetterBox, type MailChoices, openLetterBox } from './letter-box';
import { codeOf } from './store/trouble';

/** A file of mails: where it lies, or its text where another program has read it already. */
export interface MailFile {
  name: string;
  path?: string | undefined;
  text?: string | undefined;
}

/** How much is read at a time: what is in memory of a mailbox of any size. */
const CHUNK_BYTES = 256 * 1024;
/** What Outlook's own format begins with ([MS-CFB]), and how much of it is read: all of it, for its parts lie anywhere. */
const OUTLOOK = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0);
const OUTLOOK_BYTES = 50 * 1024 * 1024;
const OUTLOOK_REASONS = {
  tooLong: 'It is an Outlook message of more than 50 MB: save it without its attachments, or as .eml.',
  noMail: 'It is a file of Outlook, but no mail that can be read: save it as .eml.',
  noPath: 'An Outlook message (.msg) has to be given as a file, not as text; or save it as .eml.',
};

/**
 * Reads files of mails, one mail after another, and keeps of each what becomes an entry. A mailbox may be of any size;
 * what is not from a client is only counted.
 */
export async function readMails(
  files: readonly MailFile[],
  state: State,
  moment: Moment,
  choices: MailChoices = {},
): Promise<LetterBox> {
  const box = openLetterBox(state, moment, choices);
  for (const { name, path, text } of files) {
    try {
      if (path === undefined && /\.msg$/i.test(name)) box.refuse(name, OUTLOOK_REASONS.noPath);
      else if (path === undefined) await takeAll(box, name, chunksOf(text ?? ''));
      else await readPath(box, name, path);
    } catch (error) {
      const code = codeOf(error);
      if (code === undefined) throw error;
      box.refuse(name, code === 'ENOENT' ? 'There is no such file.' : `It can't be read (${code}).`);
    }
  }
  return box;
}

async function readPath(box: LetterBox, name: string, path: string): Promise<void> {
  // Without waiting: a pipe would keep the reader until somebody writes.
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const found = await handle.stat();
    if (found.isDirectory()) box.refuse(name, 'It is a folder.');
    else if (!found.isFile()) box.refuse(name, 'It is no ordinary file.');
    else await takeAll(box, name, readChunks(handle));
  } finally {
    await handle.close();
  }
}

async function* readChunks(handle: FileHandle): AsyncGenerator<Uint8Array> {
  for (;;) {
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(CHUNK_BYTES), 0, CHUNK_BYTES);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
  }
}

function* chunksOf(text: string): Generator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield bytes.subarray(at, at + CHUNK_BYTES);
}

async function takeAll(
  box: LetterBox,
  name: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<void> {
  const mails: RawMail[] = [];
  const splitter = createMailSplitter((mail) => mails.push(mail));
  let count = 0;
  let isFirst = true;
  let outlook: Uint8Array[] | undefined;
  let length = 0;
  const takeMails = async () => {
    for (const mail of mails.splice(0)) {
      count += 1;
      await box.take(name, mail);
    }
  };
  for await (const chunk of chunks) {
    if (isFirst) outlook = OUTLOOK.every((byte, index) => chunk[index] === byte) ? [] : undefined;
    isFirst = false;
    if (outlook) {
      outlook.push(chunk);
      length += chunk.length;
      if (length > OUTLOOK_BYTES) return box.refuse(name, OUTLOOK_REASONS.tooLong);
      continue;
    }
    splitter.push(chunk);
    await takeMails();
    // The app has other things to do meanwhile.
    await yieldTurn();
  }
  if (outlook) {
    const { writeAsMail } = await import('./inputs/mail/outlook/write-as-mail');
    const mail = writeAsMail(Buffer.concat(outlook));
    if (!mail) return box.refuse(name, OUTLOOK_REASONS.noMail);
    splitter.push(mail);
  }
  splitter.end();
  await takeMails();
  if (count === 0) box.refuse(name, 'It is empty.');
}
