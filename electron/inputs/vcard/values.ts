import { cleanLine, LINE_LIMIT } from '../../core/model/scalars';
import { decodeByFirst, restoreWindowsLetters } from '../charsets';
import type { Property } from './lines';

/** The text of a property: its encoding and character set undone, still escaped. */
export function decodeValue({ params, value }: Property): string {
  const encoding = params.get('ENCODING')?.[0]?.toUpperCase();
  const charset = params.get('CHARSET')?.[0];
  if (encoding === 'QUOTED-PRINTABLE') return decodeBytes(bytesOfQuoted(value), charset);
  if (encoding === 'BASE64' || encoding === 'B') return decodeBytes(bytesOfBase64(value), charset);
  return value;
}

/** Splits where a character stands that is not escaped, and undoes the escapes. */
export function splitValue(value: string, separator: ';' | ','): string[] {
  const parts: string[] = [];
  let part = '';
  for (let at = 0; at < value.length; at += 1) {
    const char = value[at];
    if (char === '\\' && at + 1 < value.length) {
      at += 1;
      part += value[at] === 'n' || value[at] === 'N' ? ' ' : value[at];
    } else if (char === separator) {
      parts.push(part);
      part = '';
    } else part += char;
  }
  return [...parts, part].map(tidy);
}

/** The text of a property that is one value, its escapes undone. */
export function undoEscapes(value: string): string {
  return tidy(value.replace(/\\(.)/gs, (_, char: string) => (char === 'n' || char === 'N' ? ' ' : char)));
}

function tidy(text: string): string {
  return cleanLine(restoreWindowsLetters(text.slice(0, LINE_LIMIT * 4)))
    .slice(0, LINE_LIMIT)
    .trim();
}

function bytesOfQuoted(value: string): Uint8Array {
  const bytes: number[] = [];
  const encoder = new TextEncoder();
  for (const [, hex, text = ''] of value.matchAll(/=([0-9A-Fa-f]{2})|([^=]+|=)/g))
    if (hex) bytes.push(Number.parseInt(hex, 16));
    else bytes.push(...encoder.encode(text));
  return Uint8Array.from(bytes);
}

function bytesOfBase64(value: string): Uint8Array {
  const plain = value.replace(/[^A-Za-z0-9+/]/g, '');
  try {
    const text = atob(plain.slice(0, plain.length - (plain.length % 4 === 1 ? 1 : 0)));
    return Uint8Array.from(text, (char) => char.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}

/** By the character set that is named, else as UTF-8 where that fits, else as Windows writes it. */
function decodeBytes(bytes: Uint8Array, charset: string | undefined): string {
  return decodeByFirst([...(charset === undefined ? [] : [charset]), 'utf-8'], bytes);
}
