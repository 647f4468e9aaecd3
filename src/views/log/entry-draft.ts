import { Temporal } from 'temporal-polyfill';
import { atLocal } from '../../../electron/core/days';
import type { Channel, Contact } from '../../../electron/core/model/request';
import type { Input } from '../../../electron/ipc/contract/contract';

/** A contact as it stands in the form: times in the person's own zone. */
export interface EntryDraft {
  subject: string;
  channel: Channel;
  direction: 'in' | 'out';
  /** Empty when nobody knows who it was. */
  personId: string;
  at: string;
  /** Empty while it is written anew. */
  count: number | '';
  /** Empty when nobody took the time. */
  minutes: number | '';
}

export function draftOfContact(contact: Contact, timeZone: string): EntryDraft {
  return {
    subject: contact.subject,
    channel: contact.channel,
    direction: contact.direction,
    personId: contact.personId ?? '',
    at: localOf(contact.at, timeZone),
    count: contact.count,
    minutes: contact.minutes ?? '',
  };
}

/** What differs from the contact, as the contract takes it; a time left as it was keeps its seconds. */
export function readEntryDraft(draft: EntryDraft, contact: Contact, timeZone: string): Input<'contact.set'> {
  const former = draftOfContact(contact, timeZone);
  return {
    contact: contact.id,
    ...(draft.subject !== former.subject && { subject: draft.subject }),
    ...(draft.channel !== former.channel && { channel: draft.channel }),
    ...(draft.direction !== former.direction && { direction: draft.direction }),
    ...(draft.personId !== former.personId && { personId: draft.personId || null }),
    ...(draft.at !== former.at && { at: atLocal(draft.at, timeZone).toString() }),
    ...(draft.count !== former.count && draft.count !== '' && { count: draft.count }),
    ...(draft.minutes !== former.minutes && { minutes: draft.minutes === '' ? null : draft.minutes }),
  };
}

function localOf(instant: string, timeZone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDateTime().toString().slice(0, 16);
}
