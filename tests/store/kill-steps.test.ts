import { cp } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { bundle } from '../helpers/bundle';
import { finish, startChild } from './helpers/children';
import { findDebris, makeHome, openAt } from './helpers/homes';
import { clientNamed, closedRequest, putting, puttingClient, requestFor } from './helpers/records';

let child = '';
beforeAll(async () => {
  const { path, remove } = await bundle('tests/store/helpers/child.ts');
  child = path;
  return remove;
});

/** What a home says, in few words. */
async function tell(home: string): Promise<string> {
  const store = await openAt(home);
  expect(store.notices).toEqual([]);
  expect(await findDebris(home)).toEqual([]);
  const told = [...store.state.clients, ...store.state.requests].map((record) => record.id);
  for (const month of await store.months())
    told.push(...(await store.readMonth(month)).map(({ id }) => `${month} ${id}`));
  const [last] = await store.changes(1);
  // What is offered to be undone can be undone.
  if (last) await store.undo();
  await store.close();
  return told.sort().join(', ');
}

async function makePreparedHome(): Promise<string> {
  const home = await makeHome();
  const store = await openAt(home);
  await store.update(puttingClient(clientNamed('Globex')));
  await store.update(putting(closedRequest('cli_globex', 'req_closed', '2026-10-03T10:00:00Z')));
  await store.backup('asked');
  await store.update(putting(requestFor('cli_globex', 'req_open')));
  await store.close();
  return home;
}

test.each(['add', 'close', 'reopen', 'remove', 'undo', 'restore', 'forget'])(
  'a kill at any step of "%s" leaves all of it or nothing',
  { timeout: 60_000 },
  async (what) => {
    const prepared = await makePreparedHome();
    const copy = async () => {
      const home = await makeHome();
      await cp(prepared, home, { recursive: true, preserveTimestamps: true });
      return home;
    };
    const whole = await copy();
    await finish(startChild(child, ['changeAndDie', whole, what, '0']));
    const outcomes = new Set([await tell(await copy()), await tell(whole)]);
    expect(outcomes.size).toBe(2);
    const seen = new Set<string>();
    let isThrough = false;
    for (let step = 1; !isThrough; step += 3)
      await Promise.all(
        [step, step + 1, step + 2].map(async (nth) => {
          const home = await copy();
          const lines = await finish(startChild(child, ['changeAndDie', home, what, String(nth)]));
          if (lines.length > 0) isThrough = true;
          const told = await tell(home);
          expect([...outcomes], `killed at step ${nth}`).toContain(told);
          if (lines.length > 0) expect(told).not.toBe([...outcomes][0]);
          seen.add(told);
        }),
      );
    expect(seen).toEqual(outcomes);
  },
);
