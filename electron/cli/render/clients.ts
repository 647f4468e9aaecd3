import type { CallAnswer, ClientAnswer, OccurrenceAnswer } from '../../ipc/contract/answers';
import type { StandingAnswer } from '../../ipc/contract/stages';
import { writeHours } from '../hours';
import { renderDone } from './done';
import { sayStanding } from './stage';
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

export function renderClient(client: ClientAnswer & { boundary?: StandingAnswer }, rendering: Rendering): string {
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
    ['hours', client.workingHours && writeHours(client.workingHours)],
    ['holidays', [client.country, client.region].filter(Boolean).join(' ')],
    ['allowance', sayAllowance(client)],
    ['limit', client.limit],
    ['stage', client.boundary && sayStanding(client.boundary, rendering)],
    ['rate', rate === undefined ? '' : `${rate} ${currency ?? ''} an hour`],
    ['notes', client.notes],
    ['id', client.clientId],
  ]);
  return `${client.name}\n${indent(details)}`;
}

function sayAllowance({ allowance, allowanceADay }: ClientAnswer): string {
  const aWeek = `${allowance} impromptu calls a week`;
  return allowanceADay === undefined ? aWeek : `${aWeek}, ${allowanceADay} a day`;
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

interface Mindful {
  warnings?: readonly { text: string }[] | undefined;
}

/** A call that was moved or added, with what may not have been meant. */
export function renderMoved({ warnings = [] }: Mindful): string {
  return [...sayWarnings(warnings), renderDone()].join('\n');
}

export function renderCall({ warnings = [], ...call }: CallAnswer & Mindful, rendering: Rendering): string {
  const details = fields([
    ['rule', call.rule],
    ['from', `${sayMoment(call.start, rendering)} ${call.timeZone}`],
    ['until', call.endsOn && sayDay(call.endsOn, rendering)],
    ['floating', call.isFloating ? 'it stays at the same time of your day' : ''],
    ['extra', (call.rdates ?? []).map((each) => sayMoment(each, rendering)).join('\n')],
    ['length', `${call.minutes} minutes`],
    ['id', call.callId],
  ]);
  return [...sayWarnings(warnings), `Standing call with ${call.client}\n${indent(details)}`].join('\n');
}

function sayWarnings(warnings: readonly { text: string }[]): string[] {
  return warnings.map(({ text }) => `Mind: ${text}`);
}

export function renderOccurrences(occurrences: OccurrenceAnswer[], rendering: Rendering): string {
  if (occurrences.length === 0) return 'No calls in these days.';
  return table(
    ['Day', 'Time', 'Zone', 'Yours', 'Client', 'Note', 'Call'],
    occurrences.map(({ startsAt, endsAt, startsAtMine, timeZone, client, movedFrom, isExtra, clash, callId }) => [
      sayDay(startsAt, rendering),
      `${sayTime(startsAt)}–${sayTime(endsAt)}`,
      timeZone,
      startsAtMine ? sayMoment(startsAtMine, rendering) : '',
      client,
      [
        ...(movedFrom ? [`from ${sayMoment(movedFrom, rendering)}`] : []),
        ...(isExtra ? ['extra'] : []),
        ...(clash ? [`${clash.text}: move, skip or hold it`] : []),
      ].join(', '),
      callId,
    ]),
  );
}
