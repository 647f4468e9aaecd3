import type { LogAnswer } from '../../ipc/contract/answers';
import type { Output } from '../../ipc/contract/contract';
import { fields, indent, type Rendering, sayDay, sayMoment, table } from './text';

const ROUTES = {
  now: 'now',
  callback: 'in the callback block',
  'standing-call': 'can wait for the standing call',
  'ask-first': 'ask first',
  delegate: 'delegate',
  decline: 'decline',
} as const;

const QUESTIONS = {
  'by-when': 'by when exactly',
  who: 'who is really asking',
  'what-for': 'what it is for',
  form: 'in what form',
} as const;

const OUTCOMES = {
  'waited-fine': 'waited fine',
  'solved-itself': 'solved itself',
  escalated: 'escalated',
  'should-have-called': 'should have been a call',
} as const;

/** "in the callback block: Tue 24 Nov, 16:45"; "ask first; meanwhile it is down for Fri 27 Nov, 10:00" */
export function sayRoute({ route, until, to }: LogAnswer['verdict'], rendering: Rendering): string {
  if (route === 'ask-first' && until) return `ask first; meanwhile it is down for ${sayMoment(until, rendering)}`;
  return `${ROUTES[route]}${to ? ` to ${to}` : ''}${until ? `: ${sayMoment(until, rendering)}` : ''}`;
}

/** The rows of a verdict: the route, why, what to ask, what became of its like. */
export function verdictFields(verdict: LogAnswer['verdict'], rendering: Rendering): [string, string | undefined][] {
  const { reasons, ask = [], tally } = verdict;
  return [
    ['verdict', sayRoute(verdict, rendering)],
    ['why', reasons.map((reason) => reason.text).join('\n')],
    ['ask', ask.map((question) => QUESTIONS[question]).join(', ')],
    ['before', sayBefore(tally)],
  ];
}

function sayBefore(tally: LogAnswer['verdict']['tally']): string {
  return [tally?.text, sayOverridden(tally)].filter(Boolean).join('\n');
}

function sayOverridden(tally: LogAnswer['verdict']['tally']): string {
  if (!tally) return '';
  const { sooner, later, elsewhere } = tally.overridden;
  const parts = Object.entries({ sooner, later, elsewhere }).filter(([, count]) => count > 0);
  return parts.length === 0 ? '' : `You moved ${parts.map(([where, count]) => `${count} ${where}`).join(', ')}.`;
}

export function renderVerdict(answer: Output<'verdict'>, rendering: Rendering): string {
  const { client, subject, known, outcome, requestId } = answer;
  const said = Object.entries(known).map(([question, text]) => {
    // The keys are those of the contract.
    return `${QUESTIONS[question as keyof typeof QUESTIONS]}: ${text}`;
  });
  const details = fields([
    ...verdictFields(answer, rendering),
    ['known', said.join('\n')],
    ['it', outcome && OUTCOMES[outcome]],
    ['id', requestId],
  ]);
  return `${client}: ${subject || 'no subject'}\n${indent(details)}`;
}

export function renderOverridden(
  { client, subject, verdict }: Output<'request.override'>,
  rendering: Rendering,
): string {
  return `${client}: ${subject || 'no subject'}\n${indent(fields(verdictFields(verdict, rendering)))}`;
}

export function renderPickUp(answer: Output<'pick-up'>, rendering: Rendering): string {
  const { client, reasons, route, tally } = answer;
  const details = fields([
    ['verdict', route === 'now' ? 'pick up' : sayRoute(answer, rendering)],
    ['why', reasons.map((reason) => reason.text).join('\n')],
    ['before', sayBefore(tally)],
  ]);
  return `${client}\n${indent(details)}`;
}

export function renderEarly({ slot, items }: Output<'early'>, rendering: Rendering): string {
  if (!slot || items.length === 0) return 'Nothing that there is time for.';
  const rows = items.map(({ client, subject, minutes, neededBy, requestId }) => [
    client,
    subject || 'no subject',
    `${minutes} min`,
    neededBy ? sayDay(neededBy, rendering) : '',
    requestId,
  ]);
  const head = `Free ${sayMoment(slot.startsAt, rendering)} to ${sayMoment(slot.endsAt, rendering)}; these could be early:`;
  return `${head}\n${table(['Client', 'Subject', 'Length', 'Needed by', 'Id'], rows)}`;
}
