import { provideBuild } from './app-build.mjs';
import { provideDependencies } from './dependencies.mjs';
import { runMain, sayOnStderr } from './say.mjs';

/** What a checkout's command line needs before its first use: no Electron. Leaves the exit status at 0 where it worked. */
export function buildCommandLine() {
  sayOnStderr();
  return runMain(async () => {
    await provideDependencies();
    await provideBuild();
  });
}
