import { app, powerMonitor } from 'electron';
import { Temporal } from 'temporal-polyfill';
import { keepCalendarFile } from './calendar-file';
import type { Problem } from './core/model/problem';
import { isOwnAddress } from './desktop/addresses';
import { createEffects } from './desktop/effects';
import { readProblem } from './desktop/read-problem';
import { createShortcut } from './desktop/shortcut';
import { applyTheme } from './desktop/theme';
import { createToaster } from './desktop/toast';
import { problemToast } from './desktop/toast-text';
import type { ShownTray } from './desktop/tray';
import type { Intent } from './desktop/tray-menu';
import { createWindows, type WindowFolders, type Windows } from './desktop/windows';
import type { Words } from './desktop/words';
import { type Answer, createAnswer } from './ipc/answer';
import type { Reply } from './ipc/contract/bridge';
import { serveSocket } from './ipc/socket-door';
import { serveWindows } from './ipc/window-door';
import { keepHolidays } from './keep-holidays';
import { newId } from './new-id';
import { createReplyWords } from './reply-words';
import type { Store } from './store/store';
import { followCalendars } from './subscriptions/follow';
import { createWorkerReader } from './subscriptions/worker-reader';

export interface BehindTray {
  windows: Windows;
  answer: Answer;
  /** Does what a click in the tray means. */
  perform(intent: Intent): Promise<void>;
  /** Closes the door to other programs; the store is its opener's. */
  close(): Promise<void>;
}

export interface Parts {
  store: Store;
  /** Where the command line reaches this instance. */
  socket: string;
  tray: ShownTray;
  words: Words;
  folders: WindowFolders;
  /** What the thread runs in which calendars are read. */
  readerScript: string;
  moveHome(folder: string): Promise<void>;
}

/** Everything that can wait until the tray is there: both doors, windows, toasts, keys; and what follows the state. */
export async function startBehindTray({
  store,
  socket,
  tray,
  words,
  folders,
  readerScript,
  moveHome,
}: Parts): Promise<BehindTray> {
  const readNow = () => Temporal.Now.instant();
  const showToast = createToaster(`${folders.icons}/app-64.png`, words.say('app.name'));
  const setShortcut = createShortcut(() => windows.palette.toggle());
  const effects = createEffects({
    home: store.home,
    words,
    tray,
    readWindows: () => windows,
    readDoor: () => door,
    readNow,
    readTimeZone: () => store.state.settings.timeZone,
    setShortcut,
    showToast,
    moveHome,
  });
  const readText = createWorkerReader(readerScript);
  const answer = createAnswer({
    store,
    words: createReplyWords(),
    now: readNow,
    newId,
    version: app.getVersion(),
    effects,
    readText,
  });
  const door = serveWindows(answer, (address) => isOwnAddress(address, folders.devServer));
  const windows = createWindows(folders, door, words);

  const showProblem = (problem: Problem) => {
    const onUnshown = () => door.pushNotice({ kind: 'problem', problem });
    showToast({ ...problemToast(problem, words.say('problem.notDone')), onUnshown });
  };
  const orProblem = ({ ok, ...reply }: Reply<unknown>) => {
    if ('problem' in reply) showProblem(reply.problem);
  };

  let noticed = 0;
  // They wait in the window, too: what was done about damaged data must be read.
  const showStoreNotices = () => {
    for (const problem of store.notices.slice(noticed)) {
      const onClick = () => windows.main.open('week');
      door.pushNotice({ kind: 'problem', problem });
      showToast({ ...problemToast(problem, words.say('problem.attend')), onClick, onUnshown: () => undefined });
    }
    noticed = store.notices.length;
  };

  store.subscribe((changed, change) => {
    door.pushState(changed);
    showStoreNotices();
    if (change) door.pushChange(change);
    if (changed.device) {
      applyTheme(changed.device.theme);
      setShortcut(changed.device.shortcut);
    }
  });
  applyTheme(store.state.device.theme);
  const { shortcut } = store.state.device;
  if (!setShortcut(shortcut)) door.pushNotice({ kind: 'problem', problem: takenShortcut(shortcut) });
  showStoreNotices();
  keepHolidays({ store, readNow });
  const calendarFile = keepCalendarFile({ store, readNow, showProblem });
  const calendars = followCalendars({ store, readNow, readText });
  powerMonitor.on('resume', () => {
    tray.refresh();
    calendars.look();
    calendarFile.refresh();
  });
  // Without it the command line can't reach this instance, but the tray works on.
  const server = await serveSocket(socket, answer).catch((error) => showProblem(readProblem(error)));
  store.refreshTally().catch(() => undefined);

  return {
    windows,
    answer,
    async perform(intent) {
      // Later, so that the panel hears that its click arrived.
      if (intent.kind === 'quit') setImmediate(() => app.quit());
      else if (intent.kind === 'palette') windows.palette.show();
      else if (intent.kind === 'open') windows.main.open(intent.view);
      else if (intent.kind === 'undo') orProblem(await answer('undo', { change: intent.changeId }, { door: 'tray' }));
      else orProblem(await answer('log', { client: intent.clientId, channel: intent.channel }, { door: 'tray' }));
    },
    async close() {
      await Promise.all([calendarFile.close(), calendars.close()]);
      await server?.close();
    },
  };
}

function takenShortcut(shortcut: string): Problem {
  return { code: 'shortcut-taken', message: `${shortcut} can’t be had: another program has it.` };
}
