import '../bin/node-version.mjs';
import { provideDependencies } from './setup/dependencies.mjs';
import { findTool, listFiles } from './setup/project.mjs';
import { capture } from './setup/run.mjs';
import { runMain, say } from './setup/say.mjs';

/** @typedef {{isFine: boolean, note?: string, output: string}} Finding */

/** Fewer would mean that the import rules saw nothing and passed for that reason. */
const leastModules = 41;

const checks = {
  'lint and format (biome)': () => runTool('@biomejs/biome', 'biome', ['ci', '--colors=off', '.']),
  'types (tsc)': () => runTool('typescript', 'tsc', ['--noEmit', '-p', 'tsconfig.json']),
  'import rules (dependency-cruiser)': checkImports,
  'dead code (knip)': () => runTool('knip', 'knip', ['--no-progress']),
};

/** @param {string} packageName @param {string} command @param {string[]} args @returns {Promise<Finding>} */
async function runTool(packageName, command, args) {
  const { status, stdout, stderr } = await capture(process.execPath, [findTool(packageName, command), ...args]);
  return { isFine: status === 0, output: stdout + stderr };
}

/** @returns {Promise<Finding>} */
async function checkImports() {
  const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'electron', 'src'];
  const { isFine, output } = await runTool('dependency-cruiser', 'depcruise', args);
  const result = parseCruise(output);
  if (!result) return { isFine: false, output };
  const seen = result.modules.filter(({ source }) => /^(electron|src)\//.test(source)).length;
  const files = listFiles(['electron', 'src']).filter((file) => /(?<!\.d)\.tsx?$/.test(file)).length;
  const violations = result.summary.violations.map(
    ({ from, to, rule }) => `${rule.severity} ${rule.name}: ${from} → ${to}`,
  );
  const note = `${seen} modules of ${files} files`;
  const sawAll = seen >= Math.max(files, leastModules);
  if (!sawAll) violations.push(`${note}: it must look at all of them, and at ${leastModules} or more.`);
  return { isFine: isFine && sawAll && result.summary.error === 0, note, output: violations.join('\n') };
}

/** @param {string} output */
function parseCruise(output) {
  try {
    return JSON.parse(output);
  } catch {
    return undefined;
  }
}

await runMain(async () => {
  await provideDependencies();
  let hasFailed = false;
  for (const [name, check] of Object.entries(checks)) {
    const { isFine, note, output } = await check();
    say(`${isFine ? 'ok    ' : 'FAILED'} ${name}${note ? `: ${note}` : ''}`);
    if (!isFine) say(output.trimEnd());
    hasFailed ||= !isFine;
  }
  return hasFailed ? 1 : 0;
});
