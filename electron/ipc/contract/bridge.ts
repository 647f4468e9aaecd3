import type { Problem } from '../../core/model/problem';
import type { State } from '../../core/model/state';
import type { Input, Name, Output } from './contract';

/** What crosses a door: a value, or a problem; never a thrown error, which would lose its code. */
export type Reply<T> = { ok: true; value: T } | { ok: false; problem: Problem };

/** Something the person should see, pushed to every window. */
export type Notice =
  | { kind: 'problem'; problem: Problem }
  | { kind: 'change'; changeId: string; note: { code: string; values: Record<string, string | number> } };

/** A line that somebody else wrote: it stands in the palette, and nothing is logged until the person says so. */
export interface Proposed {
  line: string;
  from: 'link';
  /** What stands in the palette already is the person's, and stays. */
  keepsTyped: boolean;
}

/** What the preload shows the renderer as `window.untilFriday`. */
export interface Bridge {
  call<N extends Name>(name: N, input: Input<N>): Promise<Reply<Output<N>>>;
  /** Parts of the state that changed; returns its own disposer. */
  onState(listener: (changed: Partial<State>) => void): () => void;
  onNotice(listener: (notice: Notice) => void): () => void;
  /** Where dropped files lie; those that lie nowhere, such as a picture dragged out of a page, are left out. */
  pathsOf(files: readonly File[]): string[];
  /** Files that were opened with the app, to be taken in. */
  onFiles(listener: (paths: string[]) => void): () => void;
  /** Asked to show a view, such as from the tray. */
  onOpen(listener: (view: string) => void): () => void;
  /** The palette was shown again: clear and focus the line, or show the one that is proposed. */
  onPalette(listener: (proposed?: Proposed) => void): () => void;
}
