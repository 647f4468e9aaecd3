import { join } from 'node:path';

/** Where everything lies within a home. */
export function layOut(home: string) {
  return {
    home,
    book: join(home, 'book.json'),
    open: join(home, 'open.json'),
    device: join(home, 'device.json'),
    tally: join(home, 'tally.json'),
    journal: join(home, 'commit.json'),
    lock: join(home, 'lock'),
    history: join(home, 'history'),
    undo: join(home, 'undo'),
    backups: join(home, 'backups'),
    calendars: join(home, 'calendars'),
    inbox: join(home, 'inbox'),
    inboxDone: join(home, 'inbox', 'done'),
    inboxRefused: join(home, 'inbox', 'refused'),
  };
}
export type Layout = ReturnType<typeof layOut>;

/** The history file of a UTC month (`YYYY-MM`). */
export function monthPath(home: string, month: string): string {
  return join(home, 'history', `${month}.json`);
}

/** The month that a history file's name stands for; nothing for any other file. */
export function monthOfFile(name: string): string | undefined {
  return /^(\d{4}-(?:0[1-9]|1[0-2]))\.json$/.exec(name)?.[1];
}
