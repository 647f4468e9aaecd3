import type { Temporal } from 'temporal-polyfill';
import { clientOf } from './core/find';
import { Refusal } from './core/model/problem';
import { nameStranger } from './core/strangers';
import type { LoggedMail, MailOutcome } from './inbox/take';
import { shapeStranger } from './ipc/shapes';
import { newId } from './new-id';
import type { Store } from './store/store';

interface Given {
  store: Pick<Store, 'state' | 'update'>;
  readNow: () => Temporal.Instant;
}

/** How the inbox logs a mail: as an import would, but as an entry of its own that can be undone, and without a backup. */
export function createMailLog({ store, readNow }: Given): (path: string, name: string) => Promise<MailOutcome> {
  return async (path, name) => {
    // Reading mail takes much that a start without any does without.
    const [{ readMails }, { keepLetter, takeLetters }] = await Promise.all([
      import('./mail-import'),
      import('./take-letters'),
    ]);
    const moment = { now: readNow(), newId };
    const box = await readMails([{ name, path }], store.state, moment);
    const { letters } = box;
    const reasons = [
      ...box.refused.map(({ reason }) => reason),
      ...box.unmatched().map((each) => `${each.name}: ${each.reason}`),
      ...box.leftOut().map(({ reason }) => reason),
    ];
    const lone = box.lone();
    if (letters.length === 0 && !lone) return { reason: reasons.join('\n') || 'There is no mail in it.' };
    try {
      if (lone) {
        const { changeId, result } = await store.update((state) => {
          const { state: next, stranger } = keepLetter(state, lone, moment);
          const values = { who: nameStranger(stranger) ?? '', subject: stranger.subject };
          return { state: next, note: { code: 'stranger-kept', values }, result: stranger };
        });
        return { kept: { changeId, ...shapeStranger(store.state, result) } };
      }
      const { changeId, result } = await store.update((state) => {
        const taken = takeLetters(state, letters, moment);
        const [letter] = letters;
        const client = letter ? clientOf(taken.state, letter).name : '';
        const mail = { client, subject: letter?.subject ?? '', count: taken.requests.length };
        return { state: taken.state, note: { code: 'logged', values: { ...mail, ...entryOf(taken) } }, result: mail };
      });
      const mail: LoggedMail = { ...result, changeId };
      return { mail };
    } catch (error) {
      if (error instanceof Refusal) return { trouble: error.problem };
      throw error;
    }
  };
}

/** A mail by itself is an entry that can be taken back as any other. */
function entryOf({ requests }: { requests: readonly { contactId: string }[] }): { contact?: string } {
  const [only, ...others] = requests;
  return only && others.length === 0 ? { contact: only.contactId } : {};
}
