import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Calendar } from '../core/model/calendar';

/** Hears of changes of calendars' files at once; where that is not possible, they are looked at from time to time. */
export interface FileWatch {
  /** Watches the files of these calendars, and no others. */
  watch(calendars: readonly Calendar[]): void;
  close(): void;
}

/**
 * Calls back with the id of a calendar whose file was changed, once it has been left alone for a while. The folder is
 * watched rather than the file, since programs write beside it and rename.
 */
export function watchFiles(quietMs: number, onChange: (calendarId: string) => void): FileWatch {
  const watched = new Map<string, { path: string; close(): void }>();

  function begin(id: string, path: string): void {
    let timer: NodeJS.Timeout | undefined;
    let watcher: FSWatcher | undefined;
    try {
      watcher = watch(dirname(path), { persistent: false }, (_, name) => {
        if (name !== null && name !== basename(path)) return;
        clearTimeout(timer);
        timer = setTimeout(() => onChange(id), quietMs).unref();
      });
      watcher.on('error', () => watcher?.close());
    } catch {
      // A folder that is not there, or too many watched already.
    }
    const close = () => {
      clearTimeout(timer);
      watcher?.close();
    };
    watched.set(id, { path, close });
  }

  return {
    watch(calendars) {
      const paths = new Map(
        calendars.flatMap(({ id, source }) => (source.kind === 'file' ? [[id, source.path] as const] : [])),
      );
      for (const [id, { path, close }] of watched) {
        if (paths.get(id) === path) continue;
        close();
        watched.delete(id);
      }
      for (const [id, path] of paths) if (!watched.has(id)) begin(id, path);
    },
    close() {
      for (const { close } of watched.values()) close();
      watched.clear();
    },
  };
}
