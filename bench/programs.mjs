import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { load, root } from './tools.mjs';

const { openPanel } = await load('tests/helpers/panel.ts');
const { startSessionBus } = await load('tests/helpers/session-bus.ts');
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const electron = process.env.UNTIL_FRIDAY_ELECTRON;
if (!electron) throw new Error('UNTIL_FRIDAY_ELECTRON names no Electron: run this with "npm run bench".');

/**
 * @typedef {object} Program
 * @property {number} pid
 * @property {number} startMs from spawn to the icon registered with the panel
 * @property {number} menuMs from spawn to the first line of its menu
 * @property {import('node:stream').Readable} stdout
 * @property {() => Promise<void>} end
 */

/** A computer to measure on: folders, bus and panel of its own. */
export async function setUpMachine() {
  const folder = mkdtempSync(path.join(tmpdir(), 'uf-bench-'));
  const bus = await startSessionBus(folder);
  const panel = await openPanel(bus.address);
  const env = {
    ...process.env,
    DBUS_SESSION_BUS_ADDRESS: bus.address,
    HOME: folder,
    XDG_CACHE_HOME: path.join(folder, 'cache'),
    XDG_CONFIG_HOME: path.join(folder, 'config'),
    XDG_DATA_HOME: path.join(folder, 'data'),
    XDG_RUNTIME_DIR: path.join(folder, 'run'),
    // Otherwise GTK starts an accessibility bus with the first program that asks.
    NO_AT_BRIDGE: '1',
  };

  /** @param {string[]} args @returns {Promise<Program>} */
  async function start(args) {
    const startedAt = performance.now();
    const child = spawn(electron, [...sandbox, ...args], { cwd: root, env, stdio: ['ignore', 'pipe', 'ignore'] });
    const item = await panel.nextItem();
    const startMs = performance.now() - startedAt;
    await item.readMenu();
    const menuMs = performance.now() - startedAt;
    const ended = once(child, 'exit');
    const end = async () => {
      child.kill('SIGKILL');
      await Promise.all([ended, panel.gone(item)]);
    };
    return { pid: child.pid, startMs, menuMs, stdout: child.stdout, end };
  }

  return {
    folder,
    env,
    /** An icon with one menu, and nothing else. */
    startBare: () => start(['bench/bare-tray']),
    /** @param {string} home @param {string[]} [before] arguments for Electron */
    startApp: (home, before = []) => start([...before, '.', '--home', home, '--hidden']),
    async tearDown() {
      panel.close();
      await bus.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
