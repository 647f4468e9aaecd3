import type { BusyTime } from '../../electron/core/model/calendar';
import type { StandingCall } from '../../electron/core/model/call';
import type { Client } from '../../electron/core/model/client';
import type { Channel, Contact, Request } from '../../electron/core/model/request';
import type { State } from '../../electron/core/model/state';

/** A believable week of a believable consultant in Vienna; it is Tuesday 24 November 2026, 11:20. */
export const NOW = '2026-11-24T10:20:00Z';

const stamp = { updatedAt: '2026-11-20T08:00:00Z', updatedBy: 'desk' };

function makeClient(id: string, name: string, rest: Partial<Client>): Client {
  return {
    id,
    ...stamp,
    name,
    people: [],
    timeZone: 'Europe/Vienna',
    language: 'en',
    form: 'familiar',
    prefers: 'call',
    emergency: '',
    allowance: 2,
    limit: 'firm',
    joinWithinMinutes: 20,
    notes: '',
    ...rest,
  };
}

const clients: Client[] = [
  makeClient('cli_globex', 'Globex', {
    people: [
      { id: 'per_dana', name: 'Dana Ruiz', emails: ['dana.ruiz@globex.example'], phones: ['+1 212 555 0142'] },
      { id: 'per_lee', name: 'Lee Okafor', emails: ['lee@globex.example'], phones: [] },
    ],
    timeZone: 'America/New_York',
    country: 'US',
    emergency: 'production down; data loss',
    notes: 'Dana calls first, writes later. Lee decides about money.',
  }),
  makeClient('cli_initech', 'Initech', {
    people: [{ id: 'per_sam', name: 'Sam Lindqvist', emails: ['sam@initech.example'], phones: ['+44 20 7946 0018'] }],
    timeZone: 'Europe/London',
    prefers: 'email',
    allowance: 1,
  }),
  makeClient('cli_acme', 'Acme', {
    people: [
      { id: 'per_rafael', name: 'Rafael Moreno', emails: ['rafael@acme.example'], phones: ['+34 91 123 45 67'] },
    ],
    timeZone: 'Europe/Madrid',
    limit: 'keep',
  }),
  makeClient('cli_nordwind', 'Nordwind', {
    people: [{ id: 'per_ilse', name: 'Ilse Brandt', emails: ['brandt@nordwind.example'], phones: ['+49 40 123456'] }],
    timeZone: 'Europe/Berlin',
    language: 'de',
    form: 'formal',
    prefers: 'email',
    limit: 'ready-to-lose',
    rate: 180,
    currency: 'EUR',
  }),
];

function makeCall(id: string, clientId: string, rule: string, start: string, rest: Partial<StandingCall> = {}) {
  return { id, ...stamp, clientId, rule, start, timeZone: 'Europe/Vienna', minutes: 30, exceptions: [], ...rest };
}

