import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Reading } from '../../electron/core/model/calendar';
import { putCalendar, putSettings, removeCalendar } from '../../electron/core/records';
import type { Store } from '../../electron/store/store';
import { followCalendars } from '../../electron/subscriptions/follow';
import { makeCalendar } from '../helpers/build';
import { changing } from '../store/helpers/records';
import { type Clock, MONDAY, openScene } from './scene';
import { calendarText, DENTIST, JOUR_FIXE, serve } from './server';

/** Follows with a clock and a timer that the test turns. */
function follow(store: Store, clock: Clock) {
  const timer: { run?: (() => void) | undefined; ms?: number | undefined } = {};
  const following = followCalendars({
    store,
    readNow: () => clock.now,
    schedule(run, ms) {
      Object.assign(timer, { run, ms });
      return () => Object.assign(timer, { run: undefined, ms: undefined });
    },
    quietMs: 5,
  });
  onTestFinished(() => following.close());
  /** Lets the time pass until the timer goes off, and all that it sets off come to its end. */
  async function wait() {
    clock.now = clock.now.add({ milliseconds: timer.ms ?? 0 });
    timer.run?.();
    await following.settle();
  }
  return { following, timer, wait };
}

function readingOf(store: Store, id = 'cal_1'): Reading {
  const reading = store.state.readings[id];
  if (!reading) throw new Error(`${id} was not read.`);
  return reading;
}

const minutesTo = (reading: Reading, clock: Clock) =>
  Temporal.Instant.from(reading.nextCheckAt ?? clock.now)
    .since(clock.now)
    .total('minutes');

test('an address is read at once, then hourly, and costs nothing where nothing changed', async () => {
  let etag = '"1"';
  const { origin, requests } = await serve((request, response) => {
    if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
    else response.writeHead(200, { etag }).end(calendarText(DENTIST, ...(etag === '"1"' ? [] : [JOUR_FIXE])));
  });
  const { store, clock } = await openScene({ source: { kind: 'address', url: origin } });
  const { timer, wait } = follow(store, clock);
  await wait();
  expect(readingOf(store)).toMatchObject({
    ...{ readAt: clock.now.toString(), failures: 0, from: '2026-09-24', to: '2027-12-28', timeZone: 'Europe/Vienna' },
    busy: [{ summary: 'Dentist', startsAt: '2026-11-24T08:00:00Z', freeBusy: 'busy' }],
  });
  expect(timer.ms).toBe(3_600_000);
  const { readAt, busy } = readingOf(store);
  await wait();
  expect(readingOf(store)).toMatchObject({ readAt, checkedAt: clock.now.toString(), busy });
  expect(readingOf(store).busy).toBe(busy);
  etag = '"2"';
  await wait();
  expect(readingOf(store).recurring).toMatchObject([{ uid: 'jourfixe@example', emails: ['dana@globex.example'] }]);
  expect(requests).toHaveLength(3);
});

test('without calendars no timer runs', async () => {
  const { store, clock } = await openScene();
  const { timer } = follow(store, clock);
  expect(timer.run).toBeUndefined();
  await store.update(changing((state) => putCalendar(state, makeCalendar())));
  expect(timer.run).toBeDefined();
  await store.update(changing((state) => removeCalendar(state, 'cal_1')));
  expect(timer.run).toBeUndefined();
});

test('what fails keeps what was read, and is asked less and less often until it works again', async () => {
  let status = 200;
  const { origin, host } = await serve((_, response) => response.writeHead(status).end(calendarText(DENTIST)));
  const { store, clock } = await openScene({ source: { kind: 'address', url: origin } });
  const { wait } = follow(store, clock);
  await wait();
  const { busy, readAt } = readingOf(store);
  status = 500;
  const pauses: number[] = [];
  for (let count = 1; count <= 9; count++) {
    await wait();
    expect(readingOf(store)).toMatchObject({
      ...{ busy, readAt, failures: count },
      problem: { code: 'calendar-unreachable', message: expect.stringContaining(host) },
    });
    pauses.push(minutesTo(readingOf(store), clock));
  }
  expect(pauses).toEqual([15, 30, 60, 120, 240, 480, 960, 1440, 1440]);
  status = 200;
  await wait();
  expect(readingOf(store)).toMatchObject({ failures: 0, busy });
  expect(readingOf(store).problem).toBeUndefined();
  expect(minutesTo(readingOf(store), clock)).toBe(60);
});

