import { app, powerMonitor } from 'electron';
import { Temporal } from 'temporal-polyfill';
import { keepCalendarFile } from './calendar-file';
import type { Problem } from './core/model/problem';
import { isOwnAddress } from './desktop/addresses';
import { LINK_SCHEME, readDeepLink, throttle } from './desktop/deep-link';
import { createEffects } from './desktop/effects';
import { readProblem } from './desktop/read-problem';
import { createShortcut } from './desktop/shortcut';
import { applyTheme } from './desktop/theme';
import { createToaster } from './desktop/toast';
import { dueToast, problemToast, unplannedToast } from './desktop/toast-text';
import type { ShownTray } from './desktop/tray';
import type { Intent } from './desktop/tray-menu';
import { createWindows, type WindowFolders, type Windows } from './desktop/windows';
import type { Words } from './desktop/words';
import { followDayEnd } from './follow-day-end';
import { followReplies } from './follow-replies';
import { followInbox, type InboxFollowing } from './inbox/follow';
import { createMailLog } from './inbox-mail';
import { createInboxTeller } from './inbox-told';
import { type Answer, createAnswer } from './ipc/answer';
import type { Reply } from './ipc/contract/bridge';
import { serveSocket } from './ipc/socket-door';
import { serveWindows } from './ipc/window-door';
import { keepHolidays } from './keep-holidays';
import { logOrKeep } from './log-or-keep';
import { newId } from './new-id';
import { createReplyWords } from './reply-words';
import type { Store } from './store/store';
import { followCalendars } from './subscriptions/follow';
import { createWorkerReader } from './subscriptions/worker-reader';

/** A page may open links without end. */
const LINK_EVERY_MS = 1000;

/** When everything that a start has to do is done. */
const WARM_AFTER_MS = 4000;
/** Has a bit of everything that a line may say. */
const FIRST_LINE = 'Dana called 3x yesterday re invoice, needs it by friday';

export interface BehindTray {
  windows: Windows;
  answer: Answer;
  /** Does what a click in the tray means. */
  perform(intent: Intent): Promise<void>;
  /** Logs a line that the person gave on their own command line. */
  logLine(text: string): Promise<void>;
  /** Shows what a link proposes; anybody may have written it. */
  openLink(link: string): void;
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
  let inbox: InboxFollowing | undefined;
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
    async moveHome(folder) {
      // Nothing may come in while it is on its way.
      await inbox?.close();
      await moveHome(folder).catch((error) => {
        inbox = takeFromInbox();
        throw error;
      });
    },
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
  // On Linux the package's .desktop file says so.
  if (app.isPackaged && process.platform !== 'linux') app.setAsDefaultProtocolClient(LINK_SCHEME);
  keepHolidays({ store, readNow });
  const calendarFile = keepCalendarFile({ store, readNow, showProblem });
  const calendars = followCalendars({ store, readNow, readText });
  const tellOfInbox = createInboxTeller({
    ...{ words, tray, showToast },
    showLogged: (logged) => effects.logged(logged, false),
    showKept: effects.waiting,
    keepProblem: (problem) => door.pushNotice({ kind: 'problem', problem }),
  });
  const takeFromInbox = () =>
    followInbox({
      home: store.home,
      readNow,
      log: (contact) => logOrKeep(answer, contact, 'inbox'),
      logMail: createMailLog({ store, readNow }),
      onTaken: tellOfInbox,
    });
  inbox = takeFromInbox();
  const dayEnd = followDayEnd({ store, readNow, onEnd: () => void tellOfUnplanned() });
  async function tellOfUnplanned(): Promise<void> {
    const reply = await answer('unplanned.list', {}, { door: 'tray' });
    const { timeZone } = store.state.settings;
    const text = reply.ok && unplannedToast(reply.value, { timeZone, now: readNow(), words });
    // They stand in the log, too.
    if (text) showToast({ ...text, onClick: () => windows.main.open('log'), onUnshown: () => undefined });
  }
  const replies = followReplies({
    store,
    readNow,
    // They stand above the week, too.
    onDue: (due) =>
      showToast({ ...dueToast(due, words), onClick: () => windows.main.open('week'), onUnshown: () => undefined }),
  });
  powerMonitor.on('resume', () => {
    inbox?.look();
    tray.refresh();
    calendars.look();
    calendarFile.refresh();
    dayEnd.look();
    replies.look();
  });
  // Without it the command line can't reach this instance, but the tray works on.
  const server = await serveSocket(socket, answer).catch((error) => showProblem(readProblem(error)));
  store.refreshTally().catch(() => undefined);
  // The first line costs a tenth of a second more than those after it: not while somebody types.
  const warming = setTimeout(() => answer('understand', { text: FIRST_LINE }, { door: 'tray' }), WARM_AFTER_MS);

  return {
    windows,
    answer,
    async perform(intent) {
      // Later, so that the panel hears that its click arrived.
      if (intent.kind === 'quit') setImmediate(() => app.quit());
      else if (intent.kind === 'palette') windows.palette.show();
      else if (intent.kind === 'files') windows.main.openFiles(intent.paths);
      else if (intent.kind === 'open') windows.main.open(intent.view);
      else if (intent.kind === 'undo') orProblem(await answer('undo', { change: intent.changeId }, { door: 'tray' }));
      else if (intent.kind === 'keep')
        orProblem(await answer('stranger.add', { channel: intent.channel }, { door: 'tray' }));
      else {
        const { clientId: client, channel, personId: person } = intent;
        orProblem(await answer('log', { client, channel, person }, { door: 'tray' }));
      }
    },
    logLine: async (text) => orProblem(await logOrKeep(answer, { text }, 'tray')),
    openLink: throttle(
      (link) => {
        const read = readDeepLink(link);
        if ('line' in read) windows.palette.propose(read.line);
        else showProblem(read.problem);
      },
      LINK_EVERY_MS,
      () => performance.now(),
    ),
    async close() {
      clearTimeout(warming);
      dayEnd.close();
      replies.close();
      await Promise.all([calendarFile.close(), calendars.close(), inbox?.close()]);
      await server?.close();
    },
  };
}

function takenShortcut(shortcut: string): Problem {
  return { code: 'shortcut-taken', message: `${shortcut} can’t be had: another program has it.` };
}
