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
  if (isAskingForWindow(args)) followAgain(args, behind);
  else if (!store.state.device.isWelcomeDone && !args.hidden) windows.main.open('week');

  if (await hasPanel()) return;
  // A session's own start may be faster than its panel's; a person's is not.
  if (!args.hidden && !windows.main.find()) windows.main.open('week');
  if (await waitForPanel(PANEL_SECONDS)) tray.show();
  else if (!windows.main.find()) windows.main.open('week');
}

/** What a further start asks of the instance that runs already. */
export function followAgain({ show, toggle, hidden }: Arguments, { windows }: BehindTray): void {
  if (toggle) windows.palette.toggle();
  else if (show === 'palette') windows.palette.show();
  else if (show || !hidden) windows.main.open(show ?? 'week');
}

function isAskingForWindow({ show, toggle }: Arguments): boolean {
  return toggle || show !== undefined;
}
