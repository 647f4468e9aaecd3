import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '../../../electron/core/days';
import { Button } from '../../shared/button';
import { EmptyState } from '../../shared/empty-state';
import { Page } from '../../shared/page';
import { goTo, usePlace } from '../../state/place';
import { useBook } from '../../state/use-book';
import { useNow } from '../../state/use-now';
import { SpanSwitch, showSpan } from './calendar-head';
import classes from './calendar-view.module.css';
import { CallSlip } from './call-slip';
import { type Desk, DeskProvider, type Moving } from './desk';
import type { Landing } from './landing';
import { MonthGrid } from './month-grid';
import { MovingLine } from './moving-line';
import { pictureMonth } from './picture-month';
import { lastTurn, pictureWeek } from './picture-week';
import { isOnPage, readSpan, type Span, spanAround, writeSpan } from './span';
import type { CalendarCall } from './taken-days';
import { useCalendarKeys } from './use-calendar-keys';
import { useKeptCall } from './use-kept-call';
import { useMoving } from './use-moving';
import { useToday } from './use-today';
import { WeekGrid } from './week-grid';

/** The calendar: a week or a month with all that takes it. The address names which. */
export function CalendarView() {
  const isEmpty = useBook((state) => state.calls.length === 0 && state.calendars.length === 0);
  const { timeZone, weekStartsOn } = useBook((state) => state.settings);
  const today = useToday();
  const dayText = today.toString();
  const { detail } = usePlace();
  // biome-ignore lint/correctness/useExhaustiveDependencies: two days of one text are one day
  const span = useMemo(() => readSpan(detail, today, weekStartsOn), [detail, dayText, weekStartsOn]);
  const root = useRef<HTMLDivElement>(null);
  const [openKey, open] = useState<string>();
  const wantsFocus = useRef<string>(undefined);

  const handleEnd = useCallback(
    (call: CalendarCall, by: Moving['by'], landing?: Landing) => {
      if (by === 'keys') wantsFocus.current = call.key;
      const day = landing && dayOf(landing.startsAt, timeZone);
      if (day && !isOnPage(span, day, weekStartsOn))
        goTo('calendar', writeSpan(spanAround(span.kind, day, weekStartsOn)));
    },
    [span, timeZone, weekStartsOn],
  );
  const { moving, grab, drag, isAfterDrag } = useMoving(root, span.kind, handleEnd);
  const desk = useMemo<Desk>(
    () => ({ moving, openKey, open, grab, drag, isAfterDrag }),
    [moving, openKey, grab, drag, isAfterDrag],
  );
  useCalendarKeys(root, span, weekStartsOn);

  // The page goes along with a call that the keys carry out of it.
  const target = moving?.by === 'keys' ? dayOf(moving.landing.startsAt, timeZone) : undefined;
  const shown = target && !isOnPage(span, target, weekStartsOn) ? spanAround(span.kind, target, weekStartsOn) : span;

  // After every drawing: the call may stand where it landed only now.
  useEffect(() => {
    const key = wantsFocus.current;
    const element = key && root.current?.querySelector<HTMLElement>(`[data-occurrence="${CSS.escape(key)}"]`);
    if (!element || moving) return;
    wantsFocus.current = undefined;
    element.focus();
  });

  return (
    <Page
      isWide
      title={<span className={classes.title}>{showSpan(shown)}</span>}
      actions={<SpanSwitch span={shown} weekStartsOn={weekStartsOn} />}
    >
      {isEmpty ? (
        <Nothing />
      ) : (
        <DeskProvider value={desk}>
          <div ref={root} className={classes.calendar} data-moving={moving?.by}>
            {shown.kind === 'week' ? (
              <Week first={shown.first} root={root} />
            ) : (
              <Month first={shown.first} root={root} />
            )}
          </div>
          <MovingLine moving={moving} kind={span.kind} />
        </DeskProvider>
      )}
    </Page>
  );
}

interface SheetProps extends Pick<Span, 'first'> {
  root: RefObject<HTMLElement | null>;
}

function Week({ first, root }: SheetProps) {
  useKeptCall(root);
  const state = useBook((each) => each);
  const turn = lastTurn(state, useNow());
  const key = `${first} ${turn}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key names the day and the instant
  const picture = useMemo(() => pictureWeek(state, first, turn), [state, key]);
  return (
    <>
      <WeekGrid picture={picture} />
      <CallSlip calls={picture.calls} />
    </>
  );
}

function Month({ first, root }: SheetProps) {
  useKeptCall(root);
  const state = useBook((each) => each);
  const month = first.toString();
  // biome-ignore lint/correctness/useExhaustiveDependencies: two days of one text are one day
  const picture = useMemo(() => pictureMonth(state, first), [state, month]);
  const calls = useMemo(() => picture.weeks.flat().flatMap((day) => day.calls), [picture]);
  return (
    <>
      <MonthGrid picture={picture} />
      <CallSlip calls={calls} />
    </>
  );
}

/** Neither calls nor calendars: how they come here. */
function Nothing() {
  const { t } = useTranslation();
  return (
    <EmptyState
      title={t('calendar.empty')}
      action={
        <span className={classes.ways}>
          <Button kind="main" onClick={() => goTo('settings')}>
            {t('calendar.subscribe')}
          </Button>
          <Button onClick={() => goTo('clients')}>{t('week.addCall')}</Button>
        </span>
      }
    >
      {t('calendar.emptyText')}
    </EmptyState>
  );
}
