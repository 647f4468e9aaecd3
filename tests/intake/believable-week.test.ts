import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, test } from 'vitest';
import { firstState } from '../../electron/core/first-state';
import { createAnswer } from '../../electron/ipc/answer';
import type { Name, Output } from '../../electron/ipc/contract/contract';
import { newId } from '../../electron/new-id';
import { createReplyWords } from '../../electron/reply-words';
import { openStore } from '../../electron/store/open';
import { readPerson, tellWeek } from '../helpers/believable-week';
import { instant } from '../helpers/build';

test('the believable week comes out as worked out by hand, asked through the contract', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'until-friday-week-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const now = () => instant('2026-11-22T12:00:00Z');
  const home = join(folder, 'home');
  const store = await openStore({ home, first: firstState('Europe/Vienna'), device: 'desk', now, newId });
  onTestFinished(() => store.close());
  const answer = createAnswer({ store, words: createReplyWords(), now, newId, version: 'test' });
  const ask = async <N extends Name>(name: N, input: object, at?: string): Promise<Output<N>> => {
    const reply = await answer(name, input, { door: 'socket', ...(at && { now: instant(at) }) });
    if (!reply.ok) throw new Error(`${name} ${JSON.stringify(input)}: ${reply.problem.message}`);
    return reply.value;
  };
  await tellWeek({
    addClient: async ({ contacts, calls, ...fields }) => {
      await ask('client.add', { ...fields, people: contacts.map(readPerson) });
      for (const call of calls) await ask('call.add', { client: fields.name, ...call });
    },
    log: (text, at) => ask('log', { text }, at),
    finish: async (request, at) => void (await ask('request.done', { request }, at)),
    prep: (week, at) => ask('prep', { week }, at),
    load: (week, at) => ask('load', { week }, at),
    openRequests: (at) => ask('requests', { open: true }, at),
  });
});
