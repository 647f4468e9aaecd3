import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Temporal } from 'temporal-polyfill';
import { placeOf } from '../../../electron/core/agenda';
import { dayOf } from '../../../electron/core/days';
import type { State } from '../../../electron/core/model/state';
import { knownRequests } from '../../../electron/core/records';
import { Button } from '../../shared/button';
import { EmptyState } from '../../shared/empty-state';
import { isWriting } from '../../shared/is-writing';
import { Page } from '../../shared/page';
import { attempt } from '../../state/act';
import { goTo, usePlace } from '../../state/place';
import { useBook } from '../../state/use-book';
import { useNow } from '../../state/use-now';
import { Asides } from './asides';
import { Board } from './board';
import { DeskProvider } from './desk';
import { Early } from './early';
import { NextCallLine, NoCalls } from './no-calls';
import { PaperWeek } from './paper-week';
import { Pressing } from './pressing';
import { stopsOf } from './stops';
import { ToSend } from './to-send';
import { useNewDesk } from './use-new-desk';
import { showWeek, WeekSwitch, WeekTake } from './week-head';
import { monthsOf, pictureWeek, readDay, type WeekPicture } from './week-picture';
import classes from './week-view.module.css';
import { WhoIsThis } from './who-is-this';

/** The week: its calls, what is on them, what to say. The address names a day, or a request to unfold. */
export function WeekView() {
  const state = useBook((each) => each);
  const now = useNow();
  const { detail } = usePlace();
  const request = detail === undefined ? undefined : knownRequests(state).find((each) => each.id === detail);
  const day = request ? dayOfRequest(state, request.id, now) : readDay(detail, dayOf(now, state.settings.timeZone));
  const dayText = day.toString();
  // biome-ignore lint/correctness/useExhaustiveDependencies: two days of one text are one day
  const picture = useMemo(() => pictureWeek(state, day, now), [state, dayText, now]);
  const week = picture.week.toString();

  // biome-ignore lint/correctness/useExhaustiveDependencies: two weeks of one text are one week
  useEffect(() => {
    for (const month of monthsOf(picture.week)) void attempt('history.load', { month });
  }, [week]);
  return <WeekPage key={`${week} ${request?.id ?? ''}`} picture={picture} asked={request?.id} />;
}

function dayOfRequest(state: State, requestId: string, now: Temporal.Instant): Temporal.PlainDate {
  return dayOf(placeOf(state, requestId, now)?.startsAt ?? now, state.settings.timeZone);
}

function WeekPage({ picture, asked }: { picture: WeekPicture; asked: string | undefined }) {
  const { t } = useTranslation();
  const hasClients = useBook((state) => state.clients.length > 0);
  const stops = useMemo(() => stopsOf(picture), [picture]);
  const calls = picture.days.flatMap((day) => day.calls);
  const opened =
    picture.next ??
    calls.find((call) => call.items.length > 0) ??
    calls.find((call) => call.closed.length > 0) ??
    calls.at(0);
  const { desk, root, move } = useNewDesk(stops, opened?.key, asked);

  useEffect(() => {
    function handleKey(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
      if (event.key === 'j' || event.key === 'ArrowDown') move(1);
      else if (event.key === 'k' || event.key === 'ArrowUp') move(-1);
      else return;
      event.preventDefault();
    }
    window.addEventListener('keydown', handleKey);
    return () => window.removeEventListener('keydown', handleKey);
  }, [move]);

  return (
    <>
      <div className={classes.screen}>
        <Page
          isWide
          title={<span className={classes.title}>{showWeek(picture.week)}</span>}
          actions={
            <>
              <WeekSwitch week={picture.week} isThisWeek={picture.isThisWeek} />
              {calls.length > 0 && <WeekTake week={picture.week} />}
            </>
          }
        >
          <div ref={root}>
            <DeskProvider value={desk}>
              {!hasClients && (
                <EmptyState
                  title={t('week.noClients')}
                  action={
                    <Button kind="main" onClick={() => goTo('clients')}>
                      {t('week.addClient')}
                    </Button>
                  }
                >
                  {t('week.noClientsText')}
                </EmptyState>
              )}
              <WhoIsThis />
              {picture.isThisWeek && calls.length === 0 && <ToSend />}
              {calls.length === 0 && <Pressing pressing={picture.pressing} />}
              {calls.length === 0 && picture.isThisWeek && <Early />}
              {hasClients && calls.length === 0 && <NoCalls />}
              {calls.length > 0 && (
                <>
                  {picture.isThisWeek && !picture.next && <NextCallLine />}
                  <Pressing pressing={picture.pressing} />
                  {picture.isThisWeek && <Early />}
                  <Board picture={picture} />
                  {picture.isThisWeek && <ToSend />}
                </>
              )}
              <Asides picture={picture} />
            </DeskProvider>
          </div>
        </Page>
      </div>
      <PaperWeek picture={picture} />
    </>
  );
}
