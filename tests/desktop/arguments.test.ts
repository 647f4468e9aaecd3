import { expect, test } from 'vitest';
import { argumentsSchema, readArguments } from '../../electron/desktop/arguments';

const plain = { sample: false, hidden: false, toggle: false };

test.each([
  [[], plain],
  [['--no-sandbox', '/app', '--hidden'], { ...plain, hidden: true }],
  [['--home', 'book', '--sample'], { ...plain, home: '/here/book', sample: true }],
  [['--home=/a b/book'], { ...plain, home: '/a b/book' }],
  [['--home', '/one', '--home', '/two'], { ...plain, home: '/two' }],
  [['--show', 'week', '--toggle'], { ...plain, show: 'week', toggle: true }],
  [['--home'], plain],
  [['--home='], plain],
])('%j', (args, read) => {
  expect(readArguments(args, '/here')).toEqual(read);
});

test('they travel to the instance that runs already', () => {
  const args = readArguments(['--show', 'load', '--home', 'x'], '/here');
  expect(argumentsSchema.parse(JSON.parse(JSON.stringify(args)))).toEqual(args);
  expect(argumentsSchema.parse({})).toEqual(plain);
});
