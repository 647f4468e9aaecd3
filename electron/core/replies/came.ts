import { Temporal } from 'temporal-polyfill';
import { isAnswer, isTalk } from '../interruptions';
import type { Channel, Contact, Request } from '../model/request';
import { describeMoment, type MomentWords, type Viewpoint } from './moments';

/**
 * What a reply answers to: only `calls`, only `voicemail`, only `written`, several of these (`mixed`); or, when the
 * last word was mine, that we have `spoken`, that I `wrote`, that I `tried` to call.
 */
export type Kind = 'calls' | 'voicemail' | 'written' | 'mixed' | 'spoken' | 'wrote' | 'tried' | 'none';

export interface Came {
  kind: Kind;
  /** Oldest first. */
  contacts: readonly Contact[];
}

/** What came since we last spoke, I last wrote or a reply was last sent; the newest contact if that was mine. */
export function whatCame(request: Pick<Request, 'contacts' | 'replies'>): Came {
  const ordered = request.contacts.toSorted((a, b) => compare(a.at, b.at));
  const latest = ordered.at(-1);
  if (!latest) return { kind: 'none', contacts: [] };
  if (isAnswer(latest)) return { kind: mineKind(latest), contacts: [latest] };

  const open = ordered.slice(ordered.findLastIndex(isAnswer) + 1);
  const sent = request.replies.flatMap((reply) => reply.sentAt ?? []);
  const unanswered = open.filter((contact) => sent.every((at) => compare(at, contact.at) <= 0));
  const contacts = unanswered.length > 0 ? unanswered : open;
  return { kind: theirKind(contacts), contacts };
}

/** How often they tried, over all contacts. */
export function countOf(contacts: readonly Contact[], ...channels: Channel[]): number {
  return contacts
    .filter((contact) => channels.length === 0 || channels.includes(contact.channel))
    .reduce((sum, contact) => sum + contact.count, 0);
}

/** Calls and voicemails within this time before the last of them are one burst. */
const BURST_HOURS = 4;

/** How many calls and voicemails came close together, up to the newest contact; 0 when that was something else. */
export function burstCount(came: Came): number {
  const latest = came.contacts.at(-1);
  if (!latest || !isUnanswered(latest)) return 0;
  const from = Temporal.Instant.from(latest.at).subtract({ hours: BURST_HOURS }).toString();
  return countOf(came.contacts.filter((contact) => isUnanswered(contact) && compare(contact.at, from) >= 0));
}

/** How far apart the contacts lie: one alone, within one part of a day, on one day, on several days. */
export type Spread = 'once' | 'part' | 'day' | 'days';
export type DayPart = 'night' | 'morning' | 'afternoon' | 'evening';

export interface CameWords extends MomentWords {
  spread: Spread;
  part: DayPart;
}

/** When they came, on the client's clock; for several days, when the first one came. */
export function describeCame(came: Came, view: Viewpoint): CameWords | undefined {
  const first = came.contacts[0];
  const latest = came.contacts.at(-1);
  if (!first || !latest) return undefined;
  const local = (at: string) => Temporal.Instant.from(at).toZonedDateTimeISO(view.zone);
  const part = partOf(local(latest.at));
  const spread = spreadOf();
  return { ...describeMoment(Temporal.Instant.from((spread === 'days' ? first : latest).at), view), spread, part };

  function spreadOf(): Spread {
    const days = new Set(came.contacts.map((contact) => local(contact.at).toPlainDate().toString()));
    if (days.size > 1) return 'days';
    if (countOf(came.contacts) === 1) {
      // Mail and talks are placed by part of the day: the minute says nothing, except in the night.
      const isTimed = came.kind === 'calls' || came.kind === 'voicemail' || came.kind === 'tried' || part === 'night';
      return isTimed ? 'once' : 'part';
    }
    // "3 missed calls" is logged at one instant; the first of them may lie in the part of the day before.
    const parts = came.contacts.flatMap((contact) => [
      partOf(local(contact.at)),
      ...(contact.count > 1 ? [partOf(local(contact.at).subtract({ hours: 1 }))] : []),
    ]);
    return new Set(parts).size === 1 ? 'part' : 'day';
  }
}

function partOf(local: Temporal.ZonedDateTime): DayPart {
  if (local.hour < 5) return 'night';
  if (local.hour < 12) return 'morning';
  return local.hour < 18 ? 'afternoon' : 'evening';
}

function isUnanswered(contact: Contact): boolean {
  return contact.channel === 'missed-call' || contact.channel === 'voicemail';
}

function mineKind(contact: Contact): Kind {
  if (isTalk(contact)) return 'spoken';
  return isUnanswered(contact) ? 'tried' : 'wrote';
}

function theirKind(contacts: readonly Contact[]): Kind {
  if (contacts.every((contact) => contact.channel === 'missed-call')) return 'calls';
  if (contacts.every((contact) => contact.channel === 'voicemail')) return 'voicemail';
  return contacts.some(isUnanswered) ? 'mixed' : 'written';
}

function compare(one: string, other: string): number {
  return Temporal.Instant.compare(one, other);
}
