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
    await computer.tearDown();
  },
  app: async ({ computer }, use) => {
    const app = await computer.start();
    await use(app);
    expect(app.complaints, 'what windows and main process complained of').toEqual([]);
  },
});
export { expect };
