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
  const wasAnswered = contact.channel === 'call' || contact.channel === 'in-person';
  return isInterruption(contact) && wasAnswered && request.emergency !== 'confirmed';
}

/** Whether a contact asks to be answered: it came in and nobody was reached. */
export function isMissed(contact: Contact): boolean {
  return contact.direction === 'in' && (contact.channel === 'missed-call' || contact.channel === 'voicemail');
}
