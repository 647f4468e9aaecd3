import { setTimeout as wait } from 'node:timers/promises';
import { makeHome } from './homes.mjs';
import { settled } from './processes.mjs';
import { load, median } from './tools.mjs';

const PAST = 100_000;
const CONTACTS = 60;
const WARM_UP = 10;
/** Contacts come one at a time: tray and toast are done with the one before. */
const APART_MS = 150;

/**
 * One contact logged, from the question to the answer that says it is on disk, by turns with no past and a long one.
 * The question goes to the running app through its socket, as the command line's does.
 * @param {Awaited<ReturnType<typeof import('./programs.mjs').setUpMachine>>} machine
 */
export async function measureLogging(machine) {
  const { askOwner } = await load('electron/ipc/socket-client.ts');
  const { socketPath } = await load('electron/store/home.ts');
  const sides = [];
  for (const [name, past] of Object.entries({ none: 0, many: PAST })) {
    const home = `${machine.folder}/log-${name}`;
    makeHome(home, machine.env, past);
    const program = await machine.startApp(home);
    sides.push({ name, program, socket: socketPath(home, machine.env), times: [] });
  }
  for (const { program } of sides) await settled(program.pid);
  const ask = async (socket, name, input) => {
    const reply = await askOwner(socket, { name, input });
    if (!reply?.ok) throw new Error(`${name} was refused: ${JSON.stringify(reply)}`);
    return reply.value;
  };
  for (let round = 0; round < WARM_UP + CONTACTS; round += 1)
    for (const { socket, times } of sides) {
      const startedAt = performance.now();
      const { changeId } = await ask(socket, 'log', { text: `dana wrote re matter ${round}` });
      if (round >= WARM_UP) times.push(performance.now() - startedAt);
      // Taken back, so that each one comes to the same book.
      await ask(socket, 'undo', { change: changeId });
      await wait(APART_MS);
    }
  for (const { program } of sides) await program.end();
  return {
    answered: Object.fromEntries(sides.map(({ name, times }) => [name, median(times)])),
    saved: await measureStore(machine),
  };
}

/** The same without the app around it: the change made, checked and fsynced by the store, in Node. */
async function measureStore({ folder }) {
  const { openStore } = await load('electron/store/open.ts');
  const { readStartingPoint } = await load('electron/starting-point.ts');
  const { takeIn } = await load('electron/intake.ts');
  const { newId } = await load('electron/new-id.ts');
  const { Temporal } = await import('temporal-polyfill');
  const sides = [];
  for (const name of ['none', 'many']) {
    const home = `${folder}/log-${name}`;
    const store = await openStore({ home, ...readStartingPoint(), now: Temporal.Now.instant, newId });
    sides.push({ name, store, times: [] });
  }
  const note = { code: 'logged', values: {} };
  for (let round = 0; round < WARM_UP + CONTACTS; round += 1)
    for (const { store, times } of sides) {
      const handed = { text: `dana wrote re matter ${round}` };
      const startedAt = performance.now();
      const { changeId } = await store.update((state) => {
        const received = takeIn(state, handed, { now: Temporal.Now.instant(), newId });
        return { state: received.state, note, result: undefined };
      });
      if (round >= WARM_UP) times.push(performance.now() - startedAt);
      await store.undo(changeId);
    }
  for (const { store } of sides) await store.close();
  return Object.fromEntries(sides.map(({ name, times }) => [name, median(times)]));
}
