import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { makeFolder } from './helpers/command-line';
import { type InProcess, openInProcess } from './helpers/in-process';

let line: InProcess;
beforeEach(async () => {
  line = await openInProcess();
});

const WEEKLY = ['--start', '2026-11-27T10:00', '--time-zone', 'Europe/Vienna', '--minutes', '30'];

describe('what is refused ends with 1, says why and leaves standard output empty', () => {
  test.each([
    [
      'an unknown zone',
      ['client', 'add', 'A', '--time-zone', 'Mars/Olympus'],
      ['"Mars/Olympus"', '--time-zone'],
      'zone-unknown',
    ],
    ['an offset as zone', ['client', 'add', 'A', '--time-zone', '+02:00'], ['"+02:00"', '--time-zone'], 'zone-unknown'],
    ['a number that is none', ['client', 'add', 'A', '--allowance', 'two'], ['allowance', '"two"'], 'invalid'],
    ['a choice that is none', ['client', 'add', 'A', '--limit', 'hard'], ['limit', 'ready-to-lose'], 'invalid'],
    ['a mail that is none', ['client', 'add', 'A', '--contact', 'Dana <dana>'], ['contact', '"dana"'], 'invalid'],
    ['a contact without a name', ['client', 'add', 'A', '--contact', '<dana@a.example>'], ['names nobody'], 'invalid'],
    ['an empty name', ['client', 'add', ''], ['name', 'empty'], 'invalid'],
    ['a name too long', ['client', 'add', 'n'.repeat(301)], ['name', '300'], 'too-long'],
    ['a stranger', ['client', 'show', 'Nobody'], ['"Nobody"'], 'no-client'],
    ['a namesake', ['client', 'add', 'GLOBEX'], ['"GLOBEX"'], 'exists'],
    ['an ambiguous client', ['client', 'show', 'Glob'], ['Globex', 'Globetrotter'], 'ambiguous'],
    ['an ambiguous line', ['log', 'sam missed call'], ['Globex', 'Globetrotter'], 'ambiguous'],
    ['a line about nobody', ['log', 'xyzzy missed call'], ['xyzzy', '--new-client', '--unknown'], 'no-client'],
    ['an empty line', ['log', ' '], ['nothing in the line'], 'no-client'],
    [
      'a rule never met',
      ['call', 'add', 'Globex', '--rule', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', ...WEEKLY],
      [],
      'rule-never',
    ],
    ['a rule met too often', ['call', 'add', 'Globex', '--rule', 'FREQ=SECONDLY', ...WEEKLY], [], 'rule-too-often'],
    ['no rule', ['call', 'add', 'Globex', '--rule', 'every friday', ...WEEKLY], [], 'rule-unreadable'],
    [
      'a day that is none',
      ['calls', '--from', '2026-02-30', '--to', '2026-03-01'],
      ['2026-02-30', '--from'],
      'invalid',
    ],
    ['days the wrong way round', ['calls', '--from', '2026-03-01', '--to', '2026-02-01'], ['--to'], 'invalid'],
    ['too many days', ['calls', '--from', '1900-01-01', '--to', '2900-01-01'], ['ten years'], 'invalid'],
    ['a time without an offset', ['prep', '--now', '2026-11-24T10:00'], ['2026-11-24T10:00', '--now'], 'invalid'],
    ['an unknown request', ['request', 'done', 'req_none'], ['req_none'], 'not-found'],
    ['an unknown change', ['undo', 'chg_none'], ['chg_none'], 'nothing-to-undo'],
    ['an unknown backup', ['restore', '../../etc'], ['../../etc'], 'not-found'],
    ['too many days ahead', ['available', '--days', '61'], ['--days', 'is not a whole number from 1 to 60'], 'invalid'],
    ['an unknown format', ['export', '--format', 'xml'], ['format', 'json'], 'invalid'],
    ['a contact in the future', ['log', 'Globex', '--at', '2027-01-01T00:00:00Z'], ['--at'], 'invalid'],
    ['a text too long', ['log', `globex ${'x'.repeat(10_000)}`], ['TEXT', '10000'], 'too-long'],
    ['a folder that is not there', ['export', '--out', '/nowhere/at/all.json'], ['/nowhere/at'], 'invalid'],
  ])('%s', async (_, args, words, code) => {
    await line.ask('client', 'add', 'Globex', '--contact', 'Sam Lowe <sam@globex.example>');
    await line.ask('client', 'add', 'Globetrotter', '--contact', 'Sam Ode <sam@trotter.example>');
    const { status, stdout, stderr } = await line.run('--json', ...args);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    const [problem, ...said] = stderr.trimEnd().split('\n').toReversed();
    expect(JSON.parse(problem ?? '')).toMatchObject({ code });
    for (const word of words) expect(said.toReversed().join('\n')).toContain(word);
  });

  test('an ambiguous name comes with its candidates', async () => {
    await line.ask('client', 'add', 'Globex');
    await line.ask('client', 'add', 'Globetrotter');
    const { stderr } = await line.run('--json', 'client', 'show', 'glob');
    expect(JSON.parse(stderr.trim().split('\n').at(-1) ?? '')).toMatchObject({
      candidates: ['Globex', 'Globetrotter'],
    });
  });

  test('data of a later version is left alone, also by the doctor, who says so', async () => {
    await mkdir(line.home, { recursive: true });
    await writeFile(join(line.home, 'book.json'), '{"version": "99.0", "clients": []}');
    const listed = await line.run('client', 'list');
    expect(listed).toMatchObject({ status: 1, stdout: '' });
    expect(listed.stderr).toMatch(/99/);
    const examined = await line.run('--json', 'doctor');
    expect(examined.status).toBe(1);
    expect(JSON.parse(examined.stdout)).toContainEqual(expect.objectContaining({ check: 'home', ok: false }));
    expect(examined.stderr).toMatch(/99/);
  });
});

describe('wrong usage ends with 2, with the help that comes closest', () => {
  test.each([
    ['nothing', [], 'client add'],
    ['an unknown command', ['foo'], 'There is no command "foo"'],
    ['a mistyped command', ['lgo', 'dana'], 'Did you mean "log"'],
    ['a mistyped second word', ['client', 'ad', 'A'], 'Did you mean "client add"'],
    ['half a command', ['request'], 'request done'],
    ['a missing argument', ['client', 'add'], 'NAME is missing'],
    ['a missing option', ['calls', '--from', '2026-01-01'], '--to is missing'],
    ['an unknown option', ['client', 'add', 'A', '--time-zome', 'UTC'], 'Did you mean --time-zone'],
    ['an option of another command', ['client', 'list', '--rule', 'x'], 'no option --rule'],
    ['a short option', ['client', 'list', '-x'], 'no option -x'],
    ['an option without its value', ['client', 'add', 'A', '--notes'], '--notes needs a value'],
    ['an option for a value', ['export', '--out', '--json'], '--out needs a value'],
    ['an option twice', ['calls', '--from', '2026-01-01', '--from', '2026-01-02', '--to', '2026-01-03'], 'given twice'],
    ['a value for a flag', ['requests', '--open=yes'], '--open takes no value'],
    ['too many arguments', ['client', 'show', 'Acme', 'Studio'], 'in quotes'],
    ['an empty home', ['client', 'list', '--home='], '--home needs a value'],
    ['a mistyped flag beside a text', ['log', 'dana called', '--dry-rn'], 'Did you mean --dry-run'],
  ])('%s', async (_, args, words) => {
    const { status, stdout, stderr } = await line.run('--json', ...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(words);
    expect(stderr).toContain('until-friday ');
  });
});

describe('what looks odd and is fine', () => {
  beforeEach(async () => {
    await line.ask('client', 'add', 'Globex', '--contact', 'Dana Ruiz');
  });

  test.each([
    ['text that begins with a dash', ['log', '-', 'dana', 're', 'logo'], 'logo'],
    ['quoted text that begins with a dash', ['log', '- dana called re logo'], 'logo'],
    ['quoted text that begins with dashes', ['log', '--- dana called re logo'], 'logo'],
    ['text behind two dashes', ['log', '--', '--json', 'dana re', 'logo'], 'logo'],
    ['a subject that begins with a dash', ['log', 'dana', '--subject', '-5 % on the logo'], '-5 % on the logo'],
    ['a subject after an equals sign', ['log', 'dana', '--subject=--logo'], '--logo'],
    ['10,000 characters', ['log', `dana re logo ${'x'.repeat(9_980)}`], 'logo xxx'],
    ['control characters', ['log', 'dana re \u001b[31mred\u0007 logo\u202e'], 'red logo'],
    ['a text by name', ['log', '--text', 'dana re logo'], 'logo'],
    ['no text but a client', ['log', '--client', 'Globex', '--channel', 'voicemail', '--subject', 'logo'], 'logo'],
  ])('%s', async (_, args, subject) => {
    const logged = await line.ask(...args);
    const { request } = logged as { request: { subject: string } };
    expect(request.subject).toContain(subject);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be left
    expect(request.subject).not.toMatch(/[\u0000-\u001f\u202e]/);
  });

  test('the terminal is not given orders by what was typed', async () => {
    const { stderr, status } = await line.run('client', 'show', '\u001b[2Jnobody');
    expect(status).toBe(1);
    expect(stderr).not.toContain('\u001b');
  });

  test('help and version are no errors, wherever they are asked for', async () => {
    expect((await line.run('help', 'log')).stdout).toContain('--needed-by DATE');
    expect((await line.run('client', 'add', '--help')).stdout).toContain('--contact');
    expect((await line.run('-h')).stdout).toContain('until-friday doctor');
    expect(await line.run('--version')).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });

  test('a file in another encoding is read', async () => {
    const file = join(await makeFolder(), 'export.json');
    const exported = await line.run('export');
    const text = exported.stdout.replace('Dana Ruiz', 'Dána Ruíz');
    await writeFile(file, Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]));
    await line.ask('client', 'forget', 'Globex');
    expect(await line.ask('import', file)).toMatchObject({ created: 1, refused: [] });
    expect(await line.ask('client', 'show', 'Globex')).toMatchObject({ people: [{ name: 'Dána Ruíz' }] });
  });
});
