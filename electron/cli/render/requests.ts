import type { Contact } from '../../core/model/request';
import type { LogAnswer, ReplyAnswer, RequestAnswer } from '../../ipc/contract/answers';
import type { Output } from '../../ipc/contract/contract';
import type { UnplannedCallAnswer } from '../../ipc/contract/unplanned';
import { fields, indent, type Rendering, sayDay, sayMoment, table } from './text';
import { mindTone } from './tone';
import { verdictFields } from './verdict';

const CHANNELS = {
  call: 'call',
  'missed-call': 'missed call',
  voicemail: 'voicemail',
  email: 'mail',
  chat: 'chat',
  'in-person': 'in person',
} as const;

const JOINED = {
  thread: 'the same mail thread',
  'same-subject': 'the same subject',
  burst: 'minutes apart',
  newest: 'no subject of its own, so the newest',
} as const;

export function renderLogged(logged: LogAnswer, rendering: Rendering): string {
  const { request, contact, verdict, reply, joinedBy } = logged;
  const details = fields([
    ['contact', sayContact(contact, rendering)],
    ...verdictFields(verdict, rendering),
    ['needed by', request.neededBy ? sayDay(request.neededBy, rendering) : request.neededWords],
    ['id', request.requestId],
  ]);
  const head = joinedBy ? `Joined ${nameRequest(request)} (${JOINED[joinedBy]})` : `Logged ${nameRequest(request)}`;
  return `${head}\n${indent(details)}\n\n${renderReply(reply)}`;
}

export function renderReply(reply: ReplyAnswer): string {
  const notes = [...mindTone(reply.tone), ...reply.warnings.map(sayWarning), ...reply.reasons.map(({ text }) => text)];
  const head = `Reply (${reply.language}, ${reply.situation})`;
  return [head, '', indent(`${reply.subject}\n\n${reply.body}`), ...(notes.length > 0 ? ['', ...notes] : [])].join(
    '\n',
  );
}

/** "Mind: You don't work on Sunday 29 November. Promise it by Friday 27 November instead." */
export function sayWarning({ text, action }: ReplyAnswer['warnings'][number]): string {
  return `Mind: ${text}${action ? ` ${action}` : ''}`;
}

export function renderRequests(requests: RequestAnswer[], rendering: Rendering): string {
  if (requests.length === 0) return 'No requests.';
  return table(
    ['Client', 'Subject', '×#', 'Status', 'Needed by', 'Last', 'Id'],
    requests.map(({ client, subject, count, status, neededBy, neededWords, contacts, requestId, claimedUrgent }) => [
      client,
      `${subject || 'no subject'}${claimedUrgent ? ', urgent' : ''}`,
      String(count),
      status,
      neededBy ? sayDay(neededBy, rendering) : (neededWords ?? ''),
      sayMoment(contacts.at(-1)?.at ?? '', rendering),
      requestId,
    ]),
  );
}

export function renderEntries({ entries, hasMore }: Output<'entries'>, rendering: Rendering): string {
  if (entries.length === 0) return 'Nothing fits.';
  const rows = entries.map(({ client, person, at, contact, subject }) => [
    sayMoment(at, rendering),
    client,
    person ?? '',
    sayHow(contact),
    contact.subject || subject || 'nothing said',
    contact.id,
  ]);
  const last = entries.at(-1)?.contact;
  const more = hasMore && last ? [`More: --before ${last.at} --before-id ${last.id}`] : [];
  return [table(['When', 'Client', 'Person', 'How', 'About', 'Id'], rows), ...more].join('\n');
}

export function renderUnplanned(calls: UnplannedCallAnswer[], rendering: Rendering): string {
  if (calls.length === 0) return 'Every call of the last days that your calendars hold is logged.';
  return table(
    ['When', 'Min#', 'Client', 'Person', 'What', 'Id'],
    calls.map(({ startsAt, minutes, client, person, summary, id }) => [
      sayMoment(startsAt, rendering),
      String(minutes),
      client,
      person ?? '',
      summary,
      id,
    ]),
  );
}

export function renderRequest(request: RequestAnswer, rendering: Rendering): string {
  const details = fields([
    ['status', request.parkedUntil ? `parked until ${sayDay(request.parkedUntil, rendering)}` : request.status],
    ['needed by', request.neededBy ? sayDay(request.neededBy, rendering) : request.neededWords],
    ['urgent', request.claimedUrgent ? 'they say so' : ''],
    ['emergency', request.emergency],
    ['asked by', request.askedBy],
    ['purpose', request.purpose],
    ['form', request.form],
    ['decided by', request.decidedBy],
    ['contacts', request.contacts.map((contact) => sayContact(contact, rendering)).join('\n')],
    ['notes', request.notes],
    ['was', request.former?.map(({ text }) => text).join('\n')],
    ['id', request.requestId],
  ]);
  return `${nameRequest(request)}\n${indent(details)}`;
}

function nameRequest({ client, subject, count }: RequestAnswer): string {
  return `${client}: ${subject || 'no subject'}${count > 1 ? ` ×${count}` : ''}`;
}

export function sayContact(contact: RequestAnswer['contacts'][number], rendering: Rendering): string {
  const { person, minutes, at, contactId } = contact;
  const parts = [
    sayMoment(at, rendering),
    person,
    sayHow(contact),
    minutes === undefined ? undefined : `${minutes} min`,
    contactId,
  ];
  return parts.filter(Boolean).join('  ');
}

export function sayHow({ channel, count, direction }: Pick<Contact, 'channel' | 'count' | 'direction'>): string {
  return `${CHANNELS[channel]}${count > 1 ? ` ×${count}` : ''}${direction === 'out' ? ', by me' : ''}`;
}
