import { useTranslation } from 'react-i18next';
import { agendasOf } from '../../../electron/core/agenda';
import type { LateItem, Way } from '../../../electron/core/late';
import type { Request } from '../../../electron/core/model/request';
import { KeyHint } from '../../shared/key-hint';
import { asLocal, lengthen } from '../../shared/occurrence/occurrence-acts';
import { wordMomentInside } from '../../shared/request/word-request';
import { showLength } from '../../shared/show-time';
import { act } from '../../state/act';
import { useBook } from '../../state/use-book';
import { useNow } from '../../state/use-now';
import { useDesk } from './desk';
import classes from './item.module.css';

const keys = ['1', '2', '3', '4', '5'];

/** That no call takes an item by the day it is needed, if so. */
export function useLate(request: Request): LateItem | undefined {
  const state = useBook((each) => each);
  const now = useNow();
  if (request.neededBy === undefined) return undefined;
  return agendasOf(state, request.clientId, now).late.find((each) => each.request.id === request.id);
}

/** How a late item can be answered in time after all: each way one key. */
export function LateWays({ late }: { late: LateItem }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const now = useNow();
  const { settings, calls } = useBook((state) => state);
  const moment = (at: Parameters<typeof wordMomentInside>[0]) => wordMomentInside(at, now, settings.timeZone);

  function wordWay(way: Way): string {
    if (way.kind === 'longer')
      return t('week.late.longer', {
        length: showLength(way.minutes - way.occurrence.minutes),
        when: moment(way.occurrence.startsAt),
      });
    if (way.kind === 'extra') return t('week.late.extra', { when: moment(way.slot.startsAt) });
    if (way.kind === 'callback') return t('week.late.callback', { when: moment(way.startsAt) });
    return t('week.late.written');
  }

  function take(way: Way): void {
    if (way.kind === 'longer') void lengthen(way.occurrence, way.minutes);
    else if (way.kind === 'extra') {
      const timeZone = calls.find((call) => call.id === way.callId)?.timeZone ?? settings.timeZone;
      void act('call.extra', { call: way.callId, at: asLocal(way.slot.startsAt, timeZone) });
    }
    // What is said and done by hand begins with its words.
    else desk.show(late.request.id);
  }

  return (
    <div className={classes.ways}>
      {late.ways.map((way, index) => {
        const key = keys[index];
        return (
          <button
            key={`${way.kind} ${wordWay(way)}`}
            type="button"
            className={classes.action}
            aria-keyshortcuts={key}
            onClick={() => take(way)}
          >
            {wordWay(way)} {key && <KeyHint keys={key} />}
          </button>
        );
      })}
    </div>
  );
}
