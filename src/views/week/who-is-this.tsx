import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { listRecent } from '../../../electron/core/recency';
import { Section } from '../../shared/page';
import { useKeptFocus } from '../../shared/use-kept-focus';
import { useBook } from '../../state/use-book';
import classes from './who-is-this.module.css';
import { WhoRow } from './who-row';

const RECENT = 20;

/** Contacts of which nobody knows yet whose they are, the longest waiting first; nothing while there are none. */
export function WhoIsThis() {
  const { t } = useTranslation();
  const state = useBook((each) => each);
  const root = useKeptFocus<HTMLUListElement>('input');
  const recent = useMemo(() => listRecent(state, RECENT), [state]);
  const strangers = state.strangers.toSorted((one, other) => one.at.localeCompare(other.at));
  if (strangers.length === 0) return null;
  return (
    <Section title={t('who.title')} line={t('who.line')}>
      <ul ref={root} className={classes.list}>
        {strangers.map((stranger) => (
          <WhoRow key={stranger.id} stranger={stranger} recent={recent} />
        ))}
      </ul>
    </Section>
  );
}
