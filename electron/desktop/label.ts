import { cleanLine } from '../core/model/scalars';

/** Longest text from outside in a menu; more would push the menu off the screen. */
const LABEL_LIMIT = 40;

/** Text from outside as a menu may show it: one line, no control characters, `&` as itself and not as a mark of a key. */
export function labelOf(text: string, limit = LABEL_LIMIT): string {
  return shorten(cleanLine(text), limit).replaceAll('&', '&&');
}

/** Cut between characters as people see them, never inside one. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter().segment(text.slice(0, limit * 2))) {
    if (index + segment.length >= limit) break;
    end = index + segment.length;
  }
  return `${text.slice(0, end).trimEnd()}…`;
}
