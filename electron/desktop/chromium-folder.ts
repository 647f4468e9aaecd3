import { createHash } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';

/**
 * Where Chromium may keep its things for a home: in the user's cache, since nothing of ours is in it. One for each
 * home, because Electron's lock on a running instance belongs to this folder.
 */
export function chromiumFolder(home: string): string {
  const name = `chromium-${createHash('sha256').update(path.resolve(home)).digest('hex').slice(0, 12)}`;
  return path.join(cacheFolder(), name);
}

function cacheFolder(): string {
  const user = os.homedir();
  if (process.platform === 'darwin') return path.join(user, 'Library', 'Caches', 'Until Friday');
  if (process.platform === 'win32')
    return path.join(process.env.LOCALAPPDATA ?? path.join(user, 'AppData', 'Local'), 'Until Friday', 'Cache');
  const { XDG_CACHE_HOME: cache } = process.env;
  return path.join(cache && path.isAbsolute(cache) ? cache : path.join(user, '.cache'), 'until-friday');
}
