import { provideBuild } from './app-build.mjs';
import { provideDependencies } from './dependencies.mjs';
import { onDesktop, planDesktop } from './desktop.mjs';
import { provideElectron } from './electron.mjs';
import { provideLibraries } from './libraries.mjs';
import { explainSandbox } from './sandbox.mjs';

/**
 * Everything between a fresh clone and a running app, each step only where it is needed.
 * @param {{isPrivate?: boolean, isBuilt?: boolean}} [options] isPrivate: on a desktop apart from the user's own
 * @returns {Promise<{electron: string, desktop: import('./desktop.mjs').DesktopPlan}>}
 */
export async function setUp({ isPrivate = false, isBuilt = true } = {}) {
  await provideDependencies();
  const electron = await provideElectron();
  const desktop = await planDesktop(isPrivate);
  await provideLibraries(electron, desktop);
  if (isBuilt) await provideBuild();
  explainSandbox(electron);
  return { electron, desktop };
}

/**
 * Sets everything up and does work on a desktop of its own, so that the user's is not touched.
 * @template T
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} work its environment names the Electron to run
 * @returns {Promise<T>}
 */
export async function onPrivateDesktop(work) {
  const { electron, desktop } = await setUp({ isPrivate: true });
  return onDesktop(desktop, (env) => work({ ...env, UNTIL_FRIDAY_ELECTRON: electron }));
}
