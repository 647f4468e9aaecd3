import { expect } from 'vitest';
import clientsFile from '../fixtures/believable-week/clients.json';
import expected from '../fixtures/believable-week/expected.json';
import lines from '../fixtures/believable-week/lines.json';

/**
 * The believable week (`tests/fixtures/believable-week`) told through some door: each door says how it sets up a client,
 * types a line, ticks off a request and asks; what must come out is the same for all.
 */
export interface WeekDoor {
  addClient(client: (typeof clientsFile.clients)[number]): Promise<void>;
  log(text: string, now: string): Promise<Logged>;
  finish(requestId: string, now: string): Promise<void>;
  prep(week: string, now: string): Promise<Prepared[]>;
  load(week: string, now: string): Promise<Load[]>;
  openRequests(now: string): Promise<{ requestId: string; count: number }[]>;
}

export interface Logged {
  request: { requestId: string; count: number };
  contact: { channel: string; direction: string; count: number; subject: string };
  joined: boolean;
  verdict: { route: string; until?: string };
}

export interface Prepared {
  client: string;
  call: { startsAt: string };
  minutesPlanned: number;
  minutesAvailable: number;
  items: { requestId: string; count: number; minutes: number; neededBy?: string }[];
}

export interface Load {
  client: string;
  contacts: number;
  interruptions: number;
  minutes: number;
  afterHours: number;
  allowance: number;
  allowanceUsed: number;
  medianReturnMinutes: number | null;
}

type Line = (typeof expected.lines)[number];

/** Tells the whole week and compares, line by line and call by call. */
export async function tellWeek(door: WeekDoor): Promise<void> {
  for (const client of clientsFile.clients) await door.addClient(client);
  // Requests by the names they have in the expectations.
  const ids = new Map<string, string>();
  const nameOf = (id: string) => [...ids].find(([, known]) => known === id)?.[0] ?? id;

  const steps = lines.steps;
  for (const [index, step] of steps.entries()) {
    for (const check of expected.checks.filter((each) => isDueBefore(each, steps.slice(0, index), step.now)))
      await compareAgendas(door, check, nameOf);
    if (step.text === undefined) {
      await door.finish(ids.get(step.done ?? '') ?? 'no such request', step.now);
      continue;
    }
    const line = expected.lines.find((each) => each.line === step.line);
    if (!line) throw new Error(`Nothing is expected of line ${step.line}.`);
    const logged = await door.log(step.text, step.now);
    if (!ids.has(line.request)) ids.set(line.request, logged.request.requestId);
    compareLine(step.text, line, logged, nameOf);
  }
  for (const check of expected.checks.filter((each) => isDueBefore(each, steps, '9')))
    await compareAgendas(door, check, nameOf);

  const { load, openAtTheEnd } = expected;
  const numbers = await door.load(load.week, load.now);
  expect(numbers.map((each) => pick(each, load.clients[0] ?? {}))).toEqual(load.clients);
  const open = await door.openRequests(load.now);
  expect(Object.fromEntries(open.map(({ requestId, count }) => [nameOf(requestId), count]))).toEqual(openAtTheEnd);
}

function pick(load: Load, like: object): Partial<Load> {
  return Object.fromEntries(Object.keys(like).map((key) => [key, load[key as keyof Load]]));
}

type Check = (typeof expected.checks)[number];

/** A check comes at its own time, between what was before and what comes next. */
function isDueBefore(check: Check, before: readonly { now: string }[], next: string): boolean {
  const last = before.at(-1)?.now ?? '';
  return last < check.now && check.now <= next;
}

function compareLine(
  text: string,
  line: Line,
  { request, contact, joined, verdict }: Logged,
  nameOf: (id: string) => string,
) {
  expect(
    {
      line: line.line,
      request: nameOf(request.requestId),
      joined,
      channel: contact.channel,
      count: contact.count,
      subject: contact.subject,
      requestCount: request.count,
      ...(contact.direction === 'out' && { direction: 'out' }),
      // Of what is settled already nothing is expected.
      ...('route' in line && { route: verdict.route }),
      ...('until' in line && { until: verdict.until }),
    },
    text,
  ).toEqual(line);
}

async function compareAgendas(door: WeekDoor, check: Check, nameOf: (id: string) => string): Promise<void> {
  const prepared = await door.prep(check.week, check.now);
  const found = prepared.map(({ client, call, minutesPlanned, minutesAvailable, items }) => ({
    client,
    startsAt: call.startsAt,
    minutesPlanned,
    minutesAvailable,
    items: items.map(({ requestId, count, minutes, neededBy }) => ({
      request: nameOf(requestId),
      count,
      minutes,
      ...(neededBy !== undefined && { neededBy }),
    })),
  }));
  expect(found, check.now).toEqual(check.calls);
}

/** `Dana Ruiz <dana@globex.example> +1 212…` as a person of the contract. */
export function readPerson(text: string): { name: string; emails: string[]; phones: string[] } {
  const [, name = '', mail = '', phone = ''] = /^([^<]+) <([^>]+)> ?(.*)$/.exec(text) ?? [];
  return { name, emails: [mail], phones: phone === '' ? [] : [phone] };
}
