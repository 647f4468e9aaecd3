import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Temporal } from 'temporal-polyfill';
import { dayOf } from '../../../electron/core/days';
import { Button } from '../../shared/button';
import { EmptyState } from '../../shared/empty-state';
import { Page, Section } from '../../shared/page';
import { attempt } from '../../state/act';
import { goTo } from '../../state/place';
import { useBook } from '../../state/use-book';
import { useNow } from '../../state/use-now';
import { Availability } from './availability';
import { clientWeeksOf, WEEKS } from './client-weeks';
import { CouldWait } from './could-wait';
import { EightWeeks } from './eight-weeks';
import { ThisWeek } from './this-week';

/** Who takes how much, and when I can be reached. */
export function LoadView() {
  const { t } = useTranslation();
  const state = useBook((each) => each);
  const now = useNow();
  const today = dayOf(now, state.settings.timeZone).toString();
  // biome-ignore lint/correctness/useExhaustiveDependencies: within a day only the next call moves, and that with the state
  const clients = useMemo(() => clientWeeksOf(state, dayOf(now, state.settings.timeZone), now), [state, today]);
  const total = clients.reduce((sum, { thisWeek }) => sum + thisWeek.sums.interruptions, 0);

  // What was done in the last seven days lies in at most two months.
  useEffect(() => {
    const day = Temporal.PlainDate.from(today);
    const months = new Set(
      [day.subtract({ days: 7 }), day.add({ days: 1 })].map((each) => each.toString().slice(0, 7)),
    );
    for (const month of months) void attempt('history.load', { month });
  }, [today]);

  // Asking has the sums of all history brought up to date; they arrive with the published state.
  useEffect(() => {
    void attempt('load', { weeks: WEEKS });
  }, []);

  return (
    <Page title={t('load.title')} line={clients.length > 0 && t('load.line', { count: total })}>
      {clients.length === 0 ? (
        <EmptyState
          title={t('load.none')}
          action={<Button onClick={() => goTo('clients')}>{t('week.addClient')}</Button>}
        />
      ) : (
        <>
          <Section title={t('load.thisWeek')}>
            <ThisWeek clients={clients} />
          </Section>
          <EightWeeks clients={clients} />
          <CouldWait />
        </>
      )}
      <Availability />
    </Page>
  );
}
