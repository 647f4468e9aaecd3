import type { Moment } from '../core/moment';
import type { WordsByLanguage } from '../core/replies/suggest';
import type { Store } from '../store/store';
import type { ReadText } from '../subscriptions/read-text';
import type { LogAnswer } from './contract/answers';
import type { Checked, Name, Output } from './contract/contract';
import type { KeptAnswer } from './contract/strangers';
import type { SearchContacts } from './search-contacts';

/** What only a desktop can do; absent where the command line answers for itself. */
export interface Effects {
  copy(text: string): void;
  /** The text of the clipboard; empty when it holds none. */
  readCopied(): Promise<string>;
  openMail(address: string): Promise<void>;
  closePalette(): void;
  /** Makes the palette as high as what it shows, in CSS pixels. */
  fitPalette(height: number): void;
  openWindow(view: string): void;
  /** Shows what comes of files in the main window. */
  openFiles(paths: readonly string[]): void;
  revealHome(): void;
  chooseFolder(): Promise<string | undefined>;
  /** Asks for a calendar's file. */
  chooseCalendar(): Promise<string | undefined>;
  /** Moves the data; the app goes on with the store at the new place. */
  moveHome(folder: string): Promise<void>;
  print(): void;
  /** False when another program has it; the former one holds then. */
  setShortcut(accelerator: string): boolean;
  applyTheme(theme: 'system' | 'light' | 'dark'): void;
  /** A contact was logged from tray or palette: toast, and the reply to the clipboard when `copied`. */
  logged(answer: LogAnswer, copied: boolean): void;
  /** A contact waits from tray or palette until it is said whose it is: toast. */
  waiting(answer: KeptAnswer): void;
  /** A change was undone: the clipboard gets back what it had. */
  undone(changeId: string): void;
}

/** Where a question comes from: a window, the tray, a file in the inbox, or another program through the socket. */
export type Door = 'window' | 'tray' | 'inbox' | 'socket';

/** What a handler works with. */
export interface Context {
  store: Store;
  moment: Moment;
  words: WordsByLanguage;
  searchContacts: SearchContacts;
  door: Door;
  dryRun: boolean;
  /** Version of the app, for `doctor`. */
  version: string;
  effects?: Effects | undefined;
  /** Reads the text of a calendar; in this thread when not given. */
  readText?: ReadText | undefined;
}

export type Handler<N extends Name> = (input: Checked<N>, context: Context) => Output<N> | Promise<Output<N>>;
/** A handler for each of the names: what is missing or too much does not compile. */
export type Handlers<N extends Name> = { [K in N]: Handler<K> };
