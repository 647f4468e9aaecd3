import { expect, test } from 'vitest';
import { argumentsSchema, readArguments, withoutOwn } from '../../electron/desktop/arguments';

const plain = { files: [] as string[], sample: false, hidden: false, toggle: false };
const LINK = 'until-friday://log?text=dana%20called';

test.each([
  [[], plain],
  [['--no-sandbox', '/app', '--hidden'], { ...plain, hidden: true }],
  [['--home', 'book', '--sample'], { ...plain, home: '/here/book', sample: true }],
  [['--home=/a b/book'], { ...plain, home: '/a b/book' }],
  [['--home', '/one', '--home', '/two'], { ...plain, home: '/two' }],
  [['--show', 'week', '--toggle'], { ...plain, show: 'week', toggle: true }],
  [['--log', 'dana called 3x'], { ...plain, log: 'dana called 3x' }],
  [['--log', '--toggle'], { ...plain, log: '--toggle' }],
  [['--log', '--home=/other'], { ...plain, log: '--home=/other' }],
  [['--log=until-friday://log?text=x'], { ...plain, log: 'until-friday://log?text=x' }],
  [['--log', 'until-friday://log?text=x'], { ...plain, log: 'until-friday://log?text=x' }],
  [['--log'], plain],
  [['--home'], plain],
  [['--home='], plain],
])('%j', (args, read) => {
  expect(readArguments(args, '/here')).toEqual(read);
});

test.each([
  [[LINK], {}],
  [['UNTIL-FRIDAY:anything'], { link: 'UNTIL-FRIDAY:anything' }],
  [['--home', '/mine', LINK], { home: '/mine' }],
  [[LINK, '--home', '/theirs'], {}],
  [['--log', 'x', '--show', 'week', '--sample', LINK, '--toggle'], {}],
])('a link and nothing else but my home: %j', (args, read) => {
  expect(readArguments(args, '/here')).toEqual({ ...plain, hidden: true, link: LINK, ...read });
});

test('they travel to the instance that runs already', () => {
  const args = readArguments(['--show', 'load', '--home', 'x', '--log', 'dana'], '/here');
  expect(argumentsSchema.parse(JSON.parse(JSON.stringify(args)))).toEqual(args);
  expect(argumentsSchema.parse({})).toEqual(plain);
});

test('a start anew repeats none of them', () => {
  const args = ['/app', '--home', 'x', '--show=week', '--sample', '--no-sandbox', '--log', 'dana called', '--hidden'];
  expect(withoutOwn(args)).toEqual(['/app', '--no-sandbox']);
  expect(withoutOwn(['/app', LINK, '--inspect'])).toEqual(['/app']);
});

test('files that the app can be opened with are taken, the folder of the app and flags are not', () => {
  const read = readArguments(
    ['.', 'mail.eml', '/a/b/People.VCF', '--some-flag.eml', '/app/folder', 'page.html'],
    '/here',
  );
  expect(read).toEqual({ ...plain, files: ['/here/mail.eml', '/a/b/People.VCF'] });
});
