// Stands in for Electron's default app, which the runtime from the registry lacks: `electron [-r MODULE] FOLDER …`.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const require = createRequire(import.meta.url);
const args = process.argv.slice(1);
let folder = '.';

while (args.length > 0) {
  const arg = args.shift();
  if (arg === '-r' || arg === '--require') require(path.resolve(args.shift()));
  else if (!arg.startsWith('-')) {
    folder = arg;
    break;
  }
}

const appPath = path.resolve(folder);
const { name, productName, version, main } = JSON.parse(readFileSync(path.join(appPath, 'package.json'), 'utf8'));
app.name = productName ?? name;
app.setVersion(version);
app.setAppPath(appPath);
// Awaited: Electron holds `ready` back until this module is done, and the app may have things to do before it.
await import(pathToFileURL(path.join(appPath, main)).href);
