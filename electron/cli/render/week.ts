import { nameState } from '../../core/availability/now';
import type { OccurrenceAnswer } from '../../ipc/contract/answers';
import type { Output } from '../../ipc/contract/contract';
import type { AvailableAnswer, LateAnswer, LoadAnswer, PrepAnswer } from '../../ipc/contract/week-answers';
import type { WeekToPrepare } from '../steps';
import type { Shared } from '../steps-availability';
import { indent, type Rendering, sayDay, sayMoment, saySpan, table } from './text';
import { mindTone } from './tone';

export function renderPrep({ calls, clashes, late }: WeekToPrepare, rendering: Rendering): string {
  const told = new Set(calls.filter((call) => call.late).map(({ clientId }) => clientId));
  const inWeek = new Set(calls.map(({ call }) => call.startsAt));
  const others = late.filter(({ clientId }) => !told.has(clientId));
  const ahead = clashes.filter(({ call }) => !inWeek.has(call.startsAt));
  return [
    calls.length === 0 ? 'No standing calls this week.' : '',
    ...calls.map((call) => renderCallOfWeek(call, rendering)),
    others.length > 0 ? `Needed before a call takes it:\n${indent(renderLate(others, rendering))}` : '',
    ahead.length > 0 ? `On holidays and days off:\n${indent(renderClashes(ahead, rendering))}` : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function renderCallOfWeek(
  { call, client, items, minutesPlanned, minutesAvailable, clash, late = [], later = [] }: PrepAnswer[number],
  rendering: Rendering,
) {
  const head = `${client}  ${sayCall(call, rendering)}`;
  const lines = items.map(({ subject, count, neededBy, minutes, people }) =>
    [
      `- ${nameItem(subject)}${count > 1 ? ` ×${count}` : ''}`,
      ...(people.length > 0 ? [people.join(', ')] : []),
      ...(neededBy ? [`needed by ${sayDay(neededBy, rendering)}`] : []),
      `${minutes} min`,
    ].join(', '),
  );
  const planned =
    items.length === 0 ? ['Nothing yet.'] : [...lines, `${minutesPlanned} of ${minutesAvailable} minutes planned.`];
  const body = [
    ...(clash ? [`No call: ${clash.text} – move, skip or hold it (until-friday clashes).`] : planned),
    ...(later.length > 0 ? [`Goes to a later call: ${later.map((item) => sayLater(item, rendering)).join('; ')}`] : []),
    ...late.map((item) => sayLate(item, rendering)),
  ];
  return `${head}\n${indent(body.join('\n'))}`;
}

/** When a call is on its own clock, and on mine where that shows another time. */
function sayCall({ startsAt, endsAt, timeZone, startsAtMine }: OccurrenceAnswer, rendering: Rendering): string {
  const mine = startsAtMine ? ` (${sayMoment(startsAtMine, rendering)} yours)` : '';
  return `${saySpan(startsAt, endsAt, rendering)} ${timeZone}${mine}`;
}

function sayLater({ subject, startsAt }: { subject: string; startsAt?: string | undefined }, rendering: Rendering) {
  return `${nameItem(subject)}${startsAt ? ` (${sayMoment(startsAt, rendering)})` : ''}`;
}

function sayLate({ subject, neededBy, ways }: LateAnswer, rendering: Rendering): string {
  const said = ways.map(({ text }) => `- ${text}`).join('\n');
  return `Too late for ${nameItem(subject)}, needed by ${sayDay(neededBy, rendering)}. You could, on your clock:\n${indent(said)}`;
}

function nameItem(subject: string): string {
  return subject || 'no subject';
}

export function renderLate(late: Output<'late'>, rendering: Rendering): string {
  if (late.length === 0) return 'Every item is on a call by the day it is needed.';
  return late
    .map(({ client, items }) => `${client}\n${indent(items.map((item) => sayLate(item, rendering)).join('\n'))}`)
    .join('\n\n');
}

export function renderClashes(clashes: Output<'clashes'>, rendering: Rendering): string {
  if (clashes.length === 0) return 'No call falls on a holiday or a day off.';
  return clashes
    .map(({ call, client, clash, moveTo }) => {
      const head = `${client}  ${sayCall(call, rendering)}: ${clash.text}`;
      const moves = moveTo.map((at) => `until-friday call move ${call.callId} ${call.occurrence} ${at.slice(0, 16)}`);
      const ways = [
        ...moves,
        ...['skip', 'hold'].map((way) => `until-friday call ${way} ${call.callId} ${call.occurrence}`),
      ];
      return `${head}\n${indent(ways.join('\n'))}`;
    })
    .join('\n');
}

export function renderProposals(options: Output<'call.propose'>, rendering: Rendering): string {
  return options
    .map(({ rule, start, timeZone, minutes, first, subject, body, tone }) => {
      const times = first.map((at) => sayMoment(at, rendering)).join('; ');
      const head = `--rule "${rule}" --start ${start} --time-zone ${timeZone} --minutes ${minutes}`;
      const letter = indent(`First: ${times}\n\nSubject: ${subject}\n\n${body}`);
      return [head, letter, ...mindTone(tone)].join('\n');
    })
    .join('\n\n');
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

const STATES = {
  ...{ free: 'Free', call: 'In a call', focus: 'Focus', off: 'Off' },
  ...{ busy: 'Busy', 'day-off': 'Day off', holiday: 'Public holiday' },
} as const;

export function renderAvailable(
  { now, until, why, slots, clientNow, impromptu }: AvailableAnswer,
  rendering: Rendering,
) {
  const state = STATES[nameState({ now, why })];
  const named = why?.name ? `${state} (${why.name})` : state;
  const lines = [`${named}${until ? ` until ${sayMoment(until, rendering)}` : ''}`];
  if (clientNow) lines.push(`It is ${sayMoment(clientNow, rendering)} there.`);
  if (impromptu) lines.push(`Impromptu calls left: ${impromptu.today} today, ${impromptu.week} this week.`);
  if (slots.length === 0) return [...lines, 'No free time in these days.'].join('\n');
  return [...lines, 'Free:', ...slots.map((slot) => indent(saySlot(slot, rendering)))].join('\n');
}

export function renderShared({ subject, text, warnings, tone, file, changeId }: Shared): string {
  const notes = [
    ...mindTone(tone),
    ...warnings.map((warning) => `Mind: ${warning.text}`),
    ...(file === undefined ? [] : [`Written to ${file}`]),
    ...(changeId === undefined ? [] : ['Kept as offered. To take it back: until-friday undo']),
  ];
  return [subject, '', text, ...(notes.length > 0 ? ['', ...notes] : [])].join('\n');
}

function saySlot({ startsAt, endsAt, offeredTo }: AvailableAnswer['slots'][number], rendering: Rendering): string {
  const span = saySpan(startsAt, endsAt, rendering);
  return offeredTo.length === 0 ? span : `${span}  offered to ${offeredTo.join(', ')}`;
}
