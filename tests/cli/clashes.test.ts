import { afterAll, describe, expect, test } from 'vitest';
import { removeCommandLine } from './helpers/command-line';
import { openInProcess } from './helpers/in-process';

afterAll(removeCommandLine);

/** Globex on Fridays at ten; that Friday is off. */
async function openWithDayOff() {
  const line = await openInProcess();
  await line.ask('client', 'add', 'Globex', '--time-zone', 'America/New_York');
  const rule = ['--rule', 'FREQ=WEEKLY;BYDAY=FR', '--time-zone', 'Europe/Vienna', '--minutes', '30'];
  await line.ask('call', 'add', 'Globex', ...rule, '--start', '2026-11-27T16:00');
  await line.ask('settings', 'set', '--days-off', '2026-11-27..2026-11-27 Fair');
  await line.ask('log', 'globex missed call re invoice', '--needed-by', '2026-11-27');
  return line;
}

describe('calls on days off, on the command line', () => {
  test('prep says that there is no call, and what is needed before the next', async () => {
    const { run, ask } = await openWithDayOff();
    const week = await run('prep');
    expect(week.stderr).toBe('');
    expect(week.stdout).toContain('No call: my day off (Fair) – move, skip or hold it');
    expect(week.stdout).toMatch(/Too late for invoice, needed by Fri 27 Nov\. You could, on your clock:\n +- /);
    expect(await ask('prep')).toMatchObject([{ client: 'Globex', clash: { kind: 'my-day-off' }, items: [] }]);
    expect((await run('clashes')).stdout).toMatch(/until-friday call move call_\S+ 2026-11-27T16:00 2026-11-26T16:00/);
    expect((await run('late', 'globex')).stdout).toContain('answer in writing');
  });

  test('once it is moved the agenda is on it again', async () => {
    const { run, ask } = await openWithDayOff();
    await ask('call', 'move', 'Globex', '2026-11-27T16:00', '2026-11-26T16:00');
    expect((await run('clashes')).stdout).toBe('No call falls on a holiday or a day off.\n');
    expect(await ask('prep')).toMatchObject([{ items: [{ subject: 'invoice' }] }]);
    expect(await ask('late')).toEqual([]);
  });

  test('a standing call is proposed with its rule and its letter', async () => {
    const { run, ask } = await openWithDayOff();
    const options = await ask('call', 'propose', 'Globex', '--times', '2');
    expect(options).toMatchObject([
      { timeZone: 'America/New_York', rule: expect.stringContaining('BYDAY='), minutes: 30 },
      {},
      {},
    ]);
    expect((await run('call', 'propose', 'Globex')).stdout).toMatch(
      /--rule "FREQ=WEEKLY;BYDAY=\w\w" --start .*\n[\s\S]*Subject: /,
    );
    expect((await run('call', 'propose', 'Globex', '--minutes', '470')).status).toBe(1);
  });
});
