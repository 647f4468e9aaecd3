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

/** @param {number[]} values @param {number} part of a hundred: the value that so many are not above */
export function percentile(values, part) {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil((sorted.length * part) / 100) - 1)];
}

/** @param {string} text what is going on */
export const say = (text) => console.log(text);
