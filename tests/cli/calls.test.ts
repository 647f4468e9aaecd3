import { beforeEach, describe, expect, test } from 'vitest';
import { type InProcess, openInProcess } from './helpers/in-process';

let line: InProcess;
const WEEKLY = ['--rule', 'FREQ=WEEKLY;BYDAY=FR', '--start', '2026-11-06T10:00', '--minutes', '30'];
const NOW = ['--now', '2026-11-24T10:20:00Z'];

beforeEach(async () => {
  line = await openInProcess();
  await line.ask('client', 'add', 'Globex');
  await line.ask('settings', 'set', '--time-zone', 'Europe/Vienna');
});

const addWeekly = (...more: string[]) => line.ask('call', 'add', 'Globex', ...WEEKLY, ...more);
const starts = async () => {
  const found = (await line.ask('calls', '--from', '2026-11-20', '--to', '2026-12-20')) as { startsAt: string }[];
  return found.map(({ startsAt }) => startsAt.slice(0, 16));
};

describe('standing calls on the command line', () => {
  test('one that floats is in my zone, and goes along when I travel', async () => {
    expect(await addWeekly('--floating')).toMatchObject({ timeZone: 'Europe/Vienna', isFloating: true });
    await line.ask('settings', 'set', '--time-zone', 'America/New_York');
    expect(await line.ask('call', 'list')).toMatchObject([{ timeZone: 'America/New_York', isFloating: true }]);
    expect(await line.ask('calls', '--from', '2026-11-27', '--to', '2026-11-27')).toMatchObject([
      { startsAt: '2026-11-27T10:00:00-05:00' },
    ]);
    await line.ask('undo');
    expect(await line.ask('call', 'list')).toMatchObject([{ timeZone: 'Europe/Vienna' }]);
  });

  test('a call needs a zone or floats', async () => {
    const { status, stderr } = await line.run('call', 'add', 'Globex', ...WEEKLY);
    expect(status).toBe(2);
    expect(stderr).toContain('--time-zone is missing, or --floating.');
  });

  test('extra calls come with it or are added', async () => {
    const vienna = ['--time-zone', 'Europe/Vienna'];
    expect(await addWeekly(...vienna, '--rdate', '2026-12-01 09:00', '--rdate', '2026-11-27T10:00')).toMatchObject({
      rdates: ['2026-12-01T09:00'],
    });
    await line.ask('call', 'extra', 'Globex', '2026-12-02 09:00', ...NOW);
    expect(await line.ask('calls', '--from', '2026-12-01', '--to', '2026-12-04')).toMatchObject([
      { occurrence: '2026-12-01T09:00', isExtra: true },
      { occurrence: '2026-12-02T09:00', isExtra: true },
      { occurrence: '2026-12-04T10:00' },
    ]);
    const { status, stderr } = await line.run('call', 'extra', 'Globex', '2026-12-04T10:00');
    expect(status).toBe(1);
    expect(stderr).toContain('takes place on 2026-12-04 at 10:00');
  });

  test('this and following: the past stays, and one undo takes it back', async () => {
    const { callId } = (await addWeekly('--time-zone', 'Europe/Vienna')) as { callId: string };
    const before = await starts();
    const next = await line.ask('call', 'set', 'Globex', '--from', '2026-12-04 10:00', '--start', '2026-12-04 14:00');
    expect(next).toMatchObject({ start: '2026-12-04T14:00', rule: 'FREQ=WEEKLY;BYDAY=FR' });
    expect((next as { callId: string }).callId).not.toBe(callId);
    expect(await starts()).toEqual([
      ...['2026-11-20T10:00', '2026-11-27T10:00', '2026-12-04T14:00', '2026-12-11T14:00', '2026-12-18T14:00'],
    ]);
    await line.ask('undo');
    expect(await starts()).toEqual(before);
  });

  test('one is lengthened, another held', async () => {
    await addWeekly('--time-zone', 'Europe/Vienna');
    await line.ask('call', 'lengthen', 'Globex', '2026-11-27T10:00', '--minutes', '60');
    await line.ask('call', 'hold', 'Globex', '2026-12-04 10:00');
    expect(await line.ask('calls', '--from', '2026-11-27', '--to', '2026-12-04')).toMatchObject([
      { endsAt: '2026-11-27T11:00:00+01:00', minutes: 60, isHeld: true },
      { minutes: 30, isHeld: true },
    ]);
  });

  test('a move into the past is done, and said', async () => {
    await addWeekly('--time-zone', 'Europe/Vienna');
    expect(await line.ask('call', 'move', 'Globex', '2026-11-27T10:00', '2026-11-23T10:00', ...NOW)).toMatchObject({
      warnings: [{ code: 'moved-into-past', text: 'Monday 23 November, 10:00 is over.' }],
    });
    const { stdout } = await line.run('call', 'move', 'Globex', '2026-11-27T10:00', '2026-12-08T10:00', ...NOW);
    expect(stdout).toContain('Mind: The call of Friday 4 December, 10:00 comes between its old and its new time.');
    expect(await line.ask('call', 'move', 'Globex', '2026-11-27T10:00', '2026-11-26T10:00', ...NOW)).toEqual({
      changeId: expect.any(String),
    });
  });
});
