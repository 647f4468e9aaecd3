import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openCompoundFile } from '../../../electron/inputs/mail/outlook/compound-file';
import { writeAsMail } from '../../../electron/inputs/mail/outlook/write-as-mail';
import { buildCompoundFile, type Folder, wide, writeProperties } from './build-msg';
import { readAll } from './read-all';

const stream = (id: string) => `__substg1.0_${id}`;
const times = writeProperties(32, { 57: '2026-11-23T09:00:00Z' }, { 23: 2, 16350: 1252 });

const SENT: Folder = {
  [stream('001A001F')]: wide('IPM.Note'),
  [stream('0037001F')]: wide('AW: Rechnung – bitte prüfen'),
  [stream('0C1A001F')]: wide('Groß, Jürgen'),
  [stream('0C1F001F')]: wide('/O=EXCHANGE/OU=FIRST/CN=JGROSS'),
  [stream('5D01001F')]: wide('j.gross@nordwind.example'),
  [stream('1035001F')]: wide('<msg-1@nordwind.example>'),
  [stream('1042001F')]: wide('<before@consult.example>'),
  [stream('1000001F')]: wide(
    `Guten Tag,\r\n\r\nbitte prüfen.\r\n\r\nMit freundlichen Grüßen\r\nJürgen\r\n${'lang '.repeat(2000)}`,
  ),
  '__properties_version1.0': times,
  '__recip_version1.0_#00000000': {
    [stream('3001001F')]: wide('Me'),
    [stream('39FE001F')]: wide('me@consult.example'),
  },
  '__attach_version1.0_#00000000': {
    [stream('3707001F')]: wide('Rechnung geprüft.pdf'),
    [stream('37010102')]: new Uint8Array(10_000),
  },
};

async function readMessage(folder: Folder) {
  const mail = writeAsMail(buildCompoundFile(folder));
  const [read, ...others] = await readAll(mail ?? new Uint8Array());
  expect(others).toEqual([]);
  return read;
}

describe('messages in Outlook’s own format', () => {
  test('sender, recipients, subject, date, first lines and the names of attachments', async () => {
    const read = await readMessage(SENT);
    expect(read).toMatchObject({
      from: { name: 'Groß, Jürgen', address: 'j.gross@nordwind.example' },
      to: [{ name: 'Me', address: 'me@consult.example' }],
      subject: 'Rechnung – bitte prüfen',
      messageId: 'msg-1@nordwind.example',
      references: ['before@consult.example'],
      text: 'Guten Tag,\n\nbitte prüfen.',
      attachments: ['Rechnung geprüft.pdf'],
      claimedUrgent: true,
    });
    expect(read?.at?.toString()).toBe('2026-11-23T09:00:00Z');
  });

  test('the headers it arrived with count, but not how its body was written then', async () => {
    const headers =
      'Received: from a by b;\r\n Mon, 23 Nov 2026 08:00:00 +0000\r\nFrom: Dana <dana@globex.example>\r\nSubject: News\r\n' +
      'Date: Mon, 23 Nov 2026 09:00:00 +0100\r\nList-Unsubscribe: <https://x>\r\nContent-Type: multipart/mixed;\r\n boundary=x\r\n\r\n';
    const read = await readMessage({ ...SENT, [stream('007D001F')]: wide(headers) });
    expect(read).toMatchObject({
      ...{
        from: { address: 'dana@globex.example' },
        subject: 'News',
        isAutomatic: true,
        text: 'Guten Tag,\n\nbitte prüfen.',
      },
    });
  });

  test('old programs write in the code page of Windows, new ones HTML alone', async () => {
    const narrow = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
    const { [stream('1000001F')]: _, [stream('0037001F')]: __, ...rest } = SENT;
    const old = await readMessage({
      ...rest,
      [stream('1000001E')]: narrow('Gr\xf6\xdfe \x96 wie?'),
      [stream('0037001E')]: narrow('Ma\xdf'),
    });
    expect(old).toMatchObject({ subject: 'Maß', text: 'Größe – wie?' });
    const html = await readMessage({ ...rest, [stream('10130102')]: narrow('<p>Gr\xfc\xdfe</p><script>x()</script>') });
    expect(html).toMatchObject({ text: 'Grüße' });
  });

  test('what is no mail is none', () => {
    expect(writeAsMail(buildCompoundFile({ ...SENT, [stream('001A001F')]: wide('IPM.Appointment') }))).toBeUndefined();
    expect(writeAsMail(buildCompoundFile({ WordDocument: new Uint8Array(5000) }))).toBeUndefined();
    expect(writeAsMail(new Uint8Array(600))).toBeUndefined();
  });

  test('nothing in a name becomes a header of its own', async () => {
    const read = await readMessage({
      ...SENT,
      [stream('0037001F')]: wide('Hi\r\nList-Id: <x>\r\n\r\nbody'),
      [stream('0C1A001F')]: wide('X"\n>\nPrecedence: bulk'),
      [stream('1035001F')]: wide('<a@b>\r\nPrecedence: bulk'),
    });
    expect(read).toMatchObject({ isAutomatic: false, text: 'Guten Tag,\n\nbitte prüfen.' });
  });

  test('whatever is changed in it, it is read or refused in bounded time', async () => {
    const whole = buildCompoundFile(SENT);
    const change = fc.record({ at: fc.nat(whole.length - 5), put: fc.uint8Array({ minLength: 1, maxLength: 4 }) });
    const early = fc.record({ at: fc.nat(511), put: fc.uint8Array({ minLength: 1, maxLength: 4 }) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(change, early), { minLength: 1, maxLength: 20 }),
        fc.nat(whole.length),
        async (changes, length) => {
          const bytes = whole.slice(0, Math.max(length, 600));
          for (const { at, put } of changes) if (at + put.length <= bytes.length) bytes.set(put, at);
          const startedAt = performance.now();
          openCompoundFile(bytes);
          const mail = writeAsMail(bytes);
          if (mail) await readAll(mail);
          expect(performance.now() - startedAt).toBeLessThan(3_000);
        },
      ),
      { numRuns: 300 },
    );
  });
});
