import type { BusyTime, Calendar, Reading } from '../../electron/core/model/calendar';
import type { Holidays } from '../../electron/core/model/holiday';
import type { Settings } from '../../electron/core/model/settings';
import type { Diary } from '../../electron/core/model/state';
import { UNSTAMPED } from '../../electron/core/records';
import { makeDiary, makeSettings, vienna } from './build';

/** An event of my own calendar, at wall-clock times in Vienna. */
export function makeBusy(from: string, to: string, more: Partial<BusyTime> = {}): BusyTime {
  const { uid = `${from} ${to}`, summary = 'Workshop', freeBusy = 'busy', isAllDay } = more;
  const times = { startsAt: vienna(from).toString(), endsAt: vienna(to).toString() };
  return { uid, summary, freeBusy, ...times, ...(isAllDay && { isAllDay }) };
}

/** One calendar of mine with these events. */
export function withCalendar(busy: BusyTime[], more: Partial<Calendar> = {}): Pick<Diary, 'calendars' | 'readings'> {
  const calendar: Calendar = {
    id: 'cal_1',
    ...UNSTAMPED,
    name: 'Mine',
    source: { kind: 'import', fileName: 'mine.ics' },
    isBusy: true,
    declined: [],
    ...more,
  };
  const reading: Reading = {
    calendarId: 'cal_1',
    checkedAt: '2026-11-20T08:00:00Z',
    failures: 0,
    from: '2026-10-01',
    to: '2027-10-01',
    busy,
    recurring: [],
    refused: [],
  };
  return { calendars: [calendar], readings: { cal_1: reading } };
}

/** Austria's St Stephen's Day and a Thursday of the week that tests are about. */
export const HOLIDAYS: Holidays = {
  AT: [
    { date: '2026-11-26', name: 'Feast of Tests' },
    { date: '2026-12-26', name: "St Stephen's Day" },
  ],
};

/** Monday to Friday, nine to half past five; callback block 16:45 to 17:15; focus 13:00 to 15:00 on Tuesdays. */
export function makeWeek(settings: Partial<Settings> = {}, more: Partial<Diary> = {}): Diary {
  const focusBlocks = [{ id: 'foc_1', weekdays: [2], from: '13:00', minutes: 120 }];
  return makeDiary(makeSettings({ focusBlocks, ...settings }), more.calls ?? [], { holidays: HOLIDAYS, ...more });
}
