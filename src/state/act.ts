import type { Reply } from '../../electron/ipc/contract/bridge';
import type { Input, Name, Output } from '../../electron/ipc/contract/contract';
import { showMind, showNotice } from './notices';

/** Calls the contract; for a form that shows the problem at its own field. */
export async function attempt<N extends Name>(name: N, input: Input<N>): Promise<Reply<Output<N>>> {
  try {
    const reply = await window.untilFriday.call(name, input);
    // Letters show their own where they are written.
    if (reply.ok && name.startsWith('call.')) showWarnings(reply.value);
    return reply;
  } catch (error) {
    // The bridge answers with problems; what is thrown is the bridge itself failing.
    return { ok: false, problem: { code: 'internal', message: String(error) } };
  }
}

/** Calls the contract and shows what goes wrong; undefined then. */
export async function act<N extends Name>(name: N, input: Input<N>): Promise<Output<N> | undefined> {
  const reply = await attempt(name, input);
  if (reply.ok) return reply.value;
  showNotice({ kind: 'problem', problem: reply.problem });
  return undefined;
}

/** What was done although it may not be meant, beside the offer to undo it. */
function showWarnings(
  answer: { changeId?: string; warnings?: readonly { text: string }[] | undefined } | object,
): void {
  if (!('changeId' in answer && 'warnings' in answer) || !answer.changeId || !answer.warnings?.length) return;
  showMind(answer.changeId, answer.warnings.map(({ text }) => text).join(' '));
}
