import { app, dialog, Notification } from 'electron';
import type { Problem } from '../core/model/problem';
import { readProblem } from './read-problem';
import { createWords } from './words';

/** How long a notification may take to appear before the app ends without it. */
const SHOWING_MS = 3000;
/** Electron 33 crashes now and then when it ends in the moment in which a notification was shown, or could not be. */
const SETTLING_MS = 300;

/**
 * Says why the app can't start and what to do, on standard error and on the screen, and ends it: in a dialog, or where
 * nobody has asked for the app just now in a notification, which keeps nobody waiting.
 */
export async function reportStartProblem(error: unknown, isQuiet: boolean): Promise<void> {
  const problem = readProblem(error);
  const text = textOf(problem);
  process.stderr.write(`Until Friday can't start: ${text}\n`);
  await app.whenReady();
  const words = createWords(app.getLocale());
  const title = words.say('problem.notStarted');
  if (isQuiet) await notify(title, text);
  else
    await dialog.showMessageBox({
      type: 'error',
      title: words.say('app.name'),
      message: title,
      detail: text,
      buttons: [words.say('problem.quit')],
    });
  app.exit(1);
}

function textOf({ message, action }: Problem): string {
  return [message, action].filter(Boolean).join('\n');
}

function notify(title: string, body: string): Promise<void> {
  return new Promise((resolve) => {
    const notification = new Notification({ title, body });
    const settle = () => setTimeout(resolve, SETTLING_MS);
    notification.once('show', settle);
    notification.once('failed', settle);
    setTimeout(resolve, SHOWING_MS);
    notification.show();
  });
}
