import '../bin/node-version.mjs';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onDesktop } from './setup/desktop.mjs';
import { root } from './setup/project.mjs';
import { run } from './setup/run.mjs';
import { sandboxFlags } from './setup/sandbox.mjs';
import { runMain, say } from './setup/say.mjs';
import { setUp } from './setup/set-up.mjs';
import { withUtf8 } from './setup/utf8.mjs';

/** @param {string[]} args for the app */
async function start(args) {
  const { electron, desktop } = await setUp();
  say('Starting Until Friday; Ctrl+C ends it.');
  return onDesktop(desktop, (given) => {
    const env = { ...given, ...withUtf8(process.env) };
    return run(electron, [...sandboxFlags, root, ...args], { env, cwd: process.cwd() });
  });
}

/** @param {string[]} args for the app */
async function demonstrate(args) {
  const home = mkdtempSync(path.join(os.tmpdir(), 'until-friday-demo-'));
  say(`The sample week is in ${home}, and gone when the app ends.`);
  try {
    return await start(['--home', home, '--sample', ...args]);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

const args = process.argv.slice(2);
const isDemo = args[0] === '--demo';
await runMain(() => (isDemo ? demonstrate(args.slice(1)) : start(args)));
