import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { agendasOf } from '../../../electron/core/agenda';
import { findOccurrence, isSameOccurrence, type Occurrence } from '../../../electron/core/calls/occurrences';
import { dayOf } from '../../../electron/core/days';
import { Button } from '../../shared/button';
import { ClashWays } from '../../shared/occurrence/clash-ways';
import { keep, lengthen, skip } from '../../shared/occurrence/occurrence-acts';
import { useClash } from '../../shared/occurrence/use-clash';
import { nameRequest } from '../../shared/request/word-request';
import { showDay, showShortDay, showTime } from '../../shared/show-time';
import { addressOf } from '../../state/place';
import { useBook } from '../../state/use-book';
import { useNow } from '../../state/use-now';
import classes from './call-slip.module.css';
import { useDesk } from './desk';
import type { CalendarCall } from './taken-days';
import { showTimes, wordOtherTimes } from './word-call';

/** Pixels between a slip and its call, and the edge of the window. */
const GAP = 8;

/** A slip of paper beside the call that lies open: what it is, and what can be done with this one. */
export function CallSlip({ calls }: { calls: readonly CalendarCall[] }) {
  const { openKey, open } = useDesk();
  const call = calls.find((each) => each.key === openKey);
  const standing = useBook((state) => state.calls);
  const occurrence = useMemo(() => call && findOccurrence(standing, call.ref), [standing, call]);
  const isGone = openKey !== undefined && !occurrence;
  // What was skipped or moved out of sight is not open any more.
  useEffect(() => {
    if (isGone) open(undefined);
  }, [isGone, open]);
  return call && occurrence ? <Slip key={call.key} call={call} occurrence={occurrence} /> : null;
}

/** Puts the slip beside its call, where there is room. */
function putBeside(slip: HTMLElement, anchor: Element | null): void {
  const { width, height } = slip.getBoundingClientRect();
  const at = anchor?.getBoundingClientRect() ?? new DOMRect(window.innerWidth / 2, window.innerHeight / 3, 0, 0);
  const isRoomRight = at.right + GAP + width <= window.innerWidth - GAP;
  const left = isRoomRight ? at.right + GAP : at.left - GAP - width;
  slip.style.left = `${Math.max(GAP, Math.min(left, window.innerWidth - GAP - width))}px`;
  slip.style.top = `${Math.max(GAP, Math.min(at.top, window.innerHeight - GAP - height))}px`;
}

interface SlipProps {
  call: CalendarCall;
  occurrence: Occurrence;
}

function Slip({ call, occurrence }: SlipProps) {
  const { open, grab } = useDesk();
  const slip = useRef<HTMLDialogElement>(null);
  const timeZone = useBook((state) => state.settings.timeZone);
  const clashing = useClash(occurrence);
  const { client, startsAt } = call;

  useLayoutEffect(() => {
    const element = slip.current;
    if (!element) return;
    element.showPopover();
    putBeside(element, document.querySelector(`[data-occurrence="${CSS.escape(call.key)}"]`));
    element.focus();
  }, [call.key]);

  function move(): void {
    slip.current?.hidePopover();
    grab(call);
  }
  return (
    <dialog
      ref={slip}
      popover="auto"
      tabIndex={-1}
      className={classes.slip}
      aria-label={client.name}
      onToggle={(event) => event.newState === 'closed' && open(undefined)}
    >
      <h2 className={classes.client}>{client.name}</h2>
      <p className={classes.when}>
        {showDay(startsAt, timeZone)}, {showTimes(call, timeZone)}
      </p>
      <p className={classes.line}>{wordOtherTimes(call, startsAt, timeZone).join('; ')}</p>
      <Changed occurrence={occurrence} />
      <OnIt call={call} />
      {clashing ? (
        <div className={classes.clash}>
          <ClashWays occurrence={occurrence} client={client} {...clashing} onOther={move} />
        </div>
      ) : (
        <Acts occurrence={occurrence} onMove={move} />
      )}
      <p className={classes.links}>
        <Ways call={call} />
      </p>
    </dialog>
  );
}

/** How this one differs from what the rule says. */
function Changed({ occurrence: { movedFrom, startsAt, isHeld, isExtra } }: Pick<SlipProps, 'occurrence'>) {
  const { t } = useTranslation();
  const timeZone = useBook((state) => state.settings.timeZone);
  const isMoved = movedFrom !== undefined && !movedFrom.equals(startsAt);
  const texts = [
    isMoved && t('week.movedFrom', { when: `${showShortDay(movedFrom, timeZone)}, ${showTime(movedFrom, timeZone)}` }),
    isHeld && t('occurrence.held'),
    isExtra && t('occurrence.extra'),
  ].filter(Boolean);
  return texts.length > 0 && <p className={classes.line}>{texts.join(', ')}</p>;
}

const SHOWN = 4;

/** What is on it, in few lines, and the way to all of it. */
function OnIt({ call }: { call: CalendarCall }) {
  const { t } = useTranslation();
  const now = useNow();
  const items = useBook((state) => {
    const { agendas } = agendasOf(state, call.client.id, now);
    return agendas.find((each) => isSameOccurrence(each.occurrence, call.ref))?.items ?? [];
  });
  if (items.length === 0) return null;
  return (
    <ul className={classes.items}>
      {items.slice(0, SHOWN).map((item) => (
        <li key={item.id}>{nameRequest(item)}</li>
      ))}
      {items.length > SHOWN && <li className={classes.line}>{t('calendar.more', { count: items.length - SHOWN })}</li>}
    </ul>
  );
}

function Ways({ call }: { call: CalendarCall }) {
  const { t } = useTranslation();
  const timeZone = useBook((state) => state.settings.timeZone);
  return (
    <>
      <a href={addressOf('week', dayOf(call.startsAt, timeZone).toString())}>{t('calendar.agenda')}</a>
      <a href={addressOf('clients', call.client.id)}>{t('calendar.openClient', { client: call.client.name })}</a>
    </>
  );
}

const LONGER = [15, 30] as const;

/** What can be done with this one alone. */
function Acts({ occurrence, onMove }: { occurrence: Occurrence; onMove: () => void }) {
  const { t } = useTranslation();
  const isChanged = useBook((state) =>
    state.calls.some(
      ({ id, exceptions }) =>
        id === occurrence.callId && exceptions.some((each) => each.occurrence === occurrence.occurrence),
    ),
  );
  return (
    <div className={classes.acts}>
      <Button onClick={onMove}>{t('calendar.move.do')}</Button>
      <Button onClick={() => skip(occurrence)}>{t('calendar.skip')}</Button>
      {isChanged && <Button onClick={() => keep(occurrence)}>{t('calendar.putBack')}</Button>}
      <span className={classes.longer}>
        {LONGER.map((more) => (
          <Button key={more} kind="plain" onClick={() => lengthen(occurrence, occurrence.minutes + more)}>
            {t('calendar.longer', { count: more })}
          </Button>
        ))}
      </span>
    </div>
  );
}
