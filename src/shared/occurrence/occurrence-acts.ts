import type { Temporal } from 'temporal-polyfill';
import type { Occurrence } from '../../../electron/core/calls/occurrences';
import type { OccurrenceRef } from '../../../electron/core/model/call';
import { act } from '../../state/act';

function asInput({ callId, occurrence }: OccurrenceRef) {
  return { call: callId, occurrence };
}

export const skip = (ref: OccurrenceRef) => act('call.skip', asInput(ref));
export const hold = (ref: OccurrenceRef) => act('call.hold', asInput(ref));
/** Takes back a skip, a move, or another length. */
export const keep = (ref: OccurrenceRef) => act('call.keep', asInput(ref));
export const lengthen = (ref: OccurrenceRef, minutes: number) => act('call.lengthen', { ...asInput(ref), minutes });

export function moveTo(occurrence: Occurrence, to: Temporal.Instant) {
  return act('call.move', { ...asInput(occurrence), to: asLocal(to, occurrence.timeZone) });
}

/** An instant as exceptions are kept: local time in the call's zone, on the minute. */
export function asLocal(at: Temporal.Instant, timeZone: string): string {
  return at.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}
