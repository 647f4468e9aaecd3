import { type Command, nameOf } from './command';
import { commands } from './commands';
import { globalOptions, lookUp, type Option } from './options';
import { indent, table } from './render/text';

/** The help about a command, a group of them, or all. */
export function writeHelp(about: string): string {
  const parts = [writeUsage(about), `With every command:\n${columns(optionRows(globalOptions))}`];
  const one = commands.find((each) => each.words === about);
  if (one?.example) parts.push(`Such as: until-friday ${one.example}`);
  if (!one) parts.push('More about one of them: until-friday help COMMAND');
  if (about === '') parts.unshift('Until Friday: what clients want now waits, kindly, until the next standing call.');
  return parts.join('\n\n');
}

/** What belongs to a command or a group itself: enough where something was mistyped. */
export function writeUsage(about: string): string {
  const one = commands.find((each) => each.words === about);
  if (one) return usageOf(one);
  const some = about === '' ? commands : commands.filter((each) => each.words.startsWith(`${about} `));
  return columns(some.map((each) => [`until-friday ${sayArguments(each)}`, each.does]));
}

function usageOf(command: Command): string {
  const names = [...command.required, ...command.options];
  const own = names.flatMap((name) => {
    const option = lookUp(name);
    return option ? [[name, option] as const] : [];
  });
  const required = command.required.map((name) => `--${name} ${lookUp(name)?.value ?? ''}`);
  const optional = command.options.length > 0 ? ['[OPTION…]'] : [];
  const head = ['until-friday', sayArguments(command), ...required, ...optional].join(' ');
  const rows = optionRows(Object.fromEntries(own));
  return [head, command.does, ...(rows.length > 0 ? [columns(rows)] : [])].join('\n\n');
}

function sayArguments({ words, args }: Command): string {
  const sayOne = (arg: string) => {
    const name = nameOf(arg).toUpperCase();
    if (arg.endsWith('?')) return `[${name}]`;
    return arg === 'files...' ? 'FILE…' : name;
  };
  return [words, ...args.map(sayOne)].join(' ');
}

function optionRows(given: Readonly<Record<string, Option>>): string[][] {
  return Object.entries(given).map(([name, { value, says }]) => [`--${name}${value ? ` ${value}` : ''}`, says]);
}

function columns(rows: string[][]): string {
  const lines = table(['', ''], rows).split('\n').slice(1);
  return indent(lines.join('\n'));
}
