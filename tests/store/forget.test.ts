import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { StandingCall } from '../../electron/core/model/call';
import { putCalendar, putCall, putClient, removeCalendar, removeRequest, UNSTAMPED } from '../../electron/core/records';
import { makeCalendar, makePerson, makeReading } from '../helpers/build';
import { makeHome, openAt, readJson } from './helpers/homes';
import { changing, clientNamed, closedRequest, putting, puttingClient, requestFor } from './helpers/records';

const CALL: StandingCall = {
  id: 'call_secret',
  ...UNSTAMPED,
  clientId: 'cli_secret',
  rule: 'FREQ=WEEKLY',
  start: '2026-11-27T10:00',
  timeZone: 'Europe/Vienna',
  minutes: 30,
  exceptions: [],
};

/** Everything in a home that says something, by file. */
async function readAll(home: string): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const name of await readdir(home, { recursive: true }))
    if ((await stat(join(home, name))).isFile()) texts.set(name, await readFile(join(home, name), 'utf8'));
  return texts;
}

async function makeHomeWithSecret() {
  const home = await makeHome();
  const store = await openAt(home);
  await store.update(puttingClient(clientNamed('Globex')));
  const named = (values: Record<string, string>) => ({ note: { code: 'logged' as const, values } });
  await store.update((state) => ({ ...puttingClient(clientNamed('Secret'))(state), ...named({ client: 'Secret' }) }));
  await store.update(changing((state) => putCall(state, { ...CALL })));
  await store.update((state) => ({
    ...putting(
      requestFor('cli_secret', 'req_open', { subject: 'Secret wish' }),
      closedRequest('cli_secret', 'req_past', '2026-09-03T10:00:00Z', { subject: 'Secret past' }),
      requestFor('cli_globex', 'req_other'),
      closedRequest('cli_globex', 'req_other_past', '2026-09-04T10:00:00Z'),
    )(state),
    ...named({ client: 'Secret, Globex' }),
  }));
  await store.backup('one');
  await store.update(putting(requestFor('cli_secret', 'req_open', { subject: 'Secret wish, changed' })));
  await store.update(putting(requestFor('cli_secret', 'req_gone', { subject: 'Secret and gone' })));
  await store.update(changing((state) => removeRequest(state, 'req_gone')));
  await store.backup('two');
  return { home, store };
}

test('forgetting a client leaves nothing of it anywhere but ids', async () => {
  const { home, store } = await makeHomeWithSecret();
  await writeFile(
    join(home, 'open.json.unreadable-2026-11-01T00-00-00Z'),
    '{"clientId": "cli_secret", "subject": "Secret"',
  );
  const secretive = async () =>
    [...(await readAll(home))].filter(([, text]) => /Secret/.test(text)).map(([name]) => name);
  expect((await secretive()).length).toBeGreaterThan(8);

  expect(await store.forgetClient('cli_secret')).toBe(5);
  expect(await secretive()).toEqual([]);
  const naming = [...(await readAll(home))].filter(([, text]) => text.includes('cli_secret')).map(([name]) => name);
  expect(naming).toEqual(['book.json']);
  expect((await readJson(home, 'book.json')).tombstones).toMatchObject([{ id: 'cli_secret' }, { id: 'call_secret' }]);
  expect(await readJson(home, 'history', '2026-09.json')).toMatchObject({
    requests: [{ id: 'req_other_past' }],
    tombstones: [{ id: 'req_past' }],
  });
  expect(store.state.clients.map((client) => client.name)).toEqual(['Globex']);
  expect(store.state.requests.map((request) => request.id)).toEqual(['req_other']);
  expect(JSON.stringify(store.state.tally)).not.toContain('cli_secret');
  await store.close();
  const again = await openAt(home);
  expect(again.notices).toEqual([]);
  expect(again.state.clients).toHaveLength(1);
});

