import { basename, relative } from 'node:path';
import type { Temporal } from 'temporal-polyfill';
import { type Problem, Refusal } from '../core/model/problem';
import { findInBackups } from './backups';
import { linkOrCopy, readText } from './durable';
import { examine, type Finding } from './examine';
import type { Format, Steps } from './schemas/versions';
import { explainReading } from './trouble';

/** What reading needs to know, and where it tells what it had to do. */
export interface Reader {
  home: string;
  now: () => Temporal.Instant;
  steps: Steps;
  notices: Problem[];
}

/** A file's text and what it turned out to be. */
export interface Examined<T> {
  path: string;
  format: Format<T>;
  text: string | undefined;
  finding: Finding<T> | undefined;
}

/** Reads one of our files and finds out what it is; changes nothing. A file of a newer major is refused. */
export async function examineFile<T>(path: string, format: Format<T>, steps: Steps): Promise<Examined<T>> {
  const text = await readText(path).catch((error) => {
    throw explainReading(error, path);
  });
  const finding = text === undefined ? undefined : examine(text, format, steps);
  if (finding?.kind === 'newer')
    throw new Refusal({
      code: 'newer-data',
      message: `${path} was written by a newer version of Until Friday (its data is version ${finding.version}). It was left as it is.`,
      action: 'Install the newest version, then start again.',
    });
  return { path, format, text, finding };
}

/**
 * What to go on with. A file that can't be understood is kept under a new name and its newest whole backup is used;
 * of a file with bad records the good ones are used. `first` stands in for parts that no backup has.
 */
export async function settleFile<T extends object>(
  { path, format, text, finding }: Examined<T>,
  first: T,
  reader: Reader,
  isExpected = false,
): Promise<{ file: T; isDue: boolean } | undefined> {
  if (finding?.kind === 'good') return { file: finding.file, isDue: finding.isMigrated };
  if (finding?.kind === 'newer' || (!finding && !isExpected)) return undefined;
  const spare = await findInBackups(reader.home, relative(reader.home, path), format, reader.steps);
  const name = basename(path);
  const instead = spare ? `the backup of ${spare.at} is used instead` : 'there is no backup of it, so it begins anew';
  if (finding === undefined || text === undefined) {
    const action = 'If you took it away on purpose, all is well; otherwise put it back while the app is not running.';
    reader.notices.push({ code: 'file-unreadable', message: `${name} was missing; ${instead}.`, field: path, action });
    return { file: spare?.content ?? first, isDue: true };
  }
  const aside = await setAside(path, reader.now());
  // A second look, with what must be there once taken from the backup: one bad setting does not cost the clients.
  const again = finding.kind === 'bad' ? examine(text, format, reader.steps, spare?.content ?? first) : finding;
  if (again.kind === 'partly') {
    const message = `In ${name} these could not be understood and were left out: ${again.faults.join('; ')}. Everything else is there. The file as it was is kept as ${aside}.`;
    reader.notices.push({
      code: 'invalid',
      message,
      field: path,
      action: 'Enter them again, or correct them there and import that file.',
    });
    return { file: again.file, isDue: true };
  }
  const { code, fault } =
    finding.kind === 'bad' ? finding : { code: 'file-unreadable' as const, fault: 'it does not fit' };
  const message = `${name} could not be used: ${fault}. It is kept as ${aside}; ${instead}.`;
  reader.notices.push({
    code,
    message,
    field: path,
    action: 'Look through what you entered last; some of it may be missing.',
  });
  return { file: spare?.content ?? first, isDue: true };
}

/** Gives a file a second name, by which it stays when the first is written again. */
async function setAside(path: string, now: Temporal.Instant): Promise<string> {
  const at = now.toString({ smallestUnit: 'second' }).replaceAll(':', '-');
  for (let count = 1; ; count++) {
    const aside = `${path}.unreadable-${at}${count > 1 ? `-${count}` : ''}`;
    if ((await readText(aside)) !== undefined) continue;
    await linkOrCopy(path, aside);
    return aside;
  }
}
