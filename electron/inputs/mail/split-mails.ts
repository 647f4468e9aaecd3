import { growBytes, toLatin } from './bytes';
import { LONGEST_LINE } from './limits';
import { createThinner, type ThinMail, type Thinner } from './thin-mail';

/** One mail of a file. */
export interface RawMail extends ThinMail {
  /** Where it begins in the file, from 1. */
  line: number;
  /** What the mailbox says above it, where it is one of several: `From dana@globex.example Mon Nov 23 10:20:00 2026`. */
  envelope?: string;
}

export interface MailSplitter {
  push(chunk: Uint8Array): void;
  end(): void;
}

const LF = 0x0a;
const CR = 0x0d;
/** Beside a time of day: an ordinary sentence may begin with "From ", too. */
const ENVELOPE = /^From (?=.*\d{1,2}:\d{2}).*\d/;
const HEADER = /^(?:[!-9;-~]{1,100}[ \t]*:|>From )/;

/**
 * Splits the bytes of a file into mails, whichever pieces they come in. A file that begins with a line "From …" is a
 * mailbox (mbox, RFC 4155; "From " within a mail has a ">" before it), any other is one mail.
 */
export function createMailSplitter(take: (mail: RawMail) => void): MailSplitter {
  const rest = growBytes(LONGEST_LINE);
  let number = 0;
  let isMailbox = false;
  let isFirst = true;
  let wasEmpty = true;
  let open: { thinner: Thinner; line: number; envelope?: string; hasLines: boolean } | undefined;
  /** A line that begins the next mail if a header follows it. */
  let held: { text: string; bytes: Uint8Array; line: number } | undefined;

  const close = () => {
    if (open?.hasLines) {
      const { thinner, line, envelope } = open;
      take({ ...thinner.finish(), line, ...(envelope !== undefined && { envelope }) });
    }
    open = undefined;
  };
  const begin = (line: number, envelope?: string) => {
    close();
    open = { thinner: createThinner(), line, hasLines: false, ...(envelope !== undefined && { envelope }) };
  };
  const feed = (line: Uint8Array, at: number) => {
    if (!open) begin(at);
    if (!open) return;
    open.hasLines ||= line.length > 0;
    // An empty line before the first header is no end of the head.
    if (open.hasLines) open.thinner.feed(isMailbox ? unquote(line) : line);
  };
  const takeLine = (line: Uint8Array) => {
    number += 1;
    if (isFirst && line.length === 0) return;
    if (held) {
      const { text, bytes, line: at } = held;
      held = undefined;
      if (HEADER.test(toLatin(line, 102)) || line.length === 0) begin(at, text);
      else feed(bytes, at);
    }
    const isFrom = line[0] === 0x46 && toLatin(line, 5) === 'From ';
    if (isFirst) isMailbox = isFrom;
    if (isMailbox && isFrom && (isFirst || (wasEmpty && ENVELOPE.test(toLatin(line, 300)))))
      held = { text: toLatin(line, 300), bytes: line.slice(), line: number };
    else feed(line, number);
    isFirst = false;
    wasEmpty = line.length === 0;
  };
  const takeBytes = (line: Uint8Array) => takeLine(line.at(-1) === CR ? line.subarray(0, -1) : line);

  return {
    push(chunk) {
      let from = isFirst && number === 0 && rest.length === 0 && hasMark(chunk) ? 3 : 0;
      for (;;) {
        const end = chunk.indexOf(LF, from);
        const part = chunk.subarray(from, end < 0 ? chunk.length : end);
        if (end < 0) {
          // The rest of a line without end is left out.
          rest.add(part);
          return;
        }
        if (rest.length === 0) takeBytes(part);
        else {
          rest.add(part);
          takeBytes(rest.take());
          rest.clear();
        }
        from = end + 1;
      }
    },
    end() {
      if (rest.length > 0) takeBytes(rest.take());
      rest.clear();
      if (held) feed(held.bytes, held.line);
      close();
    },
  };
}

function hasMark(chunk: Uint8Array): boolean {
  return chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf;
}

/** `>From ` stands for `From `, `>>From ` for `>From ` (mboxrd). */
function unquote(line: Uint8Array): Uint8Array {
  if (line[0] !== 0x3e) return line;
  return /^>+From /.test(toLatin(line, 100)) ? line.subarray(1) : line;
}
