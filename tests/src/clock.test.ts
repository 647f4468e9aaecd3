import { describe, expect, it } from 'vitest';
import { createClock } from '../../src/state/clock';

/** A window of which the test is the world: its time, whether it can be seen, and its one timer. */
function makeWindow(start: string) {
  let time = Date.parse(start);
  let isVisible = true;
  let onVisibility: () => void = () => undefined;
  let timer: { listener: () => void; milliseconds: number } | undefined;
  const clock = createClock({
    readNow: () => time,
    isVisible: () => isVisible,
    onVisibility: (listener) => {
      onVisibility = listener;
      return () => undefined;
    },
    wait: (listener, milliseconds) => {
      timer = { listener, milliseconds };
      return () => {
        timer = undefined;
      };
    },
  });
  return {
    clock,
    pending: () => timer?.milliseconds,
    passTo(at: string) {
      time = Date.parse(at);
    },
    ring: () => timer?.listener(),
    show(next: boolean) {
      isVisible = next;
      onVisibility();
    },
  };
}

describe('the clock', () => {
  it('waits for the next full minute', () => {
    const { clock, pending } = makeWindow('2026-11-24T10:20:15Z');
    expect(pending()).toBeUndefined();
    clock.subscribe(() => undefined);
    expect(pending()).toBe(45_000);
  });

  it('tells once a minute', () => {
    const { clock, passTo, ring, pending } = makeWindow('2026-11-24T10:20:15Z');
    let told = 0;
    clock.subscribe(() => (told += 1));
    passTo('2026-11-24T10:20:59.990Z');
    ring();
    expect(told).toBe(0);
    expect(pending()).toBe(10);
    passTo('2026-11-24T10:21:00Z');
    ring();
    expect(told).toBe(1);
    expect(clock.read().toString()).toBe('2026-11-24T10:21:00Z');
  });

  it('stands still while nobody can see it, and catches up', () => {
    const { clock, show, passTo, pending } = makeWindow('2026-11-24T10:20:15Z');
    let told = 0;
    clock.subscribe(() => (told += 1));
    show(false);
    expect(pending()).toBeUndefined();
    passTo('2026-11-24T13:00:30Z');
    show(true);
    expect(told).toBe(1);
    expect(pending()).toBe(30_000);
  });

  it('leaves no timer behind', () => {
    const { clock, pending } = makeWindow('2026-11-24T10:20:15Z');
    const stop = clock.subscribe(() => undefined);
    stop();
    expect(pending()).toBeUndefined();
  });
});
