import type { Channel } from '../../core/model/request';
import { CHANNEL, type Line, NAME, take, takeWords } from './line';

/** By which way a contact came. */
export interface Way {
  channel: Channel;
  direction: 'in' | 'out';
  count?: number;
  /** Said to be missed, so that no length makes a talk of it. */
  isMissed?: boolean;
}

const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const TIMES = ['once', 'twice', 'thrice'];
export const NUMBER = `(\\d{1,5}|${NUMBERS.join('|')})`;
export const ADVERB = `(${TIMES.join('|')})`;

export function toNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const word = text.toLowerCase();
  const number = [NUMBERS, TIMES].map((words) => words.indexOf(word) + 1).find((index) => index > 0);
  return number ?? Number(word);
}

/** A noun tells the channel next to the name, before "from", or at the end: "the mail server" is no mail. */
function noun(words: string): string {
  return `(?<=${NAME} ?,? ?(?:an? )?)(?:${words})(?: from)?|(?:${words})(?: from|(?= ?(?:$|[,;&+${NAME}]|and )))`;
}

const MESSAGE = '(?:messages?|voice ?mails?|vms?)';

/** What a person did to reach me; a number before or inside is the count. */
const WAYS_IN: { channel: Channel; words: string }[] = [
  {
    channel: 'voicemail',
    words: `left (?:me |us )?(?:an? )?(?:${NUMBER} )?(?:empty )?${MESSAGE}|empty (?:voice ?mails?|vms?)(?: from)?|${noun('voice ?mails?|vms?')}`,
  },
  {
    channel: 'missed-call',
    words: `missed(?: an?)?(?: ${NUMBER})? calls?(?: from)?|missed(?= ?(?:$|[,;\\d${NAME}]))|(?:tried|trying)(?: (?:to (?:call|reach|ring|phone)|calling))?(?: me| us)?|rang(?: me| us)?|(?:called|phoned)(?: me| us)?(?: back)?(?: up)?|calls(?: from)?|(?:got |had )?(?:an? )?call from|mc`,
  },
  {
    channel: 'call',
    words: `(?:we |i )?(?:spoke|talked)(?: (?:to|with|w/))?|picked up(?: for)?|(?:had )?(?:an? )?(?:phone |video )?call with|call (?=${NAME})|(?<=^|${NAME} )call(?= ?(?:$|[,;\\d]))`,
  },
  { channel: 'in-person', words: 'in person|(?:came|dropped|stopped) by|met(?: with)?|at (?:my|the) desk' },
  {
    channel: 'chat',
    words: `chat(?:ted)? with|chatted|slacked|whatsapped|texted|dmed|pinged|messaged|(?:on|via) (?:slack|teams|whats ?app)|${noun('chats?|slack|teams|whats ?app|texts?|sms|dms?|messages?')}`,
  },
  {
    channel: 'chat',
    words:
      '(?:do you have|have you got|you have|got) (?:an?|one|two|five|ten|[1-9]\\d?|a few) ?(?:min(?:ute)?s?|moments?|sec(?:ond)?s?)(?: for me)?',
  },
  {
    channel: 'email',
    words: `(?:e-?)?mailed|wrote|writes|replied|sent (?:me |us )?${NUMBER} (?:e-?mails|mails)|(?:sent (?:me |us )?)?(?:an? )?(?:${noun('e-?mails?|mails?')})`,
  },
];

const WHO = `(?:to |with |for )?${NAME}`;
const MINE = '(?:^|\\bi )';

function mine(words: string): RegExp {
  return new RegExp(`${MINE}(?:${words})`, 'i');
}

/** What I did: the verb begins the line or follows "I", and the name comes after it. */
const WAYS_OUT: { channel: Channel; pattern: RegExp }[] = [
  { channel: 'voicemail', pattern: mine(`left ${WHO} an? ${MESSAGE}|left an? ${MESSAGE} ${WHO}`) },
  { channel: 'missed-call', pattern: mine(`tried (?:to (?:call|reach|phone) |calling |reaching )?${NAME}`) },
  {
    channel: 'call',
    pattern: mine(
      `(?:called|rang|phoned)(?: back)? ${WHO}(?: back)?|returned (?:the |an? )?calls? (?:of |from )?${WHO}`,
    ),
  },
  { channel: 'call', pattern: new RegExp(`returned ${NAME} call`, 'i') },
  {
    channel: 'call',
    pattern: new RegExp(
      `(?<!${NAME} ,? ?)(?:\\bi (?:called|rang|phoned)|\\bcalled back|\\breturned (?:the )?call)\\b`,
      'i',
    ),
  },
  { channel: 'email', pattern: mine(`(?:e-?mailed|mailed|wrote|replied|answered|sent) ${WHO}(?: an? (?:e-?)?mail)?`) },
  { channel: 'chat', pattern: mine(`(?:texted|messaged|pinged|slacked|dmed|whatsapped) ${WHO}`) },
];

/** Reads by which way the contact came; `undefined` when nothing says so. */
export function readWay(line: Line): Way | undefined {
  return readWayOut(line) ?? readWayIn(line);
}

function readWayOut(line: Line): Way | undefined {
  const way = WAYS_OUT.find(({ pattern }) => take(line, pattern, CHANNEL));
  if (!way) return undefined;
  if (way.channel !== 'call') return { channel: way.channel, direction: 'out' };
  if (takeWords(line, `(?:and )?left (?:an? )?${MESSAGE}`)) return { channel: 'voicemail', direction: 'out' };
  const isVain = takeWords(line, '(?:but )?(?:no answer|no reply|not reached|nobody (?:there|answered)|engaged|busy)');
  return { channel: isVain ? 'missed-call' : 'call', direction: 'out' };
}

/** The way named first; a voicemail left after a vain call is a voicemail. */
function readWayIn(line: Line): Way | undefined {
  const ways = WAYS_IN.flatMap(({ channel, words }) => {
    const item = `(?:${NUMBER} )?(?:${words})`;
    const probe = { ...line };
    const match = takeWords(probe, item, CHANNEL);
    return match ? [{ channel, match, text: probe.text }] : [];
  });
  const [first] = ways.toSorted((a, b) => a.match.index - b.match.index);
  if (!first) return undefined;
  line.text = first.text;
  const count = toNumber(first.match.slice(1).find((group) => group !== undefined));
  const isLeft =
    first.channel === 'missed-call' &&
    takeWords(line, `(?:and |then )?left (?:me |us )?(?:an? )?(?:empty )?${MESSAGE}`);
  // "2 voicemails and 3 missed calls" are five.
  const more = takeWords(
    line,
    `(?:and|&|\\+) ${NUMBER} (?:${MESSAGE}|(?:missed )?calls?|e-?mails?|texts?|messages?)(?: from)?`,
  );
  return {
    channel: isLeft ? 'voicemail' : first.channel,
    direction: 'in',
    isMissed: /missed/i.test(first.match[0]),
    ...((count !== undefined || more) && { count: (count ?? 1) + (toNumber(more?.[1]) ?? 0) }),
  };
}
