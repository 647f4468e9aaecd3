import type { Temporal } from 'temporal-polyfill';
import { firmDomainOf } from './core/mail-domains';
import type { Client } from './core/model/client';
import type { State } from './core/model/state';
import type { Moment } from './core/moment';
import type { Unmatched } from './core/people';
import { knownRequests } from './core/records';
import { type Envelope, type Mailbox, readEnvelope, readWords } from './inputs/mail/read-mail';
import type { RawMail } from './inputs/mail/split-mails';

/** A mail that becomes an entry. */
export interface Letter {
  clientId: string;
  personId?: string;
  direction: 'in' | 'out';
  /** Whom it is from or, where I wrote it, whom it went to. */
  mailbox: Mailbox;
  at: Temporal.Instant;
  subject: string;
  text: string;
  claimedUrgent: boolean;
  messageId: string;
  references: string[];
}

/** A mail of somebody whom nobody knows. */
export type StrangersLetter = Omit<Letter, 'clientId' | 'personId'>;

interface Refused {
  file: string;
  line?: number;
  reason: string;
}

/** Mails that were passed over for one reason. */
export interface LeftOut {
  file: string;
  why: keyof typeof REASONS;
  reason: string;
  count: number;
}

/** What was found in files of mails. */
export interface LetterBox {
  take(file: string, mail: RawMail): Promise<void>;
  refuse(file: string, reason: string, line?: number): void;
  readonly letters: Letter[];
  /** Where all there is is one mail, of somebody unknown: that one. Of many nobody could be asked about each. */
  lone(): StrangersLetter | undefined;
  readonly refused: Refused[];
  leftOut(): LeftOut[];
  unmatched(): Unmatched[];
}

/** More in one go would be too much to undo; what is there already is passed over the next time. */
const MOST_LETTERS = 5_000;
const MOST_NAMED = 500;

const REASONS = {
  automatic: 'Newsletters, lists and automatic answers.',
  known: 'Mails that were taken in before.',
  mine: 'Your own mails to nobody of a client.',
  tooMany: `More than ${MOST_LETTERS} mails at once; import the file again for the rest.`,
  others: `Mails of further people whom nobody knows.`,
} as const;

interface Found {
  client: Client;
  personId?: string;
  mailbox: Mailbox;
}

