import { type Channel, channelSchema } from '../../core/model/request';
import { BEGIN, CHANNEL, END, type Line, mark, NAME, take } from './line';
import { patternOf } from './pattern';
import { anyOf, SLOTS, toNumber } from './words';

/** By which way a contact came. */
export interface Way {
  channel: Channel;
  direction: 'in' | 'out';
  count?: number;
  /** Said to be missed, so that no length makes a talk of it. */
  isMissed?: boolean;
}

const CHANNELS = channelSchema.options;
/** No end of a phone number. */
const COUNT = `(?<!\\d ?)(${SLOTS.number})`;
const ARTICLE = anyOf((words) => words.articles);
const FROM = anyOf((words) => words.from);
const AND = anyOf((words) => words.together);

/** A noun tells the channel next to the name, before "from", or at the end: "the mail server" is no mail. */
function nounOf(words: string): string {
  const some = `(?:${COUNT} )?(?:${words})`;
  return `(?<=${NAME} ?,? ?(?:(?:${ARTICLE}) )?)${some}(?: (?:${FROM}))?|${some}(?: (?:${FROM})|(?= ?(?:$|[,;&+${NAME}]|(?:${AND}) )))`;
}

function phrase(source: string): RegExp {
  return patternOf(`${BEGIN}(?:${source})${END}`, 'd');
}

const WAYS_IN = CHANNELS.map((channel) => {
  const phrases = anyOf(({ came }) => came[channel]?.phrases ?? [], SLOTS);
  const nouns = anyOf(({ came }) => came[channel]?.nouns ?? [], SLOTS);
  return { channel, pattern: phrase(`(?:${COUNT} )?(?:${phrases})|${nounOf(nouns)}`) };
});
/** "do you have five minutes": five is no count. */
const MOMENT = { channel: 'chat' as const, pattern: phrase(anyOf((words) => words.moment, SLOTS)) };
const WAYS_OUT = CHANNELS.map((channel) => ({
  channel,
  pattern: phrase(anyOf(({ went }) => went[channel] ?? [], SLOTS)),
}));
const LEFT_MESSAGE = phrase(anyOf((words) => words.leftMessage, SLOTS));
const VAIN = phrase(anyOf((words) => words.vain, SLOTS));
const MORE = phrase(anyOf((words) => words.more, SLOTS));
const MISSED = phrase(anyOf((words) => words.missed, SLOTS));

/** Reads by which way the contact came; `undefined` when nothing says so. */
export function readWay(line: Line): Way | undefined {
  return readWayOut(line) ?? readWayIn(line);
}

/** What I did: the verb begins the line or follows "I", and the name comes after it, or the language's own order. */
function readWayOut(line: Line): Way | undefined {
  const way = firstOf(line, WAYS_OUT);
  if (!way) return undefined;
  take(line, way.pattern, 'channel', CHANNEL);
  const isVain = (way.channel === 'call' || way.channel === 'missed-call') && take(line, VAIN, 'channel') !== undefined;
  if (way.channel !== 'call' && way.channel !== 'missed-call') return { channel: way.channel, direction: 'out' };
  if (take(line, LEFT_MESSAGE, 'channel')) return { channel: 'voicemail', direction: 'out' };
  if (way.channel === 'missed-call') {
    // "they did not pick up, tried Dana": said twice.
    take(line, way.pattern, 'channel', CHANNEL);
    return { channel: 'missed-call', direction: 'out' };
  }
  return { channel: isVain ? 'missed-call' : 'call', direction: 'out' };
}

/** The way named first; a voicemail left after a vain call is a voicemail. */
function readWayIn(line: Line): Way | undefined {
  const first = firstOf(line, [...WAYS_IN, MOMENT]);
  if (!first) return undefined;
  const { channel, match } = first;
  mark(line, match.index, match[0].length, 'channel', CHANNEL);
  const count = noteNumber(line, match);
  const isLeft = channel === 'missed-call' && take(line, LEFT_MESSAGE, 'channel') !== undefined;
  // "2 voicemails and 3 missed calls" are five.
  const more = take(line, MORE, 'channel');
  const others = more && noteNumber(line, more);
  return {
    channel: isLeft ? 'voicemail' : channel,
    direction: 'in',
    isMissed: MISSED.test(match[0]),
    ...((count !== undefined || others !== undefined) && { count: (count ?? 1) + (others ?? 0) }),
  };
}

interface Found {
  channel: Channel;
  pattern: RegExp;
  match: RegExpExecArray;
}

/** The one that begins first, and of these the longest. */
function firstOf(line: Line, ways: readonly { channel: Channel; pattern: RegExp }[]): Found | undefined {
  let best: Found | undefined;
  for (const { channel, pattern } of ways) {
    const match = pattern.exec(line.text);
    if (!match) continue;
    const isBetter =
      !best ||
      match.index < best.match.index ||
      (match.index === best.match.index && match[0].length > best.match[0].length);
    if (isBetter) best = { channel, pattern, match };
  }
  return best;
}

/** The number inside what was found, if there is one. */
function noteNumber(line: Line, match: RegExpExecArray): number | undefined {
  const place = match.indices?.slice(1).find((each) => each !== undefined);
  if (!place) return undefined;
  const [from, to] = place;
  line.found.push({ part: 'count', from: line.from + from, to: line.from + to });
  return toNumber(match[0].slice(from - match.index, to - match.index));
}
