import type { AvailableAnswer, LoadAnswer, PrepAnswer } from '../../ipc/contract/answers';
import { indent, type Rendering, sayDay, sayMoment, saySpan, table } from './text';

export function renderPrep(calls: PrepAnswer, rendering: Rendering): string {
  if (calls.length === 0) return 'No standing calls this week.';
  return calls.map((call) => renderCallOfWeek(call, rendering)).join('\n\n');
}

function renderCallOfWeek(
  { call, client, items, minutesPlanned, minutesAvailable }: PrepAnswer[number],
  rendering: Rendering,
) {
  const head = `${client}  ${saySpan(call.startsAt, call.endsAt, rendering)} ${call.timeZone}`;
  const lines = items.map(({ subject, count, neededBy, minutes, people }) =>
    [
      `- ${subject || 'no subject'}${count > 1 ? ` ×${count}` : ''}`,
      ...(people.length > 0 ? [people.join(', ')] : []),
      ...(neededBy ? [`needed by ${sayDay(neededBy, rendering)}`] : []),
      `${minutes} min`,
    ].join(', '),
  );
  const body =
    items.length === 0 ? ['Nothing yet.'] : [...lines, `${minutesPlanned} of ${minutesAvailable} minutes planned.`];
  return `${head}\n${indent(body.join('\n'))}`;
}

export function renderLoad(load: LoadAnswer, rendering: Rendering): string {
  if (load.length === 0) return 'No clients yet. Add one: until-friday client add NAME';
  return table(
    ['Week of', 'Client', 'Contacts#', 'Interruptions#', 'Minutes#', 'After hours#', 'Allowance#', 'Returned in#'],
    load.map((each) => [
      sayDay(each.week, rendering),
      each.client,
      String(each.contacts),
      String(each.interruptions),
      String(each.minutes),
      String(each.afterHours),
      `${each.allowanceUsed} of ${each.allowance}`,
      each.medianReturnMinutes === null ? '' : `${each.medianReturnMinutes} min`,
    ]),
  );
}

const AVAILABILITY = { free: 'Free', call: 'In a call', focus: 'Focus', off: 'Off' } as const;

export function renderAvailable({ now, until, slots }: AvailableAnswer, rendering: Rendering): string {
  const head = `${AVAILABILITY[now]}${until ? ` until ${sayMoment(until, rendering)}` : ''}`;
  if (slots.length === 0) return `${head}\nNo free time in these days.`;
  return [head, 'Free:', ...slots.map(({ startsAt, endsAt }) => indent(saySpan(startsAt, endsAt, rendering)))].join(
    '\n',
  );
}
