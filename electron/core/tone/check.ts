import { type Folded, fold } from './fold';
import { occurrencesOf } from './pattern';
import { quotedIn } from './quoted';
import { type ToneByLanguage, type ToneKind, type ToneRule, type ToneWords, toneKinds } from './words';

export interface ToneFinding {
  kind: ToneKind;
  /** Where it stands, in UTF-16 units of the text; a place to write at where both are the same. */
  start: number;
  end: number;
  /** The words themselves; empty for what is missing. */
  text: string;
  why: string;
  /** What to write in place of them: empty where they are best left out, absent where only the writer knows. */
  say?: string;
}

type Span = [number, number];
/** In the folded text. */
interface Found {
  kind: ToneKind;
  span: Span;
  say?: string;
}

/** Apologies that a letter bears. */
const APOLOGIES = 2;
/** Shorter letters need no next step: "Thank you!" */
const SHORT_WORDS = 5;

/** The list of a language, of its base language, else the English one. */
export function toneWordsFor(lists: ToneByLanguage, language: string): ToneWords {
  const found = lists[language.toLowerCase()] ?? lists[language.split('-')[0]?.toLowerCase() ?? ''] ?? lists.en;
  if (!found) throw new Error('The English list is missing from the build.');
  return found;
}

/**
 * Words in a letter that would hurt or scare a client off, in the order of the text; of several at one place the widest.
 * The client's own words are left alone: what is quoted, and `theirs`, such as the subject of their mail. `own` says why,
 * in my language.
 */
export function checkTone(
  text: string,
  words: ToneWords,
  own: ToneWords = words,
  theirs: readonly string[] = [],
): ToneFinding[] {
  const folded = fold(text);
  const quoted = quotedIn(
    folded.text,
    theirs.map((each) => fold(each).text),
  );
  const found = [...findRules(folded, words), ...findApologies(folded, words), ...findGaps(folded)]
    .filter(({ span }) => !quoted.some((each) => overlaps(each, span)))
    .toSorted((a, b) => widthOf(b) - widthOf(a) || toneKinds.indexOf(a.kind) - toneKinds.indexOf(b.kind));
  const kept: Found[] = [];
  for (const each of found) if (!kept.some(({ span }) => overlaps(span, each.span))) kept.push(each);
  // A vague promise is a next step too, and is found by itself.
  const hasStep = kept.some(({ kind }) => kind === 'vague-promise' || kind === 'gap');
  return [...kept, ...(hasStep ? [] : findMissingStep(folded, words, quoted))]
    .toSorted((a, b) => a.span[0] - b.span[0])
    .map((each) => shape(each, text, folded, own));
}

function findRules({ text }: Folded, { rules }: ToneWords): Found[] {
  return Object.entries(rules).flatMap(([name, list]) => {
    const kind = toneKinds.find((each) => each === name);
    return kind ? list.flatMap((rule) => findRule(text, rule).map((span) => ({ kind, span, say: rule.say }))) : [];
  });
}

function findRule(text: string, { find, except = [] }: ToneRule): Span[] {
  const spared = except.flatMap((pattern) => occurrencesOf(pattern, text));
  return find
    .flatMap((pattern) => occurrencesOf(pattern, text))
    .filter((span) => !spared.some((each) => overlaps(each, span)));
}

/** Those after the second; what names its own way of too much is found by the rules. */
function findApologies({ text }: Folded, { apology }: ToneWords): Found[] {
  const spans = apology.find.flatMap((pattern) => occurrencesOf(pattern, text)).toSorted((a, b) => a[0] - b[0]);
  const apart = spans.filter((span, index) => !spans.slice(0, index).some((each) => overlaps(each, span)));
  return apart.slice(APOLOGIES).map((span) => ({ kind: 'over-apology', span, say: apology.say }));
}

/** "[day]", left from a better wording or a template. */
function findGaps({ text }: Folded): Found[] {
  return [...text.matchAll(/\[[\p{L}][^\]\n]{0,60}\](?!\()/gu)].map(({ 0: found, index }) => ({
    kind: 'gap',
    span: [index, index + found.length],
  }));
}

const CLOCK = /\b\d{1,2}(?:[:.h]\d{2}| ?(?:h|uhr))\b|\?/u;

/** A letter that leaves open what happens next: at the end of its last sentence. */
function findMissingStep({ text }: Folded, { nextStep }: ToneWords, quoted: readonly Span[]): Found[] {
  const mine = quoted.reduce((rest, [start, end]) => blank(rest, start, end), text);
  if ((mine.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) < SHORT_WORDS) return [];
  if (CLOCK.test(mine) || nextStep.find.some((pattern) => occurrencesOf(pattern, mine).length > 0)) return [];
  const place = lastSentenceEnd(mine);
  return [{ kind: 'no-next-step', span: [place, place], say: nextStep.say }];
}

function blank(text: string, start: number, end: number): string {
  return text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
}

/** Before the closing, which has no sentence; at the end of a text that has none at all. */
function lastSentenceEnd(text: string): number {
  const ends = [...text.matchAll(/[.!…](?=\s|$)/gu)];
  return (ends.at(-1)?.index ?? text.trimEnd().length - 1) + 1;
}

function shape({ kind, span, say }: Found, text: string, { starts }: Folded, { why }: ToneWords): ToneFinding {
  const [start = 0, end = text.length] = [starts[span[0]], starts[span[1]]];
  const words = text.slice(start, end);
  return {
    ...{ kind, start, end, text: words, why: why?.[kind] ?? kind },
    ...(say !== undefined && { say: suit(say, words, text.slice(0, start)) }),
  };
}

/** As large as what it replaces; with the space before it where it is added. */
function suit(say: string, words: string, before: string): string {
  if (words === '') return before === '' || /\s$/u.test(before) ? say : ` ${say}`;
  if (say === '' || !isLarge(words, before)) return say;
  return say.charAt(0).toUpperCase() + say.slice(1);
}

function isLarge(words: string, before: string): boolean {
  const [first = ''] = words;
  if (first === first.toLowerCase()) return false;
  // "ASAP" is large anywhere.
  const isShouted = words.length > 1 && words === words.toUpperCase();
  return !isShouted || /(?:^|[.!?…:]\s+|\n\s*)$/u.test(before);
}

function widthOf({ span: [start, end] }: Found): number {
  return end - start;
}

function overlaps(one: Span, other: Span): boolean {
  return one[0] < other[1] && other[0] < one[1];
}
