import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { bundle } from '../../helpers/bundle';

/** A Tuesday, 11:20 in Vienna. */
export const NOW = '2026-11-24T11:20:00+01:00';

let built: Promise<{ script: string; remove: () => Promise<void> }> | undefined;

/** The command line as one script that plain Node runs; built once a test file. */
export async function buildCommandLine(): Promise<string> {
  built ??= bundle('electron/cli.ts').then(async ({ path, remove }) => {
    const script = join(dirname(path), 'until-friday.mjs');
    await writeFile(
      script,
      `import { run } from './bundle.mjs';\nprocess.exitCode = await run(process.argv.slice(2));\n`,
    );
    return { script, remove };
  });
  return (await built).script;
}

/** Removes what was built. */
export async function removeCommandLine(): Promise<void> {
  await (await built)?.remove();
}

export interface Ran {
  status: number | null;
  stdout: string;
  stderr: string;
}

export interface CommandLine {
  home: string;
  env: NodeJS.ProcessEnv;
  run(...args: string[]): Promise<Ran>;
  /** Runs with `--json`; what it answers with. Throws where it does not end with 0. */
  ask(...args: string[]): Promise<unknown>;
  /** Runs with something on standard input. */
  feed(input: string, ...args: string[]): Promise<Ran>;
}

/** A place for files that goes when the test is over. */
export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'until-friday-cli-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** The command line with a home of its own, in Vienna. */
export async function openCommandLine(now: string | undefined = NOW, home?: string): Promise<CommandLine> {
  const folder = await makeFolder();
  const place = home ?? join(folder, 'home');
  const env = { ...process.env, TZ: 'Europe/Vienna', XDG_RUNTIME_DIR: join(folder, 'runtime'), UNTIL_FRIDAY_HOME: '' };
  const feed = async (input: string, ...args: string[]) => {
    const time = now === undefined || args.includes('--now') ? [] : ['--now', now];
    const own = args.includes('--home') ? [] : ['--home', place];
    return runNode([await buildCommandLine(), ...own, ...time, ...args], env, input);
  };
  const run = (...args: string[]) => feed('', ...args);
  return {
    home: place,
    env,
    run,
    feed,
    async ask(...args) {
      const { status, stdout, stderr } = await run('--json', ...args);
      if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
      return JSON.parse(stdout);
    },
  };
}

function runNode(args: string[], env: NodeJS.ProcessEnv, input: string): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { env });
    const ran = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text) => {
      ran.stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      ran.stderr += text;
    });
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, ...ran }));
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
