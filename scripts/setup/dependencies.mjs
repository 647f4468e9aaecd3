import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { exclusively } from './lock.mjs';
import { inProject } from './project.mjs';
import { runNpm } from './run.mjs';
import { Refusal, say } from './say.mjs';

const stamp = inProject('node_modules', '.until-friday-lock');

/** Installs what package-lock.json asks for, where that has not been done since it changed. */
export async function provideDependencies() {
  if (areInstalled()) return;
  await exclusively(inProject('out', '.dependencies.lock'), async () => {
    if (areInstalled()) return;
    if (!isSameByHand()) await install();
    writeFileSync(stamp, hashLock());
  });
}

async function install() {
  say('Installing the dependencies (npm ci)…');
  const { status, stdout, stderr } = await runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (status !== 0) throw new Refusal(`npm ci failed:\n${stdout}${stderr}`);
}

function areInstalled() {
  return readText(stamp) === hashLock();
}

/** Whether a person's own `npm install` left exactly what the lock names: npm keeps a list of what it installed. */
function isSameByHand() {
  const installed = JSON.parse(readText(inProject('node_modules', '.package-lock.json')) ?? '{}').packages;
  if (!installed) return false;
  const wanted = JSON.parse(readText(inProject('package-lock.json'))).packages;
  const isFulfilled = ([name, { version, optional }]) =>
    name === '' || (installed[name] ? installed[name].version === version : optional);
  return Object.entries(wanted).every(isFulfilled) && Object.keys(installed).every((name) => wanted[name]);
}

function hashLock() {
  return createHash('sha256')
    .update(readFileSync(inProject('package-lock.json')))
    .digest('hex');
}

/** @param {string} file @returns {string | undefined} */
function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}
