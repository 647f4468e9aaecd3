import i18next from 'i18next';
import type { Output } from '../../../electron/ipc/contract/contract';

/** What came of taking files in: "12 added, 3 newer, 1 left out". */
export function wordImported({ created, updated, skipped }: Output<'import.paths'>): string {
  const parts = [
    created > 0 && i18next.t('files.added', { count: created }),
    updated > 0 && i18next.t('files.newer', { count: updated }),
    skipped > 0 && i18next.t('files.skipped', { count: skipped }),
  ].filter((part) => part !== false);
  if (parts.length === 0) return i18next.t('files.nothing');
  // Left out for being here already is nothing to worry about, and it should say so.
  const isOnlySkipped = created + updated === 0;
  return isOnlySkipped ? i18next.t('files.known', { outcome: parts.join(', ') }) : `${parts.join(', ')}.`;
}
