import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCopied } from '../../../electron/inputs/clipboard/read-copied';
import { parseQuickLog } from '../../../electron/inputs/quick-log/parse';
import { vienna } from '../../helpers/build';
import { clients } from '../quick-log-clients';

function understand(copied: string) {
  const line = readCopied(copied) ?? '';
  return parseQuickLog(line, clients, vienna('2026-11-24T11:20'), 'Europe/Vienna');
}

describe('what was copied', () => {
  test.each([
    ['sam@initech.test', 'sam@initech.test '],
    ['Sam Lindqvist <sam@initech.test>', 'sam@initech.test '],
    ['mailto:sam@initech.test?subject=Hi', 'sam@initech.test '],
    ['+43 1 555 0199', '+43 1 555 0199 '],
    ['tel:+4315550199', '+4315550199 '],
    ['  (01) 555-0199\n', '(01) 555-0199 '],
    ['24.11.2026', '24.11.2026'],
    ['Please look at this,\n\nit  is broken', 'Please look at this, it is broken'],
    [' \n\t ', undefined],
    ['a\u202Eb\u0000c', 'abc'],
  ])('%j becomes the line %j', (copied, line) => {
    expect(readCopied(copied)).toBe(line);
  });

  test('an address or a number names the person', () => {
    expect(understand('sam@initech.test').candidates[0]?.client.name).toBe('Initech');
    expect(understand('tel:+43 1 555 0199').candidates[0]?.client.name).toBe('Acme Studio');
  });

  test.each([
    'From: Sam Lindqvist <sam@initech.test>\nSent: Tuesday, 24 November 2026 10:58\nTo: me@example.test\nSubject: RE: Q3 numbers\n\nHello,\nwhere are they?',
    'Von: Sam Lindqvist <sam@initech.test>\nGesendet: Dienstag, 24. November 2026 10:58\nAn: ich@example.test\nBetreff: AW: Q3 numbers\n\nHallo,',
    'Od: Sam Lindqvist <sam@initech.test>\nDátum: utorok 24. novembra 2026\nKomu: ja@example.test\nPredmet: Re: Q3 numbers\n\nDobrý deň,',
    'De : Sam Lindqvist <sam@initech.test>\nEnvoyé : mardi 24 novembre 2026\nÀ : moi@example.test\nObjet : TR: Q3 numbers\n\nBonjour,',
  ])('a mail copied with its heads is a mail of its sender about its subject', (copied) => {
    const { candidates, channel, direction, subject } = understand(copied);
    expect(candidates[0]?.client.name).toBe('Initech');
    expect({ channel, direction, subject }).toEqual({ channel: 'email', direction: 'in', subject: 'Q3 numbers' });
  });

  test('a message as messengers copy it keeps who, when and what', () => {
    const { candidates, channel, subject, at } = understand(
      '[24/11/2026, 10:05] Dana Ruiz: the login is broken\nagain',
    );
    expect(candidates[0]?.client.name).toBe('Globex');
    expect(channel).toBe('chat');
    expect(subject).toContain('login is broken');
    expect(at.toString()).toBe(vienna('2026-11-24T10:05').toString());
  });

  test('nothing makes it fail, and what comes out is one short line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (copied) => {
        const line = readCopied(copied);
        expect(line ?? '').not.toMatch(/[\n\r]/);
        expect((line ?? '').length).toBeLessThanOrEqual(2000);
      }),
    );
    expect(readCopied('x '.repeat(100_000))?.length).toBeLessThanOrEqual(2000);
  });
});
