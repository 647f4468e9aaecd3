import { describe, expect, it } from 'vitest';
import { agendasOf } from '../../electron/core/agenda';
import { findClient } from '../../electron/core/find';
import { firstState } from '../../electron/core/first-state';
import { callSchema } from '../../electron/core/model/call';
import { clientSchema } from '../../electron/core/model/client';
import { requestSchema } from '../../electron/core/model/request';
import { knownRequests, putSettings } from '../../electron/core/records';
import { takeIn } from '../../electron/intake';
import { addSample, ownEntriesOf, removeSample } from '../../electron/sample';
import { momentAt, vienna } from '../helpers/build';
import { refusalOf } from '../helpers/refusal';

const NOW = vienna('2026-11-26T11:20');
const empty = firstState('Europe/Vienna');
const filled = addSample(empty, momentAt(NOW));

describe('the sample week', () => {
  it('is what the schemas take', () => {
    for (const client of filled.clients) expect(clientSchema.parse(client)).toEqual(client);
    for (const call of filled.calls) expect(callSchema.parse(call)).toEqual(call);
    for (const request of knownRequests(filled)) expect(requestSchema.parse(request)).toEqual(request);
  });

  it('is marked as sample throughout, and lies in the past', () => {
    expect(filled.clients).toHaveLength(4);
    for (const record of [...filled.clients, ...filled.calls, ...knownRequests(filled)])
      expect(record.isSample).toBe(true);
    const latest =
      knownRequests(filled)
        .flatMap(({ contacts }) => contacts.map(({ at }) => at))
        .sort()
        .at(-1) ?? '';
    expect(latest <= NOW.toString()).toBe(true);
    expect(latest >= vienna('2026-11-26T00:00').toString()).toBe(true);
  });

  it.each([
    ['Monday morning', '2026-11-23T00:05', 1],
    ['Friday evening', '2026-11-27T19:00', 1],
    ['Sunday, weeks from Sunday', '2026-11-29T12:00', 7],
    ['the night of a clock change', '2026-10-25T02:30', 1],
    ['a leap day', '2028-02-29T12:00', 1],
  ])('can be added on %s', (_, local, weekStartsOn) => {
    const state = addSample(putSettings(empty, { ...empty.settings, weekStartsOn }), momentAt(vienna(local)));
    for (const { contacts } of knownRequests(state))
      for (const { at } of contacts) expect(at <= vienna(local).toString()).toBe(true);
    expect(knownRequests(state).length).toBeGreaterThan(20);
  });

  it('has something on the agenda of the one who calls all day', () => {
    const { agendas } = agendasOf(filled, findClient(filled, 'Globex').id, NOW);
    expect(agendas[0]?.items.length).toBeGreaterThan(1);
  });

  it('goes again without a trace, and is not added twice', () => {
    expect(refusalOf(() => addSample(filled, momentAt(NOW))).code).toBe('exists');
    const { clients, calls, requests, history } = removeSample(filled);
    expect([...clients, ...calls, ...requests, ...Object.values(history).flat()]).toEqual([]);
  });

  it('names own entries that would go with it', () => {
    expect(ownEntriesOf(filled)).toEqual([]);
    const own = takeIn(
      filled,
      { text: 'Ilse called re something of my own' },
      { ...momentAt(NOW), newId: (prefix) => `${prefix}_own` },
    ).state;
    expect(ownEntriesOf(own)).toEqual(['Nordwind Energie: something of my own']);
  });
});
