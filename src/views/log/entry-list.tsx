import { useEffect, useRef, useState } from 'react';
import { Temporal } from 'temporal-polyfill';
import type { Entry } from '../../../electron/ipc/contract/answers';
import { showDate } from '../../shared/show-time';
import { undo } from '../../shared/undo';
import { act } from '../../state/act';
import { useBook } from '../../state/use-book';
import { EntryForm } from './entry-form';
import classes from './entry-list.module.css';
import { EntryRow } from './entry-row';
import { groupDays } from './group-days';
import { useListKeys } from './use-list-keys';
import { useUndoable } from './use-undoable';

/** The entries under their days. Arrows or j and k move, e edits, u undoes, Delete deletes. */
export function EntryList({ entries, isOutdated }: { entries: Entry[]; isOutdated: boolean }) {
  const timeZone = useBook((state) => state.settings.timeZone);
  const list = useRef<HTMLDivElement>(null);
  const [currentId, setCurrentId] = useState<string>();
  const undoable = useUndoable();
  const [editedId, setEditedId] = useState<string>();
  // Where one stood, so that after deleting the entry below takes its place.
  const place = useRef(0);

  const index = entries.findIndex((entry) => entry.contact.id === currentId);
  const current = entries[index] ?? entries[Math.min(place.current, entries.length - 1)];
  useEffect(() => {
    if (index >= 0) place.current = index;
  }, [index]);

  function focus(id: string | undefined): void {
    setCurrentId(id);
    if (id) list.current?.querySelector<HTMLElement>(`[data-entry="${CSS.escape(id)}"]`)?.focus();
  }

  function move(step: 1 | -1): void {
    const from = current ? entries.indexOf(current) : -1;
    const isOnList = list.current?.contains(document.activeElement);
    focus(entries[isOnList ? Math.min(Math.max(from + step, 0), entries.length - 1) : Math.max(from, 0)]?.contact.id);
  }

  async function remove(entry: Entry): Promise<void> {
    const next = entries[entries.indexOf(entry) + 1] ?? entries[entries.indexOf(entry) - 1];
    if (await act('contact.remove', { contact: entry.contact.id })) focus(next?.contact.id);
  }

  async function takeBack(entry: Entry): Promise<void> {
    const next = entries[entries.indexOf(entry) + 1] ?? entries[entries.indexOf(entry) - 1];
    const change = await undo(entry.contact.id);
    // Its logging was taken back, and it went.
    if (change?.note.code === 'logged' || change?.note.code === 'joined') focus(next?.contact.id);
  }

  useListKeys({
    isPaused: editedId !== undefined,
    move,
    edit: () => setEditedId(current?.contact.id),
    remove: () => current && list.current?.contains(document.activeElement) && void remove(current),
    undo: () => current && list.current?.contains(document.activeElement) && void takeBack(current),
  });

  return (
    <div ref={list} className={classes.list} aria-busy={isOutdated}>
      {groupDays(entries, timeZone).map((day) => (
        <section key={day.date} className={classes.day} aria-labelledby={`day-${day.date}`}>
          <h2 id={`day-${day.date}`} className={classes.date} data-friday={isFriday(day.date) || undefined}>
            {showDate(day.date, 'long')}
          </h2>
          <ul>
            {day.entries.map((entry) =>
              entry.contact.id === editedId ? (
                <EntryForm
                  key={entry.contact.id}
                  entry={entry}
                  onClose={() => {
                    setEditedId(undefined);
                    // The row is drawn first; then it can take the focus back.
                    setTimeout(() => focus(entry.contact.id));
                  }}
                />
              ) : (
                <EntryRow
                  key={entry.contact.id}
                  entry={entry}
                  isCurrent={entry === current}
                  onFocus={() => setCurrentId(entry.contact.id)}
                  onEdit={() => setEditedId(entry.contact.id)}
                  onRemove={() => remove(entry)}
                  onUndo={undoable.has(entry.contact.id) ? () => takeBack(entry) : undefined}
                />
              ),
            )}
          </ul>
        </section>
      ))}
    </div>
  );
}

function isFriday(date: string): boolean {
  return Temporal.PlainDate.from(date).dayOfWeek === 5;
}
