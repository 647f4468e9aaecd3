import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Stranger } from '../../../electron/core/model/stranger';
import { listLikely, nameStranger } from '../../../electron/core/strangers';
import { Button } from '../../shared/button';
import { wordMoment } from '../../shared/request/word-request';
import { showDate } from '../../shared/show-time';
import { act } from '../../state/act';
import { useBook } from '../../state/use-book';
import { useNow } from '../../state/use-now';
import { readLocale } from '../../words/i18n';
import classes from './who-is-this.module.css';
import { whoOptions } from './who-options';

/** More are found in the list. */
const MOST_NAMED = 4;

/** One contact of somebody unknown: what is known of it, and whose it is. */
export function WhoRow({ stranger, recent }: { stranger: Stranger; recent: readonly string[] }) {
  const { t } = useTranslation();
  const now = useNow();
  const clients = useBook((state) => state.clients);
  const timeZone = useBook((state) => state.settings.timeZone);
  const [typed, setTyped] = useState('');
  const { id, channel, count, subject, text, email, phone, at, neededBy, claimedUrgent } = stranger;
  const named = nameStranger(stranger);
  // Of a line nothing is left that stands not here; of a letter all is.
  const about = subject || (channel === 'email' ? text : '');
  const facts = [
    t(`request.channels.${channel}`, { count }),
    ...[email, phone].filter((each) => each !== named),
    wordMoment(at, now, timeZone),
    neededBy && t('week.neededBy', { day: showDate(neededBy) }),
    claimedUrgent && t('week.urgent'),
  ];
  const likely = listLikely(clients, stranger).map(({ name }) => name);
  const options = whoOptions(clients, recent, stranger, typed);

  function assign(value: string | null): void {
    const option = options.find((each) => each.value === value);
    if (!option) return;
    void act('stranger.assign', {
      stranger: id,
      ...(option.isNew ? { newClient: option.name } : { client: option.value }),
    });
  }

  const anyOf = new Intl.ListFormat(readLocale(), { type: 'disjunction' });

  return (
    <li className={classes.row}>
      <div className={classes.said}>
        <p>
          <strong>{named ?? t('who.somebody')}</strong>{' '}
          <span className={classes.how}>{facts.filter(Boolean).join(' · ')}</span>
        </p>
        {about && <p className={classes.about}>{about}</p>}
        {likely.length > 0 && (
          <p className={classes.how}>{t('who.couldBe', { names: anyOf.format(likely.slice(0, MOST_NAMED)) })}</p>
        )}
      </div>
      <div data-fields="stacked">
        <Select
          aria-label={t('who.field', { who: named ?? t('who.somebody') })}
          placeholder={t('who.placeholder')}
          data={options.map(({ value, name, isNew }) => ({ value, label: isNew ? t('who.new', { name }) : name }))}
          filter={({ options: all }) => all}
          value={null}
          searchable
          selectFirstOptionOnChange
          searchValue={typed}
          onSearchChange={setTyped}
          onChange={assign}
          rightSection={null}
        />
      </div>
      <Button kind="plain" onClick={() => void act('stranger.remove', { stranger: id })}>
        {t('who.remove')}
      </Button>
    </li>
  );
}
