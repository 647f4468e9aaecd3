import type { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import type { Problem } from '../core/model/problem';
import { Refusal } from '../core/model/problem';
import type { Moment } from '../core/moment';
import type { Context, Door, Handlers } from './context';
import type { Reply } from './contract/bridge';
import { contract, type Name, type Output } from './contract/contract';
import { agendaHandlers } from './handlers/agenda';
import { availabilityHandlers } from './handlers/availability';
import { calendarHandlers } from './handlers/calendars';
import { callHandlers } from './handlers/calls';
import { cardHandlers } from './handlers/card';
import { clientHandlers } from './handlers/clients';
import { desktopHandlers } from './handlers/desktop';
import { importHandlers } from './handlers/import';
import { invitationHandlers } from './handlers/invitation';
import { keepingHandlers } from './handlers/keeping';
import { logHandlers } from './handlers/log';
import { receiptHandlers } from './handlers/receipt';
import { replyHandlers } from './handlers/replies';
import { requestHandlers } from './handlers/requests';
import { settingsHandlers } from './handlers/settings';
import { stageHandlers } from './handlers/stages';
import { strangerHandlers } from './handlers/strangers';
import { templateHandlers } from './handlers/templates';
import { toneHandlers } from './handlers/tone';
import { unplannedHandlers } from './handlers/unplanned';
import { verdictHandlers } from './handlers/verdict';
import { waitingHandlers } from './handlers/waiting';
import { weekHandlers } from './handlers/week';
import { createContactSearch } from './search-contacts';

const handlers: Handlers<Name> = {
  ...agendaHandlers,
  ...availabilityHandlers,
  ...calendarHandlers,
  ...callHandlers,
  ...cardHandlers,
  ...clientHandlers,
  ...desktopHandlers,
  ...importHandlers,
  ...invitationHandlers,
  ...keepingHandlers,
  ...logHandlers,
  ...receiptHandlers,
  ...replyHandlers,
  ...requestHandlers,
  ...settingsHandlers,
  ...unplannedHandlers,
  ...verdictHandlers,
  ...strangerHandlers,
  ...templateHandlers,
  ...toneHandlers,
  ...stageHandlers,
  ...waitingHandlers,
  ...weekHandlers,
};

interface Asked {
  door: Door;
  /** The time that holds for this question; travels with it from the command line. */
  now?: Temporal.Instant;
  dryRun?: boolean;
}

/** Answers a command or query of the contract: the input is checked, nothing is ever thrown. */
export type Answer = <N extends Name>(name: N, input: unknown, asked: Asked) => Promise<Reply<Output<N>>>;

export function createAnswer(
  given: Omit<Context, 'moment' | 'door' | 'dryRun' | 'searchContacts'> & {
    now: () => Temporal.Instant;
    newId: Moment['newId'];
  },
): Answer {
  const { now, newId, ...rest } = given;
  const context = { ...rest, searchContacts: createContactSearch(given.store) };
  return async (name, input, asked) => {
    try {
      if (!Object.hasOwn(contract, name)) return failed({ code: 'usage', message: `There is no command "${name}".` });
      if (contract[name].door === 'window' && asked.door === 'socket')
        return failed({ code: 'usage', message: `"${name}" is for the app's own windows.` });
      const checked = contract[name].input.safeParse(input);
      if (!checked.success) return failed(problemOf(checked.error, input));
      const moment = { now: asked.now ?? now(), newId };
      // The handler and the input belong to the same name; the type of the pair can not be told apart by a union.
      const handle = handlers[name] as (input: unknown, context: Context) => Promise<Output<typeof name>>;
      const value = await handle(checked.data, { ...context, moment, door: asked.door, dryRun: asked.dryRun ?? false });
      return { ok: true, value };
    } catch (error) {
      return failed(error instanceof Refusal ? error.problem : unexpected(error));
    }
  };
}

function failed(problem: Problem): { ok: false; problem: Problem } {
  return { ok: false, problem };
}

function problemOf(error: z.ZodError, input: unknown): Problem {
  const [issue] = error.issues;
  const path = issue?.path ?? [];
  const field = path.join('.');
  const message = issue?.message ?? 'is not valid';
  const value = path.reduce<unknown>((part, key) => (isRecord(part) ? part[key] : undefined), input);
  // Our own messages go on from the value, such as: "Mars/Olympus" is not a time zone.
  const isNamed = message.startsWith('is not ') && typeof value === 'string' && value.length <= 60;
  const what = isNamed ? `"${value}" ${message}` : message;
  return {
    code: /longer than/.test(message) ? 'too-long' : /time zone/.test(message) ? 'zone-unknown' : 'invalid',
    message: field ? `${field}: ${what}.` : `${what}.`,
    ...(field && { field }),
  };
}

function isRecord(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null;
}

function unexpected(error: unknown): Problem {
  return {
    code: 'internal',
    message: error instanceof Error ? error.message : String(error),
    action: 'Nothing was changed. If it happens again, run "until-friday doctor".',
  };
}
