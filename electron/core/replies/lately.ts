import { Temporal } from 'temporal-polyfill';
import { dayOf, isBefore, weekOf } from '../days';
import { isInterruption, isTalk } from '../interruptions';
import type { Client } from '../model/client';
import type { Request } from '../model/request';
import type { State } from '../model/state';
import { knownRequests } from '../records';

/** How a client reached me lately; emergencies that were confirmed are left out. Days are the client's. */
export interface Lately {
  /** Interruptions: calls, missed calls, voicemails, chats and visits outside their standing calls. */
  times: number;
  /** On so many days. */
  days: number;
  /** So many of them outside my working hours. */
  outside: number;
  /** The newest of them. */
  lastAt?: Temporal.Instant;
  /** Whole minutes that we spoke outside standing calls. */
  spokenMinutes: number;
  /** The day of their first contact, where the log does not go back four weeks: the numbers are of the time since then. */
  since?: Temporal.PlainDate;
}

/** What "lately" means, in days: four weeks. */
export const LATELY_DAYS = 28;

/**
 * Counts the last four weeks in the log. What is over counts as far as it is loaded: whoever asks loads the months that
 * these weeks touch first.
 */
export function countLately(state: State, client: Client, now: Temporal.Instant): Lately {
  const from = now.subtract({ hours: 24 * LATELY_DAYS });
  const known = knownRequests(state).filter((request) => request.clientId === client.id);
  const since = firstDay(state, client, known, from);
  const contacts = known
    .filter((request) => request.emergency !== 'confirmed')
    .flatMap((request) => request.contacts)
    .map((contact) => ({ ...contact, instant: Temporal.Instant.from(contact.at) }))
    .filter(({ instant }) => isBefore(from, instant) && !isBefore(now, instant));
  const interruptions = contacts.filter(isInterruption);
  const last = interruptions.toSorted((a, b) => Temporal.Instant.compare(a.instant, b.instant)).at(-1);
  const count = (some: typeof contacts) => some.reduce((sum, contact) => sum + contact.count, 0);
  return {
    times: count(interruptions),
    days: new Set(interruptions.map(({ at }) => dayOf(at, client.timeZone).toString())).size,
    outside: count(interruptions.filter(({ isAfterHours }) => isAfterHours)),
    ...(last && { lastAt: last.instant }),
    spokenMinutes: contacts
      .filter((contact) => isTalk(contact) && typeof contact.during !== 'object')
      .reduce((sum, { minutes = 0 }) => sum + minutes, 0),
    ...(since && { since }),
  };
}

/** The client's day of their first contact, if nothing in the log is older than `from`. */
function firstDay(
  { tally, settings }: State,
  client: Client,
  known: readonly Request[],
  from: Temporal.Instant,
): Temporal.PlainDate | undefined {
  const [first] = known
    .flatMap(({ contacts }) => contacts.map(({ at }) => Temporal.Instant.from(at)))
    .sort(Temporal.Instant.compare);
  if (!first || isBefore(first, from)) return undefined;
  // Of what is over and not loaded, the weekly sums know.
  const oldest = weekOf(dayOf(from, settings.timeZone), settings.weekStartsOn).toString();
  const isOlder = Object.entries(tally).some(([week, clients]) => week < oldest && clients[client.id]?.contacts);
  return isOlder ? undefined : dayOf(first, client.timeZone);
}
