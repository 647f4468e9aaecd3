import { describe, expect, test } from 'vitest';
import { readFirstLines } from '../../../electron/inputs/mail/first-lines';
import { readMailDate } from '../../../electron/inputs/mail/mail-date';
import { cleanSubject } from '../../../electron/inputs/mail/subject';
import { NOW } from './read-all';

test.each([
  ['Re: RE: Aw: WG: invoice', 'invoice'],
  ['Fwd: Fw: FW: invoice', 'invoice'],
  ['Odp: invoice', 'invoice'],
  ['TR: RV: TR : facture', 'facture'],
  ['Re[2]: Re(3): Re^4: invoice', 'invoice'],
  ['Trả lời: Chuyển tiếp: hóa đơn', 'hóa đơn'],
  ['返信：転送: 請求書', '請求書'],
  ['[EXTERN] AW: [External] Rechnung', 'Rechnung'],
  ['Re:', ''],
  ['Renewal: the contract', 'Renewal: the contract'],
  ['Treffen: Montag', 'Treffen: Montag'],
  ['[Globex] Re: access', '[Globex] Re: access'],
  ['a\u0000b\r\nc', 'a b c'],
])('the subject %j is about %j', (subject, expected) => {
  expect(cleanSubject(subject)).toBe(expected);
});

describe('when a mail was written', () => {
  test.each([
    ['Mon, 23 Nov 2026 09:11:54 -0500', '2026-11-23T14:11:54Z'],
    ['23 Nov 26 09:11 EST', '2026-11-23T14:11:00Z'],
    ['Mon, 23 Nov 2026 09:11:60 +0000 (UTC)', '2026-11-23T09:11:59Z'],
    ['Mon, 3 November 2026 9:05:00 GMT', '2026-11-03T09:05:00Z'],
    ['2026-11-23T09:11:54+01:00', '2026-11-23T08:11:54Z'],
    ['Sun, 22 Nov 1998 10:00:00 Z', '1998-11-22T10:00:00Z'],
    ['Thu, 01 Jan 1970 00:00:00 +0000', undefined],
    ['Tue, 24 Nov 2026 11:26:00 +0100', undefined],
    ['Tue, 24 Nov 2026 11:24:00 +0100', '2026-11-24T10:24:00Z'],
    ['Mon, 31 Feb 2026 09:00:00 +0000', undefined],
    ['yesterday', undefined],
    ['', undefined],
  ])('%j is %s', (date, expected) => {
    expect(readMailDate({ date }, NOW)?.toString()).toBe(expected);
  });

  test('where the mail does not say, when it arrived', () => {
    const received = 'from a (b; c) by d; Mon, 23 Nov 2026 10:00:00 +0100';
    expect(readMailDate({ date: 'never', received }, NOW)?.toString()).toBe('2026-11-23T09:00:00Z');
    const envelope = 'From dana@globex.example Mon Nov 23 10:20:00 2026';
    expect(readMailDate({ envelope }, NOW)?.toString()).toBe('2026-11-23T10:20:00Z');
  });
});

test.each([
  ['answers beneath the quotation', '> What about it?\n\nIt is fine.', 'It is fine.'],
  ['answers between quotations', 'Dana wrote at 10:20:\n> One?\nYes.\n> Two?\nNo.', 'Yes.\nNo.'],
  [
    'an attribution of two lines',
    'Yes.\n\nOn Mon, Nov 23, 2026 at 9:11 AM Somebody\n<a@b.example> wrote:\n> x',
    'Yes.',
  ],
  ['a signature', 'Hi\n-- \nDana\nGlobex', 'Hi'],
  ['closing words', 'Hi,\n\ncan you call me?\n\nKind regards,\nDana', 'Hi,\n\ncan you call me?'],
  ['nothing but closing words', 'Thank you!\n\nDana', 'Thank you!\n\nDana'],
  [
    'a list that ends in a colon',
    'Needed by 2026-12-01 10:00:\n- slides\n- numbers',
    'Needed by 2026-12-01 10:00:\n- slides\n- numbers',
  ],
  ['"from" in a sentence', 'From: the office\nI can not log in.', 'From: the office\nI can not log in.'],
  ['what the phone adds', 'Call me\n\nSent from my iPhone', 'Call me'],
  ['rules of Outlook', 'Yes\n________________________________\nFrom: Me <m@x>\nSent: Monday\nTo: Dana\n\nold', 'Yes'],
  ['nothing', ' \n\n', ''],
])('first lines of a mail with %s', (_, text, expected) => {
  expect(readFirstLines(text)).toBe(expected);
});
