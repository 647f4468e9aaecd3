import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { putCalendar, putOffer, removeCalendar, removeClient } from '../../electron/core/records';
import { makeCalendar, makeOffer, makeReading } from '../helpers/build';
import { bundle } from '../helpers/bundle';
import { finish, startChild } from './helpers/children';
import { findDebris, makeHome, openAt, readJson } from './helpers/homes';
import { changing, clientNamed, NOW, puttingClient } from './helpers/records';

const WORK = makeCalendar({ source: { kind: 'address', url: 'https://calendars.example/private-7f3a.ics' } });
const OFFER = makeOffer({ clientId: 'cli_globex' });
const BUSY = [
  {
    uid: 'a@b',
    summary: 'Dentist',
    startsAt: '2026-11-24T08:00:00Z',
    endsAt: '2026-11-24T09:00:00Z',
    freeBusy: 'busy',
  },
] as const;
const READING = makeReading({ busy: [...BUSY], etag: '"7"' });
const adding = changing((state) => putCalendar(state, WORK), 'calendar-added');
const offering = changing((state) => putOffer(state, OFFER), 'slots-offered');

async function makeHomeWithCalendar() {
  const home = await makeHome();
  const store = await openAt(home);
  await store.update(puttingClient(clientNamed('Globex')));
  await store.update(adding);
  await store.update(offering);
  return { home, store };
}

test('calendars and offered slots are part of the book, and undone like everything else', async () => {
  const { home, store } = await makeHomeWithCalendar();
  expect(await readJson(home, 'book.json')).toMatchObject({
    version: '1.2',
    calendars: [{ name: 'Work', source: WORK.source, updatedBy: 'laptop' }],
    offers: [{ clientId: 'cli_globex', slots: OFFER.slots }],
  });
  await store.close();
  const again = await openAt(home);
  expect(again.state).toMatchObject({ calendars: [{ name: 'Work' }], offers: [{ id: 'off_1' }] });
  await again.update(changing((state) => removeCalendar(state, 'cal_1'), 'calendar-removed'));
  expect(again.state.calendars).toEqual([]);
  expect(await readJson(home, 'book.json')).toMatchObject({ calendars: [], tombstones: [{ id: 'cal_1' }] });
  await again.undo();
  expect(again.state.calendars).toMatchObject([{ name: 'Work', source: WORK.source }]);
  await again.undo();
  expect(again.state.offers).toEqual([]);
  await again.undo();
  expect(again.state.calendars).toEqual([]);
});

test('a book of version 1.0, which knows of no calendars, reads as it was', async () => {
  const { home, store } = await makeHomeWithCalendar();
  await store.close();
  const { calendars: _, offers: __, ...older } = await readJson(home, 'book.json');
  await writeFile(join(home, 'book.json'), JSON.stringify({ ...older, version: '1.0' }));
  const again = await openAt(home);
  expect(again.notices).toEqual([]);
  expect(again.state).toMatchObject({ clients: [{ name: 'Globex' }], calendars: [], offers: [] });
  await again.update(adding);
  expect(await readJson(home, 'book.json')).toMatchObject({ version: '1.2', calendars: [{ name: 'Work' }] });
});

test('a change that a former version kept for undo can still be undone', async () => {
  const { home, store } = await makeHomeWithCalendar();
  await store.close();
  const [first = ''] = (await readdir(join(home, 'undo'))).sort();
  const undo = await readJson(home, 'undo', first);
  const { calendars: _, offers: __, ...touched } = undo.touched as Record<string, unknown>;
  await writeFile(join(home, 'undo', first), JSON.stringify({ ...undo, version: '1.0', touched }));
  const again = await openAt(home);
  await again.undo(String(undo.changeId));
  expect(again.state.clients).toEqual([]);
});

test('a backup brings calendars and offers back', async () => {
  const { store } = await makeHomeWithCalendar();
  const backup = await store.backup('asked');
  await store.update(changing((state) => removeClient(removeCalendar(state, 'cal_1'), 'cli_globex')));
  expect(store.state).toMatchObject({ calendars: [], offers: [] });
  await store.restore(backup);
  expect(store.state).toMatchObject({ calendars: [{ id: 'cal_1' }], offers: [{ id: 'off_1' }] });
});

test('what was offered to a client is forgotten with it, in undo and backups too', async () => {
  const { home, store } = await makeHomeWithCalendar();
  await store.backup('asked');
  expect(await store.forgetClient('cli_globex')).toBe(2);
  const naming: string[] = [];
  for (const file of await readdir(home, { recursive: true, withFileTypes: true })) {
    const path = join(file.parentPath, file.name);
    if (file.isFile() && (await readFile(path, 'utf8')).includes('2026-11-26T14:00')) naming.push(path);
  }
  expect(naming).toEqual([]);
  expect(store.state.calendars).toHaveLength(1);
  expect((await store.changes(10)).map((change) => change.note.code)).toEqual(['calendar-added']);
});

