import PostalMime, { type Address, type Email } from 'postal-mime';
import type { Temporal } from 'temporal-polyfill';
import { cleanLine, LINE_LIMIT } from '../../core/model/scalars';
import { restoreWindowsLetters } from '../charsets';
import { readFirstLines } from './first-lines';
import { readHtml } from './html-text';
import {
  DEEPEST,
  LONGEST_BODY,
  LONGEST_HEAD,
  LONGEST_ID,
  MOST_ATTACHMENTS_NAMED,
  MOST_RECIPIENTS,
  MOST_REFERENCES,
} from './limits';
import { readMailDate } from './mail-date';
import type { RawMail } from './split-mails';
import { cleanSubject } from './subject';

/*
 * This module brings postal-mime along: import it when a mail is there to be read, with `await import(…)`.
 */

export interface Mailbox {
  name: string;
  /** Lower case. */
  address: string;
}

/** What the headers of a mail say. */
export interface Envelope {
  from?: Mailbox;
  /** To and Cc. */
  to: Mailbox[];
  /** Without what mail programs put before it. */
  subject: string;
  /** Absent when no header says a time that can be true. */
  at?: Temporal.Instant;
  messageId?: string;
  /** The mails that it answers, the nearest first. */
  references: string[];
  /** Sent by a program to many, or as an automatic answer: a newsletter, a list, an out-of-office note. */
  isAutomatic: boolean;
  claimedUrgent: boolean;
}

/** The words of a mail. */
export interface Words {
  text: string;
  /** Names of the files that came along. */
  attachments: string[];
}

const LIMITS = {
  maxNestingDepth: DEEPEST + 5,
  maxHeadersSize: LONGEST_HEAD * 2 + LONGEST_BODY,
  maxRfc822NestingDepth: 0,
} as const;

/** What the headers of a mail say; nothing of its words is looked at. */
export async function readEnvelope({ head, envelope }: RawMail, now: Temporal.Instant): Promise<Envelope> {
  const mail = await PostalMime.parse(head, LIMITS);
  const say = (name: string) => mail.headers.find((header) => header.key === name)?.value;
  const [from] = flatten(mail.from ? [mail.from] : mail.sender ? [mail.sender] : []);
  const at = readMailDate({ date: say('date'), received: say('received'), envelope }, now);
  const messageId = readIds(say('message-id'))[0];
  const subject = cleanSubject(mail.subject ?? '');
  return {
    to: flatten([...(mail.to ?? []), ...(mail.cc ?? [])]).slice(0, MOST_RECIPIENTS),
    subject,
    references: [...readIds(say('in-reply-to')), ...readIds(say('references')).reverse()].slice(0, MOST_REFERENCES),
    isAutomatic: isAutomatic(say),
    claimedUrgent:
      isMarkedUrgent(say) || /(^|[^\p{L}])(asap|urgent|dringend|eilt|súrne|gấp|至急|緊急)([^\p{L}]|$)/iu.test(subject),
    ...(from && { from }),
    ...(at && { at }),
    ...(messageId !== undefined && { messageId }),
  };
}

/** The first lines of a mail and the names of what came along. */
export async function readWords({ whole }: RawMail): Promise<Words> {
  const mail = await PostalMime.parse(whole, LIMITS);
  const plain = mail.text?.trim() ? mail.text : readHtml(mail.html ?? '');
  return { text: readFirstLines(plain), attachments: nameAttachments(mail) };
}

function nameAttachments({ attachments }: Email): string[] {
  return attachments
    .filter(({ related, disposition }) => !related || disposition === 'attachment')
    .map(({ filename }) => tidy(filename ?? ''))
    .filter((name) => name !== '')
    .slice(0, MOST_ATTACHMENTS_NAMED);
}

function flatten(addresses: readonly Address[]): Mailbox[] {
  return addresses
    .slice(0, MOST_RECIPIENTS)
    .flatMap((each) => each.group ?? [each])
    .flatMap(({ name, address = '' }) => {
      const plain = cleanLine(address.slice(0, LINE_LIMIT)).toLowerCase();
      if (!/^[^\s@<>]+@[^\s@<>]+$/.test(plain)) return [];
      const said = tidy(name ?? '').replace(/^['"]+|['"]+$/g, '');
      return [{ name: said.toLowerCase() === plain ? '' : said, address: plain }];
    });
}

function tidy(text: string): string {
  return cleanLine(restoreWindowsLetters(text.slice(0, LINE_LIMIT)));
}

function readIds(value: string | undefined): string[] {
  const ids = (value ?? '').match(/<[^<>\s]{1,500}>/g) ?? [];
  return ids.map((id) => id.slice(1, -1)).filter((id) => id.length <= LONGEST_ID);
}

type Say = (name: string) => string | undefined;

function isAutomatic(say: Say): boolean {
  const automatic = say('auto-submitted')?.trim().toLowerCase();
  return (
    say('list-unsubscribe') !== undefined ||
    say('list-id') !== undefined ||
    /^\s*(bulk|list|junk|auto_reply)\b/i.test(say('precedence') ?? '') ||
    (automatic !== undefined && !automatic.startsWith('no')) ||
    // A note that a mail could not be delivered, or was read.
    /^\s*multipart\/report\b/i.test(say('content-type') ?? '')
  );
}

function isMarkedUrgent(say: Say): boolean {
  return (
    /^\s*high\b/i.test(say('importance') ?? '') ||
    /^\s*[12]\b/.test(say('x-priority') ?? '') ||
    /^\s*urgent\b/i.test(say('priority') ?? '')
  );
}
