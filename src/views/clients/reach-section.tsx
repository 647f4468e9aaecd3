import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { impromptuLeft } from '../../../electron/core/availability/impromptu';
import type { Client } from '../../../electron/core/model/client';
import { Button } from '../../shared/button';
import { Section } from '../../shared/page';
import { showZone } from '../../shared/show-time';
import { StripLegend, StripPicture } from '../../shared/strip/strip-picture';
import { useBook } from '../../state/use-book';
import { useNow } from '../../state/use-now';
import { reachStripOf } from './reach-strip';
import { ShareAvailability } from './share-availability';

const legend = [
  'free',
  'work',
  'theirs',
  'call',
  'busy',
  'tentative',
  'focus',
  'callback',
  'day-off',
  'holiday',
] as const;

/** When this client can reach me, and the words that tell them. */
export function ReachSection({ client }: { client: Client }) {
  const { t } = useTranslation();
  const now = useNow();
  const state = useBook((each) => each);
  const [sharing, setSharing] = useState<'not-yet' | 'now' | 'over'>('not-yet');
  const strip = useMemo(() => reachStripOf(state, client, now), [state, client, now]);
  const { timeZone } = state.settings;
  const left = impromptuLeft(state, client, now);
  return (
    <Section
      title={t('clients.reach', { client: client.name })}
      line={t('clients.impromptu', { count: Math.min(left.today, left.week), week: left.week })}
      actions={
        sharing !== 'now' && (
          <Button autoFocus={sharing === 'over'} onClick={() => setSharing('now')}>
            {t('clients.share')}
          </Button>
        )
      }
    >
      {sharing === 'now' && <ShareAvailability client={client} onClose={() => setSharing('over')} />}
      <StripPicture
        {...strip}
        timeZone={timeZone}
        theirZone={client.timeZone}
        zoneNames={{ mine: showZone(timeZone), theirs: showZone(client.timeZone) }}
      />
      <StripLegend days={strip.days} kinds={legend} />
    </Section>
  );
}
