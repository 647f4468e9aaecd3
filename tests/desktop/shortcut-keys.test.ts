import { expect, test } from 'vitest';
import { firstState } from '../../electron/core/first-state';
import { isShortcut } from '../../electron/desktop/shortcut-keys';

test.each([
  firstState('UTC').device.shortcut,
  firstState('UTC', true).device.shortcut,
  'Control+Alt+J',
  'Super+Space',
  'Alt+`',
  'Control+Plus',
  'F9',
  'Shift+F12',
])('%s', (keys) => {
  expect(isShortcut(keys)).toBe(true);
});

test.each(['Q', 'Shift+Q', 'Nonsense+Q', 'Control+', 'Control', 'Control+Nonsense', '', '+', 'F25', 'Control+AB'])(
  'not "%s"',
  (keys) => {
    expect(isShortcut(keys)).toBe(false);
  },
);
