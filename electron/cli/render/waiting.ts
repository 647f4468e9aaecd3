import type { WaitingAnswer } from '../../ipc/contract/waiting';
import { sayWarning } from './requests';
import { count, indent, type Rendering, sayMoment } from './text';
import { mindTone } from './tone';

export function renderWaiting(waiting: WaitingAnswer[], rendering: Rendering): string {
  if (waiting.length === 0) return 'No replies to send.';
  return waiting
    .map(({ client, dueAt, isDue, isChosen, items, subject, body, warnings, tone }) => {
      const when = isDue ? 'now' : `${sayMoment(dueAt, rendering)}${isChosen ? ', as you chose' : ''}`;
      const letter = indent(`${subject}\n\n${body}`);
      const minded = [...mindTone(tone), ...warnings.map(sayWarning)];
      return [`${client}: ${count(items.length, 'request')}, ${when}`, letter, ...minded].join('\n');
    })
    .join('\n\n');
}
