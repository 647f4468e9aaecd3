import i18next from 'i18next';
import type { Clash } from '../../../electron/core/calls/clashes';

/** Why a call had better not take place: "Public holiday at Globex: Thanksgiving". */
export function wordClash({ kind, name, isShared }: Clash, client: string): string {
  const key = kind === 'my-holiday' && isShared ? 'both-holiday' : kind;
  return name
    ? i18next.t(`occurrence.clash.${key}`, { name, client })
    : i18next.t('occurrence.clash.my-day-off-unnamed');
}
