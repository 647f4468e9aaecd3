import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { stdout } from 'node:process';
import { v7 } from 'uuid';
import { Refusal } from '../../../electron/core/model/problem';
import { removeClient } from '../../../electron/core/records';
import { openStore } from '../../../electron/store/open';
import { changing, clientNamed, closedRequest, first, NOW, putting, puttingClient, requestFor } from './records';

/*
 * A process of its own that works on a home, for tests that kill it, run several at once, or take its disk away. It
 * prints one JSON line for everything that it was told is saved.
 */

const [, , task = '', home = '', name = '', times = '1'] = process.argv;

function say(line: object): void {
  stdout.write(`${JSON.stringify(line)}\n`);
}

function open() {
  return openStore({ home, first, device: name, now: () => NOW, newId: (prefix) => `${prefix}_${v7()}` });
}

/** Adds requests; every third is closed, and every fifth change is undone. */
async function churn(): Promise<void> {
  const store = await open();
  await store.update(puttingClient(clientNamed('Globex')));
  for (let count = 0; ; count++) {
    const id = `req_${name}_${count}`;
    await store.update(putting(requestFor('cli_globex', id, { notes: 'n'.repeat(count % 2000) })));
    say({ saved: id, as: 'open' });
    if (count % 3 === 0) {
      const { changeId } = await store.update(
        putting(closedRequest('cli_globex', id, `2026-0${(count % 8) + 1}-15T10:00:00Z`)),
      );
      say({ saved: id, as: 'closed', changeId });
      if (count % 5 === 0) {
        await store.undo(changeId);
        say({ saved: id, as: 'open' });
      }
    }
  }
}

async function add(): Promise<void> {
  for (let count = 0; count < Number(times); count++) {
    const store = await open();
    const id = `req_${name}_${count}`;
    await store.update(putting(requestFor('cli_globex', id)));
    await store.close();
    say({ saved: id });
  }
}

async function addInOneGo(): Promise<void> {
  const store = await open();
  for (let count = 0; count < Number(times); count++) {
    const id = `req_${name}_${count}`;
    await store.update(putting(requestFor('cli_globex', id, { notes: 'n'.repeat(10_000) })));
    say({ saved: id });
  }
  await store.close();
}

async function hold(): Promise<void> {
  await open();
  say({ held: home });
  setInterval(() => undefined, 1000);
}

/** From now on the process kills itself before its nth operation that leaves something else on the disk. */
function dieAt(nth: number): void {
  let count = 0;
  const { open, rename, rm } = fs;
  const counted =
    <A extends unknown[], R>(operation: (...args: A) => R) =>
    (...args: A) => {
      const isReading = operation === (open as unknown) && args[1] === 'r';
      if (!isReading) count++;
      if (count === nth) process.kill(process.pid, 'SIGKILL');
      return operation(...args);
    };
  Object.assign(fs, { open: counted(open), rename: counted(rename), rm: counted(rm) });
  syncBuiltinESMExports();
}

/** One change of the kind named, on a home that a test has prepared; `times` says at which step to die. */
async function changeAndDie(): Promise<void> {
  const store = await open();
  await store.loadHolding('req_closed');
  const [backup] = await store.backups();
  dieAt(Number(times));
  if (name === 'close') await store.update(putting(closedRequest('cli_globex', 'req_open', '2026-09-03T10:00:00Z')));
  else if (name === 'reopen') await store.update(putting(requestFor('cli_globex', 'req_closed')));
  else if (name === 'add') await store.update(putting(requestFor('cli_globex', 'req_new')));
  else if (name === 'remove')
    await store.update(changing((state) => removeClient(state, 'cli_globex'), 'client-removed'));
  else if (name === 'undo') await store.undo();
  else if (name === 'restore') await store.restore(backup?.backup);
  else if (name === 'keep-reading') {
    const [reading] = Object.values(store.state.readings);
    const uid = 'new@example';
    const busy = { uid, summary: '', startsAt: '2026-11-24T08:00:00Z', endsAt: '2026-11-24T09:00:00Z' };
    if (reading) await store.keepReading({ ...reading, busy: [{ ...busy, freeBusy: 'busy' }] }, 'the new text');
  } else if (name === 'forget') await store.forgetClient('cli_globex');
  say({ done: name });
}

const tasks: Record<string, () => Promise<void>> = { churn, add, addInOneGo, hold, changeAndDie };
try {
  await tasks[task]?.();
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  say({ refused: error.problem });
}
