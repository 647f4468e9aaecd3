import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Reply } from '../ipc/contract/bridge';
import type { Output } from '../ipc/contract/contract';
import type { Input, Tools } from './command';

/** Tells an address from a file; a file is named from the folder that the command is used in. */
export async function addCalendar({ source, ...input }: Input, { ask }: Tools): Promise<Reply<Output<'calendar.add'>>> {
  return await ask('calendar.add', { ...input, ...readSource(String(source)) });
}

function readSource(source: string): { url: string } | { path: string } {
  if (/^file:\/\//i.test(source) && URL.canParse(source)) return { path: fileURLToPath(source) };
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(source)) return { url: source };
  return { path: source.startsWith('~/') ? join(homedir(), source.slice(2)) : resolve(source) };
}
