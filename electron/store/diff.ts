import type { Request } from '../core/model/request';
import type { State } from '../core/model/state';
import { type Edit, type Edits, type Place, placeOf, type RequestEdit, type Stamped } from './edits';

/**
 * What a change did, found by the identity of records and lists: what is the same object is not looked into. The
 * order of a list means nothing. A month that the new state does not hold was put away, not emptied; one that the former
 * did not hold adds to what is on disk.
 */
export function diffStates(former: State, next: State): Edits {
  return {
    settings: diffOne(former.settings, next.settings),
    device: diffOne(former.device, next.device),
    clients: diffLists(former.clients, next.clients),
    calls: diffLists(former.calls, next.calls),
    calendars: diffLists(former.calendars, next.calendars),
    offers: diffLists(former.offers, next.offers),
    strangers: diffLists(former.strangers, next.strangers),
    requests: diffRequests(former, next),
  };
}

function diffOne<R extends Stamped>(before: R, after: R): Edit<R>[] {
  return before === after ? [] : [{ id: before.id, before, after: { ...after, id: before.id } }];
}

function diffLists<R extends Stamped>(former: readonly R[], next: readonly R[]): Edit<R>[] {
  if (former === next) return [];
  const gone = new Map(former.map((record) => [record.id, record]));
  const edits: Edit<R>[] = [];
  for (const after of next) {
    const before = gone.get(after.id);
    gone.delete(after.id);
    if (before !== after) edits.push({ id: after.id, ...(before && { before }), after });
  }
  for (const [id, before] of gone) edits.push({ id, before });
  return edits;
}

interface Placed {
  request: Request;
  place: Place;
}

function diffRequests(former: State, next: State): RequestEdit[] {
  const places: { place: Place; before: readonly Request[]; after: readonly Request[] }[] = [];
  if (former.requests !== next.requests) places.push({ place: 'open', before: former.requests, after: next.requests });
  for (const [month, after] of Object.entries(next.history))
    if (former.history[month] !== after) places.push({ place: month, before: former.history[month] ?? [], after });

  const before = new Map<string, Placed>();
  for (const { place, before: list } of places) for (const request of list) before.set(request.id, { request, place });
  const after = new Map<string, Request>();
  // Where a record stands in two places, the one that the change made is meant.
  for (const { after: list } of places)
    for (const request of list)
      if (!after.has(request.id) || before.get(request.id)?.request !== request) after.set(request.id, request);

  const edits: RequestEdit[] = [];
  for (const [id, request] of after) {
    const was = before.get(id);
    before.delete(id);
    if (was?.request === request) continue;
    edits.push({ id, ...(was && { before: was.request, from: was.place }), after: request, to: placeOf(request) });
  }
  for (const [id, { request, place }] of before) edits.push({ id, before: request, from: place, to: place });
  return edits;
}
