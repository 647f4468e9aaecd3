import { describe, expect, test } from 'vitest';
import { readDaysOff, writeDaysOff } from '../../electron/cli/days-off';
import { readHours, writeHours } from '../../electron/cli/hours';
import { hours } from '../helpers/build';
import { refusalOf } from '../helpers/refusal';

const NINE_TO_FIVE = { from: '09:00', to: '17:00' };

describe('working hours as they are typed', () => {
  test.each([
    ['mo-fr 09:00-17:00', hours([1, 2, 3, 4, 5], NINE_TO_FIVE)],
    ['Mon-Fri 9:00-17:00', hours([1, 2, 3, 4, 5], NINE_TO_FIVE)],
    ['tu 09:00-12:00 13:00-17:00', hours([2], { from: '09:00', to: '12:00' }, { from: '13:00', to: '17:00' })],
    ['sa-mo 09:00-17:00', hours([6, 7, 1], NINE_TO_FIVE)],
    ['mo 09:00-17:00, we 09:00-17:00', hours([1, 3], NINE_TO_FIVE)],
    ['fr 00:00-24:00', hours([5], { from: '00:00', to: '24:00' })],
  ])('%s', (text, expected) => {
    expect(readHours(text)).toEqual(expected);
    expect(readHours(writeHours(expected))).toEqual(expected);
  });

  test.each(['', 'mo', '09:00-17:00', 'xy 09:00-17:00', 'mo-we-fr 09:00-17:00', 'mo 9-17', 'mo 09:00'])(
    '"%s" is refused, with what would be understood',
    (text) => {
      expect(refusalOf(() => readHours(text))).toMatchObject({
        code: 'invalid',
        field: 'workingHours',
        action: 'Write them as "mo-fr 09:00-12:00 13:00-17:00, sa 10:00-12:00".',
      });
    },
  );
});

describe('days off as they are typed', () => {
  test.each([
    ['2026-12-24..2027-01-06 Christmas', { from: '2026-12-24', to: '2027-01-06', name: 'Christmas' }],
    ['2026-12-24', { from: '2026-12-24', to: '2026-12-24', name: '' }],
    ['2026-12-24 Moving  house', { from: '2026-12-24', to: '2026-12-24', name: 'Moving  house' }],
  ])('%s', (text, expected) => {
    const read = readDaysOff(text);
    expect(read).toMatchObject(expected);
    expect(writeDaysOff(read)).toBe(text);
  });

  test('what is none is refused', () => {
    expect(refusalOf(() => readDaysOff('24.12.'))).toMatchObject({ code: 'invalid', field: 'daysOff' });
  });
});
