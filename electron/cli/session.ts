import { setTimeout as pause } from 'node:timers/promises';
import { type Problem, Refusal } from '../core/model/problem';
import type { Reply } from '../ipc/contract/bridge';
import type { Question } from '../ipc/question';
import { askOwner } from '../ipc/socket-client';
import { findOwner } from '../store/lock';
import type { Session, SessionOptions } from './local';

/** How long two programs that start at once may take to settle who owns the home. */
const SETTLE_MS = 15_000;

/** Asks the process that owns the home; where none does, opens the home itself for as long as the session lasts. */
export function openSession({ home, now, isDryRun }: SessionOptions): Session {
  const until = Date.now() + SETTLE_MS;
  let own: Promise<Session> | undefined;

  async function ask(question: Omit<Question, 'id'>): Promise<Reply<unknown>> {
    for (let wait = 20; ; wait = Math.min(wait * 1.5, 300)) {
      const owner = own ? undefined : await findOwner(home);
      if (owner?.isAlive && owner.socket) {
        const reply = await askOwner(owner.socket, question);
        if (reply) return reply;
        // It has just ended, or does not listen yet.
        if (Date.now() > until) return { ok: false, problem: silentOwner(home, owner.pid) };
      } else {
        try {
          own ??= import('./local').then(({ openHere }) => openHere({ home, now, isDryRun }));
          return await (await own).ask(question);
        } catch (error) {
          own = undefined;
          if (!(error instanceof Refusal)) throw error;
          // Another one was quicker; it may be asked instead.
          if (error.problem.code !== 'home-in-use' || Date.now() > until) return { ok: false, problem: error.problem };
        }
      }
      await pause(wait);
    }
  }

  return {
    ask: (question) => ask({ ...question, ...(now !== undefined && { now }), ...(isDryRun && { dryRun: true }) }),
    close: async () => {
      await own?.then((session) => session.close());
    },
  };
}

function silentOwner(home: string, pid: number): Problem {
  return {
    code: 'home-in-use',
    message: `${home} is in use by process ${pid}, which does not answer.`,
    action: 'End it, then try again.',
  };
}
