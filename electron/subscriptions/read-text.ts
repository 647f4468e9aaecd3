import type { Reading } from '../core/model/calendar';
import type { Window } from './window';

/** What a calendar's text holds. */
export interface TextContent extends Pick<Reading, 'busy' | 'recurring' | 'refused'> {
  /** The name that the calendar gives itself. */
  name?: string;
  /** How many events were read, within the days or not. */
  events: number;
}

/** Reads a text and expands its events within the days given; the second is not included. */
export type ReadText = (text: string, within: Window) => Promise<TextContent>;

/** Reads a text in this thread. The reader of calendars is big, and loaded when it is first needed. */
export const readTextHere: ReadText = async (text, within) => {
  const { readCalendar } = await import('../inputs/calendar/read-calendar');
  return readCalendar(text, within);
};