/** Sorts mails: which of them are from clients or to them, and why the others are not taken. */
export function openLetterBox(state: State, moment: Moment, takesAutomatic = false): LetterBox {
  const mine = new Set((state.settings.myEmails ?? []).map((mail) => mail.trim().toLowerCase()));
  const known = new Set<string>();
  for (const { contacts } of knownRequests(state))
    for (const { messageId } of contacts) if (messageId !== undefined) known.add(messageId);
  for (const { messageId } of state.strangers) if (messageId !== undefined) known.add(messageId);
  const find = createFinder(state.clients);
  const letters: Letter[] = [];
  let seen = 0;
  let first: StrangersLetter | undefined;
  const lone = () => (seen === 1 ? first : undefined);
  const refused: Refused[] = [];
  const leftOut = new Map<string, LeftOut>();
  const unmatched = new Map<string, { file: string; mailbox: Mailbox; count: number; why: string }>();

  const passOver = (file: string, why: keyof typeof REASONS) => {
    const key = JSON.stringify([file, why]);
    const entry = leftOut.get(key) ?? { file, why, reason: REASONS[why], count: 0 };
    leftOut.set(key, { ...entry, count: entry.count + 1 });
  };
  const refuse = (file: string, reason: string, line?: number) => {
    if (refused.length < MOST_NAMED) refused.push({ file, reason, ...(line !== undefined && { line }) });
  };
  const miss = (file: string, mailbox: Mailbox, why: string) => {
    const key = JSON.stringify([file, mailbox.address]);
    const entry = unmatched.get(key);
    if (entry) entry.count += 1;
    else if (unmatched.size >= MOST_NAMED) passOver(file, 'others');
    else unmatched.set(key, { file, mailbox, count: 1, why });
  };
  const readSafely = async <T>(file: string, line: number | undefined, read: () => Promise<T>) => {
    try {
      return await read();
    } catch (error) {
      refuse(file, `It can't be read as mail (${error instanceof Error ? error.message : String(error)}).`, line);
      return undefined;
    }
  };
  /** The client of a mail; where there is none that is noted, and whether it can be asked about. */
  const findClient = (file: string, { from, to }: Envelope & { from: Mailbox }): Found | 'ask' | undefined => {
    if (mine.has(from.address)) {
      const reached = to.flatMap((each) => find(each) ?? []).filter((each) => 'client' in each);
      const found = reached.find(({ personId }) => personId !== undefined) ?? reached[0];
      if (found) return found;
      passOver(file, 'mine');
      return undefined;
    }
    const found = find(from);
    if (found && !('rivals' in found)) return found;
    if (found) {
      miss(file, from, `It could be somebody of ${found.rivals.join(' or of ')}.`);
      return 'ask';
    }
    const reached = to.map((each) => find(each)).find((each) => each !== undefined && 'personId' in each);
    const hint =
      reached && 'client' in reached
        ? ` It writes to ${reached.client.name}: if it is you, say so with "settings set --my-mail ${from.address}".`
        : '';
    miss(file, from, `Nobody of a client has this address, or another one at the same place.${hint}`);
    return hint === '' ? 'ask' : undefined;
  };

  return {
    letters,
    refused,
    refuse,
    lone,
    async take(file, mail) {
      seen += 1;
      const line = mail.envelope === undefined ? undefined : mail.line;
      const envelope = await readSafely(file, line, () => readEnvelope(mail, moment.now));
      if (!envelope) return;
      const { from, at, subject, references, claimedUrgent } = envelope;
      if (!from) return refuse(file, 'It is no mail, or does not say whom it is from.', line);
      if (envelope.isAutomatic && !takesAutomatic) return passOver(file, 'automatic');
      const messageId = envelope.messageId ?? `${at} ${from.address} ${subject}`.slice(0, 500);
      if (known.has(messageId)) return passOver(file, 'known');
      const found = findClient(file, { ...envelope, from });
      // Whoever sends newsletters to everybody is nobody to be asked about.
      if (!found || (found === 'ask' && (seen > 1 || envelope.isAutomatic))) return;
      if (!at) return refuse(file, 'It does not say when it was written, or a time that can not be.', line);
      if (letters.length >= MOST_LETTERS) return passOver(file, 'tooMany');
      const words = await readSafely(file, line, () => readWords(mail));
      if (!words) return;
      known.add(messageId);
      const attached = words.attachments.length > 0 ? `Attached: ${words.attachments.join(', ')}` : '';
      const letter: StrangersLetter = {
        direction: mine.has(from.address) ? 'out' : 'in',
        mailbox: found === 'ask' ? from : found.mailbox,
        ...{ at, subject, claimedUrgent, messageId, references },
        text: [words.text, attached].filter((part) => part !== '').join('\n\n'),
      };
      if (found === 'ask') first = letter;
      else {
        const { client, personId } = found;
        letters.push({ clientId: client.id, ...letter, ...(personId !== undefined && { personId }) });
      }
    },
    leftOut: () => [...leftOut.values()],
    unmatched: () =>
      (lone() ? [] : [...unmatched.values()]).map(({ file, mailbox: { name, address }, count, why }) => ({
        file,
        name: name === '' ? address : `${name} <${address}>`,
        reason: `${count === 1 ? '1 mail' : `${count} mails`}. ${why}`,
      })),
  };
}

/** Looks up whose an address is: somebody's own, or one at the firm of a single client. */
function createFinder(clients: readonly Client[]): (mailbox: Mailbox) => Found | { rivals: string[] } | undefined {
  const byMail = new Map<string, Omit<Found, 'mailbox'>>();
  const byDomain = new Map<string, Set<Client>>();
  for (const client of clients)
    for (const { id, emails } of client.people)
      for (const email of emails) {
        const mail = email.trim().toLowerCase();
        if (!byMail.has(mail)) byMail.set(mail, { client, personId: id });
        const domain = firmDomainOf(mail);
        if (domain !== '') byDomain.set(domain, (byDomain.get(domain) ?? new Set()).add(client));
      }
  return (mailbox) => {
    const person = byMail.get(mailbox.address);
    if (person) return { ...person, mailbox };
    const [first, second] = byDomain.get(firmDomainOf(mailbox.address)) ?? [];
    if (first && second) return { rivals: [first.name, second.name] };
    return first && { client: first, mailbox };
  };
}
