import { Temporal } from 'temporal-polyfill';
import { type Landing, landOn, landOnDay } from './landing';
import type { CalendarCall } from './taken-days';

/** Where a call would land if it were let go at a point of the page. */
export type FindPlace = (x: number, y: number) => Landing | undefined;

function findAt(root: HTMLElement, selector: string, x: number): HTMLElement | undefined {
  const all = [...root.querySelectorAll<HTMLElement>(selector)];
  const distance = (element: HTMLElement) => {
    const { left, right } = element.getBoundingClientRect();
    return Math.max(left - x, x - right, 0);
  };
  return all.toSorted((a, b) => distance(a) - distance(b))[0];
}

/** Minutes since midnight at a height of a day's column, which shows the hours that it names. */
function minutesAt(column: HTMLElement, y: number): number {
  const { top, height } = column.getBoundingClientRect();
  const from = Number(column.dataset.fromHour) * 60;
  const to = Number(column.dataset.toHour) * 60;
  return Math.min(to, Math.max(from, from + ((y - top) / height) * (to - from)));
}

/** For a call that is held at a point: where it lands when the point moves, in the week's columns or the month's days. */
export function findPlaces(root: HTMLElement, call: CalendarCall, mine: string, x: number, y: number): FindPlace {
  const zones = { mine, call: call.timeZone };
  const held = findAt(root, '[data-column]', x);
  if (!held)
    return (toX, toY) => {
      const cell = document.elementFromPoint(toX, toY)?.closest<HTMLElement>('[data-cell]');
      const day = cell?.dataset.cell;
      return day === undefined ? undefined : landOnDay(Temporal.PlainDate.from(day), call.startsAt, zones);
    };
  const start = call.startsAt.toZonedDateTimeISO(mine);
  const grabbed = minutesAt(held, y) - (start.hour * 60 + start.minute);
  return (toX, toY) => {
    const column = findAt(root, '[data-column]', toX);
    const day = column?.dataset.column;
    if (!column || day === undefined) return undefined;
    const least = Number(column.dataset.fromHour) * 60;
    return landOn(Temporal.PlainDate.from(day), Math.max(least, minutesAt(column, toY) - grabbed), zones);
  };
}
