import { useTranslation } from 'react-i18next';
import { Button } from '../../shared/button';
import { Section } from '../../shared/page';
import { showNearDay, showTime } from '../../shared/show-time';
import { goTo } from '../../state/place';
import { useBook } from '../../state/use-book';
import { useNow } from '../../state/use-now';
import type { Aside } from './aside';
import classes from './asides.module.css';
import { Item } from './item';
import type { WeekPicture } from './week-picture';

/** What stands on no call of this week: without any call, or on one after it. */
export function Asides({ picture }: { picture: WeekPicture }) {
  const { t } = useTranslation();
  return (
    <>
      {picture.withoutCall.length > 0 && (
        <Section title={t('week.withoutCall')} line={t('week.withoutCallLine')}>
          <AsideList asides={picture.withoutCall} />
        </Section>
      )}
      {picture.beyond.length > 0 && (
        <Section title={t('week.beyond')}>
          <AsideList asides={picture.beyond} />
        </Section>
      )}
    </>
  );
}

function AsideList({ asides }: { asides: readonly Aside[] }) {
  const { t } = useTranslation();
  const now = useNow();
  const timeZone = useBook((state) => state.settings.timeZone);
  return asides.map(({ key, client, occurrence, items, quiet }) => (
    <div key={key} className={classes.aside}>
      <div className={classes.head}>
        <h3>{client.name}</h3>
        {occurrence && (
          <p className={classes.when}>
            {showNearDay(occurrence.startsAt, now, timeZone)} {showTime(occurrence.startsAt, timeZone)}
          </p>
        )}
        {!occurrence && (
          <Button kind="plain" className={classes.add} onClick={() => goTo('clients', client.id)}>
            {t('week.addCall')}
          </Button>
        )}
      </div>
      <ul className={classes.items}>
        {[...items, ...quiet].map((request) => (
          <Item key={request.id} request={request} client={client} />
        ))}
      </ul>
    </div>
  ));
}
