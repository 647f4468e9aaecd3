const texts = new WeakMap<object, string>();

/**
 * The text of a file: JSON that a person can read, two spaces deep. The text of each record is kept as long as the
 * record is, so that one change among many records costs the text of one.
 */
export function writeText(file: object): string {
  const lines = Object.entries(file)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `  ${JSON.stringify(key)}: ${Array.isArray(value) ? writeList(value) : indent(value, 2)}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

function writeList(list: readonly unknown[]): string {
  return list.length > 0 ? `[\n    ${list.map(writeElement).join(',\n    ')}\n  ]` : '[]';
}

function writeElement(element: unknown): string {
  if (typeof element !== 'object' || element === null) return JSON.stringify(element);
  const known = texts.get(element);
  if (known !== undefined) return known;
  const text = indent(element, 4);
  texts.set(element, text);
  return text;
}

function indent(value: unknown, spaces: number): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${' '.repeat(spaces)}`);
}
