import { expect, test } from 'vitest';
import { clampInto, placePalette } from '../../electron/desktop/placing';

const area = { x: 1920, y: 30, width: 1600, height: 1000 };
const size = { width: 640, height: 320 };

test('the palette is centred in the upper third', () => {
  const { x, y, ...rest } = placePalette(area, size);
  expect(rest).toEqual(size);
  expect(x + size.width / 2).toBe(area.x + area.width / 2);
  expect(y).toBeGreaterThan(area.y);
  expect(y).toBeLessThan(area.y + area.height / 3);
});

test('it fits a display smaller than itself', () => {
  expect(placePalette({ x: 0, y: 0, width: 500, height: 300 }, size)).toEqual({ x: 0, y: 0, width: 500, height: 300 });
  const low = placePalette({ x: 0, y: 0, width: 1000, height: 360 }, size);
  expect(low.y + low.height).toBeLessThanOrEqual(360);
});

test.each([
  ['within', { x: 2000, y: 100, width: 800, height: 600 }, { x: 2000, y: 100, width: 800, height: 600 }],
  ['left of it', { x: 0, y: 100, width: 800, height: 600 }, { x: 1920, y: 100, width: 800, height: 600 }],
  ['below it', { x: 2000, y: 900, width: 800, height: 600 }, { x: 2000, y: 430, width: 800, height: 600 }],
  ['larger', { x: 0, y: 0, width: 9000, height: 9000 }, area],
])('bounds %s the area', (_, bounds, clamped) => {
  expect(clampInto(area, bounds)).toEqual(clamped);
});
