import {
  type PointerEvent as ReactPointerEvent,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import type { Temporal } from 'temporal-polyfill';
import { act } from '../../state/act';
import { useBook } from '../../state/use-book';
import type { Moving } from './desk';
import { findPlaces } from './find-place';
import { type Landing, stepDays, stepMinutes, type Zones } from './landing';
import type { Span } from './span';
import type { CalendarCall } from './taken-days';

/** A pointer that moves less than this, in pixels, only clicks. */
const SLACK = 4;
/** So near to the edge of the page, in pixels, it scrolls along. */
const EDGE = 36;

/** How a key moves a call: in the week by quarters of an hour and days, in the month by days and weeks. */
function stepBy(key: string, kind: Span['kind'], from: Temporal.Instant, zones: Zones): Landing | undefined {
  if (key === 'ArrowLeft') return stepDays(from, -1, zones);
  if (key === 'ArrowRight') return stepDays(from, 1, zones);
  if (key === 'PageUp') return stepDays(from, -7, zones);
  if (key === 'PageDown') return stepDays(from, 7, zones);
  if (key === 'ArrowUp') return kind === 'month' ? stepDays(from, -7, zones) : stepMinutes(from, -1, zones);
  if (key === 'ArrowDown') return kind === 'month' ? stepDays(from, 7, zones) : stepMinutes(from, 1, zones);
  return undefined;
}

/** Moves a call by pointer or keys; `onEnd` hears of the call and, when it was moved, of the place. */
export function useMoving(
  root: RefObject<HTMLElement | null>,
  kind: Span['kind'],
  onEnd: (call: CalendarCall, by: Moving['by'], landing?: Landing) => void,
) {
  const mine = useBook((state) => state.settings.timeZone);
  const [moving, setMoving] = useState<Moving>();
  const current = useRef<Moving>(undefined);
  const wasDragged = useRef(false);

  const show = useCallback((next: Moving | undefined) => {
    current.current = next;
    setMoving(next);
  }, []);

  const end = useCallback(
    async (isMeant: boolean) => {
      const last = current.current;
      if (!last) return;
      current.current = undefined;
      const { call, by, landing } = last;
      const isElsewhere = !landing.startsAt.equals(call.startsAt);
      // The ghost stays until the book says so itself.
      const answer =
        isMeant && isElsewhere
          ? await act('call.move', { call: call.ref.callId, occurrence: call.ref.occurrence, to: landing.to })
          : undefined;
      // Another one may be on its way by now.
      if (!current.current) setMoving(undefined);
      onEnd(call, by, answer && landing);
    },
    [onEnd],
  );

  const grab = useCallback(
    (call: CalendarCall) => show({ call, by: 'keys', landing: { startsAt: call.startsAt, to: '' } }),
    [show],
  );

  const drag = useCallback(
    (call: CalendarCall, { clientX, clientY, button, isPrimary, pointerId }: ReactPointerEvent<HTMLElement>) => {
      const place = root.current && findPlaces(root.current, call, mine, clientX, clientY);
      wasDragged.current = false;
      if (!place || button !== 0 || !isPrimary || current.current) return;
      const page = root.current?.closest('main');
      const listening = new AbortController();
      const on = (type: 'pointermove' | 'pointerup' | 'pointercancel', listen: (event: PointerEvent) => void) =>
        window.addEventListener(type, (event) => event.pointerId === pointerId && listen(event), listening);

      on('pointermove', (event) => {
        const isFar = Math.hypot(event.clientX - clientX, event.clientY - clientY) >= SLACK;
        if (!wasDragged.current && !isFar) return;
        // Given up by a key meanwhile.
        if (wasDragged.current && !current.current) return listening.abort();
        wasDragged.current = true;
        const edge = page?.getBoundingClientRect();
        if (edge && event.clientY < edge.top + EDGE) page?.scrollBy({ top: -EDGE / 2 });
        if (edge && event.clientY > edge.bottom - EDGE) page?.scrollBy({ top: EDGE / 2 });
        const landing = place(event.clientX, event.clientY) ?? current.current?.landing;
        if (landing) show({ call, by: 'pointer', landing });
      });
      on('pointerup', () => {
        listening.abort();
        void end(true);
      });
      on('pointercancel', () => {
        listening.abort();
        void end(false);
      });
    },
    [root, mine, show, end],
  );

  const isMoving = moving !== undefined;
  useEffect(() => {
    if (!isMoving) return;
    function handleKey(event: KeyboardEvent): void {
      const last = current.current;
      if (!last || event.ctrlKey || event.metaKey || event.altKey) return;
      const { call, by, landing } = last;
      const stepped = by === 'keys' && stepBy(event.key, kind, landing.startsAt, { mine, call: call.timeZone });
      if (stepped) show({ ...last, landing: stepped });
      else if (event.key === 'Escape' || event.key === 'Tab') void end(false);
      else if (event.key === 'Enter' && by === 'keys') void end(true);
      // Whatever else a key means, it does not while a call is in the air.
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    window.addEventListener('keydown', handleKey, { capture: true });
    return () => window.removeEventListener('keydown', handleKey, { capture: true });
  }, [isMoving, kind, mine, show, end]);

  const isAfterDrag = useCallback(() => {
    const was = wasDragged.current;
    wasDragged.current = false;
    return was;
  }, []);
  return { moving, grab, drag, isAfterDrag };
}
