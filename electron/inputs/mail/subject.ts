import { cleanLine, LINE_LIMIT } from '../../core/model/scalars';
import { dropMailPrefixes } from '../../core/subjects/mail-prefixes';
import { restoreWindowsLetters } from '../charsets';

/** The subject as it was first written. */
export function cleanSubject(subject: string): string {
  const line = cleanLine(restoreWindowsLetters(subject.slice(0, LINE_LIMIT * 10)));
  return shorten(dropMailPrefixes(line), LINE_LIMIT);
}

/** At most so many characters, cut between two of them. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '');
  return `${cut.trimEnd()}…`;
}
