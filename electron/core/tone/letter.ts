import type { Request } from '../model/request';
import { topicOf } from '../replies/topic';
import { checkTone, type ToneFinding } from './check';
import type { ToneWords } from './words';

/** A finding in a letter: its place is in the body, unless it is in the subject line. */
export interface LetterFinding extends ToneFinding {
  field?: 'subject';
}

interface Letter {
  subject?: string | undefined;
  body: string;
}

/**
 * What to mind in a letter as it would be sent, the subject line first; that one need not say what happens next.
 * @param own the list that says why, in my language
 * @param theirs words of the client that the letter may name
 */
export function checkLetter(
  { subject = '', body }: Letter,
  words: ToneWords,
  own: ToneWords = words,
  theirs: readonly string[] = [],
): LetterFinding[] {
  const inSubject = checkTone(subject, words, own, theirs).filter(({ kind }) => kind !== 'no-next-step');
  return [
    ...inSubject.map((finding) => ({ ...finding, field: 'subject' as const })),
    ...checkTone(body, words, own, theirs),
  ];
}

/** The client's own words for what a request is about, as letters name them. */
export function theirWords({ subject, contacts }: Pick<Request, 'subject' | 'contacts'>): string[] {
  const said = [subject, ...contacts.map((contact) => contact.subject)];
  return [...new Set(said)].flatMap((words) => topicOf(words) ?? []);
}
