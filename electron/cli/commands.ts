import type { Command } from './command';
import { calendarCommands } from './commands/calendar';
import { callCommands } from './commands/call';
import { clientCommands } from './commands/client';
import { keepingCommands } from './commands/keeping';
import { requestCommands } from './commands/request';
import { stageCommands } from './commands/stage';
import { strangerCommands } from './commands/stranger';
import { templateCommands } from './commands/template';
import { waitingCommands } from './commands/waiting';
import { weekCommands } from './commands/week';

/** The command line: what there is to say, and which name of the contract it asks. */
export const commands: readonly Command[] = [
  ...clientCommands,
  ...callCommands,
  ...calendarCommands,
  ...requestCommands,
  ...templateCommands,
  ...strangerCommands,
  ...stageCommands,
  ...waitingCommands,
  ...weekCommands,
  ...keepingCommands,
];
