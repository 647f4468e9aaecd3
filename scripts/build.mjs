import '../bin/node-version.mjs';
import { provideBuild } from './setup/app-build.mjs';
import { provideDependencies } from './setup/dependencies.mjs';
import { runMain, say } from './setup/say.mjs';

await runMain(async () => {
  await provideDependencies();
  await provideBuild({ isForced: process.argv.includes('--force') });
  say('The build in out/ is current.');
});
