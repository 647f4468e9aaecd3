import { beforeAll, expect, test } from 'vitest';
import { readTextHere } from '../../electron/subscriptions/read-text';
import { createWorkerReader } from '../../electron/subscriptions/worker-reader';
import { bundle } from '../helpers/bundle';
import { calendarText, DENTIST, JOUR_FIXE } from './server';

const WITHIN = { timeZone: 'Europe/Vienna', from: '2026-09-24', to: '2027-12-28' };
/** Long enough for a thread to be worth it. */
const LARGE = calendarText(
  JOUR_FIXE,
  ...Array.from({ length: 300 }, (_, index) => DENTIST.map((line) => line.replace('dentist', `dentist${index}`))),
);

let script = '';
beforeAll(async () => {
  const { path, remove } = await bundle('electron/subscriptions/read-worker.ts');
  script = path;
  return remove;
});

test('a thread reads the same as is read here', async () => {
  const read = await createWorkerReader(script)(LARGE, WITHIN);
  expect(read).toEqual(await readTextHere(LARGE, WITHIN));
  expect(read.events).toBe(301);
});

test('while a thread reads, this one goes on', async () => {
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  await createWorkerReader(script)(LARGE, WITHIN);
  clearInterval(timer);
  expect(turns).toBeGreaterThan(5);
});

test('what a thread refuses is refused with the same words', async () => {
  const page = `<html>${'x'.repeat(30_000)}`;
  const told = await createWorkerReader(script)(page, WITHIN).catch((error) => error.problem);
  expect(told).toEqual(await readTextHere(page, WITHIN).catch((error) => error.problem));
  expect(told).toMatchObject({ code: 'calendar-unreadable' });
});

test('where there is no thread to be had, it is read here', async () => {
  const read = await createWorkerReader('/no/such/script.mjs')(LARGE, WITHIN);
  expect(read.events).toBe(301);
});

test('what takes too long is given up', async () => {
  await expect(createWorkerReader(script, { wholeMs: 1 })(LARGE, WITHIN)).rejects.toMatchObject({
    problem: { code: 'calendar-too-large', message: 'It takes too long to read.' },
  });
});

test('what takes too much memory ends the thread, not the app', async () => {
  const many = calendarText(...Array.from({ length: 20_000 }, () => DENTIST));
  await expect(createWorkerReader(script, { memoryMb: 8 })(many, WITHIN)).rejects.toMatchObject({
    problem: { code: 'calendar-too-large' },
  });
});
