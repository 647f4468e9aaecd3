import { expect, test } from './fixture';

interface Occurrence {
  client: string;
  startsAt: string;
  occurrence: string;
}

/**
 * Standing calls across changes of the clock, with what an independent reading of the zones' rules gives: a time that is
 * skipped is held after the gap, one that comes twice the first time.
 */
const cases = [
  [
    'America/New_York',
    'FREQ=WEEKLY;BYDAY=SU',
    '2027-03-07T02:30',
    ['2027-03-07T02:30:00-05:00', '2027-03-14T03:30:00-04:00', '2027-03-21T02:30:00-04:00'],
  ],
  [
    'America/New_York',
    'FREQ=WEEKLY;BYDAY=SU',
    '2027-10-31T01:30',
    ['2027-10-31T01:30:00-04:00', '2027-11-07T01:30:00-04:00', '2027-11-14T01:30:00-05:00'],
  ],
  [
    'Europe/London',
    'FREQ=WEEKLY;BYDAY=SU',
    '2027-03-21T01:30',
    ['2027-03-21T01:30:00+00:00', '2027-03-28T02:30:00+01:00', '2027-04-04T01:30:00+01:00'],
  ],
  [
    'Australia/Lord_Howe',
    'FREQ=WEEKLY;BYDAY=SU',
    '2027-09-26T02:15',
    ['2027-09-26T02:15:00+10:30', '2027-10-03T02:45:00+11:00', '2027-10-10T02:15:00+11:00'],
  ],
  [
    'Pacific/Chatham',
    'FREQ=WEEKLY;BYDAY=SU',
    '2027-04-04T03:15',
    ['2027-04-04T03:15:00+13:45', '2027-04-11T03:15:00+12:45'],
  ],
  [
    'Pacific/Kiritimati',
    'FREQ=MONTHLY;BYMONTHDAY=31',
    '2027-01-31T09:00',
    ['2027-01-31T09:00:00+14:00', '2027-03-31T09:00:00+14:00'],
  ],
  [
    'Pacific/Pago_Pago',
    'FREQ=DAILY',
    '2027-12-31T00:00',
    ['2027-12-31T00:00:00-11:00', '2028-01-01T00:00:00-11:00', '2028-01-02T00:00:00-11:00'],
  ],
  [
    'Antarctica/Troll',
    'FREQ=WEEKLY;BYDAY=SU',
    '2027-03-21T02:15',
    ['2027-03-21T02:15:00+00:00', '2027-03-28T04:15:00+02:00', '2027-04-04T02:15:00+02:00'],
  ],
  [
    'Africa/Casablanca',
    'FREQ=WEEKLY;BYDAY=SU',
    '2025-02-16T10:00',
    ['2025-02-16T10:00:00+01:00', '2025-02-23T10:00:00+00:00', '2025-03-02T10:00:00+00:00'],
  ],
  [
    'Pacific/Apia',
    'FREQ=WEEKLY;BYDAY=TH,SA',
    '2011-12-29T09:00',
    ['2011-12-29T09:00:00-10:00', '2011-12-31T09:00:00+14:00', '2012-01-05T09:00:00+14:00'],
  ],
  [
    'Europe/Istanbul',
    'FREQ=MONTHLY;BYDAY=1MO',
    '2015-11-02T10:00',
    ['2015-11-02T10:00:00+03:00', '2015-12-07T10:00:00+02:00'],
  ],
  [
    'Asia/Beirut',
    'FREQ=WEEKLY;BYDAY=SU',
    '2027-03-21T00:00',
    ['2027-03-21T00:00:00+02:00', '2027-03-28T01:00:00+03:00', '2027-04-04T00:00:00+03:00'],
  ],
  [
    'America/New_York',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU',
    '2027-03-07T09:00',
    ['2027-03-07T09:00:00-05:00', '2027-03-08T09:00:00-05:00', '2027-03-21T09:00:00-04:00'],
  ],
  ['Asia/Kathmandu', 'FREQ=YEARLY', '2028-02-29T08:00', ['2028-02-29T08:00:00+05:45', '2032-02-29T08:00:00+05:45']],
] as const;

const from = (start: string) => start.slice(0, 10);

test('occurrences come out right inside Electron, whose zones are older than Node’s', async ({ computer, app }) => {
  const { tz, icu } = await app.inMain(() => process.versions);
  test.info().annotations.push({ type: 'zones', description: `tzdata ${tz}, ICU ${icu}; Node ${process.versions.tz}` });
  const page = await app.window();
  for (const [index, [timeZone, rule, start, expected]] of cases.entries()) {
    const client = `Client ${index}`;
    await computer.until.ask('client', 'add', client);
    await computer.until.ask(
      ...['call', 'add', client, '--rule', rule, '--start', start],
      ...['--time-zone', timeZone, '--minutes', '30'],
    );
    const to = from(expected[expected.length - 1] ?? start);
    const answers = {
      // Both are answered by the main process; the one was asked for by a window, the other through the socket.
      window: await page.evaluate((days) => window.untilFriday.call('calls', days), { from: from(start), to }),
      socket: { ok: true, value: await computer.until.ask<Occurrence[]>('calls', '--from', from(start), '--to', to) },
    };
    for (const [door, answer] of Object.entries(answers)) {
      const found = answer.ok ? answer.value.filter((each) => each.client === client) : [];
      expect(
        found.map(({ startsAt }) => startsAt),
        `${timeZone}, ${rule}, ${door}`,
      ).toEqual([...expected]);
    }
  }
});

test('windows know the same zones as the main process', async ({ app }) => {
  const page = await app.window();
  const instants = cases.flatMap(([timeZone, , , expected]) => expected.map((at) => ({ timeZone, at })));
  const shown = await page.evaluate(
    (asked) =>
      asked.map(({ timeZone, at }) =>
        new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(new Date(at)),
      ),
    instants,
  );
  expect(shown).toEqual(instants.map(({ at }) => at.slice(0, 19).replace('T', ' ')));
});
