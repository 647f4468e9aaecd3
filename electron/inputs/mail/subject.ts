import { cleanLine, LINE_LIMIT } from '../../core/model/scalars';
import { restoreWindowsLetters } from '../charsets';

/**
 * What mail programs put before the subject of an answer or of what is passed on: English, German, Slovak and Czech,
 * Polish, French, Spanish and Portuguese, Italian, Dutch, Nordic, Vietnamese, Japanese, Chinese.
 */
const BEFORE = new RegExp(
  `^(?:(?:${[
    ...[
      're',
      'fwd?',
      'fw',
      'aw',
      'antw(?:ort)?',
      'wg',
      'odp',
      'odpoveď',
      'odpověď',
      'pd',
      'tr',
      'rép',
      'réf',
      'rv',
      'res',
    ],
    ...[
      'enc',
      'rif',
      'inoltra',
      'doorst',
      'sv',
      'vs',
      'vb',
      'vl',
      'preposlané',
      'přeposlané',
      'trả lời',
      'chuyển tiếp',
    ],
    ...['返信', '転送', '回复', '答复', '转发', '回覆', '轉寄'],
  ].join(
    '|',
  )})\\s*(?:\\[\\d{1,3}\\]|\\(\\d{1,3}\\)|\\^\\d{1,3})?\\s*[:：]\\s*|\\[(?:ext|extern|external|externe?r?)\\]\\s*)`,
  'iu',
);

/** More than this nobody answered back and forth. */
const MOST = 50;

/** The subject as it was first written. */
export function cleanSubject(subject: string): string {
  let rest = cleanLine(restoreWindowsLetters(subject.slice(0, LINE_LIMIT * 10))).normalize('NFC');
  for (let round = 0; round < MOST; round += 1) {
    const shorter = rest.replace(BEFORE, '');
    if (shorter === rest) break;
    rest = shorter;
  }
  return shorten(rest, LINE_LIMIT);
}

/** At most so many characters, cut between two of them. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '');
  return `${cut.trimEnd()}…`;
}
