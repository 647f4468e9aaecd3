import { createHash } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { homedir, tmpdir, userInfo } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { Refusal } from '../core/model/problem';
import { makeFolder } from './durable';
import { isMissing } from './trouble';

/** What decides where the data lives. */
export interface Surroundings {
  /** The value of `--home`. */
  flag?: string | undefined;
  env: Readonly<Record<string, string | undefined>>;
  platform: NodeJS.Platform;
  /** The person's own folder; the system's if not given. */
  userFolder?: string;
}

const pointerSchema = z.object({ home: z.string().min(1) });

/**
 * The folder of the data, absolute: `--home`, else `UNTIL_FRIDAY_HOME`, else where a moved home is said to be, else the
 * system's place for data. Refuses with `file-unreadable` when it can't be known whether the home was moved.
 */
export function resolveHome(surroundings: Surroundings): string {
  const { flag, env } = surroundings;
  const named = flag || env.UNTIL_FRIDAY_HOME || readPointer(pointerPath(surroundings));
  return resolve(named || defaultHome(surroundings));
}

/** The file that names the home when it was moved. */
export function pointerPath({ env, platform, userFolder = homedir() }: Surroundings): string {
  if (platform === 'darwin') return join(userFolder, 'Library', 'Application Support', 'Until Friday', 'home.json');
  if (platform === 'win32')
    return join(env.APPDATA || join(userFolder, 'AppData', 'Roaming'), 'Until Friday', 'home.json');
  return join(env.XDG_CONFIG_HOME || join(userFolder, '.config'), 'until-friday', 'home.json');
}

function defaultHome({ env, platform, userFolder = homedir() }: Surroundings): string {
  if (platform === 'darwin') return join(userFolder, 'Library', 'Application Support', 'Until Friday', 'book');
  if (platform === 'win32') return join(env.APPDATA || join(userFolder, 'AppData', 'Roaming'), 'Until Friday', 'book');
  return join(env.XDG_DATA_HOME || join(userFolder, '.local', 'share'), 'until-friday');
}

function readPointer(path: string): string | undefined {
  try {
    return pointerSchema.parse(JSON.parse(readFileSync(path, 'utf8'))).home;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw new Refusal({
      code: 'file-unreadable',
      message: `${path} should say where your data is, and can't be understood.`,
      action:
        'Correct it (it reads {"home": "/the/folder"}), delete it to use the usual place, or name the folder with --home.',
    });
  }
}

/** Longest path that a socket may have on every Unix, less its end. */
const SOCKET_LIMIT = 100;

/** Where the owner of a home is talked to: one place per home and user. */
export function socketPath(home: string, env: Readonly<Record<string, string | undefined>> = process.env): string {
  const name = createHash('sha256').update(realPath(home)).digest('hex').slice(0, 16);
  if (process.platform === 'win32') {
    const user = createHash('sha256').update(userInfo().username).digest('hex').slice(0, 8);
    return `\\\\.\\pipe\\until-friday-${user}-${name}`;
  }
  const runtime = env.XDG_RUNTIME_DIR && join(env.XDG_RUNTIME_DIR, 'until-friday', `${name}.sock`);
  return runtime && runtime.length < SOCKET_LIMIT
    ? runtime
    : join(tmpdir(), `until-friday-${process.getuid?.() ?? 0}`, `${name}.sock`);
}

/** The same home by another name is the same home. What does not exist yet is named by what does. */
function realPath(path: string): string {
  const absolute = resolve(path);
  try {
    return realpathSync(absolute);
  } catch {
    const parent = dirname(absolute);
    return parent === absolute ? absolute : join(realPath(parent), basename(absolute));
  }
}

/**
 * Makes the folder of a socket, for its owner alone. In a folder for temporary files somebody else may have made it
 * first: that is refused.
 */
export async function makeSocketFolder(socket: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = dirname(socket);
  await makeFolder(folder);
  const found = await lstat(folder);
  if (found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o077) === 0) return;
  throw new Refusal({
    code: 'unavailable',
    message: `${folder} belongs to somebody else or is open to others, so it is not used.`,
    action: 'Remove it, or set XDG_RUNTIME_DIR to a folder of your own.',
  });
}
