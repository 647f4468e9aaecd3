import i18next from 'i18next';
import type { Imported } from './import-part';

/** What came of taking files in: "12 added, 3 newer, 1 left out". */
export function wordImported({ created, updated, skipped }: Imported): string {
  const parts = [
    created > 0 && i18next.t('settings.importAdded', { count: created }),
    updated > 0 && i18next.t('settings.importNewer', { count: updated }),
    skipped > 0 && i18next.t('settings.importSkipped', { count: skipped }),
  ].filter((part) => part !== false);
  if (parts.length === 0) return i18next.t('settings.importNothing');
  // Left out for being here already is nothing to worry about, and it should say so.
  const isOnlySkipped = created + updated === 0;
  return isOnlySkipped ? i18next.t('settings.importKnown', { outcome: parts.join(', ') }) : `${parts.join(', ')}.`;
}
