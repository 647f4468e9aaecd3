import type { WebPreferences } from 'electron';
import type { WindowDoor } from '../ipc/window-door';

/** What a window is made with. */
export interface WindowContext {
  address(page: 'index' | 'palette'): string;
  /** Folder of the icons. */
  icons: string;
  preferences: WebPreferences;
  door: WindowDoor;
  /** Until the page names itself. */
  title: string;
}
