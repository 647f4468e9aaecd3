import { Temporal } from 'temporal-polyfill';
import { version } from '../../package.json';
import { hasSettledBy } from '../inbox/settled';
import { type TakeOptions, takeInbox } from '../inbox/take';
import { createMailLog } from '../inbox-mail';
import { type Answer, createAnswer } from '../ipc/answer';
import type { Reply } from '../ipc/contract/bridge';
import { answerQuestion, type Question } from '../ipc/question';
import { fillHolidays } from '../keep-holidays';
import { logOrKeep } from '../log-or-keep';
import { newId } from '../new-id';
import { createReplyWords } from '../reply-words';
import { readStartingPoint } from '../starting-point';
import { openStore } from '../store/open';
import type { Store } from '../store/store';
import { sayToError } from './print';
import { copyHome } from './shadow';

/** One way to have questions answered: by the owner of the home, or here. */
export interface Session {
  ask(question: Omit<Question, 'id'>): Promise<Reply<unknown>>;
  close(): Promise<void>;
}

export interface SessionOptions {
  home: string;
  /** The time that holds, as it was typed. */
  now?: string;
  isDryRun: boolean;
}

/** Opens the home in this process. A dry run works on a copy, since opening a home already writes to it. */
export async function openHere({ home, now, isDryRun }: SessionOptions): Promise<Session> {
  const shadow = isDryRun ? await copyHome(home) : undefined;
  // Also the time by which changes are stamped and expire; a wrong one is refused with the question.
  const given = readInstant(now);
  const readNow = () => given ?? Temporal.Now.instant();
  try {
    const store = await openStore({ home: shadow?.home ?? home, ...readStartingPoint(), now: readNow, newId });
    await fillHolidays({ store, readNow });
    const answer = createAnswer({ store, words: createReplyWords(), now: readNow, newId, version });
    if (!shadow) await takeWaiting(store, answer, readNow);
    return {
      ask: async (question) => {
        if (!shadow) return answerQuestion(answer, question);
        // On a copy all may be done, which tells more; only the backups are not all there.
        const reply = await answerQuestion(answer, { ...question, dryRun: question.name === 'restore' });
        return renameIn(reply, shadow.home, home);
      },
      async close() {
        // What was found damaged and what was done about it must not go unread.
        for (const { message, action } of store.notices) sayToError(action ? `${message} ${action}` : message);
        await store.close();
        await shadow?.remove();
      },
    };
  } catch (error) {
    await shadow?.remove();
    throw error;
  }
}

/** What was left in the inbox while nobody had the home open; what can't be taken does not keep from what was asked. */
async function takeWaiting(store: Store, answer: Answer, readNow: () => Temporal.Instant): Promise<void> {
  const log: TakeOptions['log'] = (contact) => logOrKeep(answer, contact, 'inbox');
  const logMail = createMailLog({ store, readNow });
  try {
    const { problems } = await takeInbox({ home: store.home, readNow, log, logMail }, hasSettledBy(Date.now()));
    for (const { message, action } of problems) sayToError(action ? `${message} ${action}` : message);
  } catch (error) {
    sayToError(`The inbox could not be looked into: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** What is said of the copy holds for the home itself. */
function renameIn<T>(reply: T, from: string, to: string): T {
  const written = (path: string) => JSON.stringify(path).slice(1, -1);
  return JSON.parse(JSON.stringify(reply).replaceAll(written(from), () => written(to)));
}

function readInstant(text: string | undefined): Temporal.Instant | undefined {
  try {
    return text === undefined ? undefined : Temporal.Instant.from(text);
  } catch {
    return undefined;
  }
}
