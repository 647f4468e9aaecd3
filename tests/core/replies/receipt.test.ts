import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Client } from '../../../electron/core/model/client';
import type { Request } from '../../../electron/core/model/request';
import { writeReceipt } from '../../../electron/core/replies/receipt';
import { replyWordsSchema } from '../../../electron/core/replies/words';
import { writeReceiptPage } from '../../../electron/outputs/receipt/page';
import { makeClient, makeContact, makeRequest, makeState, vienna } from '../../helpers/build';
import { refusalOf } from '../../helpers/refusal';

const LANGUAGES = ['en', 'de', 'fr', 'es', 'sk', 'vi'];
const words = Object.fromEntries(
  LANGUAGES.map((language) => {
    const file = join(__dirname, `../../../resources/replies/${language}.json`);
    return [language, replyWordsSchema.parse(JSON.parse(readFileSync(file, 'utf8')))];
  }),
);
const NOW = vienna('2026-11-24T11:25');

function receive(subject: string, client: Partial<Client> = {}, request: Partial<Request> = {}) {
  const theirs = makeClient('Globex', { timeZone: 'Europe/Vienna', ...client });
  const contacts = [makeContact(vienna('2026-11-24T11:20').toString(), 'voicemail', { subject })];
  const open = makeRequest('invoice', { subject, contacts, ...request });
  const state = makeState({ clients: [theirs], requests: [open] });
  return { state, request: open };
}

function receipt(subject: string, client: Partial<Client> = {}, request: Partial<Request> = {}) {
  const scene = receive(subject, client, request);
  return writeReceipt(scene.state, scene.request, words, NOW);
}

describe('a receipt', () => {
  test.each([
    [
      'en',
      'familiar',
      '"invoice" is on the agenda for Friday 27 November, 10:00. Received Tuesday 24 November, 11:20.',
    ],
    [
      'de',
      'formal',
      '„invoice“ steht auf der Agenda für Freitag, 27. November, um 10:00 Uhr. Eingegangen: Dienstag, 24. November, um 11:20 Uhr.',
    ],
    [
      'fr',
      'formal',
      '« invoice » est inscrit à l’ordre du jour du vendredi 27 novembre à 10 h. Bien reçu le mardi 24 novembre à 11 h 20.',
    ],
    [
      'es',
      'formal',
      '«invoice» está en la agenda para el viernes 27 de noviembre a las 10:00. Recibido el martes 24 de noviembre a las 11:20.',
    ],
    [
      'sk',
      'familiar',
      'Téma „invoice“ je v programe nášho hovoru; spojíme sa v piatok 27. novembra o 10:00. Prijaté v utorok 24. novembra o 11:20.',
    ],
    [
      'vi',
      'formal',
      '“invoice” đã có trong nội dung buổi trao đổi thứ Sáu, ngày 27 tháng 11, lúc 10:00. Tôi nhận được vào thứ Ba, ngày 24 tháng 11, lúc 11:20.',
    ],
  ] as const)('names the call and when it came, in %s, %s', (language, form, line) => {
    expect(receipt('invoice', { language, form }).line.replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(line);
  });

  test.each(LANGUAGES)('says what to do if it can’t wait, with the agreement where there is one, in %s', (language) => {
    const without = receipt('', { language });
    const agreed = receipt('', { language, emergency: 'server down' });
    expect(without.otherwise.length).toBeGreaterThan(30);
    expect(agreed.otherwise.startsWith(without.otherwise)).toBe(true);
    expect(agreed.otherwise.length).toBeGreaterThan(without.otherwise.length + 30);
    expect(`${agreed.subject} ${agreed.line} ${agreed.otherwise}`).not.toMatch(/[{}]/);
  });

  test('is on the client’s clock', () => {
    expect(receipt('', { timeZone: 'America/New_York' }).line).toBe(
      'Your request is on the agenda for Friday 27 November, 04:00 your time (10:00 mine). Received Tuesday 24 November, 05:20 your time.',
    );
  });

  test.each<[string, Partial<Request>]>([
    ['is done', { status: 'done', closedAt: '2026-11-24T09:00:00Z' }],
    ['is an emergency', { emergency: 'confirmed' }],
    ['is for somebody else to decide', { decidedBy: 'Lee' }],
    ['is urgent and unclear', { claimedUrgent: true }],
    [
      'was given to somebody',
      { override: { route: 'delegate', to: 'Lee', said: 'standing-call', at: '2026-11-24T09:00:00Z' } },
    ],
    ['is parked', { status: 'parked', parkedUntil: '2026-12-08' }],
  ])('is refused where the request %s', (_, request) => {
    expect(refusalOf(() => receipt('invoice', {}, request))).toMatchObject({ code: 'no-reply', field: 'request' });
  });

  test('as a page shows a client’s words as text and asks nobody for anything', () => {
    const written = {
      ...receipt('invoice'),
      line: '<img src=x onerror=alert(1)> & "more"',
      subject: '</title><script>',
    };
    const page = writeReceiptPage(written, 'Eva <b>');
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;more&quot;');
    expect(page).not.toMatch(/<img|<script|<b>|https?:/);
    expect(page).toContain("default-src 'none'");
  });
});
