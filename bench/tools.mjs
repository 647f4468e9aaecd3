import path from 'node:path';
import { runnerImport } from 'vite';

export const root = path.resolve(import.meta.dirname, '..');

/**
 * Imports a TypeScript module of the project.
 * @param {string} file from the project's folder
 */
export async function load(file) {
  const { module } = await runnerImport(path.join(root, file), { configFile: false, root, logLevel: 'error' });
  return module;
}

/** @param {number[]} values */
export function median(values) {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  return sorted.length % 2 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** @param {string} text what is going on */
export const say = (text) => console.log(text);