test('a server that asks for a longer pause gets it', async () => {
  const { origin } = await serve((_, response) => response.writeHead(503, { 'retry-after': '7200' }).end());
  const { store, clock } = await openScene({ source: { kind: 'address', url: origin } });
  await follow(store, clock).wait();
  expect(minutesTo(readingOf(store), clock)).toBe(120);
});

test('after sleep what could not be reached is asked again at once', async () => {
  let status = 500;
  const { origin } = await serve((_, response) => response.writeHead(status).end(calendarText(DENTIST)));
  const { store, clock } = await openScene({ source: { kind: 'address', url: origin } });
  const { wait, following } = follow(store, clock);
  await wait();
  status = 200;
  following.look();
  await following.settle();
  expect(readingOf(store)).toMatchObject({ failures: 0, busy: [{ summary: 'Dentist' }] });
});

test('the days move on, and events are expanded anew from what was kept', async () => {
  const { origin, requests } = await serve((request, response) =>
    request.headers['if-none-match']
      ? response.writeHead(304).end()
      : response.writeHead(200, { etag: '"1"' }).end(calendarText(JOUR_FIXE)),
  );
  const { store, clock } = await openScene({ source: { kind: 'address', url: origin } });
  const { wait } = follow(store, clock);
  await wait();
  const { readAt } = readingOf(store);
  expect(readingOf(store).busy.at(-1)?.startsAt).toBe('2027-12-24T09:00:00Z');
  clock.now = MONDAY.add({ hours: 8 * 24 });
  await wait();
  expect(readingOf(store)).toMatchObject({ readAt, from: '2026-10-02', to: '2028-01-05', etag: '"1"' });
  expect(readingOf(store).busy.at(-1)?.startsAt).toBe('2027-12-31T09:00:00Z');
  expect(requests).toHaveLength(2);
});

test('in another zone all-day events lie elsewhere', async () => {
  const allDay = ['UID:fair@example', 'DTSTART;VALUE=DATE:20261125', 'SUMMARY:Trade fair'];
  const { origin } = await serve((request, response) =>
    request.headers['if-none-match']
      ? response.writeHead(304).end()
      : response.writeHead(200, { etag: '"1"' }).end(calendarText(allDay)),
  );
  const { store, clock } = await openScene({ source: { kind: 'address', url: origin } });
  const { wait } = follow(store, clock);
  await wait();
  expect(readingOf(store).busy).toMatchObject([{ startsAt: '2026-11-24T23:00:00Z', isAllDay: true }]);
  await store.update(changing((state) => putSettings(state, { ...state.settings, timeZone: 'America/New_York' })));
  await wait();
  expect(readingOf(store).busy).toMatchObject([{ startsAt: '2026-11-25T05:00:00Z', isAllDay: true }]);
});

test('once my address is known, what I declined leaves me free', async () => {
  const declined = [...DENTIST, 'ATTENDEE;PARTSTAT=DECLINED:mailto:Sam@consult.example'];
  const { origin } = await serve((request, response) =>
    request.headers['if-none-match']
      ? response.writeHead(304).end()
      : response.writeHead(200, { etag: '"1"' }).end(calendarText(declined)),
  );
  const { store, clock } = await openScene({ source: { kind: 'address', url: origin } });
  const { wait } = follow(store, clock);
  await wait();
  expect(readingOf(store).busy).toMatchObject([{ freeBusy: 'busy' }]);
  const myEmails = ['sam@consult.example'];
  await store.update(changing((state) => putSettings(state, { ...state.settings, myEmails })));
  await wait();
  expect(readingOf(store).busy).toMatchObject([{ freeBusy: 'free' }]);
});

test('an imported calendar is expanded anew as time goes by; without its text it says so', async () => {
  const { store, clock } = await openScene({ source: { kind: 'import', fileName: 'work.ics' } });
  const { wait } = follow(store, clock);
  await wait();
  expect(readingOf(store).problem).toMatchObject({ code: 'calendar-gone', action: 'Import the file again.' });
  const { problem: _, ...reading } = readingOf(store);
  const kept = { ...reading, readAt: clock.now.toString(), failures: 0, nextCheckAt: clock.now.toString() };
  await store.keepReading(kept, calendarText(JOUR_FIXE));
  clock.now = MONDAY.add({ hours: 10 * 24 });
  await wait();
  expect(readingOf(store)).toMatchObject({ failures: 0, from: '2026-10-04' });
  expect(readingOf(store).busy.length).toBeGreaterThan(50);
});

