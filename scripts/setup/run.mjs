import { spawn } from 'node:child_process';
import { once } from 'node:events';
import os from 'node:os';
import { root } from './project.mjs';

/**
 * @typedef {object} RunOptions
 * @property {NodeJS.ProcessEnv} [env] added to this process's environment
 * @property {import('node:child_process').StdioOptions} [stdio]
 * @property {string} [cwd]
 */

/** @type {NodeJS.Signals | undefined} */
let received;
let receivedAt = -Infinity;
/** @type {import('node:child_process').ChildProcess | undefined} */
let running;
let isHolding = false;

/**
 * From here on Ctrl+C and its like end only what `run` is running, or has yet to run, so that this process lives to
 * clean up after it.
 */
export function holdSignals() {
  if (isHolding) return;
  isHolding = true;
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, passOn);
  if (!process.env.npm_lifecycle_event) return;
  // npm passes its signals to a shell, which dies of them and tells nobody.
  const parent = process.ppid;
  const watch = () => process.ppid !== parent && !received && passOn('SIGTERM');
  setInterval(watch, 1000).unref();
}

/** @param {NodeJS.Signals} signal */
function passOn(signal) {
  // npm repeats the signal that the terminal has sent already, and Chromium dies at a second one.
  const isRepeated = performance.now() - receivedAt < 500;
  receivedAt = performance.now();
  received = signal;
  if (!isRepeated) running?.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
}

/**
 * Runs a command to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>} the exit status; 128 + n after signal n
 */
export async function run(command, args, { env, stdio = 'inherit', cwd = root } = {}) {
  holdSignals();
  if (received) return 128 + os.constants.signals[received];
  // In a group of its own, so that it hears a signal from here only, and once.
  const detached = process.platform !== 'win32';
  running = spawn(command, args, { cwd, stdio, env: { ...process.env, ...env }, detached });
  try {
    const [status, signal] = await once(running, 'close');
    return status ?? 128 + os.constants.signals[signal];
  } finally {
    running = undefined;
  }
}

/**
 * Runs a tool or script of the project with this Node.
 * @param {string} script
 * @param {string[]} args
 * @param {RunOptions} [options]
 */
export const runNode = (script, args, options) => run(process.execPath, [script, ...args], options);

/**
 * Runs a command quietly.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{status: number, stdout: string, stderr: string}>} status 127 where there is no such command
 */
export function capture(command, args, { env, cwd = root } = {}) {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ status: 127, stdout, stderr: error.message }));
    child.once('close', (status) => resolve({ status: status ?? 1, stdout, stderr }));
  });
}

/**
 * Runs npm, the one that runs this script where there is one, so that the user's configuration is honoured.
 * @param {string[]} args
 * @param {RunOptions} [options]
 */
export function runNpm(args, options) {
  const { npm_execpath: own } = process.env;
  if (own?.endsWith('npm-cli.js')) return capture(process.execPath, [own, ...args], options);
  return process.platform === 'win32'
    ? capture('cmd', ['/d', '/c', 'npm', ...args], options)
    : capture('npm', args, options);
}
