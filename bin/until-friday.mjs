#!/usr/bin/env node
import './node-version.mjs';
import { existsSync } from 'node:fs';

const cli = new URL('../out/main/cli.js', import.meta.url);

if (!existsSync(cli)) {
  const { buildCommandLine } = await import('../scripts/setup/command-line.mjs');
  await buildCommandLine();
}

if (!process.exitCode) {
  const { run } = await import(cli.href);
  process.exitCode = await run(process.argv.slice(2));
}
