import type { State } from './model/state';
import { UNSTAMPED } from './records';

/** What an empty home starts with: Monday to Friday, nine to half past five, one callback block at the day's end. */
export function firstState(timeZone: string, isMac = false): State {
  const day = [{ from: '09:00', to: '17:30' }];
  return {
    settings: {
      id: 'settings',
      ...UNSTAMPED,
      myName: '',
      timeZone,
      weekStartsOn: 1,
      workingHours: { 1: day, 2: day, 3: day, 4: day, 5: day, 6: [], 7: [] },
      callbackBlocks: [{ id: 'blk_first', weekdays: [1, 2, 3, 4, 5], from: '16:45', minutes: 30 }],
    },
    device: {
      id: 'device',
      ...UNSTAMPED,
      theme: 'system',
      shortcut: isMac ? 'Command+Shift+U' : 'Control+Shift+U',
      isCopyAutomatic: true,
      isWelcomeDone: false,
    },
    clients: [],
    calls: [],
    calendars: [],
    offers: [],
    strangers: [],
    requests: [],
    history: {},
    tally: {},
    readings: {},
    holidays: {},
  };
}
