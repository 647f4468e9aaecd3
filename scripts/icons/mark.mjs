import { both, box, diamond, disc, ring, triangle, union } from './shapes.mjs';

/** @typedef {import('./shapes.mjs').Layer} Layer */
/** @typedef {'free' | 'call' | 'focus' | 'off'} State */

/** In the order of the rows of the strips. @type {State[]} */
export const STATES = ['free', 'call', 'focus', 'off'];

const INK = [29, 35, 48];
const PAPER = [255, 253, 248];
const FRIDAY = [224, 142, 38];
const OVERDUE = [200, 45, 38];
const BLACK = [0, 0, 0];
const COLOURS = { free: [38, 150, 92], call: [47, 112, 208], focus: [132, 84, 196], off: [128, 125, 117] };

/**
 * The mark: a page of the calendar that is also something said. Straight edges lie on whole pixels.
 * @param {number} size
 * @param {{isTemplate?: boolean}} [options] template: black on clear, for systems that colour it themselves
 * @returns {Layer[]}
 */
export function drawMark(size, { isTemplate = false } = {}) {
  const at = (unit) => Math.round((unit * size) / 16);
  const line = Math.max(1, Math.round(size / 18));
  const [left, top, right, bottom] = [at(1), at(1), at(15), at(12.5)];
  const radius = size * 0.13;
  const page = box(left, top, right, bottom, radius);
  const inner = box(left + line, top + line, right - line, bottom - line, Math.max(0, radius - line));
  const tail = triangle([at(3), bottom - line], [at(3), size - 0.2], [at(7.4), bottom - line]);
  const innerTail = triangle(
    [at(3) + line, bottom - 2 * line],
    [at(3) + line, size - 2.4 * line],
    [at(7.4) - 2 * line, bottom - 2 * line],
  );
  const band = both(inner, box(left, top, right, at(4.6)));
  const rule = both(inner, box(left, at(4.6), right, at(4.6) + line));
  const hand = Math.max(1, Math.round(size / 14));
  const [x, y] = [at(5.6), at(9.2)];
  const hands = union(box(x, at(6.4), x + hand, y + hand), box(x, y, at(9.2), y + hand));
  const frame = { shape: union(page, tail), colour: isTemplate ? BLACK : INK };
  if (isTemplate)
    return [
      frame,
      { shape: both(inner, box(0, at(4.6), size, size)), colour: 'clear' },
      { shape: hands, colour: BLACK },
    ];
  return [
    frame,
    { shape: union(inner, innerTail), colour: PAPER },
    { shape: band, colour: FRIDAY },
    { shape: rule, colour: INK },
    { shape: hands, colour: INK },
  ];
}

/**
 * How things stand, at the lower right: told apart by shape as much as by colour.
 * @param {number} size
 * @param {State} state
 * @param {{isTemplate?: boolean}} [options]
 * @returns {Layer[]}
 */
export function drawState(size, state, { isTemplate = false } = {}) {
  const unit = size / 16;
  const [cx, cy] = [size - 4 * unit, size - 4 * unit];
  const radius = 3.8 * unit;
  const shapes = {
    free: disc(cx, cy, radius),
    call: box(cx - 3.3 * unit, cy - 3.3 * unit, cx + 3.3 * unit, cy + 3.3 * unit, unit),
    focus: diamond(cx, cy, 4.1 * unit),
    off: ring(cx, cy, radius, 1.7 * unit),
  };
  const halo =
    state === 'call' ? box(cx - 4.5 * unit, cy - 4.5 * unit, size, size, 1.6 * unit) : disc(cx, cy, 5 * unit);
  return [
    { shape: halo, colour: 'clear' },
    { shape: shapes[state], colour: isTemplate ? BLACK : COLOURS[state] },
  ];
}

/** Top, upper left, upper right, middle, lower left, lower right, bottom. */
const SEGMENTS = [
  '1110111',
  '0010010',
  '1011101',
  '1011011',
  '0111010',
  '1101011',
  '1101111',
  '1010010',
  '1111111',
  '1111011',
];

/**
 * How many callbacks are due, at the upper right: 1 to 9, and a plus for more.
 * @param {number} size
 * @param {number} count
 * @returns {Layer[]}
 */
export function drawCount(size, count) {
  if (count === 0) return [];
  const side = 2 * Math.round((7.3 * size) / 32);
  const line = Math.max(1, Math.floor(size / 15));
  const width = 3 * line + (size % 16 === 0 ? 0 : line);
  const height = 2 * Math.floor((side - 3 * line) / 2) + (line % 2);
  const x = size - side + Math.round((side - width) / 2);
  const y = Math.round((side - height) / 2);
  const halo = Math.max(1, Math.round(size / 20));
  return [
    { shape: box(size - side - halo, 0, size, side + halo, side / 3), colour: 'clear' },
    { shape: box(size - side, 0, size, side, side / 3.2), colour: OVERDUE },
    {
      shape: count > 9 ? drawPlus(x, y, width, height, line) : drawDigit(count, x, y, width, height, line),
      colour: PAPER,
    },
  ];
}

/** @param {number} digit @param {number} x @param {number} y @param {number} width @param {number} height @param {number} line */
function drawDigit(digit, x, y, width, height, line) {
  const middle = y + Math.floor((height - line) / 2);
  const [right, bottom] = [x + width, y + height];
  const parts = [
    box(x, y, right, y + line),
    box(x, y, x + line, middle + line),
    box(right - line, y, right, middle + line),
    box(x, middle, right, middle + line),
    box(x, middle, x + line, bottom),
    box(right - line, middle, right, bottom),
    box(x, bottom - line, right, bottom),
  ];
  return union(...parts.filter((_, index) => SEGMENTS[digit][index] === '1'));
}

/** @param {number} x @param {number} y @param {number} width @param {number} height @param {number} line */
function drawPlus(x, y, width, height, line) {
  const arm = Math.min(width, height);
  const [cx, cy] = [x + Math.floor((width - line) / 2), y + Math.floor((height - line) / 2)];
  const top = cy - Math.floor((arm - line) / 2);
  return union(box(x, cy, x + width, cy + line), box(cx, top, cx + line, top + arm));
}
