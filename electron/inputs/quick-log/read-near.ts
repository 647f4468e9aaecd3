import { type Line, takeNear } from './line';
import { ADVERB, NUMBER, toNumber } from './read-channel';
import { CLOCK, type Clock, DAY_BEFORE, toClock } from './read-time';

/** What belongs to the contact itself: how long, how often, when. */
export interface Near {
  minutes?: number;
  times?: number;
  clock?: Clock;
  /** "yesterday", or a weekday that is over. */
  dayBefore?: string;
}

/** Said of the contact, and of no further use. */
const FILLERS =
  'again|today|now|just now|earlier|tonight|this (?:morning|afternoon|evening)|(?:with)?in the last (?:\\d+ )?(?:min(?:ute)?s?|hours?|h)';

/** Reads what stands next to the name, the channel or each other, in any order. */
export function readNear(line: Line): Near {
  const near: Near = {};
  for (let before = ''; before !== line.text; ) {
    before = line.text;
    near.minutes ??= readMinutes(line);
    near.times ??= readTimes(line);
    if (!near.dayBefore) {
      const match = takeNear(line, `${DAY_BEFORE}(?: (?:at )?${CLOCK})?`);
      near.dayBefore = match?.[1]?.toLowerCase();
      near.clock ??= match && toClock(match.slice(2));
    }
    near.clock ??= readClock(line);
    takeNear(line, FILLERS);
  }
  return near;
}

function readClock(line: Line): Clock | undefined {
  const match = takeNear(line, `(?:at )?${CLOCK}`);
  if (match) return toClock(match.slice(1));
  const hour = takeNear(line, "at ([01]?\\d|2[0-3])(?: o'?clock)?(?= ?(?:$|[,;]))");
  return hour && { hour: Number(hour[1]), minute: 0 };
}

/** Longest talk that is believed: a day. */
const LONGEST_MINUTES = 1440;

/** "12 min", "1.5h", "1h30", "half an hour". */
function readMinutes(line: Line): number | undefined {
  if (takeNear(line, 'half an hour')) return 30;
  const long = takeNear(line, '(\\d{1,2}) ?h(?:ours?|rs?)? ?(?:and )?(\\d{1,2}) ?(?:min(?:ute)?s?|m)?');
  if (long) return Math.min(Number(long[1]) * 60 + Number(long[2]), LONGEST_MINUTES);
  const match = takeNear(line, '(\\d{1,3}(?:[.,]\\d)?|an) ?(?:(min(?:ute)?s?)|(h(?:ours?|rs?)?))');
  if (!match) return undefined;
  const amount = match[1]?.toLowerCase() === 'an' ? 1 : Number(match[1]?.replace(',', '.'));
  return Math.min(Math.round(amount * (match[3] ? 60 : 1)), LONGEST_MINUTES);
}

/** "3x", "x3", "4 times", "twice". */
function readTimes(line: Line): number | undefined {
  const match = takeNear(line, `${NUMBER} ?(?:x|×|times)|(?:x|×) ?(\\d{1,3})|${ADVERB}`);
  return match && toNumber(match[1] ?? match[2] ?? match[3]);
}
