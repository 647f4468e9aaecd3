import { describe, expect, test } from 'vitest';
import type { Contact } from '../../electron/core/model/request';
import type { Settings } from '../../electron/core/model/settings';
import type { State } from '../../electron/core/model/state';
import { type MenuItem, nowLabel, trayMenu, trayTooltip } from '../../electron/desktop/tray-menu';
import { trayStatus } from '../../electron/desktop/tray-status';
import { createWords } from '../../electron/desktop/words';
import {
  makeCall,
  makeClient,
  makeContact,
  makePerson,
  makeReply,
  makeRequest,
  makeSettings,
  makeState,
  makeStranger,
  vienna,
} from '../helpers/build';
import { HOLIDAYS, makeBusy, withCalendar } from '../helpers/diary';

const words = createWords('en-GB');
const NOW = vienna('2026-11-24T11:20');

const menuOf = (state: State, now = NOW) => trayMenu(state, trayStatus(state, now), now, words);
const labels = (items: readonly MenuItem[]) => items.map((item) => item.label ?? '—');
const find = (items: readonly MenuItem[], id: string): MenuItem => {
  const all = (list: readonly MenuItem[]): MenuItem[] => list.flatMap((item) => [item, ...all(item.submenu ?? [])]);
  const found = all(items).find((item) => item.id === id);
  if (!found) throw new Error(`There is no ${id}.`);
  return found;
};
/** As many clients, each heard of a minute after the one before. */
const clientsNamed = (...names: string[]) => ({
  clients: names.map((name) => makeClient(name)),
  requests: names.map((name, index) =>
    makeRequest(`req_${name}`, {
      clientId: `cli_${name}`,
      contacts: [makeContact(`2026-11-23T09:${String(index + 10)}:00Z`, 'email')],
    }),
  ),
});

