import { Refusal } from '../core/model/problem';

/** Runs jobs one after the other, in the order in which they came. */
export interface Queue {
  run<T>(job: () => Promise<T>): Promise<T>;
  /** Runs a last job, after which no other is taken; further calls wait for the same. */
  close(last: () => Promise<void>): Promise<void>;
}

/** Opens an empty queue. A job that fails is the business of who asked for it; the next one runs. */
export function openQueue(): Queue {
  let tail: Promise<unknown> = Promise.resolve();
  let closing: Promise<void> | undefined;

  function append<T>(job: () => Promise<T>): Promise<T> {
    const run = tail.then(job);
    tail = run.catch(() => undefined);
    return run;
  }

  return {
    run(job) {
      if (!closing) return append(job);
      return Promise.reject(
        new Refusal({ code: 'unavailable', message: 'The store was closed.', action: 'Start the app again.' }),
      );
    },
    close(last) {
      closing ??= append(last);
      return closing;
    },
  };
}
