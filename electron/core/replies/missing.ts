import { dayOf } from '../days';
import type { Situation } from '../model/request';
import { refuse } from '../refuse';
import { isAnswered } from './choose';
import { callbackOf, type ReplyFacts } from './facts';
import { delegateOf, lastSent } from './talk-values';

interface Missing {
  /** Where it can be given: a field of the question itself, of the client or of the request. */
  field: string;
  message: string;
  action: string;
}

/**
 * Asks for what the words of a situation need and nobody has said yet, instead of leaving a gap in them.
 * @throws Refusal `no-reply` with the field that is missing and what to do.
 */
export function refuseMissing(situation: Situation, facts: ReplyFacts): void {
  const missing = findMissing(situation, facts);
  if (missing) refuse('no-reply', missing.message, { field: missing.field, action: missing.action });
}

function findMissing(situation: Situation, facts: ReplyFacts): Missing | undefined {
  const { client, request, call, lately, told, now, others = [] } = facts;
  const today = dayOf(now, client.timeZone).toString();
  switch (situation) {
    case 'pattern':
    case 'stay-or-part':
      return lately && lately.times > 0
        ? undefined
        : need('client', `${client.name} has not come in between in the last four weeks.`, 'Choose other words.');
    case 'rate':
      if (client.rate === undefined) return need('rate', `${client.name} has no rate yet.`, 'Set it on their page.');
      if (client.currency) return undefined;
      return need('currency', `The rate of ${client.name} has no currency yet.`, 'Set it on their page.');
    case 'delegate':
      return delegateOf(facts) ? undefined : need('to', 'Nobody is named who takes it.', 'Say who takes it.');
    case 'promise': {
      const by = told?.by ?? request.neededBy;
      if (by === undefined) return need('by', 'A promise needs a day.', 'Say by which day.');
      return by >= today ? undefined : need('by', `${by} is over.`, 'Say by which day.');
    }
    case 'promise-early':
      return request.neededBy !== undefined && request.neededBy > today
        ? undefined
        : need('neededBy', 'There is no day ahead that it is needed by.', 'Choose “It is done”, or set the day.');
    case 'summary':
      return told?.result?.trim() ? undefined : need('result', 'The result is not written yet.', 'Write the result.');
    case 'propose-standing-call':
      return call
        ? need(
            'situation',
            `${client.name} has a standing call already.`,
            'Choose other words, or propose another time on their page.',
          )
        : undefined;
    case 'clarify-urgent':
      return isAnswered(facts)
        ? need('request', 'By when, for whom, what for and in what form is all known.', 'Choose other words.')
        : undefined;
    case 'already-sent':
      return lastSent(request) ? undefined : need('request', 'Nothing was sent about it yet.', 'Choose other words.');
    case 'back-by':
      return callbackOf(facts)
        ? undefined
        : need(
            'callbackBlocks',
            'No callback block in your working hours is ahead in which they can be called.',
            'Add one in the settings.',
          );
    case 'together':
      return others.length > 0 ? undefined : need('request', 'Nothing else of theirs waits.', 'Choose other words.');
    default:
      return undefined;
  }
}

function need(field: string, message: string, action: string): Missing {
  return { field, message, action };
}
