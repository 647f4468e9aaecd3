/** What rendering needs to know beyond the answer. */
export interface Rendering {
  /** The current year: days of other years are written with theirs. */
  year: string;
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Fri 27 Nov`, of a date or of an instant as it is written, without turning it into another zone. */
export function sayDay(text: string, { year }: Rendering): string {
  const day = new Date(`${text.slice(0, 10)}T00:00:00Z`);
  const said = `${WEEKDAYS[day.getUTCDay()]} ${day.getUTCDate()} ${MONTHS[day.getUTCMonth()]}`;
  return text.startsWith(year) ? said : `${said} ${text.slice(0, 4)}`;
}

/** `10:00` */
export function sayTime(text: string): string {
  return text.slice(11, 16);
}

/** `Fri 27 Nov, 10:00` */
export function sayMoment(text: string, rendering: Rendering): string {
  return `${sayDay(text, rendering)}, ${sayTime(text)}`;
}

/** `Fri 27 Nov, 10:00–10:30`; the end's own day is written where it is another. */
export function saySpan(from: string, to: string, rendering: Rendering): string {
  const end = from.slice(0, 10) === to.slice(0, 10) ? sayTime(to) : sayMoment(to, rendering);
  return `${sayMoment(from, rendering)}–${end}`;
}

/** `1 request`, `3 requests` */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** Columns under their heads, two blanks apart; a column whose head ends in `#` is set to the right. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const isRight = heads.map((head) => head.endsWith('#'));
  const lines = [heads.map((head) => head.replace(/#$/, '')), ...rows];
  const widths = heads.map((_, column) => Math.max(...lines.map((line) => widthOf(line[column] ?? ''))));
  return lines
    .map((line) =>
      line
        .map((cell, column) => pad(cell, widths[column] ?? 0, isRight[column]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Names and values in two columns; those without a value are left out. */
export function fields(pairs: readonly (readonly [name: string, value: string | undefined])[]): string {
  const said = pairs.filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '');
  const width = Math.max(0, ...said.map(([name]) => widthOf(name)));
  return said.map(([name, value]) => `${pad(name, width)}  ${indent(value, width + 2).trimStart()}`).join('\n');
}

/** Every line moved to the right. */
export function indent(text: string, blanks = 2): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(blanks));
}

function pad(cell: string, width: number, isRight = false): string {
  const blanks = ' '.repeat(Math.max(0, width - widthOf(cell)));
  return isRight ? blanks + cell : cell + blanks;
}

function widthOf(text: string): number {
  return [...text].length;
}
