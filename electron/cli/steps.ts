import { type Problem, Refusal } from '../core/model/problem';
import { gatherFiles, readStream } from '../given-files';
import type { Reply } from '../ipc/contract/bridge';
import type { Output } from '../ipc/contract/contract';
import type { ImportAnswer } from '../ipc/contract/import';
import type { Input, Tools } from './command';
import { writeOutput } from './files';
import { mergePeople, type PersonGiven } from './person';
import { Usage } from './usage';

/** Commands that do more than to ask one question. */

type Imported = ImportAnswer & { changeId?: string };

/** Reads the files and takes in what could be read; the others are refused with their reason. */
export async function importFiles(input: Input, { ask }: Tools): Promise<Reply<Imported>> {
  const paths = listOf<string>(input.files);
  const { files, refused } = await gatherFiles(
    paths.filter((path) => path !== '-'),
    { isNamedInFull: true, takesPipes: true },
  );
  if (paths.includes('-')) {
    const name = 'standard input';
    const read = await readStream(process.stdin);
    if ('text' in read) files.push({ name, text: read.text });
    else refused.push({ file: name, reason: read.reason });
  }
  if (files.length === 0) return { ok: true, value: { created: 0, updated: 0, skipped: 0, refused } };
  const { automatic, merge } = input;
  const reply = await ask('import', {
    files,
    ...(automatic === true && { automatic }),
    ...(merge === false && { merge: [] }),
  });
  return reply.ok ? { ok: true, value: { ...reply.value, refused: [...refused, ...reply.value.refused] } } : reply;
}

export type Exported = { format: string; text: string } | { format: string; file: string; characters: number };

/** Exports to the terminal or, as a whole, to a file. */
export async function exportAll({ format = 'json', out }: Input, { ask, isDryRun }: Tools): Promise<Reply<Exported>> {
  const reply = await ask('export', { format });
  if (!reply.ok || typeof out !== 'string') return reply;
  const { text } = reply.value;
  try {
    if (!isDryRun) await writeOutput(out, text);
    return { ok: true, value: { format: reply.value.format, file: out, characters: text.length } };
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
}

export type Invitation = Output<'call.invitation'> & { file?: string };

/** Writes an invitation to the terminal or, as a whole, to a file. */
export async function inviteClient({ out, ...input }: Input, { ask, isDryRun }: Tools): Promise<Reply<Invitation>> {
  const reply = await ask('call.invitation', input);
  if (!reply.ok || typeof out !== 'string') return reply;
  try {
    if (!isDryRun) await writeOutput(out, reply.value.ics);
    return { ok: true, value: { ...reply.value, file: out } };
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
}

/** Adds a standing call; one that does not float needs a zone. */
export async function addCall(input: Input, { ask }: Tools): Promise<Reply<Output<'call.add'>>> {
  if (!input.isFloating && input.timeZone === undefined)
    throw new Usage('--time-zone is missing, or --floating.', 'call add');
  return ask('call.add', input);
}

/** Changes a client; people given are added to those there, or complete the one of the same name. */
export async function setClient({ people, ...input }: Input, { ask }: Tools): Promise<Reply<Output<'client.set'>>> {
  if (people === undefined) return ask('client.set', input);
  const shown = await ask('client.show', { client: input.client });
  if (!shown.ok) return shown;
  const { clientId, people: known } = shown.value;
  const kept = known.map(({ personId, ...person }) => ({ id: personId, ...person }));
  return ask('client.set', { ...input, client: clientId, people: mergePeople(kept, listOf<PersonGiven>(people)) });
}

/** What is read on a terminal to prepare the week. */
export interface WeekToPrepare {
  calls: Output<'prep'>;
  /** Calls of the next weeks that fall on a holiday or a day off. */
  clashes: Output<'clashes'>;
  /** Of clients who have no call in this week, too. */
  late: Output<'late'>;
}

/** The week as Markdown where that is wanted, else as data. */
export async function prepareWeek(
  { markdown, ...input }: Input,
  { ask }: Tools,
): Promise<Reply<WeekToPrepare | Output<'prep.markdown'>>> {
  if (markdown) return ask('prep.markdown', input);
  const [calls, clashes, late] = [await ask('prep', input), await ask('clashes', {}), await ask('late', {})];
  if (!calls.ok) return calls;
  if (!clashes.ok) return clashes;
  if (!late.ok) return late;
  return { ok: true, value: { calls: calls.value, clashes: clashes.value, late: late.value } };
}

/** What the parser collects in a field that may be given several times is always a list. */
function listOf<T>(value: unknown): T[] {
  return Array.isArray(value) ? value : [];
}

function problemOf(error: unknown): Problem {
  if (error instanceof Refusal) return error.problem;
  return { code: 'internal', message: error instanceof Error ? error.message : String(error) };
}
