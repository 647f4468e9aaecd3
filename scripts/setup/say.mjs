let stream = process.stdout;

/** Says one step of the set-up in a line of its own. @param {string} line */
export function say(line) {
  stream.write(`${line}\n`);
}

/** The command line keeps stdout for its answers, so its set-up speaks on stderr. */
export function sayOnStderr() {
  stream = process.stderr;
}

/** The set-up cannot go on, and the message tells the person why and what to do. */
export class Refusal extends Error {}

/**
 * Runs a script's main function and turns its outcome into the exit status: what it returns, or 2 for a refusal.
 * @param {() => Promise<number | void>} main
 */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error);
    process.exitCode = error instanceof Refusal ? 2 : 1;
  }
}
