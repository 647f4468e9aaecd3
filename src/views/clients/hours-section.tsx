import { useTranslation } from 'react-i18next';
import { USUAL_HOURS } from '../../../electron/core/availability/client-slots';
import type { Client } from '../../../electron/core/model/client';
import { Button } from '../../shared/button';
import { spreadMonday } from '../../shared/hours/hours';
import { HoursEditor } from '../../shared/hours/hours-editor';
import { Section } from '../../shared/page';
import { showZone } from '../../shared/show-time';
import { useKeptFocus } from '../../shared/use-kept-focus';
import { changesOf } from './client-changes';
import classes from './hours-section.module.css';
import { wordHours } from './word-hours';

/** When they can be called, in their own time; folded up, since it is seldom changed. */
export function TheirHoursSection({ client }: { client: Client }) {
  const { t } = useTranslation();
  const { set, save } = changesOf(client);
  const hours = client.workingHours ?? USUAL_HOURS;
  return (
    <Section
      ref={useKeptFocus<HTMLElement>()}
      title={t('clients.hours')}
      line={t('clients.hoursLine', { zone: showZone(client.timeZone) })}
    >
      <details className={classes.hours}>
        <summary>{wordHours(hours)}</summary>
        <HoursEditor
          hours={hours}
          set={(workingHours) => set({ workingHours })}
          save={(workingHours) => save({ workingHours })}
        />
        <div className={classes.buttons}>
          <Button kind="plain" onClick={() => set({ workingHours: spreadMonday(hours) })}>
            {t('settings.sameDays')}
          </Button>
          {client.workingHours && (
            <Button kind="plain" onClick={() => set({ workingHours: null })}>
              {t('clients.usualHours')}
            </Button>
          )}
        </div>
      </details>
    </Section>
  );
}
