import type { Problem } from './core/model/problem';
import type { Toast } from './desktop/toast';
import { inboxToast, mailToast, problemToast } from './desktop/toast-text';
import type { ShownTray } from './desktop/tray';
import type { Words } from './desktop/words';
import { summarize } from './inbox/problems';
import type { Taken } from './inbox/take';
import type { LogAnswer } from './ipc/contract/answers';
import type { KeptAnswer } from './ipc/contract/strangers';

interface Given {
  words: Words;
  tray: Pick<ShownTray, 'offerUndo'>;
  showToast(toast: Toast): void;
  /** Tells of one contact, as of any that is logged here. */
  showLogged(answer: LogAnswer): void;
  /** Tells of one that waits until it is said whose it is. */
  showKept(answer: KeptAnswer): void;
  /** Keeps a problem for the window. */
  keepProblem(problem: Problem): void;
}

/** More toasts at once say less than one that counts. */
const TOASTS_AT_ONCE = 3;
/** What was logged stands in the log, too. */
const onUnshown = () => undefined;

/** Says what the inbox brought, and what of it was refused. */
export function createInboxTeller({ words, tray, showToast, showLogged, showKept, keepProblem }: Given) {
  return ({ logged, kept, mails, problems }: Omit<Taken, 'waiting'>): void => {
    const count = logged.length + kept.length + mails.length;
    if (count > TOASTS_AT_ONCE) showToast({ ...inboxToast(count, words), onUnshown });
    else {
      for (const answer of logged) showLogged(answer);
      for (const answer of kept) showKept(answer);
      for (const { changeId, ...mail } of mails) {
        const text = mailToast(mail, words);
        showToast({ ...text, onUnshown });
        tray.offerUndo({ changeId, what: text.title });
      }
    }
    for (const problem of summarize(problems, TOASTS_AT_ONCE)) {
      // It waits in the window, so the toast may fail.
      keepProblem(problem);
      showToast({ ...problemToast(problem, words.say('problem.notDone')), onUnshown });
    }
  };
}
