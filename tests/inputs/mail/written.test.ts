import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import expected from '../../fixtures/mails/expected.json';
import { FOLDER, readAll, readFixture } from './read-all';

const files = Object.entries<Record<string, unknown>[]>(expected);

test('every mail of the folder is in the table', () => {
  const mails = readdirSync(FOLDER).filter((name) => /\.(eml|mbox)$/.test(name));
  expect(files.map(([name]) => name).toSorted()).toEqual(mails.toSorted());
});

describe('mails as programs write them', () => {
  test.each(files)('%s', async (name, rows) => {
    const mails = await readAll(readFixture(name));
    const said = mails.map(({ from, at, to, ...mail }, index) => {
      const all: Record<string, unknown> = {
        ...mail,
        ...from,
        ...(at && { at: at.toString() }),
        to: to.map(({ address }) => address),
      };
      return Object.fromEntries(Object.keys(rows[index] ?? {}).map((key) => [key, all[key]]));
    });
    expect(said).toEqual(rows);
  });

  test.each(files)('%s says the same in whichever pieces it comes', async (name) => {
    const bytes = readFixture(name);
    const whole = await readAll(bytes);
    for (const chunk of [1, 7, 64, 1000]) expect(await readAll(bytes, chunk)).toEqual(whole);
  });
});
