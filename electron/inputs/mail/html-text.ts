import { LONGEST_HTML } from './limits';

/** What stands between their tags is no text of the letter; a quotation is somebody else's. */
const LEFT_OUT = new Set(
  'script style head title noscript template svg math object iframe blockquote select'.split(' '),
);
const BREAKS = new Set(
  'br p div tr li h1 h2 h3 h4 h5 h6 table ul ol hr pre section article header footer dd dt'.split(' '),
);

/** HTML's own names of the characters from 160 to 255, in their order. */
const LATIN =
  `nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para
  middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute
  Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute
  THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde
  ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml`.split(/\s+/);
const NAMED = new Map<string, string>([
  ...LATIN.map((name, index): [string, string] => [name, String.fromCodePoint(160 + index)]),
  ...Object.entries({
    ...{
      amp: '&',
      lt: '<',
      gt: '>',
      quot: '"',
      apos: "'",
      hellip: '…',
      ndash: '–',
      mdash: '—',
      lsquo: '‘',
      rsquo: '’',
    },
    ...{
      sbquo: '‚',
      ldquo: '“',
      rdquo: '”',
      bdquo: '„',
      bull: '•',
      euro: '€',
      trade: '™',
      zwnj: '',
      zwj: '',
      ensp: ' ',
    },
    ...{ emsp: ' ', thinsp: ' ', scaron: 'š', Scaron: 'Š', zcaron: 'ž', Zcaron: 'Ž', ccaron: 'č', Ccaron: 'Č' },
  }),
]);

/**
 * The words of an HTML letter. Nothing of it is ever rendered: tags are taken out in one pass, so that markup made to
 * hurt costs no more than its length; quotations are left out unless there is nothing else.
 */
export function readHtml(html: string): string {
  const part = html.slice(0, LONGEST_HTML);
  const own = stripTags(part, LEFT_OUT);
  if (own.trim() !== '') return own;
  return stripTags(part, new Set([...LEFT_OUT].filter((name) => name !== 'blockquote')));
}

function stripTags(html: string, leftOut: ReadonlySet<string>): string {
  const parts: string[] = [];
  let at = 0;
  while (at < html.length) {
    const begin = html.indexOf('<', at);
    if (begin < 0) {
      parts.push(decodeText(html.slice(at)));
      break;
    }
    parts.push(decodeText(html.slice(at, begin)));
    if (html.startsWith('<!--', begin)) {
      at = after(html, '-->', begin + 4);
      continue;
    }
    const tag = /^<(\/?)([A-Za-z][A-Za-z0-9:]*)/.exec(html.slice(begin, begin + 40));
    if (!tag && html[begin + 1] !== '!' && html[begin + 1] !== '?') {
      parts.push('<');
      at = begin + 1;
      continue;
    }
    const name = tag?.[2]?.toLowerCase() ?? '';
    at = after(html, '>', begin + 1);
    if (BREAKS.has(name)) parts.push('\n');
    else if (name === 'td' || name === 'th') parts.push(' ');
    const isEmpty = html[at - 2] === '/';
    if (tag?.[1] === '' && leftOut.has(name) && !isEmpty) at = afterElement(html, name, at);
  }
  return parts
    .join('')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Blanks and line ends of the source mean a blank. */
function decodeText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/&(#[xX][0-9A-Fa-f]{1,6}|#\d{1,7}|[A-Za-z][A-Za-z0-9]{1,9});?/g, decodeEntity);
}

function decodeEntity(whole: string, name: string): string {
  if (!name.startsWith('#')) return NAMED.get(name) ?? whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : '';
}

/** Behind the next such text; what has no end reaches to the end. */
function after(html: string, text: string, from: number): number {
  const found = html.indexOf(text, from);
  return found < 0 ? html.length : found + text.length;
}

/** Behind the end of an element that may hold others of its name. */
function afterElement(html: string, name: string, from: number): number {
  const edges = new RegExp(`<(/?)${name}(?=[\\s>/])`, 'gi');
  edges.lastIndex = from;
  let depth = 1;
  for (let edge = edges.exec(html); edge; edge = edges.exec(html)) {
    depth += edge[1] === '/' ? -1 : 1;
    if (depth === 0) return after(html, '>', edge.index);
  }
  return html.length;
}
