import { fold } from '../../core/find';
import type { Change } from '../../core/model/change';
import type { Check } from '../../ipc/contract/answers';
import type { Output } from '../../ipc/contract/contract';
import type { ImportAnswer } from '../../ipc/contract/import';
import { writeDaysOff } from '../days-off';
import { writeHours } from '../hours';
import { count, fields, type Rendering, sayMoment, table } from './text';

/** `logged: Globex, invoice`; without what only the app goes by. */
export function sayNote({ code, values }: Change['note']): string {
  const isOfEntry = 'contact' in values;
  const said = Object.entries(values)
    .filter(([name, value]) => value !== '' && !(isOfEntry && (name === 'contact' || typeof value === 'number')))
    .map(([, value]) => value);
  return [code.replaceAll('-', ' '), said.join(', ')].filter(Boolean).join(': ');
}

export function renderUndone(change: Change, rendering: Rendering): string {
  return `Undone: ${sayNote(change.note)} (${sayMoment(change.at, rendering)})`;
}

export function renderChanges(changes: Change[], rendering: Rendering): string {
  if (changes.length === 0) return 'Nothing to undo.';
  return table(
    ['When', 'What', 'Id'],
    changes.map(({ at, note, changeId }) => [sayMoment(at, rendering), sayNote(note), changeId]),
  );
}

export function renderImported(answer: ImportAnswer): string {
  const { created, updated, skipped, refused, merges = [], leftOut = [], unmatched = [], waiting = [] } = answer;
  const parts = [`${created} new`, `${updated} updated`, `${skipped} skipped`];
  return [
    `${parts.join(', ')}${refused.length > 0 ? `, ${refused.length} refused` : ''}.`,
    ...merges.map(({ person, client, into, adds }) => {
      const known = fold(person) === fold(into) ? into : `${person} is ${into}`;
      return `Merged: ${known} of ${client}, with ${adds.join(', ')}`;
    }),
    ...leftOut.map(({ file, reason, count: many }) => `Left out: ${file}: ${many}. ${reason}`),
    ...waiting.map(
      ({ name, strangerId }) => `Who is this? ${name} waits: until-friday who assign ${strangerId} CLIENT`,
    ),
    ...unmatched.map(({ file, name, reason }) => `Nobody known: ${file}: ${name}: ${reason}`),
  ].join('\n');
}

/** What an import refused, a line each: file, line, reason. */
export function findRefused({ created, updated, skipped, refused }: ImportAnswer): {
  lines: string[];
  hasFailed: boolean;
} {
  return {
    lines: refused.map(({ file, line, reason }) => `${file}${line === undefined ? '' : `:${line}`}: ${reason}`),
    hasFailed: refused.length > 0 && created + updated + skipped === 0,
  };
}

export function renderChecks(checks: Check[]): string {
  const bad = checks.filter((each) => !each.ok).length;
  const rows = table(
    ['', 'Check', ''],
    checks.map(({ ok, check, detail }) => [ok ? 'ok' : 'NOT OK', check, detail]),
  );
  return `${rows}\n\n${bad === 0 ? 'All is well.' : `${count(bad, 'check')} not in order.`}`;
}

export function renderBackups(backups: { backup: string; at: string; reason: string }[], rendering: Rendering): string {
  if (backups.length === 0) return 'No backups yet.';
  return table(
    ['When', 'Why', 'Name'],
    backups.map(({ at, reason, backup }) => [sayMoment(at, rendering), reason, backup]),
  );
}

export function renderSettings(settings: Output<'settings.show'>): string {
  const { daysOff = [], bufferBeforeMinutes = 0, bufferAfterMinutes = 0, noticeMinutes = 0 } = settings;
  return fields([
    ['name', settings.myName],
    ['time zone', settings.timeZone],
    ['hours', writeHours(settings.workingHours)],
    ['days off', daysOff.map(writeDaysOff).join('\n')],
    ['holidays', [settings.country, settings.region].filter(Boolean).join(' ')],
    ['room', `${bufferBeforeMinutes} minutes before and ${bufferAfterMinutes} after a standing call`],
    ['notice', `${noticeMinutes} minutes`],
    ['mail', (settings.myEmails ?? []).join('\n')],
  ]);
}
