import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { replyWordsSchema } from '../../../electron/core/replies/words';
import { writeReply } from '../../../electron/core/replies/write';
import { FRIDAY, makeCall, makeClient, makeContact, makeFacts, makeRequest } from './scene';

const words = replyWordsSchema.parse(
  JSON.parse(readFileSync(join(__dirname, '../../../resources/replies/de.json'), 'utf8')),
);

describe('German letters', () => {
  it('name what came in the right case, also in a message about several requests', () => {
    const called = makeRequest([makeContact('missed-call', '2026-11-24T10:20:00Z')]);
    const wrote = makeRequest([makeContact('email', '2026-11-24T08:40:00Z')]);
    const facts = makeFacts(called, {
      client: makeClient({ language: 'de', timeZone: 'Europe/Vienna' }),
      others: [{ request: wrote, call: makeCall('2026-12-01T10:00:00Z') }],
    });
    const { body } = writeReply({ ...facts, call: FRIDAY }, words, 'together');
    expect(body).toContain('– Antwort auf Ihren Anruf: Freitag, 27. November');
    expect(body).toContain('– Antwort auf Ihre E-Mail: Dienstag, 1. Dezember');
    expect(writeReply(facts, words, 'can-it-wait').body).toContain('Ihren Anruf um 11:20 Uhr habe ich gesehen.');
  });
});
