import '../bin/node-version.mjs';
import { buildEnv, forgetBuild } from './setup/app-build.mjs';
import { onDesktop } from './setup/desktop.mjs';
import { findTool } from './setup/project.mjs';
import { runNode } from './setup/run.mjs';
import { sandboxFlags } from './setup/sandbox.mjs';
import { runMain } from './setup/say.mjs';
import { setUp } from './setup/set-up.mjs';

await runMain(async () => {
  const { electron, desktop } = await setUp({ isBuilt: false });
  forgetBuild();
  const sandbox = sandboxFlags.length > 0 ? ['--noSandbox'] : [];
  const args = ['dev', '--watch', ...sandbox, '--', ...process.argv.slice(2)];
  return onDesktop(desktop, (env) =>
    runNode(findTool('electron-vite', 'electron-vite'), args, {
      env: { ...env, ...buildEnv, ELECTRON_EXEC_PATH: electron },
    }),
  );
});
