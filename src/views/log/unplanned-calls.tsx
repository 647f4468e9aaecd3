import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '../../../electron/core/days';
import type { UnplannedCallAnswer } from '../../../electron/ipc/contract/unplanned';
import { Button } from '../../shared/button';
import { isWriting } from '../../shared/is-writing';
import { KeyHint } from '../../shared/key-hint';
import { showLength, showShortDay, showTime } from '../../shared/show-time';
import { act } from '../../state/act';
import { useAnswer } from '../../state/use-answer';
import { useBook } from '../../state/use-book';
import { useNow } from '../../state/use-now';
import classes from './unplanned-calls.module.css';

/** Calls of the last days from the calendar, each to be logged or left out by one key. Nothing when there are none. */
export function UnplannedCalls() {
  const { t } = useTranslation();
  const { answer: calls = [] } = useAnswer('unplanned.list', {});
  const timeZone = useBook((state) => state.settings.timeZone);
  const today = dayOf(useNow(), timeZone);
  const settling = useRef(false);
  const list = useRef<HTMLUListElement>(null);
  const [currentId, setCurrentId] = useState<string>();
  const current = calls.find(({ id }) => id === currentId) ?? calls[0];

  async function settle(name: 'unplanned.log' | 'unplanned.dismiss', call: UnplannedCallAnswer): Promise<void> {
    // A key that repeats means one call, not all.
    if (settling.current) return;
    settling.current = true;
    const hadFocus = list.current?.contains(document.activeElement);
    const place = calls.indexOf(call);
    const next = calls[place + 1] ?? calls[place - 1];
    const isDone = await act(name, { call: call.id });
    settling.current = false;
    if (!isDone) return;
    setCurrentId(next?.id);
    if (hadFocus && next) focusRow(list.current, next.id);
  }

  useKeys({
    l: current && (() => settle('unplanned.log', current)),
    x: current && (() => settle('unplanned.dismiss', current)),
  });
  if (calls.length === 0) return null;
  const isOfToday = calls.every(({ startsAt }) => dayOf(startsAt, timeZone).equals(today));

  return (
    <section className={classes.section} aria-labelledby="unplanned-title">
      <h2 id="unplanned-title">{t(isOfToday ? 'log.unplanned.today' : 'log.unplanned.lately')}</h2>
      <p className={classes.line}>{t('log.unplanned.line')}</p>
      <ul ref={list} aria-label={t('log.unplanned.list')}>
        {calls.map((call) => (
          <li
            key={call.id}
            className={classes.row}
            data-unplanned={call.id}
            data-current={call === current || undefined}
            onFocus={() => setCurrentId(call.id)}
          >
            <time className={classes.time} dateTime={call.startsAt}>
              {!isOfToday && `${showShortDay(call.startsAt, timeZone)}, `}
              {showTime(call.startsAt, timeZone)}
            </time>
            <div className={classes.what}>
              <p>
                <span className={classes.client}>{call.client}</span>
                {call.person && <span className={classes.person}>{call.person}</span>}
                <span className={classes.length}>{showLength(call.minutes)}</span>
              </p>
              <p className={classes.summary}>{call.summary || t('log.noSubject')}</p>
            </div>
            <div className={classes.buttons}>
              <Button onClick={() => settle('unplanned.log', call)}>
                {t('log.unplanned.log')}{' '}
                <span className={classes.hint}>
                  <KeyHint keys="L" />
                </span>
              </Button>
              <Button kind="plain" onClick={() => settle('unplanned.dismiss', call)}>
                {t('log.unplanned.dismiss')}{' '}
                <span className={classes.hint}>
                  <KeyHint keys="X" />
                </span>
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function focusRow(list: HTMLElement | null, id: string): void {
  list?.querySelector<HTMLElement>(`[data-unplanned="${CSS.escape(id)}"] button`)?.focus();
}

/** Keys that hold wherever on the page one is, except in a field. */
function useKeys(actions: Record<string, (() => void) | undefined>): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
      const action = latest.current[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
