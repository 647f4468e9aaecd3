import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readCalendarFile } from '../../electron/subscriptions/read-file';
import { calendarText, DENTIST, JOUR_FIXE } from './server';

async function makeFile(text: string | Buffer = calendarText(DENTIST)): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'until-friday-ics-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, 'work.ics');
  await writeFile(path, text);
  return path;
}

test('a file is read, and known to be the same until it changes', async () => {
  const path = await makeFile();
  const first = await readCalendarFile(path, {});
  expect(first).toMatchObject({ kind: 'text', text: calendarText(DENTIST) });
  const etag = first.kind === 'text' ? first.etag : undefined;
  expect(await readCalendarFile(path, { etag })).toEqual({ kind: 'unchanged' });
  await writeFile(path, calendarText(DENTIST, JOUR_FIXE));
  const second = await readCalendarFile(path, { etag });
  expect(second).toMatchObject({ kind: 'text', text: calendarText(DENTIST, JOUR_FIXE) });
  await utimes(path, 1_800_000_000, 1_800_000_000);
  expect(await readCalendarFile(path, { etag: second.kind === 'text' ? second.etag : '' })).toMatchObject({
    kind: 'text',
  });
});

test('a link is followed', async () => {
  const path = await makeFile();
  await symlink(path, `${path}.link`);
  expect(await readCalendarFile(`${path}.link`, {})).toMatchObject({ kind: 'text' });
});

describe('what can not be read is told with the reason', () => {
  const refused = async (path: string) => {
    const answer = await readCalendarFile(path, {});
    return answer.kind === 'failed' ? [answer.problem.code, answer.problem.message] : answer;
  };
  test('a folder', async () => {
    expect(await refused(tmpdir())).toEqual(['calendar-unreadable', expect.stringContaining('it is a folder')]);
  });
  test.skipIf(process.platform === 'win32')('a device', async () => {
    expect(await refused('/dev/zero')).toEqual(['calendar-unreadable', expect.stringContaining('no ordinary file')]);
  });
  test.skipIf(process.platform === 'win32')('a pipe that nobody writes to, without waiting for it', async () => {
    const path = await makeFile();
    execFileSync('mkfifo', [`${path}.pipe`]);
    expect(await refused(`${path}.pipe`)).toEqual(['calendar-unreadable', expect.stringContaining('no ordinary file')]);
  });
  test('a file that is not there', async () => {
    expect(await refused('/no/such/file.ics')).toEqual(['calendar-gone', expect.stringContaining('no such file')]);
  });
  test('a link that leads nowhere', async () => {
    const path = await makeFile();
    await symlink('/no/such/file.ics', `${path}.link`);
    expect(await refused(`${path}.link`)).toEqual(['calendar-gone', expect.stringContaining('no such file')]);
  });
  test('a file that is too long', async () => {
    const path = await makeFile();
    await truncate(path, 21 * 1024 * 1024);
    expect(await refused(path)).toEqual(['calendar-too-large', expect.stringContaining('20 MB')]);
  });
  test('a file that is half written', async () => {
    const path = await makeFile(calendarText(DENTIST).slice(0, 80));
    expect(await refused(path)).toEqual(['calendar-unreadable', expect.stringContaining('ends in the middle')]);
  });
  test.skipIf(process.getuid?.() === 0)('a file of somebody else', async () => {
    const path = await makeFile();
    await chmod(path, 0o000);
    expect(await refused(path)).toEqual(['calendar-refused', expect.stringContaining('not open to you')]);
  });
});
