import { afterAll, expect, test } from 'vitest';
import type { Output } from '../../electron/ipc/contract/contract';
import { openCommandLine, removeCommandLine } from './helpers/command-line';

afterAll(removeCommandLine);

test('own words are looked through wherever they are printed, those of the client never', async () => {
  const cli = await openCommandLine();
  await cli.run('client', 'add', 'Globex', '--contact', 'Dana Ruiz <dana@globex.example>', '--language', 'en');
  const call = ['call', 'add', 'Globex', '--rule', 'FREQ=WEEKLY;BYDAY=FR', '--start', '2026-11-06T14:00'];
  await cli.run(...call, '--time-zone', 'Europe/Vienna', '--minutes', '30');
  const place = ['can-it-wait', '--language', 'en', '--subject', '{topic}: soon'];
  const own = [...place, 'I was too busy today. Can "{topic}" wait until {callMoment}?'];
  const found = [
    { field: 'subject', kind: 'vague-promise', text: 'soon' },
    { kind: 'too-busy', text: 'too busy', say: 'tied up' },
  ];

  const plain = (await cli.ask('log', 'dana missed call re too busy line')) as Output<'log'>;
  expect(plain.reply, 'the words of the app').toMatchObject({ situation: 'can-it-wait', tone: [] });
  expect(plain.reply.body).toContain('too busy line');
  const before = (await cli.ask('reply', 'too busy line')) as Output<'reply'>;
  expect(before.tone, 'the client wrote of a busy line').toEqual([]);
  const receipt = (await cli.ask('receipt', 'too busy line')) as Output<'receipt'>;
  expect(receipt).toMatchObject({ line: expect.stringContaining('too busy line'), tone: [] });
  expect(await cli.ask('available', '--client', 'Globex', '--share')).toMatchObject({ tone: [] });
  expect(await cli.ask('call', 'propose', 'Globex')).toMatchObject([{ tone: [] }, {}, {}]);

  const tried = (await cli.ask('template', 'check', ...own, '--request', 'too busy line')) as Output<'template.check'>;
  expect(tried.preview?.tone).toMatchObject(found);
  await cli.run('template', 'set', ...own);
  const answered = (await cli.ask('reply', 'too busy line')) as Output<'reply'>;
  expect(answered.tone).toMatchObject(found);
  const [, busy] = answered.tone;
  expect(answered.body.slice(busy?.start, busy?.end)).toBe('too busy');
  expect(await cli.ask('replies')).toMatchObject([{ tone: found }]);
  const said = '\nMind: "too busy": It says that others matter more. Better: tied up\n';
  for (const printed of [['reply', 'too busy line'], ['replies'], ['log', 'dana missed call re too busy line']])
    expect((await cli.run(...printed)).stdout, printed[0]).toContain(said.trimEnd());
});

test('a letter is looked through as it is typed or comes in on standard input', async () => {
  const cli = await openCommandLine();
  const letter = 'Hello Dana,\n\nI was too busy. I will call you soon.\n';
  const typed = (await cli.ask('tone', letter)) as Output<'tone'>;
  expect(typed.findings.map(({ kind, start, end }) => [kind, letter.slice(start, end)])).toEqual([
    ['too-busy', 'too busy'],
    ['vague-promise', 'soon'],
  ]);
  const fed = await cli.feed(letter, 'tone');
  expect(fed).toMatchObject({ status: 0, stderr: '' });
  expect(fed.stdout).toMatch(/vague-promise +soon +by \[day\] +Nobody can plan with it/);

  const german = (await cli.ask('tone', '--language', 'de-AT', 'Ich melde mich bald.')) as Output<'tone'>;
  expect(german).toMatchObject({ language: 'de', findings: [{ text: 'bald', say: 'bis [Tag]' }] });
  const told = (await cli.ask(
    'tone',
    'Wie ich bereits geschrieben habe, hatte ich keine Zeit. Ich melde mich am Freitag.',
  )) as Output<'tone'>;
  expect(told, 'told by its words').toMatchObject({ language: 'de' });
  expect(told.findings.map(({ kind }) => kind)).toContain('already-said');
  expect((await cli.run('tone', 'Shall we talk on Friday?')).stdout).toBe('Nothing that would hurt.\n');
  expect(await cli.run('tone', '--language', '!', 'soon')).toMatchObject({ status: 1 });
});
