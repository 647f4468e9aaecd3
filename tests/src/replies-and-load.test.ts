import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Contact, Request } from '../../electron/core/model/request';
import { readReplyState } from '../../src/shared/request/reply-state';
import { hourOf } from '../../src/shared/strip/strip';
import { stripOf } from '../../src/views/load/availability-strip';
import { clientWeeksOf } from '../../src/views/load/client-weeks';
import { unansweredRequests } from '../../src/views/replies/open-replies';
import { believableState, NOW } from '../helpers/believable-state';
import { busyState } from '../helpers/busy-state';

const now = Temporal.Instant.from(NOW);
const TUESDAY = Temporal.PlainDate.from('2026-11-24');

function find(id: string): Request {
  const request = [...believableState.requests, ...busyState.requests].find((each) => each.id === id);
  if (!request) throw new Error(`There is no ${id}.`);
  return request;
}

describe('what is not answered yet', () => {
  const invoice = find('req_invoice');
  const spoke: Contact = { ...lastOf(invoice), id: 'con_x', at: '2026-11-24T10:19:00Z', channel: 'call' };

  it.each([
    ['missed calls without a reply', invoice, true],
    ['mail only', find('req_report'), false],
    ['waiting', { ...invoice, status: 'waiting' as const }, false],
    ['spoken since', { ...invoice, contacts: [...invoice.contacts, spoke] }, false],
    [
      'tried back since',
      { ...invoice, contacts: [...invoice.contacts, { ...lastOf(invoice), at: spoke.at, direction: 'out' as const }] },
      false,
    ],
    ['missed again since', { ...invoice, contacts: [spoke, { ...lastOf(invoice), at: '2026-11-24T10:20:00Z' }] }, true],
  ])('%s', (_, request, expected) => {
    expect(unansweredRequests([request])).toHaveLength(expected ? 1 : 0);
  });

  it('puts emergencies first, then the oldest', () => {
    expect(unansweredRequests(busyState.requests).map((request) => request.subject)).toEqual([
      'shop down since 7, payments fail',
      'contract extension',
      'who may see the salaries',
      'invoice for October',
      'certificates expire',
    ]);
  });
});

function lastOf(request: Request): Contact {
  const last = request.contacts.at(-1);
  if (!last) throw new Error('A request has a contact.');
  return last;
}

describe('how far a reply has come', () => {
  const replies = busyState.requests.flatMap((request) => request.replies);
  const [copied, mailed] = replies;

  it.each([
    [[], 'none'],
    [[copied], 'copied'],
    [[mailed], 'mailed'],
    [[{ ...copied, sentAt: '2026-11-23T16:08:00Z' }], 'sent'],
    [[{ ...copied, sentAt: '2026-11-23T16:08:00Z' }, mailed], 'mailed'],
  ])('%#: %s', (list, expected) => {
    const own = list.filter((each) => each !== undefined) as Request['replies'];
    expect(readReplyState({ ...find('req_invoice'), replies: own }).kind).toBe(expected);
  });
});

describe('load', () => {
  it('has eight weeks for every client, who interrupts most first', () => {
    const clients = clientWeeksOf(busyState, TUESDAY, now);
    expect(clients[0]?.client.name).toBe('Globex');
    expect(clients[0]?.weeks.map((week) => week.sums.interruptions)).toEqual([11, 9, 12, 6, 7, 4, 3, 8]);
    expect(clients.every((each) => each.weeks.length === 8)).toBe(true);
    expect(clients.find((each) => each.client.id === 'cli_umbrella')?.next).toBeUndefined();
  });
});

describe('the strip of a week', () => {
  it('holds hours, calls and callbacks of each day, with room for a late call', () => {
    const strip = stripOf(busyState, TUESDAY);
    expect(strip).toMatchObject({ fromHour: 9, toHour: 19 });
    expect(strip.days[1]?.blocks.map((block) => block.kind)).toEqual(['work', 'work', 'callback', 'call']);
    expect(strip.days).toHaveLength(5);
  });

  it('holds what lies on another day at the edge', () => {
    expect(hourOf(Temporal.Instant.from('2026-11-24T10:30:00Z'), TUESDAY, 'Europe/Vienna')).toBe(11.5);
    expect(hourOf(Temporal.Instant.from('2026-11-25T10:30:00Z'), TUESDAY, 'Europe/Vienna')).toBe(24);
    expect(hourOf(Temporal.Instant.from('2026-11-23T10:30:00Z'), TUESDAY, 'Europe/Vienna')).toBe(0);
  });
});
