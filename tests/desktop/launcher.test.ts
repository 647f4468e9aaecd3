import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

const SCRIPT = pathToFileURL(join(import.meta.dirname, '../../scripts/setup/utf8.mjs')).href;

test.skipIf(process.platform !== 'linux').each([
  [{}, { LC_ALL: 'C.UTF-8' }],
  [{ LANG: 'C' }, { LC_ALL: 'C.UTF-8' }],
  [{ LANG: 'sk_SK.UTF-8', LC_ALL: 'C' }, { LC_ALL: 'C.UTF-8' }],
  [{ LANG: 'sk_SK.UTF-8', LC_CTYPE: 'POSIX' }, { LC_ALL: 'C.UTF-8' }],
  [{ LANG: 'de_AT.UTF-8' }, {}],
  [{ LANG: 'C', LC_ALL: 'C.UTF-8' }, {}],
])('the app is started so that it finds files of any name: with %o it is given %o', (env, added) => {
  const program = `import { withUtf8 } from ${JSON.stringify(SCRIPT)};
    console.log(JSON.stringify(withUtf8(${JSON.stringify(env)})));`;
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
  expect(JSON.parse(said)).toEqual(added);
});
