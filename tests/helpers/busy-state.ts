import type { Channel, Request } from '../../electron/core/model/request';
import type { State, Sums } from '../../electron/core/model/state';
import { believableState, emptyState } from './believable-state';

/** A full week: an agenda that runs over, a moved call, one that is off, replies on their way, and eight weeks of sums. */

const stamp = { updatedAt: '2026-11-20T08:00:00Z', updatedBy: 'desk' };
let count = 0;

function make(clientId: string, subject: string, at: string, channel: Channel, rest: Partial<Request> = {}): Request {
  count += 1;
  const contact = {
    id: `con_b${count}`,
    at,
    channel,
    direction: 'in' as const,
    count: 1,
    subject,
    isAfterHours: false,
  };
  return {
    id: `req_b${count}`,
    ...stamp,
    clientId,
    subject,
    status: 'open',
    claimedUrgent: false,
    minutes: 10,
    notes: '',
    contacts: [{ ...contact, ...(clientId === 'cli_globex' && { personId: 'per_lee' }) }],
    replies: [],
    ...rest,
  };
}

const tuesday = { callId: 'call_globex_tue', occurrence: '2026-11-24T15:00' };
const reply = {
  id: 'rep_1',
  situation: 'can-it-wait' as const,
  language: 'en',
  subject: 'Backup of the old server: can it wait until our call on Friday?',
  body: 'Hello Sam,\n\nCan this wait until our call on Wednesday at 10:00? It is on my list for it.\n\nBest regards,\nVera Novak',
};

const requests: Request[] = [
  make(
    'cli_globex',
    'budget for the second region, and who signs for it on their side',
    '2026-11-23T15:10:00Z',
    'call',
    {
      minutes: 35,
      pin: tuesday,
      notes: 'Lee wants a number he can show upstairs.',
    },
  ),
  make('cli_globex', 'badge for the new office', '2026-11-24T09:30:00Z', 'chat', { pin: tuesday }),
  make('cli_globex', 'certificates expire', '2026-11-24T10:05:00Z', 'voicemail', {
    neededBy: '2026-11-24',
    minutes: 5,
  }),
  make('cli_globex', 'newsletter', '2026-11-17T10:05:00Z', 'email', { status: 'parked', parkedUntil: '2026-12-08' }),
  make('cli_globex', 'signed offer', '2026-11-18T10:05:00Z', 'email', { status: 'waiting' }),
  make('cli_initech', 'backup of the old server', '2026-11-23T16:05:00Z', 'missed-call', {
    replies: [{ ...reply, copiedAt: '2026-11-23T16:07:00Z' }],
  }),
  make('cli_initech', '', '2026-11-24T07:45:00Z', 'voicemail', {
    replies: [{ ...reply, id: 'rep_2', subject: 'Your call', mailedAt: '2026-11-24T07:50:00Z' }],
  }),
  make('cli_umbrella', 'who may see the salaries', '2026-11-24T09:05:00Z', 'missed-call'),
  make('cli_acme', 'shop down since 7, payments fail', '2026-11-24T10:11:00Z', 'voicemail', { emergency: 'suspected' }),
];

function sums(contacts: number, interruptions: number, minutes: number, allowanceUsed: number, back: number[]): Sums {
  return { contacts, interruptions, minutes, afterHours: 0, allowanceUsed, returnMinutes: back };
}
const weeks = ['10-05', '10-12', '10-19', '10-26', '11-02', '11-09', '11-16'];
const globex = [14, 12, 15, 9, 10, 7, 6];
const initech = [3, 2, 4, 3, 1, 2, 2];
const tally = Object.fromEntries(
  weeks.map((week, index) => [
    `2026-${week}`,
    {
      cli_globex: sums(globex[index] ?? 0, (globex[index] ?? 0) - 3, 40 + index * 3, 2, [45, 90, 130 - index * 10]),
      cli_initech: sums(initech[index] ?? 0, 1, 12, 1, [60]),
      cli_acme: sums(index % 3, index % 2, index * 4, index % 2, []),
    },
  ]),
);

const [, , ...others] = believableState.calls;
export const busyState: State = {
  ...believableState,
  clients: [
    ...believableState.clients,
    {
      ...stamp,
      id: 'cli_umbrella',
      name: 'Umbrella & Söhne Vermögensverwaltung',
      people: [{ id: 'per_ute', name: 'Ute Söhn', emails: [], phones: [] }],
      timeZone: 'Pacific/Auckland',
      language: 'en',
      form: 'familiar',
      prefers: 'call',
      emergency: '',
      allowance: 2,
      limit: 'firm',
      joinWithinMinutes: 20,
      notes: '',
    },
  ],
  calls: [
    ...believableState.calls.slice(0, 2),
    ...others.map((call) =>
      call.id === 'call_initech'
        ? { ...call, exceptions: [{ occurrence: '2026-11-25T10:00', movedTo: '2026-11-26T16:30' }] }
        : call,
    ),
    {
      ...stamp,
      id: 'call_off',
      clientId: 'cli_nordwind',
      rule: 'FREQ=WEEKLY;BYDAY=MO',
      start: '2026-09-07T09:30',
      timeZone: 'Europe/Vienna',
      minutes: 30,
      exceptions: [{ occurrence: '2026-11-23T09:30' }],
    },
  ],
  requests: [...believableState.requests, ...requests],
  history: {
    '2026-11': [
      make('cli_globex', 'printer in room 4', '2026-11-18T13:10:00Z', 'missed-call', {
        status: 'done',
        closedAt: '2026-11-24T08:00:00Z',
      }),
    ],
  },
  tally,
};

/** Settled in, with nobody to serve yet. */
export const bareState: State = { ...emptyState, device: believableState.device };
/** Clients and calls, and nothing asked. */
export const quietState: State = { ...believableState, requests: [], history: {} };
