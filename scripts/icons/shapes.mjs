/** A shape says whether it holds a point; the unit is one pixel of the icon. @typedef {(x: number, y: number) => boolean} Shape */
/** @typedef {{shape: Shape, colour: [number, number, number] | 'clear'}} Layer painted in order; `clear` takes away what is beneath */

const SAMPLES = 8;

/** @param {number} left @param {number} top @param {number} right @param {number} bottom @param {number} [radius] @returns {Shape} */
export function box(left, top, right, bottom, radius = 0) {
  return (x, y) => {
    if (x < left || x >= right || y < top || y >= bottom) return false;
    const dx = Math.max(left + radius - x, x - (right - radius), 0);
    const dy = Math.max(top + radius - y, y - (bottom - radius), 0);
    return dx * dx + dy * dy <= radius * radius || radius === 0;
  };
}

/** @param {number} cx @param {number} cy @param {number} radius @returns {Shape} */
export const disc = (cx, cy, radius) => (x, y) => (x - cx) ** 2 + (y - cy) ** 2 <= radius ** 2;

/** @param {number} cx @param {number} cy @param {number} radius @returns {Shape} */
export const diamond = (cx, cy, radius) => (x, y) => Math.abs(x - cx) + Math.abs(y - cy) <= radius;

/** @param {number} cx @param {number} cy @param {number} radius @param {number} width @returns {Shape} */
export const ring = (cx, cy, radius, width) => (x, y) =>
  disc(cx, cy, radius)(x, y) && !disc(cx, cy, radius - width)(x, y);

/** A triangle, its corners in any order. @param {[number, number]} a @param {[number, number]} b @param {[number, number]} c @returns {Shape} */
export function triangle(a, b, c) {
  const side = ([ax, ay], [bx, by], x, y) => (bx - ax) * (y - ay) - (by - ay) * (x - ax);
  return (x, y) => {
    const sides = [side(a, b, x, y), side(b, c, x, y), side(c, a, x, y)];
    return sides.every((each) => each >= 0) || sides.every((each) => each <= 0);
  };
}

/** @param {...Shape} shapes @returns {Shape} */
export const union =
  (...shapes) =>
  (x, y) =>
    shapes.some((shape) => shape(x, y));

/** @param {Shape} one @param {Shape} other @returns {Shape} */
export const both = (one, other) => (x, y) => one(x, y) && other(x, y);

/**
 * Paints layers into pixels, each averaged over many points, so that edges are smooth and the same everywhere.
 * @param {number} size
 * @param {Layer[]} layers
 * @returns {Uint8Array} RGBA
 */
export function paint(size, layers) {
  const pixels = new Uint8Array(size * size * 4);
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) pixels.set(paintPixel(x, y, layers), (y * size + x) * 4);
  return pixels;
}

/** @param {number} x @param {number} y @param {Layer[]} layers */
function paintPixel(x, y, layers) {
  const sum = [0, 0, 0];
  let covered = 0;
  for (let i = 0; i < SAMPLES * SAMPLES; i++) {
    const px = x + ((i % SAMPLES) + 0.5) / SAMPLES;
    const py = y + (Math.floor(i / SAMPLES) + 0.5) / SAMPLES;
    const colour = layers.findLast(({ shape }) => shape(px, py))?.colour ?? 'clear';
    if (colour === 'clear') continue;
    covered += 1;
    for (const channel of [0, 1, 2]) sum[channel] += colour[channel];
  }
  const alpha = Math.round((covered / SAMPLES ** 2) * 255);
  return covered === 0 ? [0, 0, 0, 0] : [...sum.map((each) => Math.round(each / covered)), alpha];
}
