import { parseArgs } from 'node:util';
import { globalOptions, options } from './options';
import { Usage } from './usage';

/** One option as it was written. */
export interface Given {
  name: string;
  value: string | undefined;
}

/** What was written, told apart into words and options, before it is known which command it is. */
export interface Split {
  words: string[];
  given: Given[];
}

/** Marks what begins with a dash and yet is no option; no argument of a program can hold it. */
const TEXT_MARK = '\0';

/** Positional arguments can be given by name as well. */
const named = ['name', 'call', 'occurrence', 'on', 'request', 'into', 'contact', 'text', 'change', 'backup'] as const;

const known = Object.fromEntries([
  ...named.map((name) => [name, { type: 'string' as const }]),
  ...Object.entries({ ...options, ...globalOptions }).map(([name, { kind }]) => [
    name,
    { type: kind === 'flag' ? ('boolean' as const) : ('string' as const) },
  ]),
]);

/** Tells options from words. Whether an option is one of the command is for later, except that it must be one at all. */
export function splitArguments(argv: readonly string[]): Split {
  const end = argv.indexOf('--');
  const marked = argv.map((arg, index) => (isText(arg) && (end < 0 || index < end) ? TEXT_MARK + arg : arg));
  const { tokens } = parseArgs({ args: marked, options: known, strict: false, allowPositionals: true, tokens: true });
  const words: string[] = [];
  const given: Given[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind === 'option') given.push(readOption(token));
  }
  return { words, given };
}

/** `-x` and what holds blanks is text that begins with a dash: there are no short options but -h. */
function isText(arg: string): boolean {
  if (arg === '-h' || !arg.startsWith('-') || arg === '-' || arg === '--') return false;
  return !/^--[a-z][\w-]*(=|$)/i.test(arg);
}

/** The word as it was written. */
export function unmark(word: string): string {
  return word.startsWith(TEXT_MARK) ? word.slice(1) : word;
}

/** Whether a word looks like an option that does not exist, such as `-x`. */
export function looksLikeOption(word: string): boolean {
  return word.startsWith(TEXT_MARK) && !/\s/.test(word);
}

interface OptionToken {
  name: string;
  rawName: string;
  value: string | undefined;
  inlineValue: boolean | undefined;
}

function readOption({ name, rawName, value, inlineValue }: OptionToken): Given {
  if (name === 'h') return { name: 'help', value: undefined };
  const type = Object.hasOwn(known, name) ? known[name]?.type : undefined;
  if (type === 'boolean' && value !== undefined) throw new Usage(`${rawName} takes no value.`);
  if (type !== 'string') return { name, value: undefined };
  if (value === undefined) throw new Usage(`${rawName} needs a value.`);
  if (!inlineValue && /^--[a-z]/.test(value))
    throw new Usage(`${rawName} needs a value; one that begins with dashes is written ${rawName}=${value}`);
  return { name, value: unmark(value) };
}
