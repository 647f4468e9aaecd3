import '../bin/node-version.mjs';
import { inProject } from './setup/project.mjs';
import { runNode } from './setup/run.mjs';
import { runMain } from './setup/say.mjs';
import { onPrivateDesktop } from './setup/set-up.mjs';

await runMain(() => onPrivateDesktop((env) => runNode(inProject('bench', 'run.mjs'), process.argv.slice(2), { env })));
