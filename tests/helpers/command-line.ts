import { execFile } from 'node:child_process';
import { join } from 'node:path';

const ENTRY = join(import.meta.dirname, '../../bin/until-friday.mjs');

export interface Ran {
  status: number;
  stdout: string;
  stderr: string;
}

/** `until-friday`, as a person or a script runs it. */
export interface CommandLine {
  run(...args: string[]): Promise<Ran>;
  /** What it answers as JSON, where it does not refuse. */
  ask<T>(...args: string[]): Promise<T>;
}

export function createCommandLine({
  env,
  home,
  now,
}: {
  env: NodeJS.ProcessEnv;
  home: string;
  now: string;
}): CommandLine {
  const run = (...args: string[]): Promise<Ran> =>
    new Promise((resolve) => {
      const time = args.includes('--now') ? [] : ['--now', now];
      const all = [ENTRY, '--home', home, ...time, ...args];
      execFile(process.execPath, all, { env, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
        resolve({ status: error ? Number(error.code ?? 1) : 0, stdout, stderr });
      });
    });
  return {
    run,
    async ask<T>(...args: string[]): Promise<T> {
      const { status, stdout, stderr } = await run('--json', ...args);
      if (status !== 0) throw new Error(`until-friday ${args.join(' ')} ended with ${status}: ${stderr}`);
      // What the command line answers with is the contract's; its own tests hold it to that.
      return JSON.parse(stdout) as T;
    },
  };
}
