import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { holdSignals } from './run.mjs';
import { say } from './say.mjs';

/** @typedef {{isDisplayVirtual: boolean, isBusOwn: boolean, isPrivate: boolean}} DesktopPlan */

/**
 * What a desktop needs to have made for it here.
 * @param {boolean} isPrivate nothing of the user's own desktop may be touched
 * @returns {Promise<DesktopPlan>}
 */
export async function planDesktop(isPrivate) {
  if (process.platform !== 'linux') return { isDisplayVirtual: false, isBusOwn: false, isPrivate };
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return {
    isDisplayVirtual: isPrivate || !(DISPLAY || WAYLAND_DISPLAY),
    isBusOwn: isPrivate || !(await isBusReachable()),
    isPrivate,
  };
}

/**
 * Does work with a display and a session bus, and takes down afterwards what was set up for it.
 * @template T
 * @param {DesktopPlan} plan
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} work given what is to be added to its environment
 * @returns {Promise<T>}
 */
export async function onDesktop(plan, work) {
  holdSignals();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'until-friday-'));
  /** @type {import('node:child_process').ChildProcess[]} */
  const servers = [];
  try {
    const env = {};
    if (plan.isDisplayVirtual) {
      if (!plan.isPrivate) say('There is no display here: running on a virtual one (Xvfb).');
      Object.assign(env, await startDisplay(folder, servers));
    }
    if (plan.isBusOwn) {
      if (!plan.isPrivate) say('There is no session bus here: running with one of its own (dbus-daemon).');
      Object.assign(env, await startBus(servers));
    }
    return await work(env);
  } finally {
    await Promise.all(servers.map(stopServer));
    rmSync(folder, { recursive: true, force: true });
  }
}

// Both are started directly: xvfb-run and dbus-run-session leave their servers behind when a signal ends them.

/** @param {string} folder @param {import('node:child_process').ChildProcess[]} servers */
async function startDisplay(folder, servers) {
  const authority = path.join(folder, 'Xauthority');
  writeFileSync(authority, encodeAuthority(randomBytes(16)), { mode: 0o600 });
  const args = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-auth', authority];
  const display = await startServer('Xvfb', args, servers);
  return { DISPLAY: `:${display}`, XAUTHORITY: authority, WAYLAND_DISPLAY: undefined, XDG_SESSION_TYPE: 'x11' };
}

/** @param {import('node:child_process').ChildProcess[]} servers */
async function startBus(servers) {
  const args = ['--session', '--nofork', '--nopidfile', '--print-address=3'];
  return { DBUS_SESSION_BUS_ADDRESS: await startServer('dbus-daemon', args, servers) };
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').ChildProcess[]} servers
 * @returns {Promise<string>} the line it writes to descriptor 3 once it is ready
 */
async function startServer(command, args, servers) {
  // In a group of its own, so that Ctrl+C ends what runs on it first.
  const server = spawn(command, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'], detached: true });
  servers.push(server);
  let line = '';
  for await (const chunk of server.stdio[3]) {
    line += chunk;
    if (line.includes('\n')) return line.trim();
  }
  throw new Error(`${command} did not start.`);
}

/** @param {import('node:child_process').ChildProcess} server */
async function stopServer(server) {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.kill();
  await once(server, 'exit');
}

/**
 * An X authority file with one cookie for every address.
 * @param {Buffer} cookie
 */
function encodeAuthority(cookie) {
  const counted = (bytes) => Buffer.concat([Buffer.from([0, bytes.length]), bytes]);
  const anyAddress = Buffer.from([0xff, 0xff]);
  const empty = counted(Buffer.alloc(0));
  return Buffer.concat([anyAddress, empty, empty, counted(Buffer.from('MIT-MAGIC-COOKIE-1')), counted(cookie)]);
}

/** @returns {Promise<boolean>} */
async function isBusReachable() {
  const { DBUS_SESSION_BUS_ADDRESS: address, XDG_RUNTIME_DIR: folder } = process.env;
  if (address && !address.startsWith('unix:path=')) return true;
  const socket = address ? address.slice('unix:path='.length).split(/[,;]/)[0] : folder && path.join(folder, 'bus');
  if (!socket) return false;
  const connection = connect(socket);
  try {
    await once(connection, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    connection.destroy();
  }
}
