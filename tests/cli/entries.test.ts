import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { openCommandLine, removeCommandLine } from './helpers/command-line';
import { type InProcess, openInProcess } from './helpers/in-process';

interface Request {
  requestId: string;
  subject: string;
  former?: { field: string; text: string }[];
  contacts: { contactId: string; subject: string; at: string; former?: string[] }[];
}
interface Logged {
  changeId: string;
  request: Request;
  contact: { contactId: string };
  joined: boolean;
  joinedBy?: string;
}

afterAll(removeCommandLine);

describe('one request, many contacts', () => {
  let line: InProcess;
  const log = async (text: string, ...more: string[]) => (await line.ask('log', text, ...more)) as Logged;
  const open = async () => (await line.ask('requests', '--open')) as Request[];

  beforeEach(async () => {
    line = await openInProcess();
    await line.ask(
      'client',
      'add',
      'Globex',
      '--contact',
      'Dana Ruiz <dana@globex.example>',
      '--contact',
      'Lee Okafor',
    );
  });

  test('a bill by mail, a Rechnung by phone and a faktúra by chat are one', async () => {
    const first = await log('dana wrote re invoice', '--now', '2026-11-24T09:00:00+01:00');
    const second = await log('Lee hat angerufen wegen Rechnung #12', '--now', '2026-11-24T11:00:00+01:00');
    const third = await log('dana slack: faktúra 12', '--now', '2026-11-24T13:00:00+01:00');
    expect([first.joined, second.joinedBy, third.joinedBy]).toEqual([false, 'same-subject', 'same-subject']);
    expect(first).not.toHaveProperty('joinedBy');
    const [request, ...others] = await open();
    expect(others).toEqual([]);
    expect(request?.contacts).toHaveLength(3);
    const { stdout } = await line.run('log', 'dana wrote re the bill', '--now', '2026-11-24T15:00:00+01:00');
    expect(stdout).toMatch(/^Joined Globex: invoice ×4 \(the same subject\)\n/);
  });

  test('a contact is split off, moved, and brought back', async () => {
    const first = await log('dana wrote re invoice', '--now', '2026-11-24T09:00:00+01:00');
    const second = await log('dana wrote re Rechnung', '--now', '2026-11-24T11:00:00+01:00');
    const { requestId } = (await line.ask('contact', 'split', second.contact.contactId)) as { requestId: string };
    expect((await open()).map(({ contacts }) => contacts.length)).toEqual([1, 1]);
    await line.ask('undo');
    expect((await open()).map(({ contacts }) => contacts.length)).toEqual([2]);
    await line.ask('contact', 'split', second.contact.contactId);
    await line.ask('contact', 'split', second.contact.contactId, '--into', first.request.requestId);
    const [request, ...others] = await open();
    expect([request?.requestId, request?.contacts.length, others]).toEqual([first.request.requestId, 2, []]);
    expect(request?.requestId).not.toBe(requestId);
  });

  test('an entry is taken back by itself, though another joined its request since', async () => {
    const first = await log('dana wrote re invoice', '--now', '2026-11-24T09:00:00+01:00');
    await log('dana wrote re Rechnung', '--now', '2026-11-24T11:00:00+01:00');
    expect((await line.run('undo', first.changeId)).stderr).toMatch(/was changed since/);
    await line.ask('undo', first.contact.contactId);
    expect((await open()).map(({ contacts }) => contacts.map(({ subject }) => subject))).toEqual([['Rechnung']]);
    await line.ask('undo');
    expect((await open())[0]?.contacts.map(({ subject }) => subject)).toEqual(['invoice', 'Rechnung']);
    expect((await line.run('undo', 'con_none')).status).toBe(1);
  });

  test('of an entry put right, the correction is taken back first, then the entry', async () => {
    const { contact } = await log('dana wrote re invoce');
    await line.ask('contact', 'set', contact.contactId, '--subject', 'invoice');
    const [put] = await open();
    expect([put?.subject, put?.contacts[0]?.former]).toEqual(['invoice', ['invoce']]);
    await line.ask('undo', contact.contactId);
    expect((await open())[0]?.contacts[0]).toMatchObject({ subject: 'invoce' });
    await line.ask('undo', contact.contactId);
    expect(await open()).toEqual([]);
  });

  test('a request renamed twice tells what it was called', async () => {
    const { request } = await log('dana wrote re invoce');
    await line.ask('request', 'set', request.requestId, '--subject', 'invoice');
    await line.ask('request', 'set', request.requestId, '--subject', 'invoice 12');
    expect((await open())[0]?.former).toEqual([
      { field: 'subject', text: 'invoce' },
      { field: 'subject', text: 'invoice' },
    ]);
    expect((await line.run('request', 'show', request.requestId)).stdout).toMatch(/was\s+invoce\n\s+invoice\n/);
  });

  test('entries of one instant all stay, in the order they were logged', async () => {
    const now = ['--now', '2026-11-24T10:20:30.123+01:00'];
    const subjects = ['invoice', 'Rechnung', 'slides', 'access', 'the bill'];
    for (const subject of subjects) await log(`dana wrote re ${subject}`, ...now);
    const requests = await open();
    expect(requests.map(({ subject, contacts }) => [subject, contacts.length])).toEqual([
      ['invoice', 3],
      ['slides', 1],
      ['access', 1],
    ]);
    expect(requests[0]?.contacts.map(({ subject }) => subject)).toEqual(['invoice', 'Rechnung', 'the bill']);
    const { entries } = (await line.ask('find', ...now)) as { entries: { contact: { subject: string } }[] };
    expect(entries.map(({ contact }) => contact.subject)).toEqual(subjects.toReversed());
  });
});

test('two processes that log in the same millisecond lose neither', { timeout: 60_000 }, async () => {
  const { run, ask } = await openCommandLine();
  await ask('client', 'add', 'Globex', '--contact', 'Dana Ruiz');
  const now = ['--now', '2026-11-24T10:20:30.123+01:00'];
  const ran = await Promise.all(['invoice', 'slides'].map((subject) => run('log', `dana wrote re ${subject}`, ...now)));
  expect(ran.map(({ status, stderr }) => status === 0 || stderr)).toEqual([true, true]);
  const requests = (await ask('requests', '--open')) as Request[];
  expect(requests.map(({ subject }) => subject).sort()).toEqual(['invoice', 'slides']);
});
