import type { Reply } from '../ipc/contract/bridge';
import type { Name, Output } from '../ipc/contract/contract';
import type { OptionName } from './options';
import type { Rendering } from './render/text';

export type Input = Record<string, unknown>;

/** What a command works with beyond its own input. */
export interface Tools {
  ask<N extends Name>(name: N, input: Input): Promise<Reply<Output<N>>>;
  home: string;
  isDryRun: boolean;
}

/** One command of the command line, of the contract's `name`. */
export interface Command {
  words: string;
  does: string;
  /** Positional arguments as fields of the input: `name?` may be left out, `name...` takes all the rest, `name...?` both. */
  args: readonly string[];
  required: readonly OptionName[];
  options: readonly OptionName[];
  example?: string;
  name: Name;
  /** Does more than to ask: reads or writes files, or asks twice. */
  run?: (input: Input, tools: Tools) => Promise<Reply<unknown>>;
  render: (value: unknown, rendering: Rendering) => string;
  /** What is rendered is for other programs to read. */
  isExact?: boolean;
  /** What is printed with `--json`, where that is not the answer itself. */
  toJson?: (value: unknown) => string;
  /** What went wrong though the rest was done; the command has failed when nothing was. */
  findRefused?: (value: unknown) => { lines: string[]; hasFailed: boolean };
}

/** The field that a positional argument stands for. */
export function nameOf(arg: string): string {
  return arg.replace(/(\.\.\.)?\??$/, '');
}

interface Described<V> {
  words: string;
  does: string;
  args?: readonly string[];
  required?: readonly OptionName[];
  options?: readonly OptionName[];
  example?: string;
  run?: (input: Input, tools: Tools) => Promise<Reply<V>>;
  render: (value: V, rendering: Rendering) => string;
  isExact?: boolean;
  toJson?: (value: V) => string;
  findRefused?: (value: V) => { lines: string[]; hasFailed: boolean };
}

/** Describes a command; `V` is what it answers with, where that is not the contract's own answer. */
export function command<N extends Name, V = Output<N>>(name: N, described: Described<V>): Command {
  // What is rendered is the answer to this very name, or what this very command's `run` made of it.
  const erased = described as unknown as Omit<Command, 'name' | 'args' | 'required' | 'options'>;
  const { args = [], required = [], options = [] } = described;
  return { ...erased, name, args, required, options };
}