test('a file that changes is read again at once, written in place or renamed over', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'until-friday-ics-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, 'work.ics');
  await writeFile(path, calendarText(DENTIST));
  const { store, clock } = await openScene({ source: { kind: 'file', path } });
  const { wait, timer } = follow(store, clock);
  await wait();
  expect(readingOf(store).busy).toHaveLength(1);
  expect(timer.ms).toBe(300_000);
  const titles = () => new Set(readingOf(store).busy.map(({ summary }) => summary));
  await writeFile(path, calendarText(DENTIST, JOUR_FIXE));
  await vi.waitFor(() => expect(titles()).toEqual(new Set(['Dentist', 'Jour fixe'])), { timeout: 5000 });
  await writeFile(`${path}.new`, calendarText(JOUR_FIXE));
  await rename(`${path}.new`, path);
  await vi.waitFor(() => expect(titles()).toEqual(new Set(['Jour fixe'])), { timeout: 5000 });
  await rm(path);
  await vi.waitFor(() => expect(readingOf(store).problem?.code).toBe('calendar-gone'), { timeout: 5000 });
  expect(titles()).toEqual(new Set(['Jour fixe']));
});

test('what nobody can understand is a problem of that calendar, and the others are read', async () => {
  const { origin } = await serve((request, response) =>
    response.end(request.url === '/bad' ? '<html>' : calendarText(DENTIST)),
  );
  const { store, clock } = await openScene(
    { id: 'cal_bad', source: { kind: 'address', url: `${origin}/bad` } },
    { id: 'cal_good', source: { kind: 'address', url: `${origin}/good` } },
  );
  await follow(store, clock).wait();
  expect(readingOf(store, 'cal_bad')).toMatchObject({
    failures: 1,
    problem: { code: 'calendar-unreadable' },
    busy: [],
  });
  expect(readingOf(store, 'cal_good').busy).toHaveLength(1);
});

test('one bad event costs only itself, and its line is named', async () => {
  const bad = ['UID:bad@example', 'DTSTART:yesterday'];
  const { origin } = await serve((_, response) => response.end(calendarText(bad, DENTIST)));
  const { store, clock } = await openScene({ source: { kind: 'address', url: origin } });
  await follow(store, clock).wait();
  expect(readingOf(store)).toMatchObject({ busy: [{ summary: 'Dentist' }], refused: [{ line: expect.any(Number) }] });
});

test('a calendar that is removed before its turn keeps nobody busy', async () => {
  const held: (() => void)[] = [];
  let isSlow = false;
  const { origin } = await serve((_, response) => {
    const fail = () => response.writeHead(500).end();
    if (isSlow) held.push(fail);
    else fail();
  });
  const { store, clock } = await openScene(
    { id: 'cal_1', source: { kind: 'address', url: `${origin}/1` } },
    { id: 'cal_2', source: { kind: 'address', url: `${origin}/2` } },
  );
  const { following, timer, wait } = follow(store, clock);
  await wait();
  isSlow = true;
  following.look();
  await vi.waitFor(() => expect(held).toHaveLength(1));
  await store.update(changing((state) => removeCalendar(state, 'cal_2')));
  held[0]?.();
  await following.settle();
  expect(timer.ms).toBe(30 * 60_000);
});

test('closing waits for what is being read, and keeps nothing after', async () => {
  let answer: (() => void) | undefined;
  const { origin, requests } = await serve((_, response) => {
    answer = () => response.end(calendarText(DENTIST));
  });
  const { store, clock } = await openScene({ source: { kind: 'address', url: origin } });
  const { following, timer } = follow(store, clock);
  timer.run?.();
  await vi.waitFor(() => expect(requests).toHaveLength(1));
  const closed = following.close();
  answer?.();
  await closed;
  expect(store.state.readings).toEqual({});
  expect(timer.run).toBeUndefined();
});
