import { Refusal } from '../core/model/problem';
import type { Request } from '../core/model/request';
import { type Document, holdDocument, type Stage } from './document';
import { listFolder, readText } from './durable';
import { layOut, monthOfFile, monthPath } from './layout';
import { examineFile, type Reader, settleFile } from './read-file';
import type { Month } from './schemas/v1';
import { CURRENT_VERSION, monthFormat } from './schemas/versions';
import { explainReading } from './trouble';

/** How many months are kept in memory beside those that the state holds. */
const KEPT = 6;

/** The months of what is over, read when needed. */
export interface History {
  /** The file of a month; empty when there is none. What is open again is left out. */
  open(month: string): Promise<Document<Month>>;
  /** The months that have a file, newest first. */
  list(): Promise<string[]>;
  /** The newest month in which an id occurs, of a request or of anything in it. */
  find(id: string): Promise<string | undefined>;
  /** Forgets what was read, such as when the files were replaced. */
  clear(): void;
  /** Counts the changes of a month, and of all months. */
  revisionOf(month: string): number;
  /** To be called when a month was changed. */
  noteChange(month: string): void;
}

/** What history needs of the home it belongs to. */
export interface Surroundings {
  /** Which requests are among the open ones. */
  openIds: () => ReadonlySet<string>;
  /** Writes a file that was damaged or of an older version, now that it was understood. */
  mend: (document: Document<Month>) => Promise<void>;
}

/** Gives access to the history of a home. */
export function keepHistory(reader: Reader, stage: Stage, { openIds, mend }: Surroundings): History {
  const { home } = reader;
  const kept = new Map<string, Promise<Document<Month>>>();
  const changes = new Map<string, number>();
  let replacements = 0;

  async function read(month: string): Promise<Document<Month>> {
    const first: Month = { version: CURRENT_VERSION, requests: [], tombstones: [] };
    let isThere = false;
    const document = holdDocument(monthPath(home, month), first, stage, async () => {
      const examined = await examineFile(monthPath(home, month), monthFormat, reader.steps);
      const found = await settleFile(examined, first, reader);
      isThere = found !== undefined;
      return found && { ...found, file: leaveOut(found.file, openIds()) };
    });
    await document.low.read();
    if (isThere && document.isDue) await mend(document);
    return document;
  }

  function open(month: string): Promise<Document<Month>> {
    if (monthOfFile(`${month}.json`) === undefined)
      throw new Refusal({ code: 'invalid', message: `${month} is not a month such as 2026-11.`, field: 'month' });
    const known = kept.get(month) ?? read(month);
    kept.delete(month);
    kept.set(month, known);
    known.catch(() => kept.delete(month));
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT) break;
      kept.delete(oldest);
    }
    return known;
  }

  async function list(): Promise<string[]> {
    const names = await listFolder(layOut(home).history);
    return names
      .flatMap((name) => monthOfFile(name) ?? [])
      .sort()
      .reverse();
  }

  return {
    open,
    list,
    async find(id) {
      for (const month of await list()) {
        const path = monthPath(home, month);
        const text = await readText(path).catch((error) => {
          throw explainReading(error, path);
        });
        // Looking into the text first spares the reading of months that don't hold it.
        if (text?.includes(JSON.stringify(id)) && (await open(month)).low.data.requests.some((each) => holds(each, id)))
          return month;
      }
      return undefined;
    },
    clear() {
      kept.clear();
      replacements += 1;
    },
    revisionOf: (month) => replacements + (changes.get(month) ?? 0),
    noteChange: (month) => void changes.set(month, (changes.get(month) ?? 0) + 1),
  };
}

/** Whether an id is that of a request or of a contact in it. */
export function holds(request: Request, id: string): boolean {
  return request.id === id || request.contacts.some((contact) => contact.id === id);
}

function leaveOut(file: Month, openIds: ReadonlySet<string>): Month {
  return file.requests.some((request) => openIds.has(request.id))
    ? { ...file, requests: file.requests.filter((request) => !openIds.has(request.id)) }
    : file;
}
