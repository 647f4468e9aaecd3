import { describe, expect, it, vi } from 'vitest';
import { nextDayEnd } from '../../../electron/core/availability/day-end';
import type { State } from '../../../electron/core/model/state';
import { followDayEnd } from '../../../electron/follow-day-end';
import type { Listener } from '../../../electron/store/store';
import { hours, makeSettings, makeState, vienna } from '../../helpers/build';

const settings = makeSettings({
  workingHours: hours([1, 2, 3, 4, 5], { from: '13:00', to: '17:30' }, { from: '09:00', to: '12:00' }),
  daysOff: [{ id: 'off_1', from: '2026-11-25', to: '2026-11-25', name: '' }],
});

describe('the end of the working day', () => {
  it.each([
    ['2026-11-24T08:00', '2026-11-24T17:30'],
    ['2026-11-24T12:30', '2026-11-24T17:30'],
    // Wednesday is off.
    ['2026-11-24T17:30', '2026-11-26T17:30'],
    ['2026-11-27T20:00', '2026-11-30T17:30'],
  ])('after %s is %s', (now, end) => {
    expect(nextDayEnd({ settings, holidays: {} }, vienna(now))?.toString()).toBe(vienna(end).toString());
  });

  it('is none where nothing is worked', () => {
    expect(
      nextDayEnd({ settings: makeSettings({ workingHours: hours([]) }), holidays: {} }, vienna('2026-11-24T08:00')),
    ).toBeUndefined();
  });
});

describe('who follows it', () => {
  function follow(start: string) {
    let now = vienna(start);
    let state = makeState({ settings });
    let listener: Listener = () => undefined;
    const ends: string[] = [];
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const store = {
      get state() {
        return state;
      },
      subscribe: (each: Listener) => {
        listener = each;
        return () => undefined;
      },
    };
    const dayEnd = followDayEnd({ store, readNow: () => now, onEnd: () => void ends.push(now.toString()) });
    return {
      ends,
      dayEnd,
      pass(minutes: number) {
        now = now.add({ minutes });
        vi.advanceTimersByTime(minutes * 60_000);
      },
      /** Timers stand still while a computer sleeps. */
      sleep: (minutes: number) => {
        now = now.add({ minutes });
      },
      change(more: Partial<State>) {
        state = { ...state, ...more };
        listener(more);
      },
      stop() {
        dayEnd.close();
        vi.useRealTimers();
      },
    };
  }

  it('hears of it once a working day, and not at the start', () => {
    const { ends, pass, stop } = follow('2026-11-24T17:29');
    expect(ends).toEqual([]);
    pass(1);
    expect(ends).toEqual([vienna('2026-11-24T17:30').toString()]);
    pass(24 * 60);
    expect(ends, 'Wednesday is off').toHaveLength(1);
    pass(24 * 60);
    expect(ends).toHaveLength(2);
    stop();
  });

  it('hears of it when the computer wakes up, if it is the same day', () => {
    const evening = follow('2026-11-24T17:00');
    evening.sleep(120);
    evening.dayEnd.look();
    evening.dayEnd.look();
    expect(evening.ends).toEqual([vienna('2026-11-24T19:00').toString()]);
    evening.stop();
    const morning = follow('2026-11-24T17:00');
    morning.sleep(15 * 60);
    morning.dayEnd.look();
    expect(morning.ends).toEqual([]);
    morning.stop();
  });

  it('follows other hours from when they are set', () => {
    const { ends, change, pass, stop } = follow('2026-11-24T15:00');
    change({ settings: { ...settings, workingHours: hours([2], { from: '09:00', to: '15:10' }) } });
    pass(10);
    expect(ends).toEqual([vienna('2026-11-24T15:10').toString()]);
    stop();
  });
});
