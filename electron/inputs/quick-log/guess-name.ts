import { cleanLine } from '../../core/model/scalars';
import type { Who } from '../../core/model/stranger';
import { listNumbers } from './find-client';
import { BEGIN, END } from './line';
import { GRAMMAR } from './names';
import { patternOf } from './pattern';
import type { Span } from './spans';
import { anyOf, lowerLine } from './words';

const MAIL = /[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,250}[\p{L}\p{N}])?\.\p{L}{2,24}/u;
/** Longest name in words, as where names are looked up. */
const LONGEST_NAME = 4;
const LONGEST_LETTERS = 80;

const FROM = patternOf(`${BEGIN}(?:${anyOf((words) => words.from)}|${anyOf((words) => words.to)}) `, 'g');
/** "Peter from Globex", "Petra od Globexu". */
const OF_FIRM = patternOf(` (?:${anyOf((words) => words.links.filter((link) => !isJoining(link)))}) `);
const ABOUT = patternOf(`${BEGIN}(?:${anyOf((words) => words.about)})${END}`);

function isJoining(link: string): boolean {
  return ['and', '&', '+', '/', ',', 'und', 'a', '=và'].includes(link);
}

/**
 * Who a line seems to be about that names nobody known: a mail address and a phone number by their looks; a name by its
 * place, before the way of contact ("Globex called") or after "from" behind it. `spans` are those of the line as it is
 * understood without any client. Nothing is a guess too far: without a name it is only asked.
 */
export function guessName(raw: string, spans: readonly Span[]): Who {
  const email = MAIL.exec(raw)?.[0];
  const [number] = listNumbers(raw);
  const phone = number?.text.trim();
  const blank = (text: string) =>
    [email, phone].reduce<string>((rest, part) => (part ? rest.replace(part, ' ') : rest), text);
  const said = spans
    .filter(({ part }) => part === 'subject' || part === 'channel')
    .map(({ part, from, to }) => ({ part, text: blank(raw.slice(from, to)) }));
  const way = said.findIndex(({ part }) => part === 'channel');
  const before = way > 0 ? cutAbout(said.slice(0, way).at(-1)?.text ?? '') : '';
  const after = said.slice(way + 1).find(({ part }) => part === 'subject')?.text ?? '';
  const channel = way >= 0 ? (said[way]?.text ?? '') : '';
  return {
    ...(partName(nameBefore(before)) ??
      partName(nameAfter(channel, after, email !== undefined || phone !== undefined)) ??
      {}),
    ...(email !== undefined && { email }),
    ...(phone !== undefined && { phone }),
  };
}

/** Whoever is named outright: a mail address, a number, both with a name, or a name alone. */
export function readName(words: string): Who {
  const email = MAIL.exec(words)?.[0];
  const [number] = listNumbers(words);
  const rest = [email, number?.text].reduce<string>((text, part) => (part ? text.replace(part, ' ') : text), words);
  const name = cleanLine(rest.replace(/[<>()"]/g, ' '));
  return {
    ...(/\p{L}|\p{N}/u.test(name) && { name }),
    ...(email !== undefined && { email }),
    ...(number && { phone: number.text.trim() }),
  };
}

/** What stands before the way of contact is the name, but for what it is about. */
function cutAbout(text: string): string {
  const about = ABOUT.exec(lowerLine(text));
  return about ? text.slice(0, about.index) : text;
}

function nameBefore(text: string): string {
  const last = text.split(/[,;:!?]\s|(?<=\p{L}{4})\.\s/u).findLast((part) => part.trim() !== '') ?? '';
  return wordsOf(last).slice(-LONGEST_NAME).join(' ');
}

/** Behind "from" or the way of contact itself: a run of words in capitals, or the one word that stands there. */
function nameAfter(channel: string, text: string, isNamed: boolean): string {
  const own = cutAbout(text).trimStart();
  const from = [...lowerLine(own).matchAll(FROM)].find(
    ({ index, 0: word }) => index === 0 || CAPITAL.test(own.slice(index + word.length)),
  );
  const isLed = from !== undefined || FROM_LAST.test(lowerLine(channel).trimEnd());
  if (isNamed && !isLed) return '';
  const [part = ''] = own.slice(from ? from.index + from[0].length : 0).split(/[,;:!?](?:\s|$)|\s[-–—]\s/);
  const words = wordsOf(part);
  const run = words.slice(0, endOfRun(words));
  return CAPITAL.test(run[0] ?? '') || isLed || words.length === 1 ? run.join(' ') : '';
}

const CAPITAL = /^[\p{Lu}\p{Lo}]/u;

/** How many of the words are a name: those in capitals after the first, and a link between two of them. */
function endOfRun(words: readonly string[]): number {
  let end = 1;
  while (end < words.length && end < LONGEST_NAME) {
    if (CAPITAL.test(words[end] ?? '')) end += 1;
    else if (OF_FIRM.test(` ${words[end]} `) && CAPITAL.test(words[end + 1] ?? '')) end += 2;
    else break;
  }
  return end;
}

const FROM_LAST = patternOf(`(?:${anyOf((words) => words.from)}|${anyOf((words) => words.to)})$`);

function wordsOf(text: string): string[] {
  return cleanLine(text)
    .split(' ')
    .map((word) =>
      word
        .replace(/^[\s,;:"“„(<[-]+|[\s,;:"”“)>\]!?-]+$/g, '')
        .replace(/(?<=[^.]{4})\.$/, '')
        .replace(/['’]s$/, ''),
    )
    .filter((word) => word !== '');
}

/** A name without the small words at its ends; the firm apart where both are named. */
function partName(text: string): Pick<Who, 'name' | 'firm'> | undefined {
  const lower = lowerLine(text);
  const link = OF_FIRM.exec(lower);
  if (link) {
    const [name, firm] = [trimGrammar(text.slice(0, link.index)), trimGrammar(text.slice(link.index + link[0].length))];
    if (name && firm) return { name, firm };
  }
  const name = trimGrammar(text);
  return name ? { name } : undefined;
}

/** Small words in small letters go; in capitals they may be a part of the name: "Nguyễn Văn An". */
function trimGrammar(text: string): string {
  const words = wordsOf(text);
  const isSmall = (word: string | undefined) => word !== undefined && /^\P{Lu}/u.test(word) && GRAMMAR.has(word);
  while (isSmall(words[0])) words.shift();
  while (isSmall(words.at(-1))) words.pop();
  const name = words.join(' ').slice(0, LONGEST_LETTERS);
  const isNobody = NOBODY.test(lowerLine(name)) || words.every((word) => GRAMMAR.has(word.toLowerCase()));
  return /\p{L}/u.test(name) && !isNobody ? name.charAt(0).toUpperCase() + name.slice(1) : '';
}

const NOBODY = patternOf(`^(?:${anyOf((words) => words.nobody)})$`);
