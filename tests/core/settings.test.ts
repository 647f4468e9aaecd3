import { describe, expect, test } from 'vitest';
import { setClient } from '../../electron/core/clients';
import { setSettings } from '../../electron/core/settings';
import { hours, makeCall, makeClient, makeSettings, makeState, momentAt } from '../helpers/build';

describe('settings', () => {
  test('change what is given and nothing else', () => {
    const state = makeState();
    const { settings } = setSettings(state, { country: 'AT', noticeMinutes: 60 });
    expect(settings).toEqual({ ...state.settings, country: 'AT', noticeMinutes: 60 });
  });

  test('null takes away', () => {
    const state = makeState({ settings: makeSettings({ country: 'AT', region: '9', bufferBeforeMinutes: 5 }) });
    const { settings } = setSettings(state, { region: null, bufferBeforeMinutes: null });
    expect(settings).toEqual(makeSettings({ country: 'AT' }));
  });

  test('a region goes with its country', () => {
    const state = makeState({ settings: makeSettings({ country: 'AT', region: '9' }) });
    expect(setSettings(state, { country: 'DE' }).settings).toEqual(makeSettings({ country: 'DE' }));
    expect(setSettings(state, { country: 'DE', region: 'BY' }).settings.region).toBe('BY');
    expect(setSettings(state, { country: 'AT' }).settings.region).toBe('9');
  });

  test('floating calls come along into another zone, the others stay', () => {
    const calls = [makeCall({ isFloating: true }), makeCall({ id: 'call_2' })];
    const { calls: after } = setSettings(makeState({ calls }), { timeZone: 'Asia/Tokyo' });
    expect(after.map(({ timeZone, start }) => [timeZone, start])).toEqual([
      ['Asia/Tokyo', '2026-09-04T10:00'],
      ['Europe/Vienna', '2026-09-04T10:00'],
    ]);
  });
});

describe("a client's own days and hours", () => {
  const set = (fields: Parameters<typeof setClient>[2]) => {
    const client = makeClient('Globex', { country: 'AT', region: '9', allowanceADay: 1, workingHours: hours([1]) });
    return setClient(makeState({ clients: [client] }), 'Globex', fields, momentAt('2026-11-24T10:00:00Z')).client;
  };
  test('are taken away by null', () => {
    expect(set({ country: null, allowanceADay: null, workingHours: null })).toEqual(makeClient());
  });
  test('a region goes with its country', () => {
    expect(set({ country: 'DE' }).region).toBeUndefined();
    expect(set({ country: 'DE', region: 'BY' })).toMatchObject({ country: 'DE', region: 'BY' });
  });
});
