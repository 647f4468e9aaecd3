import type { Temporal } from 'temporal-polyfill';
import { findClient } from './core/find';
import type { State } from './core/model/state';
import type { Moment } from './core/moment';
import type { Unmatched } from './core/people';
import { knownRequests } from './core/records';
import { type Envelope, type Mailbox, readEnvelope, readWords } from './inputs/mail/read-mail';
import type { RawMail } from './inputs/mail/split-mails';
import { createOwnerFinder } from './mail-owners';
import { listOffered, type Offered } from './offered-mails';

/** A mail that becomes an entry. */
export interface Letter {
  clientId: string;
  personId?: string;
  /** The person said whose it is, so that the address is theirs from now on. */
  isChosen?: boolean;
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
export type StrangersLetter = Omit<Letter, 'clientId' | 'personId' | 'isChosen'>;

/** What the person says of the mails with an address: whose they are, or that they wait under "Who is this?". */
export interface Sender {
  address: string;
  /** By id or name. */
  client?: string | undefined;
  waits?: boolean | undefined;
}

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

/** What the person says of mails that would not be taken by themselves. */
export interface MailChoices {
  /** Newsletters, lists and automatic answers too, where they are of a client. */
  automatic?: boolean | undefined;
  senders?: readonly Sender[] | undefined;
}

/** What was found in files of mails. */
export interface LetterBox {
  take(file: string, mail: RawMail): Promise<void>;
  refuse(file: string, reason: string, line?: number): void;
  readonly letters: Letter[];
  /** Those of which the person says that they wait. */
  readonly waiting: { file: string; letter: StrangersLetter }[];
  /** Where all there is is one mail, of somebody unknown: that one. Of many nobody could be asked about each. */
  lone(): StrangersLetter | undefined;
  readonly refused: Refused[];
  leftOut(): LeftOut[];
  unmatched(): Unmatched[];
  /** What was not taken by itself, but is if the person says so. */
  offered(): Offered[];
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

/** Where a mail goes; or why it is not taken, and with whom it was exchanged. */
type Place =
  | Pick<Letter, 'clientId' | 'personId' | 'isChosen' | 'mailbox'>
  | { waits: true; mailbox: Mailbox }
  | { why: Offered['why']; mailbox: Mailbox; clientId?: string; reason?: string; writesTo?: string };

/** Sorts mails: which of them are from clients or to them, and why the others are not taken. */
export function openLetterBox(
  state: State,
  moment: Moment,
  { automatic = false, senders = [] }: MailChoices = {},
): LetterBox {
  const mine = new Set((state.settings.myEmails ?? []).map((mail) => mail.trim().toLowerCase()));
  const known = new Set<string>(state.strangers.flatMap(({ messageId }) => messageId ?? []));
  for (const { contacts } of knownRequests(state))
    for (const { messageId } of contacts) if (messageId !== undefined) known.add(messageId);
  const find = createOwnerFinder(state.clients);
  const chosen = readSenders(state, senders);
  const letters: Letter[] = [];
  const waiting: LetterBox['waiting'] = [];
  let seen = 0;
  let first: StrangersLetter | undefined;
  const lone = () => (seen === 1 ? first : undefined);
  const refused: Refused[] = [];
  const leftOut = new Map<string, LeftOut>();
  const unmatched = new Map<string, { file: string; mailbox: Mailbox; count: number; why: string }>();
  const { offer, offered } = listOffered(MOST_NAMED);

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
  const place = ({ from, to, isAutomatic }: Envelope & { from: Mailbox }): Place => {
    const isMine = mine.has(from.address);
    const others = isMine ? to.filter(({ address }) => !mine.has(address)) : [from];
    for (const mailbox of others) {
      const choice = chosen.get(mailbox.address);
      const owner = choice && find(mailbox);
      // Somebody of that client keeps the entry as theirs.
      if (owner && 'client' in owner && 'clientId' in choice && owner.client.id === choice.clientId)
        return placeOf(owner);
      if (choice) return { ...choice, mailbox };
    }
    if (isAutomatic && !automatic) {
      const owner = find(from);
      return { why: 'automatic', mailbox: from, ...(owner && 'client' in owner && { clientId: owner.client.id }) };
    }
    if (isMine) {
      const reached = others.flatMap((each) => find(each) ?? []).filter((each) => 'client' in each);
      const owner = reached.find(({ personId }) => personId !== undefined) ?? reached[0];
      return owner ? placeOf(owner) : { why: 'mine', mailbox: others[0] ?? from };
    }
    const owner = find(from);
    if (owner && 'client' in owner) return placeOf(owner);
    if (owner)
      return { why: 'several', mailbox: from, reason: `It could be somebody of ${owner.rivals.join(' or of ')}.` };
    const reached = to.map((each) => find(each)).find((each) => each !== undefined && 'personId' in each);
    const reason = 'Nobody of a client has this address, or another one at the same place.';
    if (!reached || !('client' in reached)) return { why: 'unknown', mailbox: from, reason };
    const hint = `It writes to ${reached.client.name}: if it is you, say so with "settings set --my-mail ${from.address}".`;
    return { why: 'unknown', mailbox: from, reason: `${reason} ${hint}`, writesTo: reached.client.name };
  };

  return {
    letters,
    waiting,
    lone,
    refused,
    refuse,
    async take(file, mail) {
      seen += 1;
      const line = mail.envelope === undefined ? undefined : mail.line;
      const envelope = await readSafely(file, line, () => readEnvelope(mail, moment.now));
      if (!envelope) return;
      const { from, at, subject, references, claimedUrgent } = envelope;
      if (!from) return refuse(file, 'It is no mail, or does not say whom it is from.', line);
      const messageId = envelope.messageId ?? `${at} ${from.address} ${subject}`.slice(0, 500);
      if (known.has(messageId)) return passOver(file, 'known');
      const placed = place({ ...envelope, from });
      if ('why' in placed) {
        const { why, mailbox, reason, ...more } = placed;
        offer({ file, why, mailbox, subject, ...more });
        if (reason !== undefined) miss(file, from, reason);
        else passOver(file, why === 'mine' ? 'mine' : 'automatic');
        // Whoever sends newsletters to everybody is nobody to be asked about.
        const isToBeAsked = reason !== undefined && placed.writesTo === undefined && !envelope.isAutomatic;
        if (!isToBeAsked || seen > 1) return;
      }
      if (!at) return refuse(file, 'It does not say when it was written, or a time that can not be.', line);
      if (letters.length + waiting.length >= MOST_LETTERS) return passOver(file, 'tooMany');
      const words = await readSafely(file, line, () => readWords(mail));
      if (!words) return;
      known.add(messageId);
      const attached = words.attachments.length > 0 ? `Attached: ${words.attachments.join(', ')}` : '';
      const letter: StrangersLetter = {
        ...{ direction: mine.has(from.address) ? 'out' : 'in', mailbox: placed.mailbox },
        ...{ at, subject, claimedUrgent, messageId, references },
        text: [words.text, attached].filter((part) => part !== '').join('\n\n'),
      };
      if ('why' in placed) first = letter;
      else if ('waits' in placed) waiting.push({ file, letter });
      else letters.push({ ...letter, ...placed });
    },
    leftOut: () => [...leftOut.values()],
    unmatched: () =>
      (lone() ? [] : [...unmatched.values()]).map(({ file, mailbox: { name, address }, count, why }) => ({
        file,
        name: name === '' ? address : `${name} <${address}>`,
        reason: `${count === 1 ? '1 mail' : `${count} mails`}. ${why}`,
      })),
    offered: () => (lone() ? [] : offered()),
  };
}

function placeOf({ client, personId, mailbox }: { client: { id: string }; personId?: string; mailbox: Mailbox }) {
  return { clientId: client.id, mailbox, ...(personId !== undefined && { personId }) };
}

/** Whose the mails of an address are, as the person says it. */
type Choice = { waits: true } | { clientId: string; isChosen: true };

function readSenders(state: State, senders: readonly Sender[]): Map<string, Choice> {
  const chosen = new Map<string, Choice>();
  for (const { address, client, waits } of senders) {
    const found = client === undefined ? undefined : findClient(state, client);
    if (found) chosen.set(address.trim().toLowerCase(), { clientId: found.id, isChosen: true });
    else if (waits) chosen.set(address.trim().toLowerCase(), { waits });
  }
  return chosen;
}
