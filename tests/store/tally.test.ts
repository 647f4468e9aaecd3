import { readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Request } from '../../electron/core/model/request';
import type { Tally } from '../../electron/core/model/state';
import { putSettings, removeRequest } from '../../electron/core/records';
import { tallyOf } from '../../electron/core/tally';
import type { Store } from '../../electron/store/store';
import { makeHome, openAt } from './helpers/homes';
import { changing, closedRequest, contactAt, putting, requestFor } from './helpers/records';

async function readHistory(store: Store): Promise<Request[]> {
  const all: Request[] = [];
  for (const month of await store.months()) all.push(...(await store.readMonth(month)));
  return all;
}

/** The same for the same sums: the order of return times means nothing, nor a client without any. */
function plain(tally: Tally): unknown {
  return Object.fromEntries(
    Object.entries(tally)
      .map(([week, clients]) => [
        week,
        Object.fromEntries(
          Object.entries(clients).map(([id, sums]) => [id, { ...sums, returnMinutes: sums.returnMinutes.toSorted() }]),
        ),
      ])
      .filter(([, clients]) => Object.keys(clients ?? {}).length > 0),
  );
}

async function expectTrue(store: Store): Promise<void> {
  expect(plain(store.state.tally)).toEqual(plain(tallyOf(await readHistory(store), store.state.settings)));
}

const contacts = fc.array(
  fc.record({
    day: fc.integer({ min: 1, max: 28 }),
    channel: fc.constantFrom('call', 'missed-call', 'voicemail', 'email' as const),
    direction: fc.constantFrom('in', 'out' as const),
    count: fc.integer({ min: 1, max: 4 }),
    isAfterHours: fc.boolean(),
  }),
  { minLength: 1, maxLength: 3 },
);
const steps = fc.array(
  fc.oneof(
    fc.record({
      what: fc.constantFrom('open', 'close'),
      request: fc.nat(5),
      client: fc.nat(2),
      month: fc.integer({ min: 8, max: 11 }),
      contacts,
    }),
    fc.record({ what: fc.constantFrom('undo', 'remove', 'reopen', 'refresh', 'restart'), request: fc.nat(5) }),
  ),
  { minLength: 4, maxLength: 14 },
);

test('the weekly sums equal those counted anew, whatever was done', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (each) => {
      const home = await makeHome();
      let store = await openAt(home);
      for (const step of each) {
        const id = `req_${step.request}`;
        await store.loadHolding(id);
        if ('contacts' in step) {
          const month = String(step.month).padStart(2, '0');
          const made = step.contacts.map(({ day, ...contact }, index) =>
            contactAt(`con_${id}_${index}`, `2026-${month}-${String(day).padStart(2, '0')}T08:00:00Z`, contact),
          );
          const more = { contacts: made };
          const request =
            step.what === 'open'
              ? requestFor(`cli_${step.client}`, id, more)
              : closedRequest(`cli_${step.client}`, id, `2026-${month}-28T10:00:00Z`, more);
          await store.update(putting(request));
        } else if (step.what === 'remove') await store.update(changing((state) => removeRequest(state, id)));
        else if (step.what === 'reopen') {
          const found = (await readHistory(store)).find((request) => request.id === id);
          if (found) await store.update(putting({ ...found, status: 'open', closedAt: undefined }));
        } else if (step.what === 'undo') await store.undo().catch(() => undefined);
        else if (step.what === 'refresh') await store.refreshTally();
        else {
          await store.close();
          store = await openAt(home);
        }
        await expectTrue(store);
      }
      await store.close();
    }),
    { numRuns: 15 },
  );
});

async function makeHomeWithHistory() {
  const home = await makeHome();
  const store = await openAt(home);
  await store.update(
    putting(
      closedRequest('cli_a', 'req_1', '2026-09-03T10:00:00Z'),
      closedRequest('cli_b', 'req_2', '2026-10-03T10:00:00Z'),
    ),
  );
  await store.close();
  return home;
}

test('sums are there on opening, before anything is looked into', async () => {
  const home = await makeHomeWithHistory();
  const store = await openAt(home);
  await expectTrue(store);
  expect(Object.keys(store.state.tally)).toHaveLength(2);
});

test('sums that were not written before a kill are counted anew', async () => {
  const home = await makeHomeWithHistory();
  const stale = await readFile(join(home, 'tally.json'), 'utf8');
  const before = await openAt(home);
  await before.update(putting(closedRequest('cli_c', 'req_3', '2026-10-05T10:00:00Z')));
  await before.close();
  await writeFile(join(home, 'tally.json'), stale);
  const store = await openAt(home);
  expect(JSON.stringify(store.state.tally)).not.toContain('cli_c');
  const heard: string[] = [];
  store.subscribe((changed) => heard.push(...Object.keys(changed)));
  await store.refreshTally();
  await expectTrue(store);
  expect(heard).toEqual(['tally']);
});

test('a change to a month whose sums are stale puts them right', async () => {
  const home = await makeHomeWithHistory();
  const stale = await readFile(join(home, 'tally.json'), 'utf8');
  const before = await openAt(home);
  await before.update(putting(closedRequest('cli_c', 'req_3', '2026-10-05T10:00:00Z')));
  await before.close();
  await writeFile(join(home, 'tally.json'), stale);
  const store = await openAt(home);
  await store.update(putting(closedRequest('cli_d', 'req_4', '2026-10-06T10:00:00Z')));
  await expectTrue(store);
});

test.each(['{', '[]', '{"version": "9.0"}', undefined])('a cache that says %j is only a cache', async (text) => {
  const home = await makeHomeWithHistory();
  const path = join(home, 'tally.json');
  if (text === undefined) await rm(path);
  else await writeFile(path, text);
  const store = await openAt(home);
  await store.refreshTally();
  await expectTrue(store);
  expect(store.notices).toEqual([]);
});

test('months are counted again only when their files changed', async () => {
  const home = await makeHomeWithHistory();
  const path = join(home, 'history', '2026-09.json');
  const file = JSON.parse(await readFile(path, 'utf8'));
  file.requests[0].clientId = 'cli_z';
  const { atime, mtime } = await stat(path);
  await writeFile(path, JSON.stringify(file));
  await utimes(path, atime, new Date(mtime.getTime() + 5000));
  const store = await openAt(home);
  await store.refreshTally();
  expect(JSON.stringify(store.state.tally)).toContain('cli_z');
  await expectTrue(store);
});

test('other working hours or another zone mean other sums', async () => {
  const home = await makeHomeWithHistory();
  const store = await openAt(home);
  const { settings } = store.state;
  const published = new Promise<void>((resolve) => store.subscribe((changed) => changed.tally && resolve()));
  await store.update(changing((state) => putSettings(state, { ...settings, weekStartsOn: 7 }), 'settings-changed'));
  await published;
  await expectTrue(store);
  expect(await store.check()).toContainEqual(expect.objectContaining({ check: 'tally', ok: true }));
});
