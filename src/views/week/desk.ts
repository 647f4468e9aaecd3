import { createContext, use } from 'react';

/** Where the person is on the page: which call lies open, which item has the keys, which one is unfolded. */
export interface Desk {
  openKey: string | undefined;
  currentId: string | undefined;
  expandedId: string | undefined;
  openCall: (key: string) => void;
  select: (id: string) => void;
  /** Gives an item the keys and the focus. */
  goTo: (id: string) => void;
  toggle: (id: string) => void;
  /** Goes to an item and unfolds it. */
  show: (id: string) => void;
  /** What is being dragged. */
  dragged: { current: string | undefined };
}

const DeskContext = createContext<Desk | undefined>(undefined);
export const DeskProvider = DeskContext.Provider;

export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (!desk) throw new Error('There is no desk around this.');
  return desk;
}
