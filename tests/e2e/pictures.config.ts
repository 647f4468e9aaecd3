import { defineConfig } from '@playwright/test';

/** Pictures of every view, in out/pictures. */
export default defineConfig({
  testDir: '.',
  testMatch: 'pictures.spec.ts',
  outputDir: '../../out/e2e-pictures',
  reporter: 'line',
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  use: { actionTimeout: 10_000 },
});
