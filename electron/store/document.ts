import { type Adapter, Low } from 'lowdb';
import type { Batch } from './batch';
import { writeText } from './text';

/** Where writes go while a change is being saved. */
export interface Stage {
  batch: Batch | undefined;
}

/** One JSON file, held by lowdb. Its data is never changed in place, only replaced. */
export interface Document<T extends object> {
  readonly path: string;
  readonly low: Low<T>;
  /** Whether the next change has to write it even if it does not concern it: it is not on disk in this form. */
  isDue: boolean;
}

/** Holds a file; `read` gives what is on disk, or nothing when there is none. */
export function holdDocument<T extends object>(
  path: string,
  first: T,
  stage: Stage,
  read: () => Promise<{ file: T; isDue: boolean } | undefined>,
): Document<T> {
  const adapter: Adapter<T> = {
    async read() {
      const found = await read();
      document.isDue = found?.isDue ?? true;
      return found?.file ?? null;
    },
    async write(data) {
      if (!stage.batch) throw new Error(`${path} was written outside of a change.`);
      await stage.batch.put(path, writeText(data));
    },
  };
  const document: Document<T> = { path, low: new Low(adapter, first), isDue: true };
  return document;
}

/** Makes new content part of the change that is being saved; it goes back to what it was when that fails. */
export async function stageDocument<T extends object>(document: Document<T>, data: T, batch: Batch): Promise<void> {
  const former = { data: document.low.data, isDue: document.isDue };
  batch.onAbandon(() => {
    document.low.data = former.data;
    document.isDue = former.isDue;
  });
  document.low.data = data;
  document.isDue = false;
  await document.low.write();
}
