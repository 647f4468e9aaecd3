import { placeOf } from '../../core/agenda';
import { withOffset } from '../../core/days';
import { clientOf } from '../../core/find';
import type { State } from '../../core/model/state';
import type { Moment } from '../../core/moment';
import type { Received } from '../../core/receive';
import type { WrittenReply } from '../../core/replies/write';
import { theirWords } from '../../core/tone/letter';
import { verdictOf } from '../../core/verdict';
import { kindOf } from '../../core/verdict/cases';
import type { LogAnswer } from '../contract/answers';
import { toneOfMine } from '../letter-tone';
import { shapeContact, shapeSaved, shapeVerdict } from '../shapes';
import { shapeReply } from './replies';

/** What became of a contact: its request, the verdict, the call that takes it, and the reply. `saved` has its stamps. */
export function shapeLogged(
  changeId: string,
  { state, request, contact, joinedBy, reply }: Received & { reply: WrittenReply },
  saved: State,
  { now }: Moment,
): LogAnswer {
  const { timeZone } = state.settings;
  const place = placeOf(state, request.id, now);
  return {
    changeId,
    request: shapeSaved(saved, request),
    contact: shapeContact(state, clientOf(state, request), contact),
    joined: joinedBy !== undefined,
    ...(joinedBy && { joinedBy }),
    verdict: shapeVerdict(verdictOf(state, request, now), kindOf(request), timeZone),
    ...(place && {
      call: { callId: place.callId, occurrence: place.occurrence, startsAt: withOffset(place.startsAt, timeZone) },
    }),
    reply: shapeReply(reply, toneOfMine(reply, theirWords(request))),
  };
}
