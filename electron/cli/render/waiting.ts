import type { WaitingAnswer } from '../../ipc/contract/waiting';
import { sayWarning } from './requests';
import { count, indent, type Rendering, sayMoment } from './text';

export function renderWaiting(waiting: WaitingAnswer[], rendering: Rendering): string {
  if (waiting.length === 0) return 'No replies to send.';
  return waiting
    .map(({ client, dueAt, isDue, isChosen, items, subject, body, warnings }) => {
      const when = isDue ? 'now' : `${sayMoment(dueAt, rendering)}${isChosen ? ', as you chose' : ''}`;
      const minded = warnings.map((warning) => `\n${sayWarning(warning)}`).join('');
      return `${client}: ${count(items.length, 'request')}, ${when}\n${indent(`${subject}\n\n${body}`)}${minded}`;
    })
    .join('\n\n');
}
