import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** A path inside the checkout. @param {...string} parts */
export const inProject = (...parts) => path.join(root, ...parts);

/**
 * The script behind a dependency's command. Run it with `process.execPath`: the links in `.bin` are shell
 * scripts on Windows.
 * @param {string} packageName
 * @param {string} command
 */
export function findTool(packageName, command) {
  const folder = inProject('node_modules', ...packageName.split('/'));
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return path.join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/**
 * Every file under the named files and folders of the checkout, sorted; those that don't exist are left out.
 * @param {string[]} names
 * @returns {string[]} paths relative to the checkout
 */
export function listFiles(names) {
  return names.flatMap((name) => listOne(name)).sort();
}

/** @param {string} name @returns {string[]} */
function listOne(name) {
  try {
    const entries = readdirSync(inProject(name), { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
  } catch (error) {
    if (error.code === 'ENOTDIR') return [name];
    if (error.code === 'ENOENT') return [];
    throw error;
  }
}
