import { join } from 'node:path';
import { vi } from 'vitest';
import { run as runCli } from '../../../electron/cli';
import { makeFolder, NOW, type Ran } from './command-line';

export interface InProcess {
  home: string;
  env: NodeJS.ProcessEnv;
  run(...args: string[]): Promise<Ran>;
  ask(...args: string[]): Promise<unknown>;
}

/** The command line without a process of its own, for tests that run very many commands; one at a time. */
export async function openInProcess(): Promise<InProcess> {
  const folder = await makeFolder();
  const home = join(folder, 'home');
  vi.stubEnv('TZ', 'Europe/Vienna');
  vi.stubEnv('XDG_RUNTIME_DIR', join(folder, 'runtime'));
  const env = { ...process.env };
  const run = async (...args: string[]): Promise<Ran> => {
    vi.stubEnv('XDG_RUNTIME_DIR', env.XDG_RUNTIME_DIR);
    const ran = { stdout: '', stderr: '' };
    const spies = (['stdout', 'stderr'] as const).map((name) =>
      vi.spyOn(process[name], 'write').mockImplementation((text) => {
        ran[name] += String(text);
        return true;
      }),
    );
    try {
      const status = await runCli(['--home', home, ...(args.includes('--now') ? [] : ['--now', NOW]), ...args]);
      return { status, ...ran };
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
  };
  return {
    home,
    env,
    run,
    async ask(...args) {
      const { status, stdout, stderr } = await run('--json', ...args);
      if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
      return JSON.parse(stdout);
    },
  };
}
