import { test as base, expect } from '@playwright/test';
import { type Computer, NOW, setUpComputer } from '../helpers/computer';
import type { RunningApp } from '../helpers/running-app';

interface Fixtures {
  /** What the clocks say when the test begins. */
  now: string;
  computer: Computer;
  /** The app on that computer, started; a spec that starts it by itself leaves this one out. */
  app: RunningApp;
}

/** Each test has a computer of its own. */
export const test = base.extend<Fixtures>({
  now: [NOW, { option: true }],
  computer: async ({ now }, use) => {
    const computer = await setUpComputer(now);
    await use(computer);
    const complaints = computer.complaints();
    await computer.tearDown();
    expect(complaints, 'what windows and main processes complained of').toEqual([]);
  },
  app: async ({ computer }, use) => {
    await use(await computer.start());
  },
});
export { expect };
