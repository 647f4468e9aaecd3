import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { capture } from './run.mjs';
import { Refusal, say } from './say.mjs';

/** What Electron links against or loads, under the names of Debian; what these depend on comes with them. */
const electronPackages = ['libnss3', 'libgtk-3-0', 'libgbm1', 'libasound2', 'libnotify4', 'libxss1'];

/**
 * @typedef {object} Missing
 * @property {string} what
 * @property {string[]} packages of Debian and its kin
 * @property {boolean} [isOptional] the app works without it
 */

/**
 * Sees to it that the system has what Electron and its desktop need: installs it, or refuses with the command to run.
 * @param {string} electron the executable
 * @param {import('./desktop.mjs').DesktopPlan} desktop
 */
export async function provideLibraries(electron, desktop) {
  if (process.platform !== 'linux') return;
  const missing = await findMissing(electron, desktop);
  if (missing.length === 0) return;
  const canInstall = findCommand('apt-get');
  if (canInstall && process.getuid() === 0) await install(missing);
  else if (missing.some(({ isOptional }) => !isOptional)) throw new Refusal(await advise(missing, canInstall));
  else return say(await advise(missing, canInstall));
  const left = (await findMissing(electron, desktop)).filter(({ isOptional }) => !isOptional);
  if (left.length > 0) throw new Refusal(`Still missing after the installation: ${list(left)}.`);
}

/** @param {string} electron @param {import('./desktop.mjs').DesktopPlan} desktop @returns {Promise<Missing[]>} */
async function findMissing(electron, { isDisplayVirtual, isBusOwn, isPrivate }) {
  const { stdout } = await capture('ldd', [electron]);
  const libraries = [...stdout.matchAll(/^\s*(\S+) => not found/gm)].map(([, name]) => name);
  const missing = [];
  if (libraries.length > 0) {
    const what = `${libraries.length} of Electron's libraries (${libraries[0]}…)`;
    missing.push({ what, packages: electronPackages });
  }
  if (isDisplayVirtual && !findCommand('Xvfb')) missing.push({ what: 'Xvfb', packages: ['xvfb'] });
  if (isBusOwn && !findCommand('dbus-daemon')) missing.push({ what: 'dbus-daemon', packages: ['dbus'] });
  // A person's own start goes on without these; the tests would fail.
  const isOptional = !isPrivate;
  if (!findCommand('notify-send')) missing.push({ what: 'notify-send', packages: ['libnotify-bin'], isOptional });
  if (!(await hasFonts())) missing.push({ what: 'fonts', packages: ['fontconfig', 'fonts-dejavu-core'], isOptional });
  return missing;
}

/** @param {Missing[]} missing @param {boolean} hasApt */
async function advise(missing, hasApt) {
  const lack = `This system lacks ${list(missing)}.`;
  if (!hasApt) return `${lack} Install it with the system's package manager.`;
  const packages = (await findPackages(missing)).join(' ');
  return `${lack} Install it with:\n  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages}`;
}

/** @param {Missing[]} missing */
async function install(missing) {
  say(`Installing what this system lacks with apt-get: ${list(missing)}…`);
  const options = ['-qq', '-o', 'DPkg::Lock::Timeout=300'];
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const updated = await capture('apt-get', ['update', ...options], { env });
  const packages = await findPackages(missing);
  const { status, stderr } = await capture(
    'apt-get',
    ['install', '-y', '--no-install-recommends', ...options, ...packages],
    { env },
  );
  if (status !== 0) throw new Refusal(`apt-get could not install ${packages.join(' ')}:\n${updated.stderr}${stderr}`);
}

/** @param {Missing[]} missing */
const list = (missing) => missing.map(({ what }) => what).join(', ');

/** @param {Missing[]} missing */
const findPackages = (missing) => Promise.all(missing.flatMap(({ packages }) => packages).map(findCurrentName));

/**
 * Newer releases of Debian and Ubuntu renamed libraries for 64-bit time.
 * @param {string} name
 */
async function findCurrentName(name) {
  const { status } = await capture('apt-cache', ['show', '--quiet', `${name}t64`]);
  return status === 0 ? `${name}t64` : name;
}

async function hasFonts() {
  const { stdout } = await capture('fc-list', []);
  return stdout.trim() !== '';
}

/** @param {string} name */
function findCommand(name) {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/bin', '/usr/sbin'];
  return folders.some((folder) => {
    try {
      accessSync(path.join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
