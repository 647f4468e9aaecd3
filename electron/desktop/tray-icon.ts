import path from 'node:path';
import { type NativeImage, nativeImage } from 'electron';
import type { Availability } from '../core/availability/now';

/** Rows and columns of the strips that scripts/icons.mjs draws. */
const ROWS: readonly Availability['now'][] = ['free', 'call', 'focus', 'off'];
const MOST_COUNTED = 10;

/** Points a panel gives an icon: a Mac's menu bar and Windows take 16, panels on Linux 22 to 24. */
const SIZE = process.platform === 'linux' ? 22 : 16;

/** Cuts the icons from their strips, each once. */
export function createTrayIcons(folder: string): (now: Availability['now'], due: number) => NativeImage {
  const isMac = process.platform === 'darwin';
  const strip = nativeImage.createFromPath(path.join(folder, isMac ? 'trayTemplate.png' : `tray-${SIZE}.png`));
  const cut = new Map<string, NativeImage>();
  return (now, due) => {
    // A Mac shows the count as text beside the icon.
    const column = isMac ? 0 : Math.min(due, MOST_COUNTED);
    const key = `${now} ${column}`;
    const icon =
      cut.get(key) ?? strip.crop({ x: column * SIZE, y: ROWS.indexOf(now) * SIZE, width: SIZE, height: SIZE });
    if (isMac) icon.setTemplateImage(true);
    cut.set(key, icon);
    return icon;
  };
}
