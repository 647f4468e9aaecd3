import { contactsAsCsv } from '../../core/contacts-csv';
import { dayOf, withOffset } from '../../core/days';
import { clientOf } from '../../core/find';
import type { Change } from '../../core/model/change';
import { Refusal } from '../../core/model/problem';
import { prepareWeek } from '../../core/prep';
import { weekAsMarkdown } from '../../core/prep-markdown';
import { knownRequests } from '../../core/records';
import { refuse } from '../../core/refuse';
import { removeContact } from '../../core/requests/changes';
import { OWN_FORMAT, OWN_VERSION } from '../../inputs/own-json';
import { addSample, ownEntriesOf, removeSample } from '../../sample';
import type { Store } from '../../store/store';
import type { Context, Handlers } from '../context';
import { shapeChange } from '../shapes';
import { withWholeHistory } from '../whole-history';

/** More than anybody makes in the days that undo reaches back. */
const CHANGES_AT_MOST = 100_000;

/** Undo, backups, and the ways in and out for everything at once. */
export const keepingHandlers: Handlers<
  'undo' | 'changes' | 'export' | 'doctor' | 'backup' | 'backups' | 'restore' | 'sample.add' | 'sample.remove'
> = {
  undo: async ({ change }, { store, effects, dryRun }) => {
    const found = change?.startsWith('con_') || dryRun ? await findUndoable(store, change) : undefined;
    const undone = dryRun && found ? found : await undoFound(store, found?.changeId ?? change, found);
    if (!dryRun) effects?.undone(undone.changeId);
    return shapeChange(store.state, undone);
  },
  changes: async ({ limit }, { store }) => (await store.changes(limit)).map((each) => shapeChange(store.state, each)),
  export: async ({ format }, context) => ({ format, text: await exportAs(format, context) }),
  doctor: async (_, { store, version }) => [
    { check: 'version', ok: true, detail: version },
    { check: 'home', ok: true, detail: store.home },
    ...(await store.check()),
  ],
  backup: async (_, { store, dryRun }) => ({ backup: dryRun ? '' : await store.backup('asked') }),
  backups: async (_, { store }) => {
    const { timeZone } = store.state.settings;
    return (await store.backups()).map((each) => ({ ...each, at: withOffset(each.at, timeZone) }));
  },
  restore: async ({ backup }, { store, dryRun }) =>
    dryRun ? { restored: await findBackup(store, backup), kept: '' } : await store.restore(backup),
  'sample.add': async (_, { store, moment, dryRun }) => {
    const { changeId } = await store.update(
      (state) => ({
        state: addSample(state, moment),
        note: { code: 'sample-added', values: {} },
        result: undefined,
      }),
      { dryRun },
    );
    return { changeId };
  },
  'sample.remove': async (_, { store, dryRun }) => {
    for (const month of await store.months()) await store.loadMonth(month);
    const ownEntries = ownEntriesOf(store.state);
    const { changeId } = await store.update(
      (state) => ({
        state: removeSample(state),
        note: { code: 'sample-removed', values: {} },
        result: undefined,
      }),
      { dryRun },
    );
    return { changeId, ownEntries };
  },
};

/**
 * Takes a change back. An entry whose request has moved on since, as by a further contact, is taken out of it: what came
 * later stays.
 */
async function undoFound(store: Store, changeId: string | undefined, entry: Change | undefined): Promise<Change> {
  try {
    return await store.undo(changeId);
  } catch (error) {
    const contact = entry?.note.values.contact;
    const isEntry = entry?.note.code === 'logged' || entry?.note.code === 'joined';
    if (!isEntry || typeof contact !== 'string' || !isChangedSince(error)) throw error;
    await store.loadHolding(contact);
    await store.update((state) => ({
      state: removeContact(state, contact),
      note: { code: 'contact-removed', values: entry.note.values },
      result: undefined,
    }));
    return entry;
  }
}

function isChangedSince(error: unknown): boolean {
  return error instanceof Refusal && error.problem.code === 'changed-since';
}

async function findUndoable(store: Store, changeId: string | undefined): Promise<Change> {
  const found = (await store.changes(CHANGES_AT_MOST)).find(
    (each) => changeId === undefined || each.changeId === changeId || each.note.values.contact === changeId,
  );
  return (
    found ??
    refuse(
      'nothing-to-undo',
      changeId === undefined ? 'There is nothing to undo.' : `There is no change ${changeId} to undo.`,
    )
  );
}

async function findBackup(store: Store, name: string | undefined): Promise<string> {
  const found = (await store.backups()).find((each) => name === undefined || each.backup === name);
  return (
    found?.backup ??
    refuse('not-found', name === undefined ? 'There is no backup yet.' : `There is no backup ${name}.`, {
      field: 'backup',
    })
  );
}

async function exportAs(format: 'json' | 'csv' | 'ics' | 'markdown', { store, moment }: Context): Promise<string> {
  if (format === 'ics') {
    const { writeCalls } = await import('../../outputs/calendar/calls');
    return writeCalls(store.state, moment.now);
  }
  const state = await withWholeHistory(store);
  const { settings, clients, calls, calendars, offers, strangers } = state;
  if (format === 'markdown')
    return weekAsMarkdown(prepareWeek(state, dayOf(moment.now, settings.timeZone), moment.now), settings.timeZone);
  const requests = knownRequests(state).toSorted((a, b) => a.id.localeCompare(b.id));
  if (format === 'csv') return contactsAsCsv(requests, (request) => clientOf(state, request), settings.timeZone);
  const lists = { clients, calls, calendars, offers, strangers, requests };
  const book = { format: OWN_FORMAT, version: OWN_VERSION, settings, ...lists };
  return `${JSON.stringify(book, null, 2)}\n`;
}
