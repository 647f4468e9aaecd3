import { afterAll, expect, test } from 'vitest';
import type { Output } from '../../electron/ipc/contract/contract';
import { openCommandLine, removeCommandLine } from './helpers/command-line';

afterAll(removeCommandLine);

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
