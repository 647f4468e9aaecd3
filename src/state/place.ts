import { useSyncExternalStore } from 'react';

export const viewNames = ['week', 'calendar', 'replies', 'clients', 'log', 'load', 'settings'] as const;
export type ViewName = (typeof viewNames)[number];

/** Where the person is, as it stands in the address: `#/clients/cli_1`. */
export interface Place {
  view: ViewName;
  /** The rest of the address: a client, a day, a request. */
  detail?: string;
}

function isViewName(name: string | undefined): name is ViewName {
  return viewNames.some((each) => each === name);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // An address that nobody can read names nothing.
    return '';
  }
}

/** Reads an address; what is not one of ours leads to the week. */
export function parsePlace(hash: string): Place {
  const [view, ...rest] = hash.replace(/^#?\/?/, '').split('/');
  if (!isViewName(view)) return { view: 'week' };
  const detail = decode(rest.join('/'));
  return detail ? { view, detail } : { view };
}

export function addressOf(view: ViewName, detail?: string): string {
  return detail ? `#/${view}/${encodeURIComponent(detail)}` : `#/${view}`;
}

export function goTo(view: ViewName, detail?: string): void {
  window.location.hash = addressOf(view, detail);
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

let last = { hash: '', place: parsePlace('') };

function readPlace(): Place {
  const { hash } = window.location;
  if (hash !== last.hash) last = { hash, place: parsePlace(hash) };
  return last.place;
}

export function usePlace(): Place {
  return useSyncExternalStore(subscribe, readPlace);
}
