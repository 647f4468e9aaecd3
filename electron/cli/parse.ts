import { refuse } from '../core/refuse';
import { type Given, looksLikeOption, splitArguments, unmark } from './arguments';
import { type Command, type Input, nameOf } from './command';
import { commands } from './commands';
import { readDaysOff } from './days-off';
import { readHours } from './hours';
import { fieldOf, globalOptions, lookUp } from './options';
import { readPerson } from './person';
import { findNearest, Usage } from './usage';

export interface Globals {
  home?: string;
  now?: string;
  isJson: boolean;
  isDryRun: boolean;
}

export type Parsed =
  | { kind: 'help'; about: string }
  | { kind: 'version' }
  | { kind: 'command'; command: Command; input: Input; globals: Globals };

/** Reads what was typed. Throws {@link Usage} where it is no command, a Refusal where a value can't be meant. */
export function parse(argv: readonly string[]): Parsed {
  const { words, given } = splitArguments(argv);
  const has = (name: string) => given.some((each) => each.name === name);
  if (has('version') && words.length === 0) return { kind: 'version' };
  if (words[0] === 'help') return { kind: 'help', about: nameKnown(words.slice(1)) };
  if (has('help')) return { kind: 'help', about: nameKnown(words) };
  const command = findCommand(words);
  const rest = words.slice(command.words.split(' ').length);
  const input = { ...readOptions(command, given), ...readWords(command, rest, given) };
  for (const name of command.required)
    if (input[fieldOf(name)] === undefined) throw new Usage(`--${name} is missing.`, command.words);
  return { kind: 'command', command, input, globals: readGlobals(given, command) };
}

/** As much of the words as names a command or a group of them. */
function nameKnown(words: readonly string[]): string {
  const two = words.slice(0, 2).join(' ');
  if (commands.some((each) => each.words === two)) return two;
  const [first] = words;
  return first !== undefined && commands.some((each) => each.words.split(' ')[0] === first) ? first : '';
}

function findCommand(words: readonly string[]): Command {
  const [first, second] = words;
  if (first === undefined) throw new Usage('Which command?');
  const two = commands.find((each) => each.words === `${first} ${second}`);
  const one = commands.find((each) => each.words === first);
  const found = two ?? one;
  if (found) return found;
  const group = commands.filter((each) => each.words.startsWith(`${first} `)).map((each) => each.words);
  if (group.length > 0) {
    const nearest = second && findNearest(`${first} ${second}`, group);
    const hint = nearest ? ` Did you mean "${nearest}"?` : '';
    throw new Usage(second ? `There is no command "${first} ${unmark(second)}".${hint}` : `"${first}" what?`, first);
  }
  const heads = [...new Set(commands.map((each) => each.words.split(' ')[0] ?? ''))];
  const nearest = findNearest(first, heads);
  throw new Usage(`There is no command "${unmark(first)}".${nearest ? ` Did you mean "${nearest}"?` : ''}`, nearest);
}

function namesOf(command: Command): string[] {
  return command.args.map(nameOf);
}

function readOptions(command: Command, given: readonly Given[]): Input {
  const allowed: string[] = [...command.options, ...command.required];
  const positional = namesOf(command);
  const input: Input = {};
  for (const { name, value } of given) {
    if (Object.hasOwn(globalOptions, name) || positional.includes(name)) continue;
    const option = lookUp(name);
    if (!option || !allowed.includes(name)) {
      const nearest = findNearest(name, [...allowed, ...Object.keys(globalOptions)]);
      const hint = nearest ? ` Did you mean --${nearest}?` : '';
      const asText = positional.includes('text') ? ' What stands after a "--" is text.' : '';
      throw new Usage(`"${command.words}" has no option --${name}.${hint}${asText}`, command.words);
    }
    const field = fieldOf(name);
    const before = input[field];
    if (option.isMany) input[field] = [...(Array.isArray(before) ? before : []), convert(name, value ?? '')];
    else if (before !== undefined) throw new Usage(`--${name} is given twice.`, command.words);
    else input[field] = option.kind === 'flag' ? (option.means ?? true) : convert(name, value ?? '');
  }
  return input;
}

function convert(name: string, value: string): unknown {
  const option = lookUp(name);
  if (option?.canBeNone && value === 'none') return null;
  if (option?.kind === 'person') return readPerson(value);
  if (option?.kind === 'hours') return readHours(value);
  if (option?.kind === 'days-off') return readDaysOff(value);
  if (option?.kind === 'local-time') return toLocalTime(value);
  if (option?.kind !== 'number') return value;
  if (/^[+-]?\d+(\.\d+)?$/.test(value)) return Number(value);
  return refuse('invalid', `${name}: "${value}" is not a number.`, { field: fieldOf(name) });
}

/** `2026-11-27 10:00` and `2026-11-27T10:00:00` mean what `2026-11-27T10:00` says. */
function toLocalTime(text: string): string {
  return text.trim().replace(/^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})(:00)?$/, '$1T$2');
}

function readWords(command: Command, words: readonly string[], given: readonly Given[]): Input {
  const input: Input = {};
  const isText = command.args.some((arg) => arg.startsWith('text...'));
  const stray = isText ? undefined : words.find(looksLikeOption);
  if (stray !== undefined) throw new Usage(`There is no option ${unmark(stray)}.`, command.words);
  const left = words.map(unmark);
  for (const arg of command.args) {
    const name = nameOf(arg);
    const byName = given.filter((each) => each.name === name).flatMap((each) => each.value ?? []);
    if (byName.length > 1) throw new Usage(`--${name} is given twice.`, command.words);
    const isRest = /\.\.\.\??$/.test(arg);
    const taken = byName.length > 0 ? byName : left.splice(0, isRest ? left.length : 1);
    if (taken.length === 0 && !arg.endsWith('?') && !canBeLeftOut(command, given))
      throw new Usage(`${name.toUpperCase()} is missing.`, command.words);
    if (taken.length > 0) input[name] = name === 'files' ? taken : cleanWord(name, taken.join(' '));
  }
  if (left.length > 0)
    throw new Usage(`"${left.join(' ')}" is too much. Put a name of several words in quotes.`, command.words);
  return input;
}

/** A contact needs no line where its client is named outright. */
function canBeLeftOut(command: Command, given: readonly Given[]): boolean {
  return command.words === 'log' && given.some((each) => each.name === 'client');
}

function cleanWord(name: string, text: string): string {
  return name === 'occurrence' || name === 'to' || name === 'at' ? toLocalTime(text) : text;
}

function readGlobals(given: readonly Given[], command: Command): Globals {
  const readOne = (name: 'home' | 'now') => {
    const values = given.filter((each) => each.name === name).map((each) => each.value ?? '');
    // An empty one is a variable that was never set; the usual place is not what was meant.
    if (values.some((value) => value.trim() === '')) throw new Usage(`--${name} needs a value.`, command.words);
    if (values.length > 1) throw new Usage(`--${name} is given twice.`, command.words);
    return values[0];
  };
  const [home, now] = [readOne('home'), readOne('now')];
  return {
    isJson: given.some((each) => each.name === 'json'),
    isDryRun: given.some((each) => each.name === 'dry-run'),
    ...(home !== undefined && { home }),
    ...(now !== undefined && { now }),
  };
}