test('of calendars the times stay, and nothing that names the client', async () => {
  const { home, store } = await makeHomeWithSecret();
  const people = [makePerson('Sue Secretson', { emails: ['sue@hush.example'] })];
  await store.update(changing((state) => putClient(state, { ...clientNamed('Secret'), people })));
  const [work, old] = ['cal_1', 'cal_old'].map((id) => makeCalendar({ id }));
  if (!work || !old) throw new Error('There are two.');
  await store.update(changing((state) => putCalendar(putCalendar(state, work), old), 'calendar-added'));
  const event = (uid: string, summary: string, emails: string[]) => ({
    ...{ uid, summary, emails, startsAt: '2026-11-24T08:00:00Z', endsAt: '2026-11-24T09:00:00Z' },
    freeBusy: 'busy' as const,
  });
  const reading = makeReading({
    busy: [
      event('1', 'Secret sync', ['lee@globex.example']),
      event('2', '1:1', ['bob@hush.example', 'lee@globex.example']),
      event('3', 'Dentist', []),
      event('4', 'Secretary', ['lee@globex.example']),
    ],
  });
  const vevent = (...lines: string[]) =>
    ['BEGIN:VEVENT', 'DTSTART:20261124T080000Z', ...lines, 'END:VEVENT', ''].join('\r\n');
  const dentist = vevent('UID:3', 'SUMMARY:Dentist', 'DESCRIPTION:Bring the card');
  const theirs = [
    ...['UID:2', 'SUMMARY:1:1', 'X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE', 'DESCRIPTION:Talk about the offer'],
    ...['ATTENDEE;CN=Bob:mailto:bob@hush.exa', ' mple', 'ATTENDEE:mailto:lee@globex.example'],
  ];
  const text = `BEGIN:VCALENDAR\r\n${vevent(...theirs)}${dentist}END:VCALENDAR\r\n`;
  for (const { id: calendarId } of [work, old]) await store.keepReading({ ...reading, calendarId }, text);
  await store.update(changing((state) => removeCalendar(state, 'cal_old'), 'calendar-removed'));

  await store.forgetClient('cli_secret');
  const all = [...(await readAll(home))].filter(([, each]) => /Secret\b|hush\.example|Secretson/.test(each));
  expect(all.map(([name]) => name)).toEqual([]);
  const kept = vevent('UID:2', 'X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE', 'ATTENDEE:mailto:lee@globex.example');
  expect(await readFile(join(home, 'calendars', 'cal_1.ics'), 'utf8')).toBe(
    `BEGIN:VCALENDAR\r\n${kept}${dentist}END:VCALENDAR\r\n`,
  );
  const busy = store.state.readings.cal_1?.busy ?? [];
  expect(busy.map(({ summary, emails }) => [summary, emails])).toEqual([
    ['', ['lee@globex.example']],
    ['', ['lee@globex.example']],
    ['Dentist', []],
    ['Secretary', ['lee@globex.example']],
  ]);
  expect(busy.map(({ startsAt }) => startsAt)).toEqual(reading.busy.map(({ startsAt }) => startsAt));
  await store.close();
  expect((await openAt(home)).state.readings.cal_1?.busy).toEqual(busy);
});

test("what others' is survives in undo and in every backup", async () => {
  const { store } = await makeHomeWithSecret();
  await store.forgetClient('cli_secret');
  for (const { backup } of await store.backups()) {
    await store.restore(backup);
    expect(store.state.clients.map((client) => client.name)).toEqual(['Globex']);
    expect(JSON.stringify(store.state)).not.toContain('cli_secret');
    await store.refreshTally();
    expect(JSON.stringify(store.state.tally)).not.toContain('cli_secret');
  }
});

test('a change that was about others too can still be undone for them', async () => {
  const { store } = await makeHomeWithSecret();
  await store.forgetClient('cli_secret');
  expect((await store.changes(10)).map((change) => change.note.values)).toEqual([{}, {}]);
  await store.undo();
  expect(store.state.requests).toEqual([]);
  await store.undo();
  await expect(store.undo()).rejects.toMatchObject({ problem: { code: 'nothing-to-undo' } });
});