const calls: StandingCall[] = [
  makeCall('call_globex_fri', 'cli_globex', 'FREQ=WEEKLY;BYDAY=FR', '2026-09-04T10:00', { minutes: 45 }),
  makeCall('call_globex_tue', 'cli_globex', 'FREQ=WEEKLY;BYDAY=TU', '2026-09-01T15:00'),
  makeCall('call_initech', 'cli_initech', 'FREQ=WEEKLY;BYDAY=WE', '2026-09-02T10:00', { timeZone: 'Europe/London' }),
  makeCall('call_acme', 'cli_acme', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', '2026-09-11T14:00'),
  makeCall('call_nordwind', 'cli_nordwind', 'FREQ=MONTHLY;BYDAY=1TH', '2026-09-03T09:30', { minutes: 60 }),
];

let contacts = 0;
function makeContact(at: string, channel: Channel, subject: string, rest: Partial<Contact> = {}): Contact {
  contacts += 1;
  return { id: `con_${contacts}`, at, channel, direction: 'in', count: 1, subject, isAfterHours: false, ...rest };
}

function makeRequest(id: string, clientId: string, subject: string, list: Contact[], rest: Partial<Request> = {}) {
  const request: Request = {
    id,
    ...stamp,
    clientId,
    subject,
    status: 'open',
    claimedUrgent: false,
    minutes: 10,
    notes: '',
    contacts: list,
    replies: [],
    ...rest,
  };
  return request;
}

const dana = { personId: 'per_dana' };
const requests: Request[] = [
  makeRequest(
    'req_invoice',
    'cli_globex',
    'invoice for October',
    [
      makeContact('2026-11-24T09:58:00Z', 'missed-call', '', { ...dana, count: 2 }),
      makeContact('2026-11-24T10:17:00Z', 'voicemail', 'invoice for October', dana),
    ],
    { claimedUrgent: true },
  ),
  makeRequest(
    'req_rollout',
    'cli_globex',
    'rollout plan, second region',
    [makeContact('2026-11-23T13:40:00Z', 'call', 'rollout plan, second region', { ...dana, minutes: 12 })],
    { neededBy: '2026-11-27', minutes: 20 },
  ),
  makeRequest('req_login', 'cli_globex', 'login for the new colleague', [
    makeContact('2026-11-23T08:05:00Z', 'chat', 'login for the new colleague', { personId: 'per_lee' }),
  ]),
  makeRequest('req_report', 'cli_initech', 'quarterly report, one chart missing', [
    makeContact('2026-11-23T15:30:00Z', 'email', 'quarterly report, one chart missing', { personId: 'per_sam' }),
  ]),
  makeRequest('req_contract', 'cli_acme', 'contract extension', [
    makeContact('2026-11-20T16:45:00Z', 'call', 'contract extension', { personId: 'per_rafael', minutes: 8 }),
    makeContact('2026-11-24T07:50:00Z', 'missed-call', '', { personId: 'per_rafael', isAfterHours: true }),
  ]),
  makeRequest(
    'req_training',
    'cli_nordwind',
    'Schulung im Jänner',
    [makeContact('2026-11-19T10:00:00Z', 'email', 'Schulung im Jänner', { personId: 'per_ilse' })],
    { status: 'waiting' },
  ),
];

function makeBusy(summary: string, startsAt: string, endsAt: string, rest: Partial<BusyTime> = {}): BusyTime {
  return { uid: `${summary}@vera.example`, summary, startsAt, endsAt, freeBusy: 'busy', ...rest };
}

const day = [
  { from: '09:00', to: '12:30' },
  { from: '13:30', to: '17:30' },
];

export const believableState: State = {
  calendars: [
    {
      id: 'cal_own',
      ...stamp,
      name: 'Vera',
      source: { kind: 'address', url: 'https://cloud.example/vera.ics' },
      isBusy: true,
      declined: [],
    },
  ],
  offers: [],
  strangers: [],
  readings: {
    cal_own: {
      calendarId: 'cal_own',
      checkedAt: '2026-11-24T10:05:00Z',
      readAt: '2026-11-24T10:05:00Z',
      failures: 0,
      from: '2026-10-01',
      to: '2027-02-01',
      busy: [
        makeBusy('Board papers', '2026-11-23T09:00:00Z', '2026-11-23T10:30:00Z'),
        makeBusy('Lunch with Eva', '2026-11-23T11:30:00Z', '2026-11-23T12:30:00Z', { freeBusy: 'tentative' }),
        makeBusy('Physiotherapy', '2026-11-25T10:15:00Z', '2026-11-25T11:15:00Z', { freeBusy: 'tentative' }),
        makeBusy('Workshop at the factory', '2026-11-26T12:30:00Z', '2026-11-26T15:00:00Z'),
        makeBusy('Notary', '2026-11-26T14:00:00Z', '2026-11-26T14:30:00Z'),
        makeBusy('Webinar, maybe later', '2026-11-27T09:30:00Z', '2026-11-27T10:30:00Z', { freeBusy: 'free' }),
        makeBusy('Fair in Linz', '2026-11-24T23:00:00Z', '2026-11-25T23:00:00Z', { isAllDay: true, freeBusy: 'free' }),
        makeBusy('Audit', '2026-11-30T23:00:00Z', '2026-12-01T23:00:00Z', { isAllDay: true }),
      ],
      recurring: [],
      refused: [],
    },
  },
  holidays: {
    AT: [
      { date: '2026-12-08', name: 'Immaculate Conception' },
      { date: '2026-12-25', name: 'Christmas Day' },
    ],
    US: [
      { date: '2026-11-26', name: 'Thanksgiving Day' },
      { date: '2026-12-25', name: 'Christmas Day' },
    ],
  },
  settings: {
    id: 'settings',
    ...stamp,
    myName: 'Vera Novak',
    timeZone: 'Europe/Vienna',
    weekStartsOn: 1,
    workingHours: { 1: day, 2: day, 3: day, 4: day, 5: [{ from: '09:00', to: '15:00' }], 6: [], 7: [] },
    callbackBlocks: [{ id: 'blk_1', weekdays: [1, 2, 3, 4], from: '16:30', minutes: 45 }],
    focusBlocks: [{ id: 'foc_1', weekdays: [1, 3], from: '14:00', minutes: 120 }],
    daysOff: [{ id: 'off_1', from: '2026-12-10', to: '2026-12-11', name: 'Trieste' }],
    country: 'AT',
  },
  device: {
    id: 'device',
    ...stamp,
    theme: 'system',
    shortcut: 'Control+Shift+U',
    isCopyAutomatic: true,
    isWelcomeDone: true,
  },
  clients,
  calls,
  requests,
  history: {
    '2026-11': [
      makeRequest(
        'req_old',
        'cli_globex',
        'printer in room 4',
        [makeContact('2026-11-18T13:10:00Z', 'missed-call', 'printer in room 4', { ...dana, count: 3 })],
        { status: 'done', closedAt: '2026-11-20T10:00:00Z' },
      ),
    ],
  },
  tally: {},
};

export const emptyState: State = {
  ...believableState,
  settings: { ...believableState.settings, myName: '' },
  device: { ...believableState.device, isWelcomeDone: false },
  clients: [],
  calls: [],
  calendars: [],
  readings: {},
  requests: [],
  history: {},
};
