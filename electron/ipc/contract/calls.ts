import { z } from 'zod';
import { callSchema } from '../../core/model/call';
import { dateSchema, localTimeSchema } from '../../core/model/scalars';
import { callAnswerSchema, occurrenceAnswerSchema, reasonSchema } from './answers';
import { changed, entry, name } from './entry';

const fields = callSchema
  .pick({ start: true, minutes: true })
  .extend({ rule: z.string().min(1, 'is empty').max(500), isFloating: z.boolean().optional() });
/** Left out where the call floats with me: then it is my own. */
const timeZone = callSchema.shape.timeZone.optional();
/** An occurrence is named by its original local start, wherever it was moved. */
const occurrence = z.object({ call: name, occurrence: localTimeSchema });
const mindful = changed.extend({ warnings: z.array(reasonSchema).optional() });

/** Standing calls. Local times are in the call's own zone. */
export const callContract = {
  'call.add': entry(
    fields.extend({
      client: name,
      timeZone,
      rdates: callSchema.shape.rdates,
      exceptions: callSchema.shape.exceptions.max(2000).optional(),
      uid: callSchema.shape.uid,
    }),
    callAnswerSchema.extend(mindful.shape),
  ),
  'call.list': entry(z.object({ client: name.optional() }), z.array(callAnswerSchema)),
  /** With `from`, an occurrence: that one and those after it become a call of their own, which is the answer. */
  'call.set': entry(
    fields.partial().extend({
      call: name,
      timeZone,
      // `null` lets an ended call go on.
      endsOn: dateSchema.nullable().optional(),
      from: localTimeSchema.optional(),
    }),
    callAnswerSchema.extend(mindful.shape),
  ),
  'call.skip': entry(occurrence, changed),
  /** Done even where it may not be meant; `warnings` say why it may not. */
  'call.move': entry(occurrence.extend({ to: localTimeSchema }), mindful),
  /** One call beside those of the rule. */
  'call.extra': entry(z.object({ call: name, at: localTimeSchema }), mindful),
  /** Gives one occurrence a length of its own. */
  'call.lengthen': entry(occurrence.extend({ minutes: callSchema.shape.minutes }), mindful),
  /** It takes place although its day is off. */
  'call.hold': entry(occurrence, changed),
  /** Takes back a skip, a move, a length of its own, or that it is held. */
  'call.keep': entry(occurrence, changed),
  'call.end': entry(z.object({ call: name, on: dateSchema }), changed),
  'call.remove': entry(z.object({ call: name }), changed),
  calls: entry(z.object({ from: dateSchema, to: dateSchema }), z.array(occurrenceAnswerSchema)),
};
