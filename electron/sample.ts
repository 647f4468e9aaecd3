import { Temporal } from 'temporal-polyfill';
import sampleWeek from '../resources/sample-week.json';
import { addCall } from './core/calls/changes';
import { addClient } from './core/clients';
import { atTimeOfDay, dayOf, isBefore, startOfDay, weekOf } from './core/days';
import { clientOf } from './core/find';
import type { State } from './core/model/state';
import type { Moment } from './core/moment';
import { knownRequests, putCall, putClient, putRequest, removeClient } from './core/records';
import { refuse } from './core/refuse';
import { setStatus } from './core/requests/changes';
import { takeIn, understand } from './intake';

type SampleClient = (typeof sampleWeek.clients)[number];
type SampleLine = (typeof sampleWeek.lines)[number];

/**
 * Adds the sample week: four clients, their calls, and what came in up to now, this week and the eight before; each
 * record is marked as sample. Lines still to come this week are left out.
 */
export function addSample(state: State, moment: Moment): State {
  if (state.clients.some((client) => client.isSample))
    refuse('exists', 'The sample week is here already.', { action: 'Remove it first.' });
  const { timeZone, weekStartsOn } = state.settings;
  const monday = weekOf(dayOf(moment.now, timeZone), weekStartsOn).add({ days: (8 - weekStartsOn) % 7 });
  let next = state;
  for (const client of sampleWeek.clients) next = addSampleClient(next, client, monday, moment);

  for (const { weeksAgo, texts } of sampleWeek.past)
    for (const [index, text] of texts.entries()) {
      const day = monday.subtract({ weeks: weeksAgo }).add({ days: index });
      const at = atTimeOfDay(day, '11:20', timeZone);
      next = settle(logSample(next, text, at, moment), at.add({ hours: 72 }), moment);
    }
  for (const line of sampleWeek.lines.filter((each) => each.week < 0)) next = logLine(next, line, monday, moment);
  // Last week's was dealt with in last week's calls.
  next = settle(next, startOfDay(monday, timeZone), moment);
  for (const line of sampleWeek.lines.filter((each) => each.week === 0)) next = logLine(next, line, monday, moment);
  return next;
}

function logLine(state: State, line: SampleLine, monday: Temporal.PlainDate, moment: Moment): State {
  const day = monday.add({ days: line.week * 7 + line.weekday - 1 });
  const at = atTimeOfDay(day, line.time, state.settings.timeZone);
  return isBefore(at, moment.now) ? logSample(state, line.text, at, moment) : state;
}

function addSampleClient(state: State, sample: SampleClient, monday: Temporal.PlainDate, moment: Moment): State {
  const { calls, limit, prefers, form, ...fields } = sample as SampleClient & { form?: string };
  const added = addClient(
    state,
    {
      ...fields,
      limit: limit as 'keep' | 'firm' | 'ready-to-lose',
      prefers: prefers as 'call' | 'chat' | 'email',
      ...(form === 'formal' && { form }),
    },
    moment,
  );
  let next = putClient(added.state, { ...added.client, isSample: true });
  for (const { rule, weekday, time, minutes } of calls) {
    const start = `${monday.subtract({ weeks: 9 }).add({ days: weekday - 1 })}T${time}`;
    const call = addCall(next, added.client.id, { rule, start, timeZone: state.settings.timeZone, minutes }, moment);
    next = putCall(call.state, { ...call.call, isSample: true });
  }
  return next;
}

function logSample(state: State, text: string, at: Temporal.Instant, moment: Moment): State {
  // Only sample clients are meant, whoever else is called Dana.
  const samples = state.clients.filter((client) => client.isSample);
  const client = understand({ ...state, clients: samples }, text, at).candidates[0]?.client.id;
  const received = takeIn(state, { text, ...(client && { client }) }, { ...moment, now: at });
  return putRequest(received.state, { ...received.request, isSample: true });
}

/** Closes the sample's open requests whose last contact was before `at`. */
function settle(state: State, at: Temporal.Instant, moment: Moment): State {
  return state.requests
    .filter(
      (request) => request.isSample && request.contacts.every((each) => isBefore(Temporal.Instant.from(each.at), at)),
    )
    .reduce(
      (next, request) => setStatus(next, request.id, 'done', isBefore(at, moment.now) ? at : moment.now).state,
      state,
    );
}

/** Own entries that would go with the sample: requests and calls of sample clients that are not sample themselves. */
export function ownEntriesOf(state: State): string[] {
  const samples = new Set(state.clients.filter((client) => client.isSample).map((client) => client.id));
  const isOwn = (each: { clientId: string; isSample?: boolean }) => samples.has(each.clientId) && !each.isSample;
  return [
    ...knownRequests(state)
      .filter(isOwn)
      .map((request) => `${clientOf(state, request).name}: ${request.subject || 'no subject'}`),
    ...state.calls.filter(isOwn).map((call) => `${clientOf(state, call).name}: standing call`),
  ];
}

/** Takes the sample clients away with all that is theirs. */
export function removeSample(state: State): State {
  return state.clients
    .filter((client) => client.isSample)
    .reduce((next, client) => removeClient(next, client.id), state);
}
