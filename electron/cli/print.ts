import { type Problem, Refusal } from '../core/model/problem';
import type { Command } from './command';
import { fieldOf } from './options';

/** What a terminal would take for an order, or show in another order than it stands. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** Prints an answer. What is exported must stay as it is. */
export function say(text: string, how: 'cleaned' | 'as it is' = 'cleaned'): void {
  print(process.stdout, how === 'cleaned' ? clean(text) : text);
}

/** Prints what is not part of the answer. */
export function sayToError(text: string): void {
  print(process.stderr, clean(text));
}

/** Prints why something was refused: what, where, and what to do; with JSON also as data, on the last line. */
export function sayProblem(error: unknown, { isJson, command }: { isJson: boolean; command?: Command }): void {
  const problem = problemOf(error);
  const where = command && problem.field ? nameField(command, problem.field) : undefined;
  const what = where && !problem.message.includes(where) ? `${problem.message} (${where})` : problem.message;
  sayToError([what, problem.action].filter(Boolean).join('\n'));
  if (isJson) print(process.stderr, JSON.stringify(problem));
}

/** How a field of the input is called on the command line: `--time-zone`, or `CLIENT`. */
function nameField(command: Command, field: string): string | undefined {
  const [head] = field.split('.');
  if (command.args.some((arg) => arg.replace(/\?$|\.\.\.$/, '') === head)) return head?.toUpperCase();
  const option = [...command.required, ...command.options].find((name) => fieldOf(name) === head);
  if (option) return `--${option}`;
  return head === 'now' ? '--now' : undefined;
}

function problemOf(error: unknown): Problem {
  if (error instanceof Refusal) return error.problem;
  return { code: 'internal', message: error instanceof Error ? error.message : String(error) };
}

function clean(text: string): string {
  return text.replace(CONTROL, '');
}

function print(stream: NodeJS.WriteStream, text: string): void {
  // Whoever reads may have seen enough, as `head` does.
  if (stream.listenerCount('error') === 0) stream.on('error', () => undefined);
  stream.write(text.endsWith('\n') ? text : `${text}\n`);
}
