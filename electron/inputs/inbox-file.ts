import { z } from 'zod';
import { contactSchema, requestSchema } from '../core/model/request';
import { cleanLine, dateSchema, instantSchema, lineSchema } from '../core/model/scalars';

/** A contact as a file in the inbox says it: the input of `log`, but for what only the inbox knows. */
export interface InboxContact {
  text?: string | undefined;
  client?: string | undefined;
  /** Instead of `client`: added where nobody is so called. */
  newClient?: string | undefined;
  person?: string | undefined;
  channel?: z.infer<typeof contactSchema>['channel'] | undefined;
  direction?: 'in' | 'out' | undefined;
  count?: number | undefined;
  at?: string | undefined;
  subject?: string | undefined;
  minutes?: number | undefined;
  neededBy?: string | undefined;
  askedBy?: string | undefined;
  purpose?: string | undefined;
  claimedUrgent?: boolean | undefined;
  isEmergency?: boolean | undefined;
}

/** One entry of a file, in its order: understood, or the reason why not. */
export interface InboxEntry {
  /** As it stands in the file: a line, or a value of JSON. */
  original: unknown;
  /** The sender's own name for it, by which it is known again. */
  id?: string | undefined;
  contact?: InboxContact;
  reason?: string;
}

/** What a file says; `reason` where it can't be taken as a whole. */
export type InboxReading = { kind: 'json' | 'lines'; entries: InboxEntry[] } | { kind: 'refused'; reason: string };

/** Most contacts that one file can hold. */
export const ENTRY_LIMIT = 100;

/** A program on a phone has only text to fill in: "3" is a number too, and what was left empty was not said. */
function filled<T extends z.ZodType>(schema: T) {
  return z.preprocess((value) => (value === '' || value === null ? undefined : value), schema.optional());
}
function numeric<T extends z.ZodType>(schema: T) {
  return filled(
    z.preprocess(
      (value) => (typeof value === 'string' && /^\d{1,6}$/.test(value.trim()) ? Number(value) : value),
      schema,
    ),
  );
}

function oneOf<const T extends string>(options: readonly [T, ...T[]] | readonly T[]) {
  return z.enum(options as readonly T[], `is none of ${options.join(', ')}`);
}

/** The shape of a contact in a file; documented in docs/inbox.md and relied on from outside: add to it, never take away. */
const inboxSchema = z
  .object(
    {
      text: filled(z.string().max(10_000, 'is longer than 10000 characters')),
      client: filled(lineSchema),
      newClient: filled(z.boolean('is neither true nor false')),
      person: filled(lineSchema),
      channel: filled(oneOf(contactSchema.shape.channel.options)),
      direction: filled(oneOf(contactSchema.shape.direction.options)),
      count: numeric(contactSchema.shape.count),
      at: filled(instantSchema),
      subject: filled(lineSchema),
      minutes: numeric(contactSchema.shape.minutes.unwrap()),
      neededBy: filled(dateSchema),
      askedBy: filled(requestSchema.shape.askedBy.unwrap()),
      purpose: filled(requestSchema.shape.purpose.unwrap()),
      urgent: filled(z.boolean()),
      emergency: filled(z.boolean()),
      id: filled(z.union([z.string().max(150, 'is longer than 150 characters'), z.number().transform(String)])),
    },
    'is not an object such as {"text": "dana called"}',
  )
  .refine(({ text, client, person }) => text ?? client ?? person, 'says neither "text" nor "client" nor "person"')
  .refine(({ newClient, client }) => !newClient || client, {
    path: ['newClient'],
    message: 'needs the name of the new client as "client"',
  });

/** Reads a `.json` file of the inbox: one contact, or a list of them. */
export function readInboxJson(text: string): InboxReading {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { kind: 'refused', reason: `It is not JSON: ${messageOf(error)}` };
  }
  const list = Array.isArray(data) ? data : [data];
  if (list.length === 0) return { kind: 'refused', reason: 'The list in it is empty.' };
  if (list.length > ENTRY_LIMIT) return { kind: 'refused', reason: tooMany(list.length, 'contacts') };
  return { kind: 'json', entries: list.map((value, index) => readEntry(value, Array.isArray(data) ? index + 1 : 0)) };
}

function readEntry(original: unknown, place: number): InboxEntry {
  const read = inboxSchema.safeParse(original);
  if (!read.success) {
    const [issue] = read.error.issues;
    const where = [place > 0 ? `contact ${place}` : '', issue?.path.join('.') ?? ''].filter(Boolean).join(', ');
    const what = issue?.message ?? 'is not valid';
    return { original, reason: `${where ? `${where}: ` : 'It '}${what}.` };
  }
  const { urgent, emergency, id, client, newClient, ...said } = read.data;
  return {
    original,
    id,
    contact: {
      ...said,
      // Whoever is named alone is found among the people.
      ...(newClient
        ? { newClient: client }
        : { client: client ?? (said.text === undefined ? said.person : undefined) }),
      claimedUrgent: urgent,
      isEmergency: emergency,
    },
  };
}

/** Reads a `.txt` file of the inbox: each line is one as it is typed into the palette. */
export function readInboxLines(text: string): InboxReading {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n?|\n/)
    .filter((line) => cleanLine(line) !== '');
  if (lines.length === 0) return { kind: 'refused', reason: 'There is no text in it.' };
  if (lines.length > ENTRY_LIMIT) return { kind: 'refused', reason: tooMany(lines.length, 'lines') };
  return {
    kind: 'lines',
    entries: lines.map((line, index) =>
      line.length > 10_000
        ? { original: line, reason: `line ${index + 1}: is longer than 10000 characters.` }
        : { original: line, contact: { text: line } },
    ),
  };
}

/** What of a file could not be logged, as a file of the same kind. */
export function writeRest(kind: 'json' | 'lines', originals: readonly unknown[]): string {
  return kind === 'lines' ? `${originals.join('\n')}\n` : `${JSON.stringify(originals, null, 2)}\n`;
}

function tooMany(count: number, what: string): string {
  return `It holds ${count} ${what}; a file can hold ${ENTRY_LIMIT}.`;
}

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message.replace(/\s+/g, ' ') : String(error);
  return `${message.slice(0, 200).replace(/\.$/, '')}.`;
}
