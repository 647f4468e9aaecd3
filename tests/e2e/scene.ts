import type { Computer } from '../helpers/computer';

/** What the command line tells of a request, as far as these tests ask. */
export interface Request {
  requestId: string;
  client: string;
  subject: string;
  status: string;
  count: number;
  contacts: { contactId: string; channel: string; at: string }[];
  replies: { sentAt?: string; copiedAt?: string }[];
}

export const FRIDAY = '2026-11-27T14:00';

/** One client, Globex with Dana Ruiz, and its call on Fridays at 14:00. */
export async function addGlobex({ until }: Computer): Promise<void> {
  await until.ask('client', 'add', 'Globex', '--contact', 'Dana Ruiz <dana@globex.example>');
  await until.ask(
    ...['call', 'add', 'Globex', '--rule', 'FREQ=WEEKLY;BYDAY=FR', '--start', '2026-11-06T14:00'],
    ...['--time-zone', 'Europe/Vienna', '--minutes', '30'],
  );
}

/** Three mails of Dana's, on the agenda in this order. */
export const subjects = ['invoice', 'access', 'slides'] as const;

export async function logSubjects({ until }: Computer): Promise<void> {
  for (const [index, subject] of subjects.entries())
    await until.ask('log', `dana wrote re ${subject}`, '--now', `2026-11-24T0${index + 7}:00:00+01:00`);
}

/** The subjects on Friday's agenda, in order. */
export async function readAgenda({ until }: Computer): Promise<string[]> {
  const prep = await until.ask<{ call: { occurrence: string }; items: { subject: string }[] }[]>('prep');
  return prep.find(({ call }) => call.occurrence === FRIDAY)?.items.map(({ subject }) => subject) ?? [];
}

export async function readStatus({ until }: Computer, subject: string): Promise<string | undefined> {
  const requests = await until.ask<Request[]>('requests');
  return requests.find((request) => request.subject === subject)?.status;
}
