import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinCopied } from '../../../electron/inputs/clipboard/join-copied';
import { lineOf, readCopied } from '../../../electron/inputs/clipboard/read-copied';
import { parseQuickLog } from '../../../electron/inputs/quick-log/parse';
import { parseStranger } from '../../../electron/inputs/quick-log/parse-stranger';
import { makeClient, makePerson, vienna } from '../../helpers/build';
import { clients } from '../quick-log-clients';

const NOW = vienna('2026-11-24T11:20');

function parse(line: string, known = clients) {
  return parseQuickLog(line, known, NOW, 'Europe/Vienna');
}

function readLine(copied: string): string | undefined {
  const read = readCopied(copied);
  return read && lineOf(read);
}

function understand(copied: string) {
  return parse(readLine(copied) ?? '');
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
    expect(readLine(copied)).toBe(line);
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
        const line = readLine(copied);
        expect(line ?? '').not.toMatch(/[\n\r]/);
        expect((line ?? '').length).toBeLessThanOrEqual(2000);
      }),
    );
    expect(readLine('x '.repeat(100_000))?.length).toBeLessThanOrEqual(2000);
  });
});

describe('what was copied into a line that was begun', () => {
  const mail = 'From: Dana Ruiz <dana.ruiz@globex.example>\nTo: me@x.example\nSubject: RE: Budget 2027\n\nHi,';
  const message = '[24/11/2026, 10:05] Dana Ruiz: login is broken again';
  const dana = 'dana.ruiz@globex.example';
  const phone = '+43 1 555 0199';
  const twoDanas = [
    ...clients,
    makeClient('Umbrella', { people: [makePerson('Dana Scott', { emails: ['dana@umbrella.example'] })] }),
  ];

  function joined(typed: string, copied: string, known = clients) {
    const read = readCopied(copied);
    if (!read) throw new Error('Nothing was copied.');
    const line = joinCopied(typed, read, (text) => {
      const understood = parse(text, known);
      return understood.candidates.length > 0 ? understood : parseStranger(text, NOW, 'Europe/Vienna');
    });
    const { candidates, ambiguous, channel, subject, at, count } = parse(line, known);
    const [best] = candidates;
    const who = ambiguous ? 'cannot be told' : (best?.personId ?? best?.client.id)?.slice(4);
    return { line: line.trimEnd(), who, channel, subject, count, at: at.toString() };
  }

  test.each([
    // The line's own person stays, and all that was copied is what it is about.
    ['sam vm', mail, 'Sam Lindqvist', 'voicemail', `${dana} wrote: Budget 2027`],
    ['sam vm re offer', mail, 'Sam Lindqvist', 'voicemail', `offer, ${dana} wrote: Budget 2027`],
    ['sam:', mail, 'Sam Lindqvist', 'missed-call', `${dana} wrote: Budget 2027`],
    ['lee called', mail, 'Lee Okafor', 'missed-call', `${dana} wrote: Budget 2027`],
    ['sam', message, 'Sam Lindqvist', 'missed-call', 'Dana Ruiz 10:05 messaged: login is broken again'],
    ['sam', phone, 'Sam Lindqvist', 'missed-call', phone],
    [
      'sam',
      'please call Dana, the texts are wrong',
      'Sam Lindqvist',
      'missed-call',
      'please call Dana, the texts are wrong',
    ],
    // What is missing is taken from what was copied.
    ['missed call', mail, 'Dana Ruiz', 'missed-call', 'Budget 2027'],
    ['3 missed calls re offer', dana, 'Dana Ruiz', 'missed-call', 'offer'],
    ['re offer', mail, 'Dana Ruiz', 'email', 'offer, Budget 2027'],
    ['dana', mail, 'Dana Ruiz', 'email', 'Budget 2027'],
    ['dana re offer', mail, 'Dana Ruiz', 'email', 'offer, Budget 2027'],
    ['globex', mail, 'Dana Ruiz', 'email', 'Budget 2027'],
    ['dana', message, 'Dana Ruiz', 'chat', 'login is broken again'],
    ['vm acme', 'logo is wrong', 'Acme Studio', 'voicemail', 'logo is wrong'],
  ])('%j and then %j is of %s', (typed, copied, who, channel, subject) => {
    expect(joined(typed, copied)).toMatchObject({ who, channel, subject });
  });

  test('which of two it was is told by the address', () => {
    expect(joined('dana vm', 'dana@umbrella.example', twoDanas)).toMatchObject({
      line: 'dana@umbrella.example vm',
      who: 'Dana Scott',
      channel: 'voicemail',
      subject: '',
    });
    expect(joined('dana vm', 'sam@initech.test', twoDanas)).toMatchObject({ who: 'cannot be told' });
  });

  test('a name within another word is left alone', () => {
    const ann = makeClient('Ann Studio', { people: [makePerson('Bo Berg', { emails: ['bo@ann.example'] })] });
    expect(joined('planning call with ann', 'bo@ann.example', [ann]).line).toBe(
      'planning call with ann bo@ann.example',
    );
  });

  test('somebody nobody knows stays too', () => {
    expect(joined('Peter called', 'the invoice').line).toBe('Peter called: the invoice');
    expect(joined('Peter called', 'dana@nowhere.example').line).toBe('Peter called: dana@nowhere.example');
  });

  test('the time is that of the message, or the one that was typed', () => {
    expect(joined('dana', message).at).toBe(vienna('2026-11-24T10:05').toString());
    const typed = joined('dana 9:40', message);
    expect(typed).toMatchObject({ at: vienna('2026-11-24T09:40').toString(), channel: 'chat' });
    expect(typed.subject).toContain('10:05');
  });

  test('nothing that was typed or copied is lost', () => {
    const words = fc.array(fc.constantFrom('dana', 'sam', 'vm', 'called', 're', 'offer:', 'urgent', '9:40', 'x'), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(words, fc.constantFrom(mail, message, phone, 'the invoice is wrong'), (list, copied) => {
        const { line } = joined(list.join(' '), copied);
        const wordsOf = (text: string) => text.match(/[\p{L}\d@.]+/gu) ?? [];
        const kept = wordsOf(line);
        for (const word of new Set(list.flatMap(wordsOf))) expect(kept.join(' ')).toContain(word);
        const last = copied === mail ? ['Budget', '2027'] : wordsOf(copied).slice(-2);
        for (const word of last) if (copied !== phone) expect(kept).toContain(word);
      }),
    );
  });
});
