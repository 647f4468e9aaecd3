import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { firstState } from '../../electron/core/first-state';
import { type Answer, createAnswer } from '../../electron/ipc/answer';
import type { Input, Name, Output } from '../../electron/ipc/contract/contract';
import { fillHolidays, keepHolidays } from '../../electron/keep-holidays';
import { newId } from '../../electron/new-id';
import { createReplyWords } from '../../electron/reply-words';
import { openStore } from '../../electron/store/open';
import type { Store } from '../../electron/store/store';

let folder: string;
let store: Store;
let answer: Answer;
/** A Tuesday morning in Vienna. */
const readNow = () => Temporal.Instant.from('2026-11-24T07:00:00Z');

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'until-friday-availability-'));
  const opening = {
    home: join(folder, 'home'),
    first: firstState('Europe/Vienna'),
    device: 'desk',
    now: readNow,
    newId,
  };
  store = await openStore(opening);
  answer = createAnswer({ store, words: createReplyWords(), now: readNow, newId, version: 'test' });
  await ask('client.add', { name: 'Globex', timeZone: 'America/New_York' });
  await ask('client.add', { name: 'Acme' });
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

async function ask<N extends Name>(name: N, input: Input<N>): Promise<Output<N>> {
  const reply = await answer(name, input, { door: 'socket' });
  if (!reply.ok) throw new Error(reply.problem.message);
  return reply.value;
}

test('what one client was offered is marked when another asks, until it is undone', async () => {
  const { slots } = await ask('availability.share', { client: 'Acme', count: 1 });
  expect(slots).toEqual([
    { startsAt: '2026-11-24T09:00:00+01:00', endsAt: '2026-11-24T09:30:00+01:00', offeredTo: [] },
  ]);
  const { changeId } = await ask('availability.offer', { client: 'Acme', slots });
  const afternoon = { startsAt: '2026-11-24T15:00:00+01:00', endsAt: '2026-11-24T15:30:00+01:00' };
  await ask('availability.offer', { client: 'Acme', slots: [afternoon] });

  const forGlobex = await ask('available', { client: 'Globex', days: 1, minutes: 30 });
  expect(forGlobex.slots.map(({ startsAt, offeredTo }) => [startsAt.slice(11, 16), offeredTo])).toEqual([
    ['15:00', ['Acme']],
    ['15:30', []],
    ['16:00', []],
  ]);
  expect(forGlobex.clientNow).toBe('2026-11-24T02:00:00-05:00');
  const warned = await ask('availability.offer', { client: 'Globex', slots: [afternoon] });
  expect(warned.warnings.map(({ text }) => text)).toEqual(['Acme was offered Tuesday 24 November, 15:00 too.']);

  await ask('undo', { change: changeId });
  const mine = await ask('available', { days: 1 });
  expect(mine.slots.filter(({ offeredTo }) => offeredTo.length > 0)).toHaveLength(1);
});

test.each([
  [
    'one that has begun',
    { startsAt: '2026-11-24T06:00:00Z', endsAt: '2026-11-24T08:00:00Z' },
    'A slot has begun already.',
  ],
  [
    'one that ends first',
    { startsAt: '2026-11-25T09:00:00Z', endsAt: '2026-11-25T08:00:00Z' },
    'A slot ends before it begins.',
  ],
])('%s is not offered', async (_, slot, message) => {
  await expect(ask('availability.offer', { client: 'Acme', slots: [slot] })).rejects.toThrow(message);
  expect(store.state.offers).toEqual([]);
});

test('slots come as a file too', async () => {
  const { ics } = await ask('availability.share', { client: 'Globex', count: 2, format: 'ics' });
  expect(ics?.match(/^DTSTART/gm)).toHaveLength(2);
});

test('a holiday of mine is a day off as soon as I say where I am', async () => {
  keepHolidays({ store, readNow });
  expect((await ask('available', {})).slots.some(({ startsAt }) => startsAt.startsWith('2026-11-26'))).toBe(true);
  await ask('settings.set', { country: 'AT', region: '9' });
  await vi.waitFor(() =>
    expect(store.state.holidays['AT-9']).toContainEqual({ date: '2026-12-08', name: 'Immaculate Conception' }),
  );
  const december = (days: { startsAt: string }[]) => days.filter(({ startsAt }) => startsAt.startsWith('2026-12-08'));
  expect(december((await ask('available', { days: 20 })).slots)).toEqual([]);
  await ask('client.set', { client: 'Globex', country: 'US' });
  await vi.waitFor(() => expect(Object.keys(store.state.holidays).sort()).toEqual(['AT-9', 'US']));
  await ask('settings.set', { country: null });
  await vi.waitFor(() => expect(Object.keys(store.state.holidays)).toEqual(['US']));
  expect(store.state.settings.region).toBeUndefined();
});

test('what was taken away of settings and clients comes back with undo', async () => {
  await ask('settings.set', { country: 'AT', region: '9', noticeMinutes: 60 });
  await ask('client.set', { client: 'Globex', country: 'US', allowanceADay: 1 });
  const { settings, clients } = store.state;
  await ask('settings.set', { country: null, noticeMinutes: null });
  await ask('client.set', { client: 'Globex', country: null, allowanceADay: null });
  expect(await ask('settings.show', {})).not.toHaveProperty('country');
  expect(await ask('client.show', { client: 'Globex' })).not.toHaveProperty('allowanceADay');
  await ask('undo', {});
  await ask('undo', {});
  expect(store.state.settings).toMatchObject({ country: settings.country, region: '9', noticeMinutes: 60 });
  expect(store.state.clients[0]).toMatchObject({ country: clients[0]?.country, allowanceADay: 1 });
});

test('without a place nobody keeps any holidays', async () => {
  const { holidays } = store.state;
  await fillHolidays({ store, readNow });
  expect(store.state.holidays).toBe(holidays);
});

test('public holidays can be chosen by country and region', async () => {
  const { countries, regions } = await ask('holiday.places', { country: 'AT' });
  expect(countries).toContainEqual({ country: 'AT', name: 'Austria' });
  expect(regions).toContainEqual({ region: '9', name: 'Vienna' });
});
