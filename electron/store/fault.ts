/** Where a JSON text stops being JSON, counted from 1 as editors do; nothing when it is JSON. */
export function locateFault(text: string): { line: number; column: number } | undefined {
  const offset = scanJson(text);
  if (offset === undefined) return undefined;
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

const TOKEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON strings may not hold them
  /[ \t\r\n]*(?:([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y;
const SPACE = /[ \t\r\n]*/y;

type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing';

/** Reads token by token with a stack of open brackets; the offset of the first that does not fit. */
function scanJson(text: string): number | undefined {
  const open: string[] = [];
  let expected: Expected = 'value';
  let at = 0;
  for (;;) {
    SPACE.lastIndex = at;
    SPACE.test(text);
    const start = SPACE.lastIndex;
    if (start === text.length) return expected === 'nothing' ? undefined : start;
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    const next: Expected | null | undefined = match && follow(expected, open, match[1], match[2] !== undefined);
    if (!next) return start;
    expected = next;
    at = TOKEN.lastIndex;
  }
}

function follow(expected: Expected, open: string[], mark: string | undefined, isString: boolean): Expected | undefined {
  const isValueDue = expected === 'value' || expected === 'value-or-end';
  const afterValue = () => (open.length > 0 ? 'comma-or-end' : 'nothing');
  if (mark === undefined) {
    if (isString && (expected === 'key' || expected === 'key-or-end')) return 'colon';
    return isValueDue ? afterValue() : undefined;
  }
  if (mark === '{' || mark === '[') {
    if (!isValueDue) return undefined;
    open.push(mark);
    return mark === '{' ? 'key-or-end' : 'value-or-end';
  }
  if (mark === ':') return expected === 'colon' ? 'value' : undefined;
  if (mark === ',') return expected !== 'comma-or-end' ? undefined : open.at(-1) === '{' ? 'key' : 'value';
  const canEnd = expected === 'comma-or-end' || expected === (mark === '}' ? 'key-or-end' : 'value-or-end');
  if (!canEnd || open.pop() !== (mark === '}' ? '{' : '[')) return undefined;
  return afterValue();
}
