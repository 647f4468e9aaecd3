import { expect, it, vi } from 'vitest';
import { wordCadence } from '../../src/shared/call-form/word-cadence';
import '../../src/words/i18n';

// What the words of the interface ask a browser for.
vi.hoisted(() => {
  Object.assign(globalThis, { document: { documentElement: {} } });
  Object.defineProperty(globalThis, 'navigator', { value: { language: 'en-GB', userAgent: '' }, configurable: true });
});

it.each([
  ['FREQ=WEEKLY;BYDAY=FR', 'Fridays at 9:30'],
  ['FREQ=WEEKLY;BYDAY=TU,FR', 'Tuesdays and Fridays at 9:30'],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', 'Every other Friday at 9:30'],
  ['FREQ=WEEKLY', 'Every Thursday at 9:30'],
  ['FREQ=WEEKLY;BYDAY=FR,MO,WE', 'Every Monday, Wednesday and Friday at 9:30'],
  ['FREQ=WEEKLY;INTERVAL=3;BYDAY=MO', 'Monday at 9:30, every 3 weeks'],
  ['FREQ=DAILY', 'Every day at 9:30'],
  ['FREQ=DAILY;INTERVAL=10', 'Every 10 days at 9:30'],
  ['FREQ=MONTHLY;BYDAY=1TH', 'First Thursday of the month at 9:30'],
  ['FREQ=MONTHLY;BYDAY=+2TH', 'Second Thursday of the month at 9:30'],
  ['FREQ=MONTHLY;BYDAY=-1FR', 'Last Friday of the month at 9:30'],
  ['FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO', 'First Monday at 9:30, every 3 months'],
  ['FREQ=MONTHLY', 'Day 3 of the month at 9:30'],
  ['FREQ=MONTHLY;BYMONTHDAY=15', 'Day 15 of the month at 9:30'],
  ['FREQ=MONTHLY;BYMONTHDAY=-1', 'Last day of the month at 9:30'],
  // What would be wrong in few words is not put into them.
  ['FREQ=MONTHLY;BYDAY=TH;BYMONTHDAY=13', 'By a rule of its own, at 9:30'],
  ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', 'By a rule of its own, at 9:30'],
  ['FREQ=MONTHLY;BYMONTHDAY=1,15', 'By a rule of its own, at 9:30'],
  ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', 'By a rule of its own, at 9:30'],
])('%s is %s', (rule, words) => {
  expect(wordCadence({ rule, start: '2026-12-03T09:30' })).toBe(words);
});
