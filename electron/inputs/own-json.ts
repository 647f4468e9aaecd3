import { z } from 'zod';
import { calendarSchema } from '../core/model/calendar';
import { callSchema } from '../core/model/call';
import { clientSchema } from '../core/model/client';
import { offerSchema } from '../core/model/offer';
import { requestSchema } from '../core/model/request';
import { settingsSchema } from '../core/model/settings';
import { strangerSchema } from '../core/model/stranger';
import type { Book } from '../core/transfer';

/** Marks a file as ours; the version is that of the records in it. */
export const OWN_FORMAT = 'until-friday';
export const OWN_VERSION = 1;

interface Refused {
  file: string;
  line?: number;
  reason: string;
}

const envelope = z.object({ format: z.literal(OWN_FORMAT), version: z.number() }).loose();

/** Reads our own JSON: good records are taken, each bad one is named with the reason, a foreign file is refused. */
export function readOwnJson(file: string, content: string): { book: Book; refused: Refused[] } {
  const text = content.replace(/^\uFEFF/, '');
  const book: Book = { clients: [], calls: [], calendars: [], offers: [], strangers: [], requests: [] };
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return { book, refused: [{ file, ...lineOf(error, text), reason: `It is not JSON: ${messageOf(error)}.` }] };
  }
  const head = envelope.safeParse(data);
  if (!head.success)
    return {
      book,
      refused: [{ file, reason: 'It is not an export of Until Friday: "format" is not "until-friday".' }],
    };
  if (head.data.version > OWN_VERSION)
    return {
      book,
      refused: [
        { file, reason: `It is of version ${head.data.version}; this app reads up to ${OWN_VERSION}. Update the app.` },
      ],
    };

  const refused: Refused[] = [];
  const readAll = <T>(name: Exclude<keyof Book, 'settings'>, schema: z.ZodType<T>): T[] => {
    const list = head.data[name] ?? [];
    if (!Array.isArray(list)) {
      refused.push({ file, reason: `"${name}" is not a list.` });
      return [];
    }
    return list.flatMap((item: unknown, index) => {
      const record = schema.safeParse(item);
      if (record.success) return [record.data];
      const issue = record.error.issues[0];
      refused.push({
        file,
        reason: `${[name, index, ...(issue?.path ?? [])].join('.')}: ${issue?.message ?? 'is not valid'}.`,
      });
      return [];
    });
  };
  book.clients = readAll('clients', clientSchema);
  book.calls = readAll('calls', callSchema);
  book.calendars = readAll('calendars', calendarSchema);
  book.offers = readAll('offers', offerSchema);
  book.strangers = readAll('strangers', strangerSchema);
  book.requests = readAll('requests', requestSchema);
  const settings = settingsSchema.safeParse(head.data.settings);
  if (settings.success) book.settings = settings.data;
  else if (head.data.settings !== undefined) {
    const issue = settings.error.issues[0];
    const path = ['settings', ...(issue?.path ?? [])].join('.');
    refused.push({ file, reason: `${path}: ${issue?.message ?? 'is not valid'}; settings stay as they are.` });
  }
  return { book, refused };
}

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/\s+/g, ' ').replace(/\.$/, '');
}

/** JSON.parse names a line in some versions, a position in others, and for some mistakes neither. */
function lineOf(error: unknown, text: string): { line?: number } {
  const message = messageOf(error);
  const line = /line (\d+)/.exec(message)?.[1];
  if (line) return { line: Number(line) };
  const position = /position (\d+)/.exec(message)?.[1];
  return { line: text.slice(0, position ? Number(position) : findMistake(text)).split('\n').length };
}

/** How far the text could still become JSON: a part that ends too early has its mistake behind it. */
function findMistake(text: string): number {
  let good = 0;
  let bad = text.length;
  while (good < bad) {
    const middle = Math.ceil((good + bad) / 2);
    if (isBeginning(text.slice(0, middle))) good = middle;
    else bad = middle - 1;
  }
  return good;
}

function isBeginning(part: string): boolean {
  try {
    JSON.parse(part);
    return true;
  } catch (error) {
    return /end of JSON|unterminated/i.test(messageOf(error));
  }
}
