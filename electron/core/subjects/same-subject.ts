import { agreeInMarks } from './letters';
import { readSubject, type Subject, type Word } from './read-subject';
import { isSlip } from './vocabulary';

/**
 * Whether two wordings mean one subject, in whatever languages: all that one of them says is said by the other, too, and
 * where both have numbers those agree. Words that name no subject ("question", "call me back") never make two the same.
 */
export function isSameSubject(one: string, other: string): boolean {
  return likeness(readSubject(one), readSubject(other)) > 0;
}

/** Whether a text names a subject at all. */
export function namesSubject({ words, numbers }: Subject): boolean {
  return words.length + numbers.length > 0;
}

/** 0 for two subjects, up to 1 for the very same; of two that fit, the closer one is meant. */
export function likeness(one: Subject, other: Subject): number {
  if (!namesSubject(one) || !namesSubject(other) || !doNumbersAgree(one.numbers, other.numbers)) return 0;
  if ((one.words.length === 0) !== (other.words.length === 0)) return 0;
  const covered = countCovered(one.words, other.words);
  const otherCovered = countCovered(other.words, one.words);
  if (covered < one.words.length && otherCovered < other.words.length) return 0;
  const all = sizeOf(one) + sizeOf(other);
  return (covered + otherCovered + 2 * Math.min(one.numbers.length, other.numbers.length)) / all;
}

function sizeOf({ words, numbers }: Subject): number {
  return words.length + numbers.length;
}

function countCovered(words: readonly Word[], by: readonly Word[]): number {
  return words.filter((word) => by.some((each) => isSameWord(word, each))).length;
}

/** All numbers of the one stand in the other, so that invoice 12 of 2026 is not 13 of 2026. */
function doNumbersAgree(one: readonly string[], other: readonly string[]): boolean {
  return one.every((number) => other.includes(number)) || other.every((number) => one.includes(number));
}

function isSameWord(one: Word, other: Word): boolean {
  if (one.meaning.length > 0 || other.meaning.length > 0)
    return one.meaning.some((subject) => other.meaning.includes(subject));
  if (one.folded === other.folded) return agreeInMarks(one.marked, other.marked, one.folded);
  if (one.stem === other.stem) return agreeInMarks(one.markedStem, other.markedStem, one.stem);
  return isSlip(one.folded, other.folded);
}
