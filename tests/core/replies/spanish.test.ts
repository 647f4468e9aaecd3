import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { replyWordsSchema } from '../../../electron/core/replies/words';
import { writeReply } from '../../../electron/core/replies/write';
import { makeCall, makeClient, makeContact, makeFacts, makeRequest } from './scene';

const words = replyWordsSchema.parse(
  JSON.parse(readFileSync(join(__dirname, '../../../resources/replies/es.json'), 'utf8')),
);

/** "Can it wait" after a call at that instant, for a client in Vienna. */
function write(calledAt: string, callAt: string, language = 'es'): string {
  const client = makeClient({ language, timeZone: 'Europe/Vienna' });
  const request = makeRequest([makeContact('missed-call', calledAt)]);
  return writeReply(makeFacts(request, { client, call: makeCall(callAt) }), words, 'can-it-wait').body;
}

describe('Spanish letters', () => {
  it('say "la 1:05", and "las" with every other hour', () => {
    const body = write('2026-11-24T00:05:00Z', '2026-11-27T12:00:00Z');
    expect(body).toContain('su llamada de la 1:05.');
    expect(body).toContain('el viernes 27 de noviembre a las 13:00.');
    expect(write('2026-11-24T10:20:00Z', '2026-11-27T00:00:00Z')).toContain('a la 1:00.');
    expect(write('2026-11-24T10:20:00Z', '2026-11-27T08:00:00Z')).toContain('a las 9:00.');
  });

  it('name the weekday without a comma, and hours from 0 to 23 wherever the client is', () => {
    for (const language of ['es-MX', 'es-AR', 'es-US'])
      expect(write('2026-11-24T10:20:00Z', '2026-11-27T14:30:00Z', language)).toContain(
        'el viernes 27 de noviembre a las 15:30.',
      );
  });
});
