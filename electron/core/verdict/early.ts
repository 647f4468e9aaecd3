import type { Temporal } from 'temporal-polyfill';
import { freeSlots } from '../availability/free';
import type { Stretch } from '../availability/stretch';
import { minutesBetween } from '../days';
import type { Client } from '../model/client';
import type { Request } from '../model/request';
import type { State } from '../model/state';
import { receivedAt } from '../records';
import { hasTime } from './time';

/** Days in which a free slot is looked for. */
const DAYS = 7;
const LEAST_MINUTES = 15;

/** The next free slot, and what could be early in it. */
export interface Early {
  slot?: Stretch;
  /** What they say there is time for, the oldest first; as many as the slot has minutes for. */
  items: { client: Client; request: Request }[];
}

/** "You have time" is a chance to be early: what is open and has time is offered first in the next free slot. */
export function earlyIn(state: State, now: Temporal.Instant): Early {
  const waiting = state.requests
    .filter((request) => request.status === 'open' && hasTime(request, state.settings, now))
    .toSorted((one, other) => receivedAt(one).localeCompare(receivedAt(other)));
  if (waiting.length === 0) return { items: [] };
  const [slot] = freeSlots(state, now, DAYS, LEAST_MINUTES);
  if (!slot) return { items: [] };
  let left = minutesBetween(slot.startsAt, slot.endsAt);
  const items = waiting.flatMap((request) => {
    const client = state.clients.find((each) => each.id === request.clientId);
    if (!client || request.minutes > left) return [];
    left -= request.minutes;
    return [{ client, request }];
  });
  return { slot, items };
}
