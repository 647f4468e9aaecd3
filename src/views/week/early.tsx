import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../electron/core/model/client';
import type { Request } from '../../../electron/core/model/request';
import { earlyIn } from '../../../electron/core/verdict/early';
import { nameRequest, wordMomentInside } from '../../shared/request/word-request';
import { showTime } from '../../shared/show-time';
import { useBook } from '../../state/use-book';
import { useNow } from '../../state/use-now';
import { goodMomentsOf } from './aside';
import { useDesk } from './desk';
import classes from './early.module.css';

/** A good moment for somebody who tried just now, and the next free slot with what could be early in it. */
export function Early() {
  const { t } = useTranslation();
  const state = useBook((each) => each);
  const now = useNow();
  const { timeZone } = state.settings;
  const moments = goodMomentsOf(state, now);
  const { slot, items } = earlyIn(state, now);
  return (
    <>
      {moments.length > 0 && (
        <Offer label={t('week.early.moment')} items={moments}>
          <strong className={classes.moment}>{t('week.early.moment')}</strong>
        </Offer>
      )}
      {slot && items.length > 0 && (
        <Offer label={t('week.early.label')} items={items}>
          {t('week.early.free', {
            from: wordMomentInside(slot.startsAt, now, timeZone),
            to: showTime(slot.endsAt, timeZone),
          })}
        </Offer>
      )}
    </>
  );
}

interface OfferProps {
  label: string;
  items: readonly { client: Client; request: Request }[];
  children: ReactNode;
}

function Offer({ label, items, children }: OfferProps) {
  const desk = useDesk();
  return (
    <section className={classes.early} aria-label={label}>
      <p>{children}</p>
      <ul>
        {items.map(({ client, request }) => (
          <li key={request.id}>
            <button type="button" className={classes.line} onClick={() => desk.show(request.id)}>
              {client.name}: {nameRequest(request)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
