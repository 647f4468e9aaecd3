import type { Temporal } from 'temporal-polyfill';
import type { Reading } from '../core/model/calendar';
import type { Change, ChangeNote } from '../core/model/change';
import type { Holidays } from '../core/model/holiday';
import type { Problem } from '../core/model/problem';
import type { Request } from '../core/model/request';
import type { State } from '../core/model/state';
import type { Backup } from './backups';
import type { Steps } from './schemas/versions';

export interface OpenOptions {
  /** The folder; made when it is not there. */
  home: string;
  /** What an empty home starts with. It is written with the first change. */
  first: State;
  /** The name of this device, for `updatedBy`. */
  device: string;
  now: () => Temporal.Instant;
  newId: (prefix: 'chg') => string;
  /** Path of the local socket that this owner is going to serve; it is written into the lock. */
  socket?: string;
  /** How older majors become the current one; tests pass their own. */
  steps?: Steps;
  /** How long to wait for an owner without a socket, in milliseconds. */
  patienceMs?: number;
}

/** What a change gives back: the state it makes, what it did in words, and whatever its caller wants to know. */
export interface Changed<T> {
  state: State;
  note: ChangeNote;
  result: T;
}

export interface UpdateOptions {
  /** Everything but saving: the answer is what it would have been. */
  dryRun?: boolean;
  /** Leaves nothing to undo. */
  noUndo?: boolean;
  /** Makes a backup first; its reason. */
  backup?: string;
}

export interface Check {
  check: string;
  ok: boolean;
  detail: string;
}

/** Called with the parts of the state that changed and, when a person's change was the cause, with that change. */
export type Listener = (changed: Partial<State>, change?: Change) => void;

/** One home, open. Everything that reads or writes it waits its turn in one queue. */
export interface Store {
  readonly home: string;
  /** Never changed in place; what did not change stays the same object. */
  readonly state: State;
  /** What went wrong on reading, and what was done about it; grows when a month of history is found damaged. */
  readonly notices: readonly Problem[];
  /**
   * Changes the state and resolves once it is safe on disk and published. What the change returns is compared by
   * identity with what it was given; records are validated and stamped here. A change that changes nothing is not
   * written or published; its `changeId` can't be undone.
   */
  update<T>(
    change: (state: State) => Changed<T>,
    options?: UpdateOptions,
  ): Promise<{ changeId: string; result: T; state: State }>;
  /** Takes back the last change, or the one named; refuses when its records were changed since. */
  undo(changeId?: string): Promise<Change>;
  /** What can be undone, newest first. */
  changes(limit: number): Promise<Change[]>;
  /** Returns its own disposer. */
  subscribe(listener: Listener): () => void;
  /** Reads a UTC month (`YYYY-MM`) of history into the published state. */
  loadMonth(month: string): Promise<void>;
  /** Loads the month that holds a closed request, by its id or that of a contact in it; `false` when none does. */
  loadHolding(id: string): Promise<boolean>;
  /** The months that history has, newest first. */
  months(): Promise<string[]>;
  /** Reads a month without publishing it. */
  readMonth(month: string): Promise<readonly Request[]>;
  /** A number that is another one once a month of history was changed: what was made of it before holds no more. */
  revisionOf(month: string): number;
  /** Counts anew the weekly sums that can't be trusted, and publishes them. To be called once after opening. */
  refreshTally(): Promise<void>;
  /** Keeps everything as it is now; returns the backup's name. */
  backup(reason: string): Promise<string>;
  /** Newest first. */
  backups(): Promise<Backup[]>;
  /** Goes back to a backup, or to the newest; `kept` names the backup of what was there. */
  restore(backup?: string): Promise<{ restored: string; kept: string }>;
  /** Removes every trace of a client, from undo and backups too; returns how many records it were. */
  forgetClient(clientId: string): Promise<number>;
  /**
   * Keeps and publishes what was read of a calendar, with the text it was read from when that is new. It is a cache: no
   * change, nothing to undo, and nothing is kept of a calendar that is not in the book.
   */
  keepReading(reading: Reading, text?: string): Promise<void>;
  /** The last good text of a calendar, to be read anew; nothing when there is none. */
  readCalendarText(calendarId: string): Promise<string | undefined>;
  /** Publishes the public holidays of the places in use; they are never written. */
  publishHolidays(holidays: Holidays): Promise<void>;
  /** Looks after everything that can be wrong with a home; changes nothing but the weekly sums. */
  check(): Promise<Check[]>;
  close(): Promise<void>;
}