test('what was read of a calendar is kept beside the book, and published', async () => {
  const { home, store } = await makeHomeWithCalendar();
  const heard: string[][] = [];
  store.subscribe((changed, change) => heard.push([...Object.keys(changed), ...(change ? ['by a change'] : [])]));
  await store.keepReading(READING, 'BEGIN:VCALENDAR');
  expect(store.state.readings).toEqual({ cal_1: READING });
  expect(heard).toEqual([['readings']]);
  await store.keepReading({ ...READING, failures: 1 });
  expect(await store.readCalendarText('cal_1')).toBe('BEGIN:VCALENDAR');
  expect(await store.changes(1)).toMatchObject([{ note: { code: 'slots-offered' } }]);
  await store.backup('asked');
  expect(await readdir(join(home, 'backups'), { recursive: true })).not.toContainEqual(
    expect.stringContaining('calendars'),
  );
  await store.close();
  const again = await openAt(home);
  expect(again.state.readings).toEqual({ cal_1: { ...READING, failures: 1 } });
  expect((await again.check()).filter(({ ok }) => !ok)).toEqual([]);
  expect(await again.check()).toContainEqual({ check: 'calendars', ok: true, detail: '1 of 1 were read' });
});

test.each([
  ['cut off', '{"calendarId": "cal_1", "busy": ['],
  ['of another calendar', JSON.stringify({ ...READING, calendarId: 'cal_2' })],
  ['of a shape that is not known', JSON.stringify({ ...READING, busy: 'always' })],
  ['no JSON', '\0\0\0'],
])('a cache that is %s is left out without a word, to be read again', async (_, text) => {
  const { home, store } = await makeHomeWithCalendar();
  await store.keepReading(READING, 'BEGIN:VCALENDAR');
  await store.close();
  await writeFile(join(home, 'calendars', 'cal_1.json'), text);
  const again = await openAt(home);
  expect(again.state.readings).toEqual({});
  expect(again.notices).toEqual([]);
  expect(again.state.calendars).toHaveLength(1);
});

test('a calendar that is gone keeps its cache as long as it can come back', async () => {
  const { home, store } = await makeHomeWithCalendar();
  await store.keepReading(READING, 'BEGIN:VCALENDAR');
  await writeFile(join(home, 'calendars', 'cal_stranger.json'), '{}');
  await store.update(changing((state) => removeCalendar(state, 'cal_1'), 'calendar-removed'));
  await store.keepReading({ ...READING, failures: 3 });
  await store.close();
  const sixDaysOn = await openAt(home, { now: () => NOW.add({ hours: 6 * 24 }) });
  await sixDaysOn.backups();
  await sixDaysOn.close();
  expect((await readdir(join(home, 'calendars'))).sort()).toEqual(['cal_1.ics', 'cal_1.json']);
  expect(await readJson(home, 'calendars', 'cal_1.json')).toEqual(READING);
  const aWeekOn = await openAt(home, { now: () => NOW.add({ hours: 7 * 24 + 1 }) });
  await aWeekOn.close();
  expect(await readdir(join(home, 'calendars'))).toEqual([]);
});

test('an id that is a path leads nowhere', async () => {
  const { home, store } = await makeHomeWithCalendar();
  const id = '../../outside';
  await store.update(changing((state) => putCalendar(state, { ...WORK, id }), 'calendar-added'));
  await store.keepReading({ ...READING, calendarId: id }, 'BEGIN:VCALENDAR');
  expect(await readdir(join(home, '..'))).toEqual(['book']);
  expect(await readdir(home)).not.toContain('outside.json');
  expect(await store.readCalendarText(id)).toBe('BEGIN:VCALENDAR');
  await store.close();
  expect((await openAt(home)).state.readings[id]).toMatchObject({ calendarId: id });
});

test('what was read holds even where it can not be written', async () => {
  const { home, store } = await makeHomeWithCalendar();
  await mkdir(join(home, 'calendars', 'cal_1.json', 'in the way'), { recursive: true });
  await store.keepReading(READING, 'BEGIN:VCALENDAR');
  expect(store.state.readings).toEqual({ cal_1: READING });
});

test('public holidays are published and never written', async () => {
  const { home, store } = await makeHomeWithCalendar();
  const holidays = { AT: [{ date: '2026-12-08', name: 'Immaculate Conception' }] };
  await store.publishHolidays(holidays);
  expect(store.state.holidays).toBe(holidays);
  await store.update(changing((state) => removeCalendar(state, 'cal_1'), 'calendar-removed'));
  expect(store.state.holidays).toBe(holidays);
  expect(JSON.stringify(await readJson(home, 'book.json'))).not.toContain('Immaculate');
});

let child = '';
beforeAll(async () => {
  const { path, remove } = await bundle('tests/store/helpers/child.ts');
  child = path;
  return remove;
});

test('a kill while a reading is kept leaves the former one or the new one', { timeout: 60_000 }, async () => {
  const seen = new Set<unknown>();
  for (let step = 1; ; step++) {
    const { home, store } = await makeHomeWithCalendar();
    await store.keepReading({ ...READING, busy: [] }, 'the former text');
    await store.close();
    const lines = await finish(startChild(child, ['changeAndDie', home, 'keep-reading', String(step)]));
    const again = await openAt(home);
    const reading = again.state.readings.cal_1;
    const text = await again.readCalendarText('cal_1');
    expect(reading).toBeDefined();
    expect([0, 1]).toContain(reading?.busy.length);
    // Never a newer reading beside an older text.
    expect(reading?.busy.length === 1 ? ['the new text'] : ['the former text', 'the new text']).toContain(text);
    expect(await findDebris(home)).toEqual([]);
    expect(again.notices).toEqual([]);
    await again.close();
    seen.add(reading?.busy.length);
    if (lines.length > 0) break;
  }
  expect(seen).toEqual(new Set([0, 1]));
});
