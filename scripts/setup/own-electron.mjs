import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inProject } from './project.mjs';
import { capture } from './run.mjs';

const folder = inProject('node_modules', 'electron');
const stalledAfter = 20_000;

export const ownVersion = () => readJson('package.json').version;

/** @returns {string | undefined} the executable that the electron package has already fetched */
export function findOwnElectron() {
  const pathFile = path.join(folder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const executable = path.join(folder, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(executable) ? executable : undefined;
}

/**
 * Fetches Electron as its package does at its first use.
 * @returns {Promise<string>} the executable
 * @throws where its host can't be reached, or sends nothing for a while
 */
export async function fetchOwnElectron() {
  await fillCache();
  const { status, stderr } = await capture(process.execPath, [path.join(folder, 'install.js')]);
  const executable = findOwnElectron();
  if (status !== 0 || !executable) throw new Error(stderr);
  return executable;
}

/** The package's own installer waits for minutes on a silent host; this takes the same download with an end to it. */
async function fillCache() {
  const get = createRequire(path.join(folder, 'package.json')).resolve('@electron/get');
  const { downloadArtifact } = await import(pathToFileURL(get).href);
  const stalled = new AbortController();
  const timer = setTimeout(() => stalled.abort(new Error('the download stalled')), stalledAfter);
  try {
    await downloadArtifact({
      artifactName: 'electron',
      version: ownVersion(),
      platform: process.platform,
      arch: process.arch,
      checksums: readJson('checksums.json'),
      cacheRoot: process.env.electron_config_cache,
      downloadOptions: { signal: stalled.signal, getProgressCallback: async () => timer.refresh() },
    });
  } finally {
    clearTimeout(timer);
  }
}

/** @param {string} name */
const readJson = (name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
