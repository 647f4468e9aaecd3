import type { Contact, Request } from './model/request';

/**
 * Whether a contact broke into the day: it came in, by call, missed call, voicemail, chat or in person, outside that
 * client's standing calls and my callback blocks. Mail never does. What held is kept on the contact when it is logged.
 */
export function isInterruption(contact: Contact): boolean {
  return contact.direction === 'in' && contact.channel !== 'email' && contact.during === undefined;
}

/** Whether an interruption used up allowance: we spoke, and it was no emergency. */
export function usesAllowance(request: Pick<Request, 'emergency'>, contact: Contact): boolean {
  return isInterruption(contact) && isTalk(contact) && request.emergency !== 'confirmed';
}

/** Whether we spoke. */
export function isTalk(contact: Pick<Contact, 'channel'>): boolean {
  return contact.channel === 'call' || contact.channel === 'in-person';
}

/** Whether a contact answers what came before it: we spoke, or it was mine. */
export function isAnswer(contact: Pick<Contact, 'channel' | 'direction'>): boolean {
  return isTalk(contact) || contact.direction === 'out';
}

/** Whether a contact asks to be answered: it came in and nobody was reached. */
export function isMissed(contact: Contact): boolean {
  return contact.direction === 'in' && (contact.channel === 'missed-call' || contact.channel === 'voicemail');
}
