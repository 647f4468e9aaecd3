import { createContext, type PointerEvent, useContext } from 'react';
import type { Landing } from './landing';
import type { CalendarCall } from './taken-days';

/** A call on its way to another time. */
export interface Moving {
  call: CalendarCall;
  by: 'keys' | 'pointer';
  landing: Landing;
}

/** What the calls of the calendar share: which is on its way, which lies open, and how that is changed. */
export interface Desk {
  moving: Moving | undefined;
  openKey: string | undefined;
  open: (key: string | undefined) => void;
  /** Lets the keys move it from now on. */
  grab: (call: CalendarCall) => void;
  /** Lets the pointer that went down on it drag it. */
  drag: (call: CalendarCall, event: PointerEvent<HTMLElement>) => void;
  /** Whether a click only ends a drag. */
  isAfterDrag: () => boolean;
}

const DeskContext = createContext<Desk | undefined>(undefined);
export const DeskProvider = DeskContext.Provider;

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('A part of the calendar was drawn outside of it.');
  return desk;
}
