import { useTranslation } from 'react-i18next';
import { clientOf } from '../../../electron/core/find';
import { casesOfAll, deferredLately } from '../../../electron/core/verdict/lately';
import { countDeferred } from '../../../electron/core/verdict/learned';
import { Section } from '../../shared/page';
import { OutcomeChoice } from '../../shared/request/outcome-choice';
import { nameRequest, wordCases, wordMoved } from '../../shared/request/word-request';
import { showNearDay } from '../../shared/show-time';
import { useBook } from '../../state/use-book';
import { useNow } from '../../state/use-now';
import classes from './could-wait.module.css';

/** More than these are not asked about at once. */
const SHOWN = 12;

/** Could it have waited? The year's tally per client, and the last week's deferrals, each with what became of it. */
export function CouldWait() {
  const { t } = useTranslation();
  const state = useBook((each) => each);
  const now = useNow();
  const { timeZone } = state.settings;
  const tallies = state.clients.flatMap((client) => {
    const cases = casesOfAll(state, client, now);
    return countDeferred(cases) > 0 ? [{ client, cases }] : [];
  });
  const asked = deferredLately(state, now).slice(0, SHOWN);
  if (tallies.length === 0 && asked.length === 0) return null;
  return (
    <Section title={t('load.couldWait.title')} line={t('load.couldWait.line')}>
      <dl className={classes.tallies}>
        {tallies.map(({ client, cases }) => (
          <div key={client.id}>
            <dt>{client.name}</dt>
            <dd>{[wordCases(cases), wordMoved(cases, 'client')].filter(Boolean).join(' ')}</dd>
          </div>
        ))}
      </dl>
      {asked.length > 0 && (
        <>
          <h3 className={classes.asked}>{t('load.couldWait.asked')}</h3>
          <ul className={classes.list} data-fields="stacked">
            {asked.map((request) => (
              <li key={request.id} data-deferred={request.id}>
                <OutcomeChoice
                  request={request}
                  label={t('load.couldWait.item', {
                    client: clientOf(state, request).name,
                    subject: nameRequest(request),
                    day: showNearDay(request.closedAt ?? now, now, timeZone),
                  })}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
