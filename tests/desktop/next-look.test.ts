import { expect, test } from 'vitest';
import { nextLook, trayStatus } from '../../electron/desktop/tray-status';
import { makeCall, makeSettings, makeState, vienna } from '../helpers/build';
import { makeBusy, withCalendar } from '../helpers/diary';

const MINUTE = 60_000;

function minutesUntilNext(local: string, state = makeState()): number {
  const now = vienna(local);
  return nextLook(trayStatus(state, now), 'Europe/Vienna', now) / MINUTE;
}

test.each([
  ['an hour at most, so that a clock that was set is noticed', '2026-11-24T11:20', 60],
  ['the end of the working day', '2026-11-24T17:10', 20],
  ['the start of a call', '2026-11-27T09:45', 15],
  ['the end of a call', '2026-11-27T10:10', 20],
  ['midnight, when the days are called otherwise', '2026-11-24T23:30', 30],
])('%s', (_, local, minutes) => {
  expect(minutesUntilNext(local)).toBe(minutes);
});

test('of calls that overlap, the end of the first', () => {
  const calls = [makeCall(), makeCall({ id: 'call_2', start: '2026-09-04T10:15' })];
  expect(minutesUntilNext('2026-11-27T10:20', makeState({ calls }))).toBe(10);
});

test('a moment’s end is still ahead, however near', () => {
  const now = vienna('2026-11-27T09:59').add({ seconds: 59, milliseconds: 999, microseconds: 900 });
  expect(nextLook(trayStatus(makeState(), now), 'Europe/Vienna', now)).toBeGreaterThanOrEqual(1);
});

test('what my own calendar and focus blocks begin and end', () => {
  const busy = [makeBusy('2026-11-24T10:00', '2026-11-24T10:30'), makeBusy('2026-11-24T10:30', '2026-11-24T11:00')];
  const focusBlocks = [{ id: 'f', weekdays: [2], from: '11:10', minutes: 20 }];
  const state = makeState({ ...withCalendar(busy), settings: makeSettings({ focusBlocks }) });
  const looks = ['09:45', '10:00', '10:30', '11:00', '11:10'].map((at) => minutesUntilNext(`2026-11-24T${at}`, state));
  // The second event keeps me busy, under another name.
  expect(looks).toEqual([15, 30, 30, 10, 20]);
});
