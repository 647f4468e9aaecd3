import type { Temporal } from 'temporal-polyfill';
import { agendasOf } from '../../../electron/core/agenda';
import { isSameOccurrence } from '../../../electron/core/calls/occurrences';
import type { OccurrenceRef } from '../../../electron/core/model/call';
import type { Request } from '../../../electron/core/model/request';
import type { State } from '../../../electron/core/model/state';
import { act, attempt } from '../../state/act';
import { showMind, showNotice } from '../../state/notices';

/** Copies the reply suggested for a request, as it is. */
export async function copyReply(requestId: string): Promise<void> {
  const reply = await attempt('reply', { request: requestId });
  if (!reply.ok) return showNotice({ kind: 'problem', problem: reply.problem });
  const { situation, language, subject, body, tone, warnings } = reply.value;
  const used = await act('reply.use', { request: requestId, situation, language, subject, body, how: 'copied' });
  const [first] = tone;
  const against = warnings.find(({ action }) => action !== undefined);
  // Nobody has seen these words yet: what to mind in them is said with the notice.
  const minded = [first?.text && `“${first.text}”:`, first?.why, against?.text, against?.action].filter(Boolean);
  if (used && minded.length > 0) showMind(used.changeId, minded.join(' '));
}

/** The occurrence after the one a request stands on. */
export function findNextCall(
  state: State,
  request: Request,
  from: OccurrenceRef | undefined,
  now: Temporal.Instant,
): OccurrenceRef | undefined {
  const { agendas } = agendasOf(state, request.clientId, now);
  const index = from ? agendas.findIndex((each) => isSameOccurrence(each.occurrence, from)) : -1;
  const next = agendas[index + 1]?.occurrence;
  return next && { callId: next.callId, occurrence: next.occurrence };
}

export function moveToCall(requestId: string, pin: OccurrenceRef): Promise<unknown> {
  return act('request.set', { request: requestId, pin });
}

/** Puts an agenda into the order of the ids. */
export function arrange(ref: OccurrenceRef, requests: string[]): Promise<unknown> {
  return act('agenda.arrange', { callId: ref.callId, occurrence: ref.occurrence, requests });
}
