import { rm } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { z } from 'zod';
import { copyDurably, moveFile, nameTemporary, readText, syncFolder, writeDurably, writeNewFile } from './durable';
import { layOut } from './layout';
import { isMissing } from './trouble';

/** Thrown when a commit had begun and could not be ended; the next start ends it from the journal. */
export class HalfDone extends Error {
  constructor(override readonly cause: unknown) {
    super('A change could not be brought to its end.');
  }
}

/** Several files that change together, or not at all. */
export interface Batch {
  /** Writes the new content of a file beside it; nobody sees it before `commit`. */
  put(target: string, text: string): Promise<void>;
  /** As `put`, with the content of another file. */
  putFrom(target: string, source: string): Promise<void>;
  /** As `put`, for what only describes the change: on its own it never makes a journal necessary. */
  putNote(target: string, text: string): Promise<void>;
  remove(target: string): void;
  /** Called when the batch comes to nothing. */
  onAbandon(takeBack: () => void): void;
  commit(): Promise<void>;
  /** Takes everything back; safe after a failed `put` or `commit`. */
  abandon(): Promise<void>;
}

interface Move {
  from: string;
  to: string;
  isNote: boolean;
}

/** Begins a batch in a home. The order of the calls is the order in which the files change. */
export function beginBatch(home: string): Batch {
  const moves: Move[] = [];
  const removals: string[] = [];
  const writes: Promise<void>[] = [];
  const takeBacks: (() => void)[] = [];

  function stage(to: string, isNote: boolean, write: (from: string) => Promise<void>): Promise<void> {
    const move = { from: nameTemporary(to), to, isNote };
    moves.push(move);
    const written = write(move.from);
    writes.push(written);
    return written;
  }

  async function commit(): Promise<void> {
    await Promise.all(writes);
    const ordered = [...moves.filter((move) => move.isNote), ...moves.filter((move) => !move.isNote)];
    const folders = [...new Set([...moves.map((move) => move.to), ...removals].map((path) => dirname(path)))];
    const needsJournal = moves.filter((move) => !move.isNote).length + removals.length > 1;
    const { journal } = layOut(home);
    if (needsJournal) {
      await Promise.all(folders.map(syncFolder));
      await writeDurably(journal, writeJournal(home, ordered, removals));
    }
    let done = 0;
    try {
      for (const move of ordered) {
        await moveFile(move.from, move.to);
        done++;
      }
      for (const path of removals) await rm(path, { force: true });
      await Promise.all(folders.map(syncFolder));
      if (needsJournal) {
        await rm(journal, { force: true });
        if (removals.length > 0) await syncFolder(home);
      }
    } catch (error) {
      const isUntouched = !needsJournal && ordered.slice(0, done).every((move) => move.isNote);
      if (!isUntouched) throw new HalfDone(error);
      for (const move of ordered.slice(0, done)) await rm(move.to, { force: true });
      throw error;
    }
  }

  return {
    put: (to, text) => stage(to, false, (from) => writeNewFile(from, text)),
    putFrom: (to, source) => stage(to, false, (from) => copyDurably(source, from)),
    putNote: (to, text) => stage(to, true, (from) => writeNewFile(from, text)),
    remove: (target) => void removals.push(target),
    onAbandon: (takeBack) => void takeBacks.push(takeBack),
    commit,
    async abandon() {
      await Promise.allSettled(writes);
      await Promise.allSettled(moves.map((move) => rm(move.from, { force: true })));
      for (const takeBack of takeBacks) takeBack();
    },
  };
}

const journalSchema = z.object({ moves: z.array(z.tuple([z.string(), z.string()])), removals: z.array(z.string()) });

function writeJournal(home: string, moves: readonly Move[], removals: readonly string[]): string {
  const within = (path: string) => relative(home, path);
  const journal: z.infer<typeof journalSchema> = {
    moves: moves.map((move) => [within(move.from), within(move.to)]),
    removals: removals.map(within),
  };
  return `${JSON.stringify(journal, null, 2)}\n`;
}

/** Ends a commit that a kill or a power cut interrupted after its journal was written. */
export async function replayJournal(home: string): Promise<void> {
  const { journal } = layOut(home);
  const text = await readText(journal);
  if (text === undefined) return;
  const found = parseJournal(text);
  const paths = [...(found?.moves.flat() ?? []), ...(found?.removals ?? [])];
  if (!found || !paths.every(staysWithin)) {
    // Never written by this app, which renames a journal into place as a whole.
    return await moveFile(journal, `${journal}.unreadable-${Date.now()}`);
  }
  for (const [from, to] of found.moves) {
    try {
      await moveFile(join(home, from), join(home, to));
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
  for (const path of found.removals) await rm(join(home, path), { force: true });
  await Promise.all([...new Set(paths.map((path) => dirname(join(home, path))))].map(syncFolder));
  await rm(journal, { force: true });
  await syncFolder(home);
}

function parseJournal(text: string) {
  try {
    return journalSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function staysWithin(path: string): boolean {
  return !isAbsolute(path) && !path.split(/[\\/]/).includes('..') && path !== '' && !path.startsWith(sep);
}
