import type { CallAnswer, ClientAnswer, OccurrenceAnswer } from '../../ipc/contract/answers';
import { fields, indent, type Rendering, sayDay, sayMoment, sayTime, table } from './text';

export function renderClients(clients: ClientAnswer[]): string {
  if (clients.length === 0) return 'No clients yet. Add one: until-friday client add NAME';
  return table(
    ['Client', 'People', 'Zone', 'Prefers', 'Id'],
    clients.map(({ name, people, timeZone, prefers, clientId }) => [
      name,
      people.map((person) => person.name).join(', '),
      timeZone,
      prefers,
      clientId,
    ]),
  );
}

export function renderClient(client: ClientAnswer): string {
  const { rate, currency, people } = client;
  const named = people.map(({ name, emails, phones }) =>
    [name, ...emails.map((mail) => `<${mail}>`), ...phones].join(' '),
  );
  const details = fields([
    ['people', named.join('\n')],
    ['time zone', client.timeZone],
    ['language', `${client.language}, ${client.form}`],
    ['prefers', client.prefers],
    ['emergency', client.emergency],
    ['allowance', `${client.allowance} impromptu calls a week`],
    ['limit', client.limit],
    ['rate', rate === undefined ? '' : `${rate} ${currency ?? ''} an hour`],
    ['notes', client.notes],
    ['id', client.clientId],
  ]);
  return `${client.name}\n${indent(details)}`;
}

export function renderCalls(calls: CallAnswer[], rendering: Rendering): string {
  if (calls.length === 0) return 'No standing calls yet. Add one: until-friday call add CLIENT --rule …';
  return table(
    ['Client', 'Rule', 'From', 'Zone', 'Minutes#', 'Until', 'Id'],
    calls.map(({ client, rule, start, timeZone, minutes, endsOn, callId }) => [
      client,
      rule,
      sayMoment(start, rendering),
      timeZone,
      String(minutes),
      endsOn ? sayDay(endsOn, rendering) : '',
      callId,
    ]),
  );
}

export function renderCall(call: CallAnswer, rendering: Rendering): string {
  const details = fields([
    ['rule', call.rule],
    ['from', `${sayMoment(call.start, rendering)} ${call.timeZone}`],
    ['until', call.endsOn && sayDay(call.endsOn, rendering)],
    ['length', `${call.minutes} minutes`],
    ['id', call.callId],
  ]);
  return `Standing call with ${call.client}\n${indent(details)}`;
}

export function renderOccurrences(occurrences: OccurrenceAnswer[], rendering: Rendering): string {
  if (occurrences.length === 0) return 'No calls in these days.';
  return table(
    ['Day', 'Time', 'Zone', 'Client', 'Moved from', 'Call'],
    occurrences.map(({ startsAt, endsAt, timeZone, client, movedFrom, callId }) => [
      sayDay(startsAt, rendering),
      `${sayTime(startsAt)}–${sayTime(endsAt)}`,
      timeZone,
      client,
      movedFrom ? sayMoment(movedFrom, rendering) : '',
      callId,
    ]),
  );
}
