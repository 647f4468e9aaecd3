import { defineConfig } from '@playwright/test';

/** The built app in real Electron. Reporters are named on the command line. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  testIgnore: 'pictures.spec.ts',
  outputDir: '../../out/e2e',
  // Each test has a computer of its own, but the machine has one display and few cores.
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  // A real desktop now and then fails by itself, as when Electron ends by a signal while it quits. What fails twice
  // has failed; what fails once is named as flaky.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: { actionTimeout: 10_000 },
});