describe('the menu', () => {
  test('has clients, the day and the app, in this order', () => {
    const state = makeState({ requests: [makeRequest('invoice'), makeRequest('login')] });
    expect(labels(menuOf(state))).toEqual([
      'Again: Globex, missed call',
      '—',
      'Globex',
      'Who is this?',
      '—',
      'Free until 17:30',
      'Globex · Fri 10:00 · 2 items',
      '2 callbacks due',
      'This week’s prep',
      'Replies to send (1)',
      '—',
      'Log a contact…',
      'Open Until Friday',
      'Quit',
    ]);
  });

  test('logs for a client with one click below it', () => {
    const { submenu = [] } = find(menuOf(makeState()), 'recent-cli_Globex');
    expect(labels(submenu)).toEqual(['Missed a call', 'Left a voicemail', 'Wrote', 'We spoke']);
    expect(submenu.map((item) => item.intent)).toEqual(
      ['missed-call', 'voicemail', 'email', 'call'].map((channel) => ({
        kind: 'log',
        clientId: 'cli_Globex',
        channel,
      })),
    );
  });

  test('lets somebody unknown wait with one click, and says that somebody does', () => {
    const { submenu = [] } = find(menuOf(makeState()), 'who');
    expect(labels(submenu)).toEqual(['Missed a call', 'Left a voicemail', 'Wrote', 'We spoke']);
    expect(submenu[0]?.intent).toEqual({ kind: 'keep', channel: 'missed-call' });
    const menu = menuOf(makeState({ strangers: [makeStranger(), makeStranger({ id: 'str_2' })] }));
    expect(find(menu, 'who-waits')).toMatchObject({
      label: '2 wait: who are they?',
      intent: { kind: 'open', view: 'week' },
    });
  });

  test.each([
    ['has calls left', 3, undefined, 'We spoke'],
    ['has none left today', 3, 1, 'We spoke · today’s allowance is used up'],
    ['has none left this week', 1, 2, 'We spoke · this week’s allowance is used up'],
  ])('says so where a client %s', (_, allowance, allowanceADay, label) => {
    const clients = [makeClient('Globex', { allowance, ...(allowanceADay !== undefined && { allowanceADay }) })];
    const requests = [makeRequest('req_1', { contacts: [makeContact('2026-11-24T09:00:00Z', 'call')] })];
    const { submenu = [] } = find(menuOf(makeState({ clients, requests })), 'recent-cli_Globex');
    expect(labels(submenu).at(-1)).toBe(label);
  });

  test('has nothing but the way in while there is no client', () => {
    const menu = menuOf(makeState({ clients: [], calls: [] }));
    expect(menu[0]).toMatchObject({ label: 'Add your first client…', intent: { kind: 'open', view: 'clients' } });
    expect(labels(menu)).toContain('No call ahead');
    expect(labels(menu)).toContain('No callbacks due');
  });

  test('shows the five heard of last, newest first, and all by name below', () => {
    const menu = menuOf(makeState(clientsNamed('Ara', 'Éclair', 'Zed', 'Moor', 'Bly', 'Cork', 'Dot')));
    expect(labels(menu).slice(2, 8)).toEqual(['Dot', 'Cork', 'Bly', 'Moor', 'Zed', 'All clients']);
    expect(labels(find(menu, 'all').submenu ?? [])).toEqual(['Ara', 'Bly', 'Cork', 'Dot', 'Éclair', 'Moor', 'Zed']);
  });

  test('counts what is over by the week’s sums, where its history is not loaded', () => {
    const sums = { contacts: 1, interruptions: 0, minutes: 0, afterHours: 0, allowanceUsed: 0, returnMinutes: [] };
    const state = { ...makeState({ clients: ['Ara', 'Bly'].map((name) => makeClient(name)) }) };
    const menu = menuOf({ ...state, tally: { '2026-11-09': { cli_Bly: sums } } });
    expect(labels(menu).slice(0, 2)).toEqual(['Bly', 'Ara']);
  });

  test('parts hundreds of clients by their first letters', () => {
    const names = Array.from({ length: 500 }, (_, index) => `Client ${index + 1}`);
    const { submenu = [] } = find(menuOf(makeState({ clients: names.map((name) => makeClient(name)) })), 'all');
    expect(submenu).toHaveLength(20);
    expect(submenu[0]?.label).toBe('Client 1 – Client 25');
    expect(submenu.flatMap((group) => labels(group.submenu ?? []))).toEqual(names);
  });

  test('shows text from outside as it is: one line, cut, `&` no mark of a key', () => {
    const [first] = menuOf(makeState({ clients: [makeClient('A & B\u202e\nC', { id: 'cli_1' })] }));
    expect(first?.label).toBe('A && B C');
    const [long] = menuOf(makeState({ clients: [makeClient(`${'ä'.repeat(38)}👩‍👩‍👧‍👧 and sons`)] }));
    expect(long?.label).toBe(`${'ä'.repeat(38)}…`);
  });

  test('shows the keys that open the palette, and none where there are none', () => {
    const state = makeState();
    expect(find(menuOf(state), 'log')).toMatchObject({ accelerator: 'Control+Shift+U', intent: { kind: 'palette' } });
    const without = { ...state, device: { ...state.device, shortcut: '' } };
    expect(find(menuOf(without), 'log')).not.toHaveProperty('accelerator');
  });

  test('offers once more whoever was logged last, whenever it was and from wherever', () => {
    const dana = makePerson('Dana Ruiz');
    const contacts = (id: string, at: string, more: Partial<Contact> = {}) => [
      makeContact(at, 'voicemail', { id, personId: dana.id, ...more }),
    ];
    const state = makeState({
      clients: [makeClient('Globex', { people: [dana] }), makeClient('Acme')],
      requests: [
        makeRequest('req_1', { contacts: contacts('con_2', '2026-11-20T09:00:00Z') }),
        makeRequest('req_2', { clientId: 'cli_Acme', contacts: contacts('con_1', '2026-11-24T09:00:00Z') }),
        makeRequest('req_3', { contacts: contacts('con_3', '2026-11-24T09:00:00Z', { direction: 'out' }) }),
      ],
    });
    expect(menuOf(state)[0]).toMatchObject({
      label: 'Again: Dana Ruiz, voicemail',
      intent: { kind: 'log', clientId: 'cli_Globex', personId: 'per_Dana Ruiz', channel: 'voicemail' },
    });
    const gone = { ...state, clients: [makeClient('Globex'), makeClient('Acme')] };
    expect(menuOf(gone)[0]?.label).toBe('Again: Globex, voicemail');
    expect(menuOf(makeState())[0]?.label).toBe('Globex');
  });

  test('offers to take back what was logged last', () => {
    const state = makeState();
    const menu = trayMenu(state, trayStatus(state, NOW), NOW, words, {
      changeId: 'chg_1',
      what: 'Globex · Missed call',
    });
    expect(find(menu, 'undo')).toMatchObject({
      label: 'Undo: Globex · Missed call',
      intent: { kind: 'undo', changeId: 'chg_1' },
    });
  });
});

describe('the next call', () => {
  const callLabel = (state: State, now = NOW) => find(menuOf(state, now), 'next-call').label;

  test.each([
    [0, 'Globex · Fri 10:00 · nothing yet'],
    [1, 'Globex · Fri 10:00 · 1 item'],
    [3, 'Globex · Fri 10:00 · 3 items'],
  ])('says how long its agenda is: %i', (count, label) => {
    const requests = Array.from({ length: count }, (_, index) => makeRequest(`req_${index}`));
    expect(callLabel(makeState({ requests }))).toBe(label);
  });

  test('is the one that runs, until it ends', () => {
    expect(callLabel(makeState(), vienna('2026-11-27T10:29'))).toMatch(/^Globex · Fri 10:00/);
    expect(callLabel(makeState(), vienna('2026-11-27T10:30'))).toMatch(/^Globex · Fri,? 4 Dec 10:00/);
  });

  test('has its date where the weekday alone would mislead', () => {
    const calls = [makeCall({ start: '2026-12-11T10:00' })];
    expect(callLabel(makeState({ calls }))).toMatch(/^Globex · Fri,? 11 Dec 10:00/);
  });

  test('is told in my own zone', () => {
    const calls = [makeCall({ timeZone: 'America/New_York', start: '2026-09-04T10:00' })];
    expect(callLabel(makeState({ calls }))).toMatch(/^Globex · Fri 16:00/);
  });
});

