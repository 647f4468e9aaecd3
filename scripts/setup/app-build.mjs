import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { exclusively } from './lock.mjs';
import { findTool, inProject, listFiles } from './project.mjs';
import { capture } from './run.mjs';
import { Refusal, say } from './say.mjs';

const sources = [
  'electron',
  'src',
  'resources',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** The oldest Electron that the app runs on; electron-vite would aim at the installed one. */
export const buildEnv = { ELECTRON_MAJOR_VER: '33' };

const stamp = inProject('out', '.build-stamp');

/**
 * Builds the app into out/, where its sources have changed since it was built. Needs the dependencies.
 * @param {{isForced?: boolean}} [options]
 */
export async function provideBuild({ isForced = false } = {}) {
  if (!isForced && isCurrent(hashSources())) return;
  await exclusively(inProject('out', '.build.lock'), async () => {
    const hash = hashSources();
    if (!isForced && isCurrent(hash)) return;
    say('Building the app…');
    const { status, stdout, stderr } = await capture(
      process.execPath,
      [findTool('electron-vite', 'electron-vite'), 'build'],
      { env: buildEnv },
    );
    if (status !== 0) throw new Refusal(`The build failed:\n${stdout}${stderr}`);
    writeFileSync(stamp, hash);
  });
}

/** What development writes into out/ is no build to start from later. */
export function forgetBuild() {
  rmSync(stamp, { force: true });
}

/** @param {string} hash */
function isCurrent(hash) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hash && existsSync(inProject('out', 'main', 'main.js'));
}

function hashSources() {
  const hash = createHash('sha256').update(JSON.stringify(buildEnv));
  for (const file of listFiles(sources)) hash.update(`\0${file}\0`).update(readFileSync(inProject(file)));
  return hash.digest('hex');
}
