/**
 * What mail programs put before the subject of an answer or of what is passed on: English, German, Slovak and Czech,
 * Polish, French, Spanish and Portuguese, Italian, Dutch, Nordic, Vietnamese, Japanese, Chinese.
 */
const WORDS = [
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
  ...['enc', 'rif', 'inoltra', 'doorst', 'sv', 'vs', 'vb', 'vl', 'preposlané', 'přeposlané', 'trả lời', 'chuyển tiếp'],
  ...['返信', '転送', '回复', '答复', '转发', '回覆', '轉寄'],
];

const BEFORE = new RegExp(
  `^(?:(?:${WORDS.join('|')})\\s*(?:\\[\\d{1,3}\\]|\\(\\d{1,3}\\)|\\^\\d{1,3})?\\s*[:：]\\s*|\\[(?:ext|extern|external|externe?r?)\\]\\s*)`,
  'iu',
);

/** More than this nobody answered back and forth. */
const MOST = 50;

/** A subject without what mail programs put before it; composed (NFC), as the words are. */
export function dropMailPrefixes(subject: string): string {
  let rest = subject.normalize('NFC');
  for (let round = 0; round < MOST; round += 1) {
    const shorter = rest.replace(BEFORE, '');
    if (shorter === rest) break;
    rest = shorter;
  }
  return rest;
}
