import type { Calendar } from './model/calendar';
import type { StandingCall } from './model/call';
import type { Client } from './model/client';
import type { Offer } from './model/offer';
import type { Request } from './model/request';
import type { Settings } from './model/settings';
import type { State } from './model/state';
import type { Stranger } from './model/stranger';
import { knownRequests, putCalendar, putCall, putClient, putOffer, putRequest, putStranger } from './records';

/** Everything a person entered, in one value: what `export --format json` writes and `import` takes back. */
export interface Book {
  settings?: Settings;
  clients: Client[];
  calls: StandingCall[];
  calendars: Calendar[];
  offers: Offer[];
  strangers: Stranger[];
  requests: Request[];
}

/** Whether there is no record in it; settings alone are none. */
export function isEmptyBook({ settings: _, ...lists }: Book): boolean {
  return Object.values(lists).every((list) => list.length === 0);
}

export interface Merged {
  state: State;
  created: number;
  updated: number;
  skipped: number;
  /** Records that hang on something neither here nor in the book, by their id. */
  orphans: string[];
}

/** Takes a book in: new records are added, newer ones replace older ones, the same or older ones are skipped. */
export function mergeBook(state: State, book: Book): Merged {
  const merged: Merged = { state, created: 0, updated: 0, skipped: 0, orphans: [] };
  const known = new Map<string, Stamped>(
    [
      ...[...state.clients, ...state.calls, ...state.calendars, ...state.offers, ...state.strangers],
      ...knownRequests(state),
    ].map((record) => [record.id, record]),
  );
  const take = <T extends Stamped>(record: T, put: (state: State, record: T) => State) => {
    const former = known.get(record.id);
    if (former && (former.updatedAt >= record.updatedAt || saysTheSame(former, record))) merged.skipped += 1;
    else {
      merged.state = put(merged.state, record);
      // A record that is in the book twice is compared with what the book has brought.
      known.set(record.id, record);
      if (former) merged.updated += 1;
      else merged.created += 1;
    }
  };
  const isEmpty = state.clients.length === 0 && state.requests.length === 0;
  if (book.settings && isEmpty)
    merged.state = { ...merged.state, settings: { ...book.settings, id: state.settings.id } };
  for (const client of book.clients) take(client, putClient);
  for (const calendar of book.calendars) take(calendar, putCalendar);
  for (const stranger of book.strangers) take(stranger, putStranger);
  const isKnown = new Set(merged.state.clients.map((client) => client.id));
  for (const call of book.calls)
    if (isKnown.has(call.clientId)) take(call, putCall);
    else merged.orphans.push(call.id);
  for (const offer of book.offers)
    if (isKnown.has(offer.clientId)) take(offer, putOffer);
    else merged.orphans.push(offer.id);
  for (const request of book.requests)
    if (isKnown.has(request.clientId)) take(request, putRequest);
    else merged.orphans.push(request.id);
  return merged;
}

type Stamped = Client | StandingCall | Calendar | Offer | Stranger | Request;

/** Whether two records differ in nothing but who changed them when: what was taken in here has got a stamp of here. */
function saysTheSame(one: Stamped, other: Stamped): boolean {
  const write = ({ updatedAt: _, updatedBy: __, ...content }: Stamped) =>
    JSON.stringify(content, (_key, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value,
    );
  return write(one) === write(other);
}
