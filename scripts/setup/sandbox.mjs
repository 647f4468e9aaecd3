import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { say } from './say.mjs';

const isRoot = process.platform === 'linux' && process.getuid() === 0;

/** Chromium refuses to start as root with its sandbox, and nobody else goes without it. */
export const sandboxFlags = isRoot ? ['--no-sandbox'] : [];

/**
 * Says what is unusual about Chromium's sandbox here.
 * @param {string} electron the executable
 */
export function explainSandbox(electron) {
  if (process.platform !== 'linux') return;
  if (isRoot) return say("Running as root, so without Chromium's sandbox (--no-sandbox).");
  const helper = path.join(path.dirname(electron), 'chrome-sandbox');
  if (mayMakeNamespaces() || isSetUidRoot(helper)) return;
  say("This system keeps Chromium's sandbox from ordinary programs. If Electron ends with a word about it, run:");
  say(`  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`);
}

const mayMakeNamespaces = () => spawnSync('unshare', ['--user', '--map-root-user', 'true']).status === 0;

/** @param {string} file */
function isSetUidRoot(file) {
  const found = statSync(file, { throwIfNoEntry: false });
  return found?.uid === 0 && (found.mode & 0o4000) !== 0;
}
