import { useTranslation } from 'react-i18next';
import { nextOccurrences } from '../../../electron/core/calls/occurrences';
import { dayOf } from '../../../electron/core/days';
import { Button } from '../../shared/button';
import { EmptyState } from '../../shared/empty-state';
import { wordMoment } from '../../shared/request/word-request';
import { goTo } from '../../state/place';
import { useBook } from '../../state/use-book';
import { useNow } from '../../state/use-now';
import classes from './week-view.module.css';

function useNextCallText(): { text: string; day: string } | undefined {
  const { t } = useTranslation();
  const state = useBook((each) => each);
  const now = useNow();
  const [next] = nextOccurrences(state.calls, now, 1);
  const client = state.clients.find((each) => each.id === next?.clientId);
  if (!next || !client) return undefined;
  const { timeZone } = state.settings;
  return {
    text: t('week.nextCall', { client: client.name, when: wordMoment(next.startsAt, now, timeZone) }),
    day: dayOf(next.startsAt, timeZone).toString(),
  };
}

/** Every call of this week is over: when the next one is. */
export function NextCallLine() {
  const { t } = useTranslation();
  const next = useNextCallText();
  return (
    <p className={classes.after}>
      {t('week.allOver')}{' '}
      {next && (
        <Button kind="plain" onClick={() => goTo('week', next.day)}>
          {next.text}
        </Button>
      )}
    </p>
  );
}

/** A week without calls: when the next one is, or how to get one. */
export function NoCalls() {
  const { t } = useTranslation();
  const next = useNextCallText();
  return (
    <EmptyState
      title={t('week.noCalls')}
      action={
        next ? (
          <Button onClick={() => goTo('week', next.day)}>{next.text}</Button>
        ) : (
          <Button kind="main" onClick={() => goTo('clients')}>
            {t('week.addCall')}
          </Button>
        )
      }
    >
      {!next && t('week.noCallsText')}
    </EmptyState>
  );
}
