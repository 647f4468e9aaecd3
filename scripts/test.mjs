import '../bin/node-version.mjs';
import { rmSync } from 'node:fs';
import { provideBuild } from './setup/app-build.mjs';
import { provideDependencies } from './setup/dependencies.mjs';
import { findTool, inProject } from './setup/project.mjs';
import { runNode } from './setup/run.mjs';
import { Refusal, runMain, say } from './setup/say.mjs';
import { onPrivateDesktop } from './setup/set-up.mjs';
import { addCounts, describeCounts, readPlaywrightCounts, readVitestCounts } from './test-counts.mjs';

/** @typedef {{status: number, counts: import('./test-counts.mjs').Counts}} Outcome */

const results = inProject('out', 'test-results');

/** @param {string[]} args @returns {Promise<Outcome>} */
async function runUnitTests(args, env = {}) {
  const report = `${results}/unit.json`;
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  say('Unit tests (vitest)…');
  const status = await runNode(findTool('vitest', 'vitest'), ['run', ...reporters, ...args], { env });
  return { status, counts: readVitestCounts(report) };
}

/** @param {string[]} args @param {NodeJS.ProcessEnv} env @returns {Promise<Outcome>} */
async function runEndToEndTests(args, env) {
  const report = `${results}/e2e.json`;
  rmSync(report, { force: true });
  say('End-to-end tests (playwright)…');
  const status = await runNode(
    findTool('@playwright/test', 'playwright'),
    ['test', '--config', 'tests/e2e/playwright.config.ts', '--reporter=line,json', ...args],
    { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report } },
  );
  return { status, counts: readPlaywrightCounts(report) };
}

/** @param {string | undefined} only @param {string[]} args @returns {Promise<Outcome[]>} */
async function runTests(only, args) {
  if (only === 'unit') {
    await provideDependencies();
    await provideBuild();
    return [await runUnitTests(args)];
  }
  return onPrivateDesktop(async (env) => {
    const unit = only === 'e2e' ? [] : [await runUnitTests(args, env)];
    return [...unit, await runEndToEndTests(args, env)];
  });
}

/** @param {string[]} args @returns {{only?: string, rest: string[]}} */
function parseArgs(args) {
  const at = args.indexOf('--only');
  const only = at < 0 ? undefined : args[at + 1];
  const rest = at < 0 ? args : args.toSpliced(at, 2);
  if (at >= 0 && only !== 'unit' && only !== 'e2e') throw new Refusal('--only takes unit or e2e.');
  if (!only && rest.length > 0)
    throw new Refusal(`${rest.join(' ')}: for which runner? Add --only unit or --only e2e.`);
  return { only, rest };
}

await runMain(async () => {
  const { only, rest } = parseArgs(process.argv.slice(2));
  const outcomes = await runTests(only, rest);
  const counts = outcomes.map((outcome) => outcome.counts).reduce(addCounts);
  const hasFailed = outcomes.some(({ status }) => status !== 0) || counts.failed > 0;
  const hasRun = counts.passed + counts.failed > 0;
  if (!hasRun) console.error('No test was run.');
  console.log(`\n${describeCounts(counts)}`);
  return hasFailed || !hasRun ? 1 : 0;
});
