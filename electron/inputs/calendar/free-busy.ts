import type { BusyTime } from '../../core/model/calendar';
import type { Component } from './components';
import { instantText, type Window } from './expand';
import { parameterOf, parseComponent, textOf } from './parse';
import { readDuration, readWhen, spanOf, type TimeReader } from './times';

const TYPES: Record<string, BusyTime['freeBusy']> = { FREE: 'free', 'BUSY-TENTATIVE': 'tentative' };

/**
 * Busy times of a VFREEBUSY (RFC 5545, 3.6.4), as calendars that hide their events publish them.
 * @throws Error with the reason
 */
export function readFreeBusy(component: Component, reader: TimeReader, window: Window): BusyTime[] {
  if (component.damage) throw new Error(component.damage);
  const parsed = parseComponent('VFREEBUSY', component.lines, (line) =>
    /^(ORGANIZER|ATTENDEE|SUMMARY|DTSTAMP)/i.test(line),
  );
  const uid = textOf(parsed, 'uid') || 'free-busy';
  return parsed.properties
    .filter(({ name }) => name === 'freebusy')
    .flatMap((property) =>
      property.values.map((value) => {
        const [begin, end] = Array.isArray(value) ? value : [];
        const start = readWhen(begin, property, component.head, reader);
        const length = readDuration(String(end));
        const { from, to } = length
          ? spanOf(start, length)
          : {
              from: spanOf(start, NONE).from,
              to: spanOf(readWhen(end, property, component.head, reader), NONE).from,
            };
        if (to < from) throw new Error('A time of it ends before it begins.');
        return { from, to, freeBusy: TYPES[parameterOf(property, 'fbtype').toUpperCase()] ?? 'busy' };
      }),
    )
    .filter(({ from, to }) => from < window.to && to > window.from)
    .map(({ from, to, freeBusy }) => ({
      uid,
      summary: '',
      startsAt: instantText(from),
      endsAt: instantText(to),
      freeBusy,
    }));
}

const NONE = { days: 0, milliseconds: 0 };
