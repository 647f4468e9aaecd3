import type { BehindTray } from './behind-tray';
import type { Arguments } from './desktop/arguments';
import type { ShownTray } from './desktop/tray';
import { hasPanel, waitForPanel } from './desktop/tray-presence';
import type { Store } from './store/store';

/** How long a panel is waited for that starts later than the app. */
const PANEL_SECONDS = 60;

/** What the first start of this instance asks for. A window only where there is something to say, or no other way in. */
export async function followFirst(args: Arguments, store: Store, tray: ShownTray, behind: BehindTray): Promise<void> {
  const { windows, answer } = behind;
  if (args.sample && store.state.clients.length === 0) await answer('sample.add', {}, { door: 'tray' });
  // Whoever only logs something from a shortcut wants no window.
  const isHidden = args.hidden || args.log !== undefined;
  if (isAskingForSomething(args)) await followAgain(args, behind);
  else if (!store.state.device.isWelcomeDone && !isHidden) windows.main.open('week');

  if (await hasPanel()) return;
  // A session's own start may be faster than its panel's; a person's is not.
  if (!isHidden && !windows.main.find()) windows.main.open('week');
  if (await waitForPanel(PANEL_SECONDS)) tray.show();
  else if (!windows.main.find()) windows.main.open('week');
}

/** What a further start asks of the instance that runs already. */
export async function followAgain(
  { show, toggle, hidden, log, files, link }: Arguments,
  behind: BehindTray,
): Promise<void> {
  const { windows } = behind;
  if (link !== undefined) behind.openLink(link);
  else if (files.length > 0) windows.main.openFiles(files);
  else if (toggle) windows.palette.toggle();
  else if (show === 'palette') windows.palette.show();
  else if (show || (!hidden && log === undefined)) windows.main.open(show ?? 'week');
  if (log !== undefined) await behind.logLine(log);
}

function isAskingForSomething({ show, toggle, log, files, link }: Arguments): boolean {
  return toggle || files.length > 0 || show !== undefined || log !== undefined || link !== undefined;
}
