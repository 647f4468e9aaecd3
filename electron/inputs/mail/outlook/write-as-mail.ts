import { cleanLine } from '../../../core/model/scalars';
import { decodeByFirst } from '../../charsets';
import { LONGEST_BODY, LONGEST_HEAD, MOST_ATTACHMENTS_NAMED, MOST_RECIPIENTS } from '../limits';
import { type Entry, openCompoundFile } from './compound-file';

/** What is read of a message ([MS-OXPROPS]), by property id. */
const IDS = {
  messageClass: '001A',
  subject: '0037',
  headers: '007D',
  senderName: '0C1A',
  senderMail: '0C1F',
  senderSmtp: '5D01',
  body: '1000',
  html: '1013',
  messageId: '1035',
  references: '1039',
  inReplyTo: '1042',
  displayName: '3001',
  mail: '3003',
  smtp: '39FE',
  fileName: '3704',
  longFileName: '3707',
} as const;
const SUBMITTED = 0x0039;
const DELIVERED = 0x0e06;
const IMPORTANCE = 0x0017;
const CODE_PAGE = 0x3fde;
/** Days from 1601, where Windows begins to count, to 1970, in units of 100 ns. */
const EPOCH = 116_444_736_000_000_000n;

/**
 * A message as Outlook keeps it (.msg, [MS-OXMSG]) written as a mail of RFC 5322, so that it is read as every other one;
 * attachments keep only their names. Nothing where it is no message, or one without a sender.
 *
 * Read by ourselves: `@kenjiuno/msgreader` 1.28 loses the signs of Windows code pages ("Größe – wie?" comes without its
 * dash), and a few changed bytes kept it busy for half a second.
 */
export function writeAsMail(bytes: Uint8Array): Uint8Array | undefined {
  const root = openCompoundFile(bytes);
  if (!root) return undefined;
  const fixed = readFixed(root, 32);
  const read = createReader(root, fixed.get(CODE_PAGE));
  if (!/^(IPM\.(Note|Schedule)|REPORT)\b/i.test(read(IDS.messageClass) || 'IPM.Note') || fixed.size === 0)
    return undefined;
  const received = keepHeaders(read(IDS.headers));
  const has = (name: string) => new RegExp(`^${name}[ \\t]*:`, 'im').test(received);
  const head: string[] = [];
  const say = (name: string, value: string | undefined) => {
    if (value && !has(name)) head.push(`${name}: ${value}`);
  };
  const sender = [read(IDS.senderSmtp), read(IDS.senderMail)].find((mail) => mail.includes('@'));
  say('From', sender && writeMailbox(read(IDS.senderName), sender));
  say('To', listRecipients(root, fixed.get(CODE_PAGE)).join(', '));
  say('Subject', writeWords(read(IDS.subject)));
  say('Date', writeDate(fixed.get(SUBMITTED) ?? fixed.get(DELIVERED)));
  say('Message-ID', cleanLine(read(IDS.messageId)));
  say('References', cleanLine(read(IDS.references)));
  say('In-Reply-To', cleanLine(read(IDS.inReplyTo)));
  if (fixed.get(IMPORTANCE) === 2n) say('Importance', 'high');
  const text = read(IDS.body);
  const html = text.trim() === '' ? readStream(root, `${IDS.html}0102`) : undefined;
  const htmlText = html ? decodeBytes(html, fixed.get(CODE_PAGE)) : text.trim() === '' ? read(IDS.html) : '';
  const type = htmlText === '' ? 'text/plain' : 'text/html';
  const names = listAttachments(root, fixed.get(CODE_PAGE));
  const boundary = 'until-friday-outlook-part';
  const parts = [
    `--${boundary}\nContent-Type: ${type}; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${toBase64(htmlText || text)}\n`,
    ...names.map(
      (name) =>
        `--${boundary}\nContent-Type: application/octet-stream\nContent-Disposition: attachment; filename="${writeWords(name)}"\n\n`,
    ),
    `--${boundary}--\n`,
  ];
  const top = [received, ...head, 'MIME-Version: 1.0', `Content-Type: multipart/mixed; boundary=${boundary}`];
  return new TextEncoder().encode(`${top.filter((line) => line !== '').join('\n')}\n\n${parts.join('')}`);
}

