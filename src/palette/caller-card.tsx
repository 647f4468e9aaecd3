import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardAnswer } from '../../electron/ipc/contract/card';
import { readLocale } from '../words/i18n';
import classes from './caller-card.module.css';
import { sayWaited } from './confirmation';
import { sayDate, sayWhen } from './say-when';
import type { Candidate } from './understood';
import { useCallerCard } from './use-caller-card';

/** More open requests than these are counted: the card is read in one look. */
const SHOWN = 3;

/** What one reads before calling back: how to reach them, what was last, what is open, what was said, what comes. */
export function CallerCard({ who, timeZone }: { who: Candidate; timeZone: string }) {
  const { t } = useTranslation();
  const card = useCallerCard(who);
  if (!card) return null;
  const now = new Date();
  const { last, open, promised, next, impromptu, pickUp } = card;
  const when = (instant: string) => sayWhen(instant, now, timeZone);
  const phone = card.person?.phones[0];
  const reach = [card.person?.name, phone, sayTheirTime(card, timeZone)].filter(Boolean).join(' · ');
  return (
    <dl className={classes.card} aria-label={t('palette.card.label', { client: card.client })}>
      {reach && <Row name="reach">{reach}</Row>}
      <Row name="last">{last ? sayLast(last) : t('palette.card.never')}</Row>
      <Row name="open">{open.length === 0 ? t('palette.card.nothing') : <OpenItems items={open} />}</Row>
      {promised[0] && (
        <Row name="promised">
          {t('palette.card.onCall', {
            subject: promised[0].subject || t('palette.card.noSubject'),
            when: when(promised[0].startsAt),
          })}
        </Row>
      )}
      <Row name="next">
        {next ? when(next.startsAt) : t('palette.card.noCall')}
        {' · '}
        {t('palette.card.left', { count: impromptu.week })}
      </Row>
      <Row name="pickUp">{sayPickUp(pickUp)}</Row>
    </dl>
  );

  function sayLast({ at, channel, direction, count, person, subject }: NonNullable<CardAnswer['last']>): string {
    const what = direction === 'in' ? t(`palette.in.${channel}`) : t(`palette.out.${channel}`);
    return [when(at), count > 1 ? `${what} ×${count}` : what, person, subject].filter(Boolean).join(' · ');
  }

  function sayPickUp({ isGood, tally }: CardAnswer['pickUp']): string {
    if (isGood) return t('palette.card.answer');
    return [t('palette.card.letRing'), sayWaited('callback', tally)].filter(Boolean).join(' ');
  }

  function sayTheirTime({ clientNow, timeZone: theirZone }: CardAnswer, myZone: string): string {
    const clock = (zone: string) =>
      new Intl.DateTimeFormat(readLocale(), { hour: 'numeric', minute: '2-digit', timeZone: zone }).format(
        new Date(clientNow),
      );
    return clock(theirZone) === clock(myZone) ? '' : t('palette.card.there', { time: clock(theirZone) });
  }
}

function Row({
  name,
  children,
}: {
  name: 'reach' | 'last' | 'open' | 'promised' | 'next' | 'pickUp';
  children: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <>
      <dt>{t(`palette.card.${name}`)}</dt>
      <dd>{children}</dd>
    </>
  );
}

function OpenItems({ items }: { items: CardAnswer['open'] }) {
  const { t } = useTranslation();
  const rest = items.length - SHOWN;
  return (
    <>
      {items.slice(0, SHOWN).map(({ requestId, subject, count, neededBy, neededWords, emergency, claimedUrgent }) => {
        const neededDay = neededBy ? sayDate(neededBy) : neededWords;
        return (
          <span key={requestId} className={classes.item}>
            <em>{subject || t('palette.card.noSubject')}</em>
            {count > 1 && ` ×${count}`}
            {neededDay && ` ${t('palette.card.by', { day: neededDay })}`}
            {emergency && <strong> {t('palette.card.emergency')}</strong>}
            {!emergency && claimedUrgent && !neededDay && ` ${t('palette.card.urgent')}`}
          </span>
        );
      })}
      {rest > 0 && <span className={classes.item}>{t('palette.card.more', { count: rest })}</span>}
    </>
  );
}
