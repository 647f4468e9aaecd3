import { expect, test } from 'vitest';
import { createWords } from '../../electron/desktop/words';

test('a language without words is answered in English, with times as English has them', () => {
  const words = createWords('vi-VN');
  expect(words.say('tray.quit')).toBe('Quit');
  expect(words.locale).toBe('en');
});

test('times keep the shape of the region where its language is spoken', () => {
  expect(createWords('en-GB').locale).toBe('en-GB');
});

test('values stand as they are, and plural forms are chosen', () => {
  const words = createWords('en');
  expect(words.say('tray.nextCall', { client: '<b>{{x}} $t(y)', when: 'Fri 10:00', count: 1 })).toBe(
    '<b>{{x}} $t(y) · Fri 10:00 · 1 item',
  );
  expect(words.say('tray.due', { count: 0 })).toBe('No callbacks due');
});
