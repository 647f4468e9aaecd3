import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

test('windows are spoken to through their door and the preload only', () => {
  const files = ['electron', 'src'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => `${folder}/${file}`),
  );
  const speaking = files.filter((file) =>
    /import \{[^}]*\bipc(Main|Renderer)\b/.test(readFileSync(join(ROOT, file), 'utf8')),
  );
  expect(speaking.toSorted()).toEqual(['electron/ipc/window-door.ts', 'electron/preload.ts']);
});
