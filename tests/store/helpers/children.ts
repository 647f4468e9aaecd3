import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

/** What a child printed, line by line. */
export type Line = Record<string, unknown>;

const printed = new WeakMap<ChildProcess, Line[]>();

/** Starts the bundled child with arguments, through `wrapper` if there is one; it does not outlive the test. */
export function startChild(bundled: string, args: readonly string[], wrapper: readonly string[] = []): ChildProcess {
  const [command = process.execPath, ...rest] = [...wrapper, process.execPath, bundled, ...args];
  const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: Line[] = [];
  printed.set(child, lines);
  if (child.stdout) createInterface(child.stdout).on('line', (line) => lines.push(JSON.parse(line)));
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** Resolves when the child printed something. */
export async function firstLine(child: ChildProcess): Promise<void> {
  await new Promise((resolve, reject) => {
    child.stdout?.once('data', resolve);
    child.once('exit', () => reject(new Error('The child ended without a word.')));
  });
}

/** Everything the child printed, once it has ended. */
export async function finish(child: ChildProcess): Promise<Line[]> {
  await new Promise((resolve) => child.once('close', resolve));
  return printed.get(child) ?? [];
}
