import type { Problem } from '../../../electron/core/model/problem';
import type { Input } from '../../../electron/ipc/contract/contract';
import { act, attempt } from '../../state/act';

/** Changes settings; what goes wrong is shown as a notice. */
export function setSettings(change: Input<'settings.set'>): void {
  void act('settings.set', change);
}

/** Changes settings; what goes wrong is for the field. */
export async function saveSettings(change: Input<'settings.set'>): Promise<Problem | undefined> {
  const reply = await attempt('settings.set', change);
  return reply.ok ? undefined : reply.problem;
}
