import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { onTestFinished } from 'vitest';
import { openStore } from '../../../electron/store/open';
import type { OpenOptions, Store } from '../../../electron/store/store';
import { first, NOW } from './records';

/** A new folder that goes when the test is over. */
export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'until-friday-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A path for a home that does not exist yet. */
export async function makeHome(): Promise<string> {
  return join(await makeFolder(), 'book');
}

export function optionsFor(home: string, more: Partial<OpenOptions> = {}): OpenOptions {
  return { home, first, device: 'laptop', now: () => NOW, newId: (prefix) => `${prefix}_${v7()}`, ...more };
}

/** Opens a store that is closed when the test is over. */
export async function openAt(home: string, more: Partial<OpenOptions> = {}): Promise<Store> {
  const store = await openStore(optionsFor(home, more));
  onTestFinished(() => store.close());
  return store;
}

/** Reads one of a home's files as data. */
export async function readJson(...path: string[]): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(join(...path), 'utf8'));
}

/** What a kill may leave, and the next start has to clean. */
export async function findDebris(home: string): Promise<string[]> {
  const names = await readdir(home, { recursive: true });
  return names.filter((name) => name.endsWith('.tmp') || name.includes('unreadable') || name === 'commit.json');
}