describe('what is due', () => {
  const missed = makeContact('2026-11-24T09:00:00Z', 'missed-call');
  const dueOf = (...requests: Parameters<typeof makeRequest>[1][]) =>
    trayStatus(makeState({ requests: requests.map((more, index) => makeRequest(`req_${index}`, more)) }), NOW).due;

  test.each([
    ['a missed call', { contacts: [missed] }, 1],
    ['a voicemail', { contacts: [makeContact('2026-11-24T09:00:00Z', 'voicemail')] }, 1],
    ['a mail', { contacts: [makeContact('2026-11-24T09:00:00Z', 'email')] }, 0],
    ['my own attempt', { contacts: [makeContact('2026-11-24T09:00:00Z', 'missed-call', { direction: 'out' })] }, 0],
    ['one we spoke after', { contacts: [missed, makeContact('2026-11-24T09:30:00Z', 'call')] }, 0],
    ['one that came after we spoke', { contacts: [makeContact('2026-11-24T08:30:00Z', 'call'), missed] }, 1],
    ['a reply copied, not sent', { contacts: [missed], replies: [makeReply({ copiedAt: '2026-11-24T09:05:00Z' })] }, 1],
    ['a reply sent', { contacts: [missed], replies: [makeReply({ sentAt: '2026-11-24T09:05:00Z' })] }, 0],
    ['one that is parked', { contacts: [missed], status: 'parked' as const, parkedUntil: '2026-12-01' }, 0],
  ])('%s', (_, request, due) => {
    expect(dueOf(request)).toBe(due);
  });

  test('replies to send are messages that wait, one for each client, and those copied and not sent', () => {
    const replies = [makeReply({ copiedAt: '2026-11-24T09:05:00Z' })];
    const copied = makeRequest('req_1', { replies, status: 'waiting' });
    expect(find(menuOf(makeState({ requests: [copied] })), 'replies')).toMatchObject({
      label: 'Replies to send (1)',
      intent: { kind: 'open', view: 'replies' },
    });
    const waiting = [makeRequest('req_2', { replies }), makeRequest('req_3')];
    expect(find(menuOf(makeState({ requests: [copied, ...waiting] })), 'replies')).toMatchObject({
      label: 'Replies to send (2)',
      intent: { kind: 'open', view: 'week' },
    });
  });
});

describe('how things stand', () => {
  const said = (local: string, state = makeState()) => {
    const now = vienna(local);
    return nowLabel(trayStatus(state, now), 'Europe/Vienna', now, words);
  };

  test.each([
    ['2026-11-24T11:20', 'Free until 17:30'],
    ['2026-11-27T09:30', 'Free until 10:00'],
    ['2026-11-27T10:00', 'In a call until 10:30'],
    ['2026-11-24T06:00', 'Off until 9:00'],
    ['2026-11-27T18:00', 'Off until Mon 9:00'],
  ])('%s: %s', (local, label) => {
    expect(said(local)).toBe(label);
  });

  test.each<[string, Partial<Settings>, string]>([
    [
      '2026-11-24T13:10',
      { focusBlocks: [{ id: 'f', weekdays: [2], from: '13:00', minutes: 60 }] },
      'Focus until 14:00',
    ],
    [
      '2026-11-24T13:10',
      { daysOff: [{ id: 'o', from: '2026-11-24', to: '2026-11-24', name: 'Moving' }] },
      'Day off until Wed 9:00',
    ],
    ['2026-11-26T13:10', { country: 'AT' }, 'Public holiday until Fri 9:00'],
    ['2026-11-25T10:30', {}, 'Busy until 12:00'],
  ])('%s %o: %s', (local, settings, label) => {
    const calendar = withCalendar([makeBusy('2026-11-25T10:00', '2026-11-25T12:00')]);
    expect(said(local, makeState({ settings: makeSettings(settings), holidays: HOLIDAYS, ...calendar }))).toBe(label);
  });

  test('has no end where no working hours are set', () => {
    const state = makeState({ calls: [] });
    const workingHours = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] };
    expect(said('2026-11-24T11:20', { ...state, settings: { ...state.settings, workingHours } })).toBe('Off');
  });

  test('the tooltip adds what is due', () => {
    const tooltip = (state: State) => trayTooltip(trayStatus(state, NOW), 'Europe/Vienna', NOW, words);
    expect(tooltip(makeState())).toBe('Until Friday: Free until 17:30');
    expect(tooltip(makeState({ requests: [makeRequest('req_1')] }))).toBe(
      'Until Friday: Free until 17:30 · 1 callback due',
    );
  });
});
