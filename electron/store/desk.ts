import type { Temporal } from 'temporal-polyfill';
import type { Refusal } from '../core/model/problem';
import type { State } from '../core/model/state';
import type { Document, Stage } from './document';
import type { Stamping } from './edits';
import type { History } from './history';
import type { Layout } from './layout';
import type { Lock } from './lock';
import type { Reader } from './read-file';
import type { Book, DeviceFile, OpenFile } from './schemas/v1';
import { isNewerMinor } from './schemas/versions';
import type { Listener, OpenOptions } from './store';
import type { TallyCache } from './tally-cache';
import type { UndoTrail } from './undo';

/** The three files that are always in memory. */
export interface Documents {
  book: Document<Book>;
  open: Document<OpenFile>;
  device: Document<DeviceFile>;
}

/** Everything that belongs to one open home. Only what runs in the store's queue may touch it. */
export interface Desk {
  readonly home: string;
  readonly layout: Layout;
  readonly options: OpenOptions;
  readonly reader: Reader;
  readonly stage: Stage;
  readonly documents: Documents;
  readonly history: History;
  readonly trail: UndoTrail;
  readonly tally: TallyCache;
  readonly lock: Lock;
  readonly listeners: Set<Listener>;
  state: State;
  /** The day for which a daily backup is known to be there. */
  backedUpOn?: string;
  /** Why nothing can be saved any more. */
  broken?: Refusal;
}

/** Who changes records, and when. */
export function stampingOf({ documents, options }: Desk, now: Temporal.Instant): Stamping {
  const versions = [documents.book, documents.open, documents.device].map((document) => document.low.data.version);
  return { now, device: options.device, keepsUnknown: versions.some(isNewerMinor) };
}
