import { useTranslation } from 'react-i18next';
import { minutesBetween } from '../../../electron/core/days';
import { nameRequest, wordDayInside } from '../../shared/request/word-request';
import { showLength, showNearDay, showShortDay, showTime } from '../../shared/show-time';
import { addressOf } from '../../state/place';
import { useBook } from '../../state/use-book';
import { useNow } from '../../state/use-now';
import { CallChange } from './call-change';
import classes from './call-sheet.module.css';
import { CallTime, TheirTime } from './call-times';
import { FillBar } from './fill-bar';
import { Item } from './item';
import type { WeekCall } from './week-picture';

interface CallSheetProps {
  call: WeekCall;
  isNext: boolean;
  /** Below the days, over the whole width. */
  isWide?: boolean;
}

/** The call that lies open: who, when, what is on it, what comes after it; the largest thing on the page. */
export function CallSheet({ call, isNext, isWide = false }: CallSheetProps) {
  const { t } = useTranslation();
  const timeZone = useBook((state) => state.settings.timeZone);
  const now = useNow();
  const { client, occurrence } = call;
  return (
    <article
      className={classes.sheet}
      data-call={call.key}
      data-over={call.isOver || undefined}
      data-wide={isWide || undefined}
    >
      <header className={classes.head}>
        <p className={classes.eyebrow}>{useEyebrow(call, isNext)}</p>
        <h3 className={classes.name}>
          <a href={addressOf('clients', client.id)}>{client.name}</a>
        </h3>
        <p className={classes.time}>
          <CallTime occurrence={occurrence} />
          <small className={classes.theirs}>
            <TheirTime occurrence={occurrence} clientZone={client.timeZone} />
          </small>
        </p>
        <Particular call={call} />
        {!call.isOver && call.items.length > 0 && (
          <FillBar planned={call.minutesPlanned} available={occurrence.minutes} hasWords />
        )}
      </header>

      <CallChange key={`${call.clash?.kind} ${occurrence.startsAt}`} call={call} />
      {call.items.length === 0 && !call.isOver && !call.clash && (
        <p className={classes.nothing}>{t('week.nothingYet')}</p>
      )}
      {call.items.length === 0 && call.isOver && call.closed.length === 0 && (
        <p className={classes.nothing}>{t('week.wasEmpty')}</p>
      )}
      {call.groups.map((group) => (
        <section key={group.person} className={classes.group}>
          {group.person && <h4>{group.person}</h4>}
          <ul>
            {group.items.map((request) => (
              <Item
                key={request.id}
                request={request}
                client={client}
                call={call}
                isFirst={request === call.groups[0]?.items[0]}
              />
            ))}
          </ul>
        </section>
      ))}

      <Quiet call={call} kind="lateItems" />
      {call.laterCalls.length > 0 && (
        <ul className={classes.later}>
          {call.laterCalls.map(({ occurrence: later, items }) => (
            <li key={later.startsAt.toString()}>
              <span className={classes.laterWhen}>
                {t('week.goesTo', {
                  when: `${showNearDay(later.startsAt, now, timeZone)} ${showTime(later.startsAt, timeZone)}`,
                })}
              </span>{' '}
              {items.map(nameRequest).join(', ')}
            </li>
          ))}
        </ul>
      )}
      <Quiet call={call} kind="waiting" />
      <Quiet call={call} kind="parked" />
      <Quiet call={call} kind="closed" />
    </article>
  );
}

/** What is particular about this one: moved, extra, or of another length than the others. */
function Particular({ call }: { call: WeekCall }) {
  const { t } = useTranslation();
  const timeZone = useBook((state) => state.settings.timeZone);
  const { movedFrom, isExtra } = call.occurrence;
  const facts = [
    call.isMoved &&
      movedFrom &&
      t('week.movedFrom', { when: `${showShortDay(movedFrom, timeZone)} ${showTime(movedFrom, timeZone)}` }),
    isExtra && t('week.extra'),
    call.ownMinutes !== undefined && t('week.ownLength', { length: showLength(call.ownMinutes) }),
  ].filter(Boolean);
  return facts.length > 0 && <p className={classes.moved}>{facts.join(' · ')}</p>;
}

function useEyebrow(call: WeekCall, isNext: boolean): string {
  const { t } = useTranslation();
  const now = useNow();
  const timeZone = useBook((state) => state.settings.timeZone);
  const { startsAt } = call.occurrence;
  if (call.isOver) return t('week.isOver');
  const minutes = minutesBetween(now, startsAt);
  if (minutes <= 0) return t('week.runs');
  if (!isNext) return showNearDay(startsAt, now, timeZone);
  return minutes < 12 * 60
    ? t('week.nextIn', { length: showLength(minutes) })
    : t('week.nextOn', { day: wordDayInside(startsAt, now, timeZone) });
}

function Quiet({ call, kind }: { call: WeekCall; kind: 'lateItems' | 'waiting' | 'parked' | 'closed' }) {
  const { t } = useTranslation();
  if (call[kind].length === 0) return null;
  return (
    <section className={classes.quiet}>
      <h4>{t(`week.${kind}`)}</h4>
      <ul>
        {call[kind].map((request) => (
          <Item key={request.id} request={request} client={call.client} call={call} />
        ))}
      </ul>
    </section>
  );
}
