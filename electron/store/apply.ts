import type { Request } from '../core/model/request';
import type { Tombstone } from '../core/model/scalars';
import type { State } from '../core/model/state';
import { type Edit, type Edits, type Place, type RequestEdit, type Stamped, type Stamping, stampAfter } from './edits';
import type { Book, Month } from './schemas/v1';

/** A list after the edits: changed records keep their place, new ones come last. The same list when nothing changes. */
export function patchList<R extends Stamped>(list: R[], edits: readonly Edit<R>[]): R[];
export function patchList<R extends Stamped>(list: readonly R[], edits: readonly Edit<R>[]): readonly R[];
export function patchList<R extends Stamped>(list: readonly R[], edits: readonly Edit<R>[]): readonly R[] {
  if (edits.length === 0) return list;
  const byId = new Map(edits.map((edit) => [edit.id, edit.after]));
  const patched: R[] = [];
  for (const record of list) {
    const after = byId.has(record.id) ? byId.get(record.id) : record;
    byId.delete(record.id);
    if (after) patched.push(after);
  }
  for (const after of byId.values()) if (after) patched.push(after);
  return patched;
}

/** What the edits of requests mean for one place. */
export function editsIn(place: Place, edits: readonly RequestEdit[]): RequestEdit[] {
  return edits.flatMap((edit) => {
    if (edit.to === place) return [edit];
    return edit.from === place ? [{ ...edit, after: undefined }] : [];
  });
}

/** The months that the edits concern. */
export function monthsOf(edits: readonly RequestEdit[]): string[] {
  const places = edits.flatMap((edit) => [edit.from, edit.to]);
  return [...new Set(places)].filter((place): place is string => place !== undefined && place !== 'open').sort();
}

/** The edits of records that the book lists. */
export function listEditsOfBook({ clients, calls, calendars, offers, strangers }: Edits): Edit<Stamped>[] {
  return [...clients, ...calls, ...calendars, ...offers, ...strangers];
}

/** The book after the edits. */
export function patchBook(book: Book, edits: Edits, stamping: Stamping): Book {
  return {
    ...book,
    settings: edits.settings[0]?.after ?? book.settings,
    clients: patchList(book.clients, edits.clients),
    calls: patchList(book.calls, edits.calls),
    calendars: patchList(book.calendars, edits.calendars),
    offers: patchList(book.offers, edits.offers),
    strangers: patchList(book.strangers, edits.strangers),
    tombstones: patchTombstones(book.tombstones, listEditsOfBook(edits), stamping),
  };
}

/** A month of history after the edits of requests. */
export function patchMonth(month: string, file: Month, edits: readonly RequestEdit[], stamping: Stamping): Month {
  const here = editsIn(month, edits);
  const buried = here.filter((edit) => edit.after || edit.to === month);
  const left = here.filter((edit) => !edit.after && edit.to !== month).map((edit) => edit.id);
  const tombstones = file.tombstones.filter((tombstone) => !left.includes(tombstone.id));
  return {
    ...file,
    requests: patchList(file.requests, here),
    tombstones: patchTombstones(tombstones, buried, stamping),
  };
}

function patchTombstones(tombstones: Tombstone[], edits: readonly Edit<Stamped>[], stamping: Stamping): Tombstone[] {
  if (edits.length === 0) return tombstones;
  const touched = new Set(edits.map((edit) => edit.id));
  const fresh = edits
    .filter((edit) => !edit.after)
    .map((edit) => {
      const at = stampAfter(edit.before?.updatedAt, stamping.now);
      return { id: edit.id, deletedAt: at, updatedAt: at, updatedBy: stamping.device };
    });
  return [...tombstones.filter((tombstone) => !touched.has(tombstone.id)), ...fresh];
}

/**
 * The state after the edits. `months` holds the whole content of every month they concern; one that is not in the
 * state comes into it when a request is closed into it, not when records of the past are imported.
 */
export function patchState(state: State, edits: Edits, months: ReadonlyMap<string, readonly Request[]>): State {
  let history = state.history;
  for (const [month, requests] of months) {
    const isShown =
      history[month] !== undefined ||
      edits.requests.some((edit) => edit.to === month && edit.from === 'open' && edit.after);
    if (isShown && history[month] !== requests) history = { ...history, [month]: requests };
  }
  return {
    ...state,
    settings: edits.settings[0]?.after ?? state.settings,
    device: edits.device[0]?.after ?? state.device,
    clients: patchList(state.clients, edits.clients),
    calls: patchList(state.calls, edits.calls),
    calendars: patchList(state.calendars, edits.calendars),
    offers: patchList(state.offers, edits.offers),
    strangers: patchList(state.strangers, edits.strangers),
    requests: patchList(state.requests, editsIn('open', edits.requests)),
    history,
  };
}
