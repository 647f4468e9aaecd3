import { clientOf, findClient, findContact } from '../../core/find';
import type { State } from '../../core/model/state';
import { suggestReply } from '../../core/replies/suggest';
import { removeContact, setContact } from '../../core/requests/changes';
import { recordReply } from '../../core/requests/replies';
import { splitContact } from '../../core/requests/together';
import { prepareSearch } from '../../core/search/find-contacts';
import { takeIn, understandAnyone } from '../../intake';
import type { Context, Handlers } from '../context';
import type { Checked, Output } from '../contract/contract';
import { shapeEntry, shapeUnderstanding } from '../shapes';
import { shapeLogged } from './logged';

export const logHandlers: Handlers<
  'understand' | 'log' | 'entries' | 'contact.set' | 'contact.remove' | 'contact.split' | 'history.load'
> = {
  understand: ({ text }, { store, moment }) => shapeUnderstanding(understandAnyone(store.state, text, moment.now)),
  log: async (input, context) => {
    const { store, moment, words, dryRun, door, effects } = context;
    // The inbox shows its own toasts: many files may come at once.
    const isAtDesk = door === 'window' || door === 'tray';
    const isCopying = effects !== undefined && isAtDesk && store.state.device.isCopyAutomatic;
    const {
      changeId,
      result,
      state: saved,
    } = await store.update(
      (state) => {
        const received = takeIn(state, input, moment);
        const reply = suggestReply(received.state, received.request, words, moment.now);
        // In the same change, so that one undo takes back both.
        const next = isCopying
          ? recordReply(received.state, received.request.id, reply, 'copied', moment).state
          : received.state;
        const client = clientOf(next, received.request).name;
        const { contact, request } = received;
        const values = { client, subject: request.subject, count: contact.count, contact: contact.id };
        return {
          state: next,
          note: { code: received.joinedBy ? 'joined' : 'logged', values },
          result: { ...received, state: next, reply },
        };
      },
      { dryRun },
    );
    const answer = shapeLogged(changeId, result, saved, moment);
    if (!dryRun && isAtDesk) effects?.logged(answer, isCopying);
    return answer;
  },
  entries: (input, context) => listEntries(input, context),
  'history.load': async ({ month }, { store }) => {
    await store.loadMonth(month);
    return {};
  },
  'contact.set': ({ contact, ...fields }, context) =>
    changeContact(context, contact, 'contact-changed', (state) => setContact(state, contact, fields)),
  'contact.remove': ({ contact }, context) =>
    changeContact(context, contact, 'contact-removed', (state) => removeContact(state, contact)),
  'contact.split': async ({ contact, into }, { store, moment, dryRun }) => {
    await store.loadHolding(contact);
    if (into !== undefined) await store.loadHolding(into);
    const { changeId, result } = await store.update(
      (state) => {
        const { state: next, request } = splitContact(state, contact, moment, into);
        return {
          state: next,
          note: {
            code: into === undefined ? 'split' : 'moved',
            values: { client: clientOf(next, request).name, subject: request.subject, contact },
          },
          result: request.id,
        };
      },
      { dryRun },
    );
    return { changeId, requestId: result };
  },
};

async function changeContact(
  { store, dryRun }: Context,
  contactId: string,
  code: 'contact-changed' | 'contact-removed',
  change: (state: State) => State,
): Promise<{ changeId: string }> {
  await store.loadHolding(contactId);
  const { changeId } = await store.update(
    (state) => {
      const { request } = findContact(state, contactId);
      const values = { client: clientOf(state, request).name, subject: request.subject, contact: contactId };
      return { state: change(state), note: { code, values }, result: undefined };
    },
    { dryRun },
  );
  return { changeId };
}

/** Contacts newest first, with the names of who they were with. */
async function listEntries(
  { client, limit, ...asked }: Checked<'entries'>,
  { store, searchContacts }: Context,
): Promise<Output<'entries'>> {
  const clientId = client === undefined ? undefined : findClient(store.state, client).id;
  const { entries, hasMore } = await searchContacts(prepareSearch(store.state, { ...asked, clientId }), limit);
  return { entries: entries.map((logged) => shapeEntry(store.state, logged)), hasMore };
}
