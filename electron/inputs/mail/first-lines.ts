import { cleanText } from '../../core/model/scalars';
import { restoreWindowsLetters } from '../charsets';
import { LONGEST_TEXT, MOST_LINES } from './limits';
import { shorten } from './subject';

/** No letter is looked at further than this for where its own words end. */
const LOOKED_AT = 100_000;

/** Above what is quoted or passed on, in the languages of the mail programs. */
const ORIGINAL =
  /^\s*[-_=]{2,}\s*(original(?:[- ]message| appointment)?|forwarded (?:message|by.*)|begin forwarded message|ursprüngliche (?:nachricht|e-mail)|originalnachricht|weitergeleitete nachricht|weitergeleitet.*|pôvodná správa|původní (?:zpráva|e-mail)|preposlaná správa|přeposlaná zpráva|message (?:d'origine|transféré)|mensaje (?:original|reenviado)|mensagem original|messaggio (?:originale|inoltrato)|wiadomość oryginalna|oryginalna wiadomość|treść przekazanej wiadomości|thư gốc|tin nhắn gốc|forwarded message|元のメッセージ|転送メッセージ|原始邮件)\s*[-_=]*\s*$/iu;
const HEADED = /^\s*\*?(from|von|od|de|da|från|van|từ|người gửi|差出人|送信者|发件人)\s?\*?\s?[:：]/iu;
const HEADED_ALSO =
  /^\s*\*?(sent|date|to|subject|gesendet|datum|an|betreff|odoslané|dátum|komu|predmet|odesláno|předmět|envoyé|à|objet|enviado|para|asunto|wysłano|do|temat|inviato|a|oggetto|đã gửi|ngày|đến|tới|chủ đề|日時|送信日時|宛先|件名|日期|收件人)\s?\*?\s?[:：]/iu;
const RULE = /^\s*_{10,}\s*$/;
const ATTRIBUTION = /[:：]\s*$/;
const SIGNATURE = /^--\s?$/;
/** A line that mail programs put beneath by themselves. */
const PROGRAM =
  /^\s*((sent|gesendet|von meinem|odoslané|odesláno|envoyé|enviado|wysłane|inviato|gửi|đã gửi|get outlook for|outlook (?:für|pre|pour|for)|diese nachricht wurde von meinem).{0,80}(iphone|ipad|android|outlook|samsung|galaxy|handy|mobil|telefón|mobile|smartphone|mail|gmx|web\.de)\b.{0,80}|(iphone|ipad|android)から送信|get outlook for .*)\s*$/iu;
const CLOSING =
  /^\s*((mit\s+)?(freundliche[nr]?|beste[nr]?|liebe|viele|herzliche|schöne|sonnige)\s+gr(ü|ue)(ß|ss)(e|en)?|(mfg|lg|vg)\b|hochachtungsvoll|(kind|best|warm|many)?\s*regards|kind(ly|est) regards|best( wishes)?|all the best|thanks( and regards| again| a lot)?|many thanks|thank you|cheers|sincerely( yours)?|yours (sincerely|faithfully|truly)|(s\s+)?(srdečným\s+|priateľským\s+)?pozdravom?|s úctou|(ďakujem|dakujem)( vopred)?|(trân trọng|thân mến|kính thư|xin cảm ơn|cảm ơn)( .{0,20})?|cordialement|bien à vous|saludos( cordiales)?|atentamente|pozdrawiam|z poważaniem|cordiali saluti|よろしくお願い(いた|致)?します。?|敬具|以上)\s*[,.!]?\s*$/iu;

/**
 * The first lines that the writer of a mail wrote: without what it answers, the signature, and what the program put
 * beneath. Of a mail that only passes something on, the first lines of that.
 */
export function readFirstLines(text: string): string {
  const lines = cleanText(restoreWindowsLetters(text.slice(0, LOOKED_AT))).split('\n');
  const own = takeOwn(lines);
  const kept = own.length > 0 ? own : takePlain(lines);
  return shorten(kept.slice(0, MOST_LINES).join('\n').trim(), LONGEST_TEXT);
}

function takeOwn(lines: readonly string[]): string[] {
  const kept: string[] = [];
  const last = lines.findLastIndex((line) => line.trim() !== '' && !PROGRAM.test(line));
  for (const [index, line] of lines.entries()) {
    if (SIGNATURE.test(line) || ORIGINAL.test(line) || isHeadOfOriginal(lines, index)) break;
    if (RULE.test(line) && lines.slice(index + 1, index + 4).some((next) => HEADED.test(next))) break;
    if (/^\s*>/.test(line)) {
      dropAttribution(kept);
      continue;
    }
    if (PROGRAM.test(line)) continue;
    // What it quotes was no text of its own, as where it was taken out of HTML.
    if (index >= last && isLoneAttribution(line)) break;
    kept.push(line.trimEnd());
  }
  return trimEmpty(cutClosing(kept));
}

/** `From: … Sent: … To: …`, as Outlook has it above what is answered. */
function isHeadOfOriginal(lines: readonly string[], index: number): boolean {
  if (!HEADED.test(lines[index] ?? '')) return false;
  return lines.slice(index + 1, index + 5).filter((next) => HEADED_ALSO.test(next)).length >= 2;
}

/** The lines above a quotation that say whose it is: they end in a colon and name a time or an address. */
function dropAttribution(kept: string[]): void {
  while (kept.length > 0 && kept.at(-1)?.trim() === '') kept.pop();
  const near = kept.slice(-MOST_ATTRIBUTION_LINES);
  const blank = near.findLastIndex((line) => line.trim() === '');
  const counts = near.map((_, index) => index + 1).filter((count) => count < near.length - blank);
  // Broken in two, only the upper line may have the time, and the lower one the address.
  const count =
    counts.find((each) => TIME.test(kept.slice(-each).join(' ')) && isAttribution(kept.slice(-each))) ??
    counts.find((each) => isAttribution(kept.slice(-each)));
  if (count !== undefined) kept.splice(-count);
}

const MOST_ATTRIBUTION_LINES = 3;
const TIME = /\d{1,2}[:.h時]\d{2}|\d{4}/u;

function isAttribution(lines: readonly string[]): boolean {
  const text = lines.join(' ');
  return ATTRIBUTION.test(text) && text.length < 300 && (TIME.test(text) || text.includes('@'));
}

const WROTE = /@|wrote|schrieb|napísal|napsal|đã viết|escribió|écrit|pisze|napisał|scritto|schreef|のメール|写道/iu;

function isLoneAttribution(line: string): boolean {
  return isAttribution([line]) && /\d{4}/.test(line) && WROTE.test(line);
}

/** From the closing words on there are only names and addresses, where anything was said before. */
function cutClosing(lines: string[]): string[] {
  const at = lines.findIndex(
    (line, index) => CLOSING.test(line) && lines.slice(0, index).some((each) => each.trim() !== ''),
  );
  return at < 0 ? lines : lines.slice(0, at);
}

/** All lines without the marks of quotations and the heads of what is passed on. */
function takePlain(lines: readonly string[]): string[] {
  const plain = lines
    .map((line) => line.replace(/^[\s>]+/, '').trimEnd())
    .filter((line) => !ORIGINAL.test(line) && !HEADED.test(line) && !HEADED_ALSO.test(line) && !RULE.test(line));
  return trimEmpty(plain);
}

function trimEmpty(lines: readonly string[]): string[] {
  const kept = lines.filter((line, index) => line.trim() !== '' || (lines[index - 1] ?? '').trim() !== '');
  while (kept.length > 0 && kept.at(-1)?.trim() === '') kept.pop();
  return kept;
}
