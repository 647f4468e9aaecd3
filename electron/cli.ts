import { version } from '../package.json';
import type { Command, Tools } from './cli/command';
import { writeHelp, writeUsage } from './cli/help';
import { type Globals, type Parsed, parse } from './cli/parse';
import { say, sayProblem, sayToError } from './cli/print';
import { openSession } from './cli/session';
import { Usage } from './cli/usage';
import { Refusal } from './core/model/problem';
import type { Reply } from './ipc/contract/bridge';
import { resolveHome } from './store/home';

const DONE = 0;
const REFUSED = 1;
const WRONG_USAGE = 2;

type Asked = Extract<Parsed, { kind: 'command' }>;

/**
 * The command line: another client of the contract. Gives the exit status: 0 done, 1 refused with the reason on
 * standard error, 2 wrong usage.
 */
export async function run(argv: string[]): Promise<number> {
  const isJson = argv.includes('--json');
  try {
    const parsed = parse(argv);
    if (parsed.kind === 'version') say(version);
    else if (parsed.kind === 'help') say(writeHelp(parsed.about));
    else return await perform(parsed);
    return DONE;
  } catch (error) {
    if (error instanceof Usage) {
      sayToError(`${error.message}\n\n${writeUsage(error.about)}`);
      return WRONG_USAGE;
    }
    sayProblem(error, { isJson });
    return REFUSED;
  }
}

async function perform({ command, input, globals }: Asked): Promise<number> {
  const home = resolveHome({ flag: globals.home, env: process.env, platform: process.platform });
  const session = openSession({ home, now: globals.now, isDryRun: globals.isDryRun });
  // The reply to a name of the contract holds what the contract says it does.
  const ask = ((name, fields) => session.ask({ name, input: fields })) as Tools['ask'];
  try {
    const tools = { ask, home, isDryRun: globals.isDryRun };
    const reply: Reply<unknown> = await (command.run ? command.run(input, tools) : ask(command.name, input));
    return reply.ok ? show(command, reply.value, globals) : refuse(command, reply, globals);
  } finally {
    await session.close();
  }
}

function show(command: Command, value: unknown, { isJson, isDryRun, now }: Globals): number {
  const year = now?.slice(0, 4) ?? String(new Date().getFullYear());
  if (isJson) say(command.toJson ? command.toJson(value) : JSON.stringify(value, null, 2), 'as it is');
  else {
    say(command.render(value, { year }), command.isExact ? 'as it is' : 'cleaned');
    if (isDryRun) sayToError('This was a dry run: nothing was written.');
  }
  const refused = command.findRefused?.(value);
  if (refused && refused.lines.length > 0) sayToError(refused.lines.join('\n'));
  return refused?.hasFailed ? REFUSED : DONE;
}

function refuse(command: Command, { problem }: Extract<Reply<unknown>, { ok: false }>, { isJson }: Globals): number {
  sayProblem(new Refusal(problem), { isJson, command });
  return problem.code === 'usage' ? WRONG_USAGE : REFUSED;
}
