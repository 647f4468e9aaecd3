import { execFile } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';

const WATCHER = 'org.kde.StatusNotifierWatcher';
/** How each of the usual programs asks the session bus whether somebody owns a name; one of them is nearly always there. */
const QUESTIONS: readonly (readonly [string, ...string[]])[] = [
  [
    'dbus-send',
    '--session',
    '--print-reply',
    '--reply-timeout=3000',
    '--dest=org.freedesktop.DBus',
    '/',
    'org.freedesktop.DBus.NameHasOwner',
    `string:${WATCHER}`,
  ],
  [
    'gdbus',
    'call',
    '--session',
    '--dest=org.freedesktop.DBus',
    '--object-path=/',
    '--method=org.freedesktop.DBus.NameHasOwner',
    WATCHER,
  ],
];

/** Whether a panel shows tray icons; where that can't be known, it is taken not to. Others than Linux always do. */
export async function hasPanel(): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  for (const question of QUESTIONS) {
    const answer = await ask(question);
    if (answer !== undefined) return /\btrue\b/.test(answer);
  }
  return false;
}

/** Waits for a panel that starts later than the app, as it can when the session begins. */
export async function waitForPanel(seconds: number): Promise<boolean> {
  for (const end = performance.now() + seconds * 1000; performance.now() < end; ) {
    await wait(2000);
    if (await hasPanel()) return true;
  }
  return false;
}

function ask([command, ...args]: readonly [string, ...string[]]): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(command, args, { timeout: 4000 }, (error, stdout) => resolve(error ? undefined : stdout));
  });
}
