import { app, dialog } from 'electron';
import { type Arguments, withoutOwn } from './desktop/arguments';
import { readProblem } from './desktop/read-problem';
import type { Words } from './desktop/words';
import { pointerPath } from './store/home';
import { moveHome } from './store/move-home';
import type { Store } from './store/store';

/**
 * Moves the data and starts again from the new place: the lock on this instance belongs to the old one. What is refused
 * before anything was moved is thrown; what fails later is said, and the app starts again from the old place.
 */
export async function moveAndRestart(store: Store, folder: string, args: Arguments, words: Words): Promise<void> {
  const surroundings = { flag: args.home, env: process.env, platform: process.platform };
  try {
    restart(await moveHome(store, folder, pointerPath(surroundings)));
  } catch (error) {
    if (await isOpen(store)) throw error;
    const { message, action } = readProblem(error);
    dialog.showErrorBox(words.say('problem.notDone'), [message, action].filter(Boolean).join('\n\n'));
    restart(store.home);
  }
}

function isOpen(store: Store): Promise<boolean> {
  return store.changes(1).then(
    () => true,
    () => false,
  );
}

/** With `--home`, since that or the environment may have named the old place. */
function restart(home: string): void {
  app.relaunch({ args: [...withoutOwn(process.argv.slice(1)), '--home', home, '--show', 'settings'] });
  app.exit(0);
}
