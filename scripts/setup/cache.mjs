import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** The user's cache for what the set-up fetches once for all checkouts. */
export const cacheFolder = path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'until-friday');

/**
 * A new folder inside the cache to prepare something in, so that a rename puts it in place whole.
 * Folders left behind by a set-up that was killed are removed.
 */
export function makeStagingFolder() {
  mkdirSync(cacheFolder, { recursive: true });
  for (const name of readdirSync(cacheFolder)) {
    const owner = /^staging-(\d+)-/.exec(name)?.[1];
    if (owner && !isRunning(Number(owner))) rmSync(path.join(cacheFolder, name), { recursive: true, force: true });
  }
  return mkdtempSync(path.join(cacheFolder, `staging-${process.pid}-`));
}

/** @param {number} pid */
export function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
