import { putCalendar } from '../core/records';
import { isEmptyBook, mergeBook } from '../core/transfer';
import { readOwnJson } from '../inputs/own-json';
import { importFiles, isCalendarFile, type TextFile } from '../subscriptions/import-files';
import type { Context } from './context';
import type { ImportAnswer } from './contract/answers';

/** Takes files in, whatever each of them is, as one change; what can't be taken is named with the reason. */
export async function importAll(
  files: readonly TextFile[],
  { store, moment, readText, dryRun }: Context,
): Promise<ImportAnswer & { changeId?: string }> {
  for (const month of await store.months()) await store.loadMonth(month);
  const readKept = (calendarId: string) => store.readCalendarText(calendarId);
  const calendarFiles = files.filter(isCalendarFile);
  const { calendars, ...counts } = await importFiles(calendarFiles, store.state, { moment, readText, readKept });
  const books = files
    .filter((file) => !isCalendarFile(file))
    .map(({ name, text }) => ({ name, ...readOwnJson(name, text) }));
  const { created, updated, skipped } = counts;
  const total = { created, updated, skipped };
  const refused = [...counts.refused, ...books.flatMap((each) => each.refused)];
  if (calendars.length === 0 && books.every(({ book }) => isEmptyBook(book))) return { ...total, refused };
  const { changeId } = await store.update(
    (state) => {
      let next = state;
      for (const { name, book } of books) {
        const merged = mergeBook(next, book);
        next = merged.state;
        total.created += merged.created;
        total.updated += merged.updated;
        total.skipped += merged.skipped;
        for (const id of merged.orphans) refused.push({ file: name, reason: `${id}: its client is not in the file.` });
      }
      for (const { calendar, isNew } of calendars) if (isNew) next = putCalendar(next, calendar);
      return { state: next, note: { code: 'imported', values: { created: total.created } }, result: undefined };
    },
    { dryRun, backup: 'import' },
  );
  if (!dryRun) for (const { reading, text } of calendars) await store.keepReading(reading, text);
  return { ...total, refused, changeId };
}
