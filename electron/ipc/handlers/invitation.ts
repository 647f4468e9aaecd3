import { createHash } from 'node:crypto';
import { nextOccurrences } from '../../core/calls/occurrences';
import { checkRule, describeRule } from '../../core/calls/rule';
import { normaliseRule } from '../../core/calls/rule-parts';
import { findClient } from '../../core/find';
import type { StandingCall } from '../../core/model/call';
import { UNSTAMPED } from '../../core/records';
import { writeProposal } from '../../core/replies/proposal';
import { nameFile } from '../../outputs/name-file';
import type { Context, Handlers } from '../context';
import { toneOf } from '../letter-tone';

/** So many first times tell the days of the week that a proposal is about. */
const FIRST_TIMES = 4;

export const invitationHandlers: Handlers<'call.invitation'> = {
  'call.invitation': async ({ client: name, ...given }, context) => {
    const { state } = context.store;
    const client = findClient(state, name);
    const { start, timeZone, minutes } = given;
    const rule = normaliseRule(given.rule);
    checkRule(rule, start, timeZone);
    const call = { ...UNSTAMPED, id: '', clientId: client.id, rule, start, timeZone, minutes, exceptions: [] };
    const uid = nameProposal(client.id, rule, start, timeZone, String(minutes));
    const { myName, myEmails } = state.settings;
    const organizer = given.organizer ?? myEmails?.[0];
    const { writeInvitation } = await import('../../outputs/calendar/invitation');
    return {
      fileName: `${nameFile('standing-call', client.name)}.ics`,
      ics: writeInvitation(
        { uid, client, myName, rule, start, timeZone, minutes, ...(organizer && { organizer }) },
        context.moment.now,
      ),
      uid,
      ...writeLetter(call, context),
    };
  },
};

/** The words of a proposal know calls once and twice a week; of others they would not be true. */
function writeLetter(call: StandingCall, { store, words, moment }: Context) {
  const { cadence } = describeRule(call.rule);
  const first = nextOccurrences([call], moment.now, FIRST_TIMES).map(({ startsAt }) => startsAt);
  if (first.length === 0 || (cadence !== 'weekly' && cadence !== 'twice-weekly')) return {};
  const client = findClient(store.state, call.clientId);
  const letter = writeProposal(store.state, client, { ...call, first }, words, moment.now);
  return { ...letter, tone: toneOf(letter) };
}

/** The same proposal has the same UID whenever it is asked for, so that a file opened twice is one event. */
function nameProposal(...parts: string[]): string {
  return `${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)}@until-friday`;
}
