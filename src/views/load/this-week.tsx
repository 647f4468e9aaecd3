import { useTranslation } from 'react-i18next';
import { wordMomentInside } from '../../shared/request/word-request';
import { showLength } from '../../shared/show-time';
import { addressOf } from '../../state/place';
import { useBook } from '../../state/use-book';
import { useNow } from '../../state/use-now';
import type { ClientWeeks } from './client-weeks';
import classes from './load-view.module.css';

/** This week by client, as a table of words and numbers. */
export function ThisWeek({ clients }: { clients: readonly ClientWeeks[] }) {
  const { t } = useTranslation();
  const now = useNow();
  const timeZone = useBook((state) => state.settings.timeZone);
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('load.client')}</th>
            <th scope="col" className={classes.number}>
              {t('load.interruptions')}
            </th>
            <th scope="col" className={classes.number}>
              {t('load.contacts')}
            </th>
            <th scope="col">{t('load.allowance')}</th>
            <th scope="col" className={classes.number}>
              {t('load.spoken')}
            </th>
            <th scope="col" className={classes.number}>
              {t('load.return')}
            </th>
          </tr>
        </thead>
        <tbody>
          {clients.map(({ client, thisWeek, next }) => {
            const { contacts, interruptions, minutes, allowanceUsed } = thisWeek.sums;
            const isOver = allowanceUsed > client.allowance;
            return (
              <tr key={client.id}>
                <th scope="row">
                  <a href={addressOf('clients', client.id)}>{client.name}</a>
                  <span className={classes.next}>
                    {next ? t('load.next', { when: wordMomentInside(next.startsAt, now, timeZone) }) : t('load.noCall')}
                  </span>
                </th>
                <td className={classes.number}>{interruptions}</td>
                <td className={classes.number}>{contacts}</td>
                <td data-over={isOver || undefined}>
                  <Allowance used={allowanceUsed} allowance={client.allowance} />
                </td>
                <td className={classes.number}>{minutes > 0 ? showLength(minutes) : t('load.nothing')}</td>
                <td className={classes.number}>
                  {thisWeek.medianReturnMinutes === undefined
                    ? t('load.nothing')
                    : showLength(thisWeek.medianReturnMinutes)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Impromptu calls taken of those I am willing to take: a dot for each, and the words. */
function Allowance({ used, allowance }: { used: number; allowance: number }) {
  const { t } = useTranslation();
  const dots = Math.min(Math.max(used, allowance), 6);
  return (
    <span className={classes.allowance}>
      <span className={classes.dots} aria-hidden="true">
        {Array.from({ length: dots }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a dot is nothing but its place
          <i key={index} data-used={index < used || undefined} data-beyond={index >= allowance || undefined} />
        ))}
      </span>
      {t('load.used', { used, allowance })}
    </span>
  );
}
