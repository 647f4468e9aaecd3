import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';

/** Bundles a TypeScript entry into one file that plain Node runs, as any user; `remove` deletes it again. */
export async function bundle(entry: string): Promise<{ path: string; remove: () => Promise<void> }> {
  const outDir = await mkdtemp(join(tmpdir(), 'until-friday-bundle-'));
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: resolve(entry),
      outDir,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'bundle.mjs' } },
    },
  });
  await chmod(outDir, 0o755);
  return { path: join(outDir, 'bundle.mjs'), remove: () => rm(outDir, { recursive: true, force: true }) };
}
