import type { Rectangle, Size } from 'electron';

/** The palette stands this far down the screen, where eyes are. */
const FROM_TOP = 0.22;

/** Where the palette goes on a display's free area: centred in its upper third, never beyond its edges. */
export function placePalette(area: Rectangle, size: Size): Rectangle {
  const width = Math.min(size.width, area.width);
  const height = Math.min(size.height, area.height);
  return clampInto(area, {
    x: Math.round(area.x + (area.width - width) / 2),
    y: Math.round(area.y + area.height * FROM_TOP),
    width,
    height,
  });
}

/** Bounds made to lie inside an area: shrunk where they must be, else moved. */
export function clampInto(area: Rectangle, bounds: Rectangle): Rectangle {
  const width = Math.min(bounds.width, area.width);
  const height = Math.min(bounds.height, area.height);
  return {
    x: Math.max(area.x, Math.min(bounds.x, area.x + area.width - width)),
    y: Math.max(area.y, Math.min(bounds.y, area.y + area.height - height)),
    width,
    height,
  };
}
