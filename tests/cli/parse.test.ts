import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commands } from '../../electron/cli/commands';
import { globalOptions, lookUp, options } from '../../electron/cli/options';
import { parse } from '../../electron/cli/parse';
import { mergePeople, readPerson } from '../../electron/cli/person';
import { Usage } from '../../electron/cli/usage';
import { Refusal } from '../../electron/core/model/problem';
import { contract } from '../../electron/ipc/contract/contract';

function read(...argv: string[]) {
  const parsed = parse(argv);
  return parsed.kind === 'command'
    ? { name: parsed.command.name, input: parsed.input, globals: parsed.globals }
    : parsed;
}

describe('reading a command', () => {
  test('global options stand anywhere', () => {
    const globals = { home: '/h', now: '2026-11-24T10:00Z', isJson: true, isDryRun: true };
    const wanted = { name: 'client.show', input: { client: 'Globex' }, globals };
    const all = ['--home', '/h', '--now=2026-11-24T10:00Z', '--json', '--dry-run'];
    expect(read(...all, 'client', 'show', 'Globex')).toEqual(wanted);
    expect(read('client', ...all, 'show', 'Globex')).toEqual(wanted);
    expect(read('client', 'show', 'Globex', ...all)).toEqual(wanted);
  });

  test('the words of a line are joined, options taken out, the rest is left as typed', () => {
    expect(read('log', 'dana', '--urgent', '3', 'missed  calls')).toMatchObject({
      name: 'log',
      input: { text: 'dana 3 missed  calls', claimedUrgent: true },
    });
    expect(read('log', '-urgent', 'dana')).toMatchObject({ input: { text: '-urgent dana' } });
  });

  test('positional arguments can be named as well', () => {
    expect(read('call', 'move', '--call', 'Globex', '--to', '2026-11-26 14:00', '2026-11-27T10:00:00')).toMatchObject({
      input: { call: 'Globex', occurrence: '2026-11-27T10:00', to: '2026-11-26T14:00' },
    });
  });

  test('values become what the contract takes', () => {
    expect(
      read('request', 'set', 'r', '--minutes', '15', '--needed-by', 'none', '--ask-first', '--not-urgent'),
    ).toMatchObject({
      input: { request: 'r', minutes: 15, neededBy: null, mine: false, claimedUrgent: false },
    });
  });

  test('every argument ends in a command, in help, in wrong usage or in a refusal', () => {
    const word = fc.oneof(
      fc.constantFrom(...commands.flatMap((each) => each.words.split(' '))),
      fc.constantFrom(...Object.keys({ ...options, ...globalOptions }).map((name) => `--${name}`)),
      fc.constantFrom(
        '-',
        '--',
        '-h',
        '--=',
        '--home=',
        '-x',
        '',
        '__proto__',
        '--__proto__',
        '--constructor',
        '--no-json',
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (argv) => {
        try {
          parse(argv);
        } catch (error) {
          if (!(error instanceof Usage || error instanceof Refusal)) throw error;
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the table of commands', () => {
  test('names each command once, and only what the contract and the options have', () => {
    expect(new Set(commands.map((each) => each.words)).size).toBe(commands.length);
    for (const { name, required, options: optional } of commands) {
      expect(Object.hasOwn(contract, name)).toBe(true);
      expect(contract[name].door).toBe('both');
      for (const option of [...required, ...optional]) expect(lookUp(option)).toBeDefined();
    }
  });
});

describe('a person', () => {
  test.each([
    [
      'Dana Ruiz <dana@globex.example> +1 212 555 0142',
      { name: 'Dana Ruiz', emails: ['dana@globex.example'], phones: ['+1 212 555 0142'] },
    ],
    ['+43 1 234567 Dana', { name: 'Dana', emails: [], phones: ['+43 1 234567'] }],
    ['Dana', { name: 'Dana', emails: [], phones: [] }],
    ['Dana 2', { name: 'Dana 2', emails: [], phones: [] }],
    ['Dana, dana@a.example, <d@b.example>', { name: 'Dana', emails: ['dana@a.example', 'd@b.example'], phones: [] }],
    ["Seán O'Neill-Đỗ (0)20/7946-0018", { name: "Seán O'Neill-Đỗ", emails: [], phones: ['(0)20/7946-0018'] }],
  ])('%s', (text, person) => {
    expect(readPerson(text)).toEqual(person);
  });

  test('given again, it is completed', () => {
    const known = [{ id: 'per_1', name: 'Dana Ruiz', emails: ['a@x.example'], phones: [] }];
    const given = [readPerson('dana ruiz <b@x.example>'), readPerson('Lee')];
    expect(mergePeople(known, given)).toEqual([
      { id: 'per_1', name: 'Dana Ruiz', emails: ['a@x.example', 'b@x.example'], phones: [] },
      { name: 'Lee', emails: [], phones: [] },
    ]);
  });
});
