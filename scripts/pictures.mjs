import '../bin/node-version.mjs';
import { findTool } from './setup/project.mjs';
import { runNode } from './setup/run.mjs';
import { runMain } from './setup/say.mjs';
import { onPrivateDesktop } from './setup/set-up.mjs';

await runMain(() =>
  onPrivateDesktop((env) => {
    const args = ['test', '--config', 'tests/e2e/pictures.config.ts', ...process.argv.slice(2)];
    return runNode(findTool('@playwright/test', 'playwright'), args, { env });
  }),
);
