/** Marks that open a quotation, with what closes it. */
const MARKS: readonly [string, string][] = [
  ['"', '"'],
  ['“', '”'],
  ['„', '[“”"]'],
  ['«', '»'],
  ['»', '«'],
  ['‹', '›'],
];

/** The same paragraph; a mark that is never closed quotes nothing. */
const QUOTATIONS = new RegExp(MARKS.map(([open, close]) => `${open}[^\\n]{0,400}?${close}`).join('|'), 'gu');

/** Lines that a mail program puts before what it quotes; all that follows is not mine. */
const HISTORY =
  /^[ \t]*(?:-{2,} ?(?:original message|ursprüngliche nachricht|message d'origine|mensaje original|pôvodná správa|thư gốc)|(?:on|am|le|el|dňa|vào) [^\n]{4,120}(?:wrote|schrieb|a écrit|escribió|napísala?|đã viết)[^\n]{0,80}:)[ \t]*-*/im;

/**
 * What is not mine in a folded text: the client's words in quotation marks, quoted lines, the mail beneath mine, and
 * those of `theirs` (folded, too), which a letter may name without marks.
 */
export function quotedIn(text: string, theirs: readonly string[] = []): [number, number][] {
  const history = HISTORY.exec(text)?.index;
  return [
    ...theirs.flatMap((words) => spansOf(text, wholeWords(words))),
    ...spansOf(text, QUOTATIONS),
    ...spansOf(text, /^[ \t]*>[^\n]*/gmu),
    ...(history === undefined ? [] : [[history, text.length] as [number, number]]),
  ];
}

function wholeWords(words: string): RegExp {
  const exact = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${exact}(?![\\p{L}\\p{N}])`, 'gu');
}

function spansOf(text: string, pattern: RegExp): [number, number][] {
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => [index, index + found.length]);
}
