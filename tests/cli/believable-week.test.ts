import { afterAll, test } from 'vitest';
import { type Load, type Logged, type Prepared, tellWeek } from '../helpers/believable-week';
import { openCommandLine, removeCommandLine } from './helpers/command-line';

afterAll(removeCommandLine);

test('the believable week comes out as worked out by hand, typed at the command line', {
  timeout: 180_000,
}, async () => {
  const { ask } = await openCommandLine();
  const at = (now: string) => ['--now', now];
  await tellWeek({
    addClient: async ({ name, contacts, timeZone, language, prefers, emergency, allowance, limit, calls }) => {
      const about = ['--time-zone', timeZone, '--language', language, '--prefers', prefers, '--limit', limit];
      const people = contacts.flatMap((contact) => ['--contact', contact]);
      await ask('client', 'add', name, ...people, ...about, '--emergency', emergency, '--allowance', String(allowance));
      for (const { rule, start, timeZone: zone, minutes } of calls) {
        const when = ['--rule', rule, '--start', start, '--time-zone', zone, '--minutes', String(minutes)];
        await ask('call', 'add', name, ...when);
      }
    },
    log: async (text, now) => (await ask('log', text, ...at(now))) as Logged,
    finish: async (request, now) => void (await ask('request', 'done', request, ...at(now))),
    prep: async (week, now) => (await ask('prep', '--week', week, ...at(now))) as Prepared[],
    load: async (week, now) => (await ask('load', '--week', week, ...at(now))) as Load[],
    openRequests: async (now) =>
      (await ask('requests', '--open', ...at(now))) as { requestId: string; count: number }[],
  });
});
