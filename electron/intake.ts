import type { Temporal } from 'temporal-polyfill';
import { addClient } from './core/clients';
import { findClient, findPerson } from './core/find';
import type { Client } from './core/model/client';
import type { State } from './core/model/state';
import type { Moment } from './core/moment';
import { type Incoming, type Received, receive } from './core/receive';
import { listRecent } from './core/recency';
import { putClient } from './core/records';
import { refuse } from './core/refuse';
import { introduce } from './core/strangers';
import { describe, type Handed, refuseTwice, shorten, understandStranger, writtenAt } from './inputs/handed';
import { isAsGood } from './inputs/quick-log/find-client';
import { parseQuickLog, type Understood } from './inputs/quick-log/parse';
import { parseStranger, type UnderstoodStranger } from './inputs/quick-log/parse-stranger';

/** How many clients count as in touch lately. */
const RECENT = 20;

/** The one path by which every contact comes in: understood, matched to a client, received into the state. */
export function takeIn(state: State, handed: Handed, moment: Moment): Received {
  refuseTwice(state, handed.source);
  if (handed.newClient !== undefined) return takeInNew(state, handed.newClient, handed, moment);
  const understood = understand(state, handed.text ?? '', writtenAt(handed, moment));
  const { client, personId } = whoIs(state, handed, understood);
  const named = { ...understood, ...strangerOf(handed, personId) };
  const { joins } = handed;
  return receive(
    state,
    {
      client,
      ...describe(handed, named, moment),
      ...(personId !== undefined && { personId }),
      ...(joins !== undefined && { joins }),
    },
    moment,
  );
}

/** A client nobody knew, and their first contact. */
function takeInNew(state: State, name: string, handed: Handed, moment: Moment): Received {
  if (handed.client !== undefined)
    refuse('invalid', 'It is of a client who is there, or of a new one, not both.', { field: 'newClient' });
  const { who, ...understood } = understandStranger(state, handed, moment);
  const added = addClient(state, { name }, moment);
  // Whoever is named beside the client is a person of theirs.
  const isPerson = Boolean(handed.person) && who.firm === undefined;
  const { client, personId } = introduce(added.client, isPerson ? { ...who, firm: name } : who, moment);
  const named = { ...understood, ...strangerOf(handed, personId) };
  return receive(
    putClient(added.state, client),
    { client, ...describe(handed, named, moment), ...(personId !== undefined && { personId }) },
    moment,
  );
}

/** Whoever is named and not known is not lost: they are who asked. */
function strangerOf({ person, askedBy }: Handed, personId: string | undefined): Pick<Incoming, 'askedBy'> {
  const isNamed = person && !person.startsWith('per_');
  return isNamed && personId === undefined && askedBy === undefined ? { askedBy: shorten(person) } : {};
}

/** What a line says, as it is shown while typing; where nobody known is named, with who it seems to be. */
export function understandAnyone(state: State, text: string, now: Temporal.Instant): Understood | UnderstoodStranger {
  const understood = understand(state, text, now);
  return understood.candidates.length > 0 ? understood : parseStranger(text, now, state.settings.timeZone);
}

/** What a line says, whoever it names. */
export function understand(state: State, text: string, now: Temporal.Instant): Understood {
  return parseQuickLog(text, state.clients, now, state.settings.timeZone, listRecent(state, RECENT));
}

function whoIs(state: State, handed: Handed, understood: Understood): { client: Client; personId?: string } {
  if (handed.client !== undefined) {
    const client = findClient(state, handed.client);
    if (handed.person === null) return { client };
    const person =
      findPerson(client, handed.person) ??
      understood.candidates.filter((each) => each.client === client).find((each) => each.personId !== undefined);
    const personId = person && ('personId' in person ? person.personId : 'id' in person ? person.id : undefined);
    return { client, ...(personId !== undefined && { personId }) };
  }
  const [best, ...others] = understood.candidates;
  if (!best && (handed.text ?? '').trim() === '')
    refuse('no-client', 'There is nothing in the line.', { field: 'text', action: 'Say who it was, and what about.' });
  if (!best)
    refuse('no-client', `Nobody in "${excerpt(handed.text ?? '')}" is a client or a person of theirs.`, {
      field: 'text',
      action: 'Name the client, add them as a new one in the same breath, or let it wait under "Who is this?".',
    });
  const rivals = others.filter((each) => isAsGood(each, best) && each.client !== best.client);
  if (rivals.length > 0) {
    const names = [best, ...rivals].map((each) => each.client.name);
    refuse('ambiguous', `"${best.matched}" could be ${names.join(' or ')}.`, {
      field: 'text',
      action: 'Name the client in full.',
      candidates: names,
    });
  }
  return { client: best.client, ...(best.personId !== undefined && { personId: best.personId }) };
}

function excerpt(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 60)}…`;
}
