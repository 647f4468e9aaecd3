import {
  type BrowserWindow,
  clipboard,
  dialog,
  type OpenDialogOptions,
  type OpenDialogReturnValue,
  shell,
} from 'electron';
import type { Temporal } from 'temporal-polyfill';
import { nameStranger } from '../core/strangers';
import type { Effects } from '../ipc/context';
import type { WindowDoor } from '../ipc/window-door';
import { createReplyClipboard } from './reply-clipboard';
import { openOutside } from './security';
import type { SetShortcut } from './shortcut';
import { applyTheme } from './theme';
import type { Toast } from './toast';
import { loggedTitle, loggedToast, waitingToast } from './toast-text';
import type { ShownTray } from './tray';
import type { Windows } from './windows';
import type { Words } from './words';

export interface EffectParts {
  home: string;
  words: Words;
  tray: ShownTray;
  /** Windows and their door come after the answers that use them. */
  readWindows(): Windows;
  readDoor(): WindowDoor;
  readNow(): Temporal.Instant;
  readTimeZone(): string;
  setShortcut: SetShortcut;
  showToast(toast: Toast): void;
  moveHome(folder: string): Promise<void>;
}

/** How long the tray offers to take back what was logged last. */
const UNDO_MS = 10 * 60_000;

/** What answers do to the desktop. */
export function createEffects(parts: EffectParts): Effects {
  const { home, words, tray, readWindows, readDoor, showToast, setShortcut, moveHome } = parts;
  const replies = createReplyClipboard();
  let offer: NodeJS.Timeout | undefined;
  const offerUndo = (changeId: string, what: string) => {
    tray.offerUndo({ changeId, what });
    clearTimeout(offer);
    offer = setTimeout(() => tray.offerUndo(undefined), UNDO_MS);
  };

  return {
    copy: (text) => void replies.copy(text).catch(() => undefined),
    // Newer Electrons answer with a promise.
    readCopied: async () => clipboard.readText(),
    openMail: openOutside,
    closePalette: () => readWindows().palette.hide(),
    fitPalette: (height) => readWindows().palette.fit(height),
    openWindow: (view) => (view === 'palette' ? readWindows().palette.show() : readWindows().main.open(view)),
    openFiles: (paths) => readWindows().main.openFiles(paths),
    revealHome: () => void shell.openPath(home),
    async chooseFolder() {
      const { canceled, filePaths } = await askFolder(readWindows().main.find(), words.say('window.chooseFolder'));
      return canceled ? undefined : filePaths[0];
    },
    async chooseCalendar() {
      const { canceled, filePaths } = await askCalendar(readWindows().main.find(), words.say('window.chooseCalendar'));
      return canceled ? undefined : filePaths[0];
    },
    moveHome,
    print: () => readWindows().main.find()?.webContents.print(),
    setShortcut,
    applyTheme,
    logged(answer, isCopied) {
      const { changeId, reply } = answer;
      if (isCopied && reply.body) replies.copyReply(changeId, reply.body).catch(() => undefined);
      const where = { timeZone: parts.readTimeZone(), now: parts.readNow(), words };
      const note = { code: 'logged', values: { client: answer.request.client, subject: answer.request.subject } };
      showToast({
        ...loggedToast(answer, isCopied, where),
        onUnshown: () => readDoor().pushNotice({ kind: 'change', changeId, note }),
      });
      offerUndo(changeId, loggedTitle(answer, words));
    },
    waiting(answer) {
      const { changeId, subject } = answer;
      const text = waitingToast(answer, words);
      const note = { code: 'stranger-kept', values: { who: nameStranger(answer) ?? '', subject } };
      showToast({
        ...text,
        onClick: () => readWindows().main.open('week'),
        onUnshown: () => readDoor().pushNotice({ kind: 'change', changeId, note }),
      });
      offerUndo(changeId, text.title);
    },
    undone(changeId) {
      replies.giveBack(changeId).catch(() => undefined);
      if (tray.readLast()?.changeId === changeId) tray.offerUndo(undefined);
    },
  };
}

function askFolder(window: BrowserWindow | undefined, title: string): Promise<OpenDialogReturnValue> {
  const options: OpenDialogOptions = { title, properties: ['openDirectory', 'createDirectory'] };
  return window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options);
}

function askCalendar(window: BrowserWindow | undefined, title: string): Promise<OpenDialogReturnValue> {
  const filters = [{ name: 'iCalendar', extensions: ['ics', 'ical', 'ifb'] }];
  const options: OpenDialogOptions = { title, properties: ['openFile'], filters };
  return window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options);
}
