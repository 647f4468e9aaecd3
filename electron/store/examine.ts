import { z } from 'zod';
import { locateFault } from './fault';
import { CURRENT, type Format, isNewerMinor, migrate, parseVersion, STEPS, type Steps } from './schemas/versions';
import { isPlain, keepUnknown } from './unknown';

/** What a text turned out to be. */
export type Finding<T> =
  | { kind: 'good'; file: T; isMigrated: boolean }
  /** Some records could not be understood; `file` holds the others. */
  | { kind: 'partly'; file: T; isMigrated: boolean; faults: string[] }
  | { kind: 'bad'; code: 'file-unreadable' | 'foreign-data'; fault: string }
  | { kind: 'newer'; version: string };

/**
 * Parses, migrates and validates the text of one of our files; changes nothing. With a `spare`, a part that must be
 * there once (the settings) is taken from it when it does not fit.
 */
export function examine<T>(text: string, format: Format<T>, steps: Steps = STEPS, spare?: T): Finding<T> {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    const fault = locateFault(text);
    const where = fault ? ` from line ${fault.line}, column ${fault.column} on` : '';
    return {
      kind: 'bad',
      code: 'file-unreadable',
      fault: text.trim() === '' ? 'it is empty' : `it is not JSON${where}`,
    };
  }
  const version = isPlain(raw) ? parseVersion(raw.version) : undefined;
  if (!isPlain(raw) || !version)
    return { kind: 'bad', code: 'foreign-data', fault: 'it was not written by Until Friday' };
  if (version.major > CURRENT.major) return { kind: 'newer', version: `${version.major}.${version.minor}` };
  const isMigrated = version.major < CURRENT.major;
  const current = isMigrated ? migrate(format.kind, raw, version, steps) : raw;
  if (!current)
    return {
      kind: 'bad',
      code: 'foreign-data',
      fault: `nothing is known of its version ${version.major}.${version.minor}`,
    };
  const found = salvage(current, format, isPlain(spare) ? spare : {});
  return found.kind === 'bad' ? found : { ...found, isMigrated };
}

type Salvaged<T> =
  | { kind: 'good'; file: T }
  | { kind: 'partly'; file: T; faults: string[] }
  | { kind: 'bad'; code: 'file-unreadable'; fault: string };

/** Takes out the records that don't fit until the rest does. */
function salvage<T>(raw: Record<string, unknown>, format: Format<T>, spare: Record<string, unknown>): Salvaged<T> {
  const faults: string[] = [];
  let current = raw;
  for (;;) {
    const parsed = format.schema.safeParse(current);
    if (parsed.success) {
      const file = isNewerMinor(String(raw.version)) ? keepUnknown(current, parsed.data) : parsed.data;
      return faults.length > 0 ? { kind: 'partly', file, faults } : { kind: 'good', file };
    }
    const misfits = new Map<string, Map<number, string>>();
    const replaced = new Set<string>();
    for (const issue of parsed.error.issues) {
      const [list, index] = issue.path;
      const records = typeof list === 'string' ? current[list] : undefined;
      if (typeof list === 'string' && isPlain(spare[list]) && current[list] !== spare[list]) {
        if (!replaced.has(list)) faults.push(sayIssue(issue));
        replaced.add(list);
        continue;
      }
      if (typeof list !== 'string' || typeof index !== 'number' || !Array.isArray(records))
        return { kind: 'bad', code: 'file-unreadable', fault: sayIssue(issue) };
      const inList = misfits.get(list) ?? new Map<number, string>();
      if (!inList.has(index)) inList.set(index, sayRecord(list, records[index], index, issue));
      misfits.set(list, inList);
    }
    for (const part of replaced) current = { ...current, [part]: spare[part] };
    for (const [list, indexes] of misfits) {
      faults.push(...indexes.values());
      const records = current[list];
      if (Array.isArray(records)) current = { ...current, [list]: records.filter((_, index) => !indexes.has(index)) };
    }
  }
}

function sayRecord(list: string, record: unknown, index: number, issue: z.core.$ZodIssue): string {
  const label = isPlain(record)
    ? [record.name, record.subject, record.id].find((each) => typeof each === 'string' && each)
    : undefined;
  const id = isPlain(record) && typeof record.id === 'string' && record.id !== label ? `, ${record.id}` : '';
  const named = label ? ` (${String(label)}${id})` : '';
  return `number ${index + 1} of ${list}${named}: ${sayIssue({ ...issue, path: issue.path.slice(2) })}`;
}

/** A validation issue as a clause: where, and what is wrong. */
export function sayIssue(issue: Pick<z.core.$ZodIssue, 'path' | 'message'>): string {
  return issue.path.length > 0 ? `${z.core.toDotPath(issue.path)}: ${issue.message}` : issue.message;
}