/** The headers it arrived with, without those that say how its body was written then. */
function keepHeaders(headers: string): string {
  let isKept = false;
  const lines = headers
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .filter((line) => {
      if (!/^[ \t]/.test(line)) isKept = /^(?!content-|mime-version)[!-9;-~]+[ \t]*:/i.test(line);
      return isKept && line.trim() !== '';
    });
  return lines.join('\n');
}

/** Texts are kept as UTF-16 or, by old programs, in the code page of the sender. */
function createReader(folder: Entry, codePage: bigint | undefined): (id: string) => string {
  return (id) => {
    const wide = readStream(folder, `${id}001F`);
    if (wide) return new TextDecoder('utf-16le').decode(wide);
    const narrow = readStream(folder, `${id}001E`);
    return narrow ? decodeBytes(narrow, codePage) : '';
  };
}

function readStream(folder: Entry, property: string): Uint8Array | undefined {
  return folder.entries.get(`__SUBSTG1.0_${property}`)?.read(LONGEST_BODY);
}

function decodeBytes(bytes: Uint8Array, codePage: bigint | undefined): string {
  const label =
    codePage === undefined
      ? ''
      : codePage === 65001n
        ? 'utf-8'
        : (PAGES.get(Number(codePage)) ?? `windows-${codePage}`);
  return decodeByFirst(['utf-8', label], bytes);
}

const PAGES = new Map<number, string>([
  ...([
    [932, 'shift_jis'],
    [936, 'gbk'],
    [949, 'euc-kr'],
    [950, 'big5'],
    [20_866, 'koi8-r'],
    [54_936, 'gb18030'],
  ] as const),
  ...([
    [28_591, 'iso-8859-1'],
    [28_592, 'iso-8859-2'],
    [28_605, 'iso-8859-15'],
    [50_220, 'iso-2022-jp'],
  ] as const),
]);

/** Numbers and times stand together in one stream, sixteen bytes each. */
function readFixed(folder: Entry, headBytes: number): Map<number, bigint> {
  const values = new Map<number, bigint>();
  const bytes = folder.entries.get('__PROPERTIES_VERSION1.0')?.read(LONGEST_HEAD) ?? new Uint8Array();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = headBytes; at + 16 <= bytes.length; at += 16) {
    const kind = view.getUint16(at, true);
    const id = view.getUint16(at + 2, true);
    if (kind === 0x0040) values.set(id, view.getBigUint64(at + 8, true));
    if (kind === 0x0003) values.set(id, BigInt(view.getUint32(at + 8, true)));
  }
  return values;
}

function foldersNamed(root: Entry, name: string, most: number): Entry[] {
  return [...root.entries.values()]
    .filter((entry) => entry.isFolder && entry.name.toUpperCase().startsWith(name))
    .slice(0, most);
}

function listRecipients(root: Entry, codePage: bigint | undefined): string[] {
  return foldersNamed(root, '__RECIP_VERSION1.0_', MOST_RECIPIENTS).flatMap((folder) => {
    const read = createReader(folder, codePage);
    const mail = [read(IDS.smtp), read(IDS.mail)].find((each) => each.includes('@'));
    return mail ? [writeMailbox(read(IDS.displayName), mail)] : [];
  });
}

function listAttachments(root: Entry, codePage: bigint | undefined): string[] {
  return foldersNamed(root, '__ATTACH_VERSION1.0_', MOST_ATTACHMENTS_NAMED).flatMap((folder) => {
    const read = createReader(folder, codePage);
    return [read(IDS.longFileName) || read(IDS.fileName)].filter((name) => name !== '');
  });
}

function writeMailbox(name: string, mail: string): string {
  return `${writeWords(name)} <${cleanLine(mail).replace(/[<>\s]/g, '')}>`;
}

/** As an encoded word (RFC 2047): nothing in it can become a header of its own. */
function writeWords(text: string): string {
  const plain = cleanLine(text).slice(0, 500);
  return plain === '' ? '' : `=?utf-8?B?${toBase64(plain).replace(/\n/g, '')}?=`;
}

function writeDate(time: bigint | undefined): string | undefined {
  if (time === undefined) return undefined;
  const milliseconds = Number((time - EPOCH) / 10_000n);
  return Math.abs(milliseconds) < 8.64e15 ? new Date(milliseconds).toISOString() : undefined;
}

function toBase64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  let whole = '';
  for (let at = 0; at < bytes.length; at += 57)
    whole += `${btoa(String.fromCharCode(...bytes.subarray(at, at + 57)))}\n`;
  return whole.trimEnd();
}
