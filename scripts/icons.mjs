import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { drawCount, drawMark, drawState, STATES } from './icons/mark.mjs';
import { encodePng } from './icons/png.mjs';
import { paint } from './icons/shapes.mjs';
import { inProject } from './setup/project.mjs';

// Draws resources/icons anew: `node scripts/icons.mjs`. The files are kept in git; the same script gives the same bytes.

const folder = inProject('resources', 'icons');
const COUNTS = Array.from({ length: 11 }, (_, count) => count);

/** A strip with a row per state and a column per count: electron/desktop/tray-icon.ts cuts from it. @param {string} name @param {number} size */
function writeStrip(name, size) {
  const cells = STATES.map((state) =>
    COUNTS.map((count) => paint(size, [...drawMark(size), ...drawCount(size, count), ...drawState(size, state)])),
  );
  writeSheet(name, size, cells);
}

/** @param {string} name @param {number} size */
function writeTemplate(name, size) {
  const options = { isTemplate: true };
  const cells = STATES.map((state) => [paint(size, [...drawMark(size, options), ...drawState(size, state, options)])]);
  writeSheet(name, size, cells);
}

/** @param {string} name @param {number} size @param {Uint8Array[][]} rows */
function writeSheet(name, size, rows) {
  const width = rows[0].length * size;
  const sheet = new Uint8Array(width * rows.length * size * 4);
  for (const [row, cells] of rows.entries())
    for (const [column, cell] of cells.entries())
      for (let y = 0; y < size; y++)
        sheet.set(cell.subarray(y * size * 4, (y + 1) * size * 4), ((row * size + y) * width + column * size) * 4);
  write(name, encodePng(width, rows.length * size, sheet));
}

/** @param {string} name @param {Buffer} png */
function write(name, png) {
  writeFileSync(path.join(folder, name), png);
}

mkdirSync(folder, { recursive: true });
for (const size of [16, 22, 32]) {
  writeStrip(`tray-${size}.png`, size);
  writeStrip(`tray-${size}@2x.png`, size * 2);
}
writeTemplate('trayTemplate.png', 16);
writeTemplate('trayTemplate@2x.png', 32);
for (const size of [64, 512]) write(`app-${size}.png`, encodePng(size, size, paint(size, drawMark(size))));
