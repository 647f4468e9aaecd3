import { clientOf, personOf } from '../find';
import type { Request } from '../model/request';
import type { State } from '../model/state';

/** By when exactly, who is really asking, what is it for, in what form. */
export type Question = 'by-when' | 'who' | 'what-for' | 'form';

/** What is known of the four questions, from the text and the log. */
export type Answers = Partial<Record<Question, string>>;

/**
 * The known answers: by when as a day or in the words used; who is behind it, else who came; what for; and the form, else
 * the one the client's other open requests ask for.
 */
export function knownAnswers(state: State, request: Request): Answers {
  const { neededBy, neededWords, askedBy, purpose, contacts } = request;
  const client = clientOf(state, request);
  const others = state.requests.filter((other) => other.id !== request.id);
  const came = contacts.flatMap((contact) => personOf(client, contact)?.name ?? []);
  const form = request.form || others.find((other) => other.clientId === request.clientId && other.form)?.form;
  const who = askedBy || came[0];
  const when = neededBy ?? neededWords;
  return {
    ...(when && { 'by-when': when }),
    ...(who && { who }),
    ...(purpose && { 'what-for': purpose }),
    ...(form && { form }),
  };
}

/**
 * The questions whose answers are missing and matter. What nobody calls urgent waits for its call, and can be asked about
 * there. What is called urgent needs a day and what for; who asks matters where nobody is named; the form, where it is to
 * be ready before we speak.
 */
export function questionsOpen(request: Request, answers: Answers, isNeededBeforeCall: boolean): Question[] {
  if (request.emergency || !(request.claimedUrgent || isNeededBeforeCall)) return [];
  const matters: Question[] = isNeededBeforeCall ? ['who', 'form'] : ['by-when', 'who', 'what-for'];
  return matters.filter((question) => answers[question] === undefined);
}

/** Whether it is called urgent, and nothing is known of by when, for whom and what for. */
export function isUnclear({ claimedUrgent, neededBy, neededWords, askedBy, purpose }: Request): boolean {
  return claimedUrgent && !neededBy && !neededWords && !askedBy && !purpose;
}

/** When I asked by when, in a reply that was sent; nothing where that is not open any more. */
export function askedAt({ replies, neededBy }: Request): string | undefined {
  if (neededBy !== undefined) return undefined;
  return replies.findLast((reply) => reply.situation === 'clarify-urgent' && reply.sentAt !== undefined)?.sentAt;
}
