import type { Output } from '../../ipc/contract/contract';
import type { ToneFinding } from '../../ipc/contract/tone';
import { table } from './text';

/** Where each finding stands, why it hurts, and what to write in its place. */
export function renderTone({ findings }: Output<'tone'>): string {
  if (findings.length === 0) return 'Nothing that would hurt.';
  const rows = findings.map(({ kind, start, end, text, say, why }) => [
    ...[start === end ? String(start) : `${start}–${end}`, kind, text],
    ...[say === '' ? 'leave it out' : (say?.trim() ?? ''), why],
  ]);
  return table(['Where#', 'What', 'Words', 'Better', 'Why'], rows);
}

/** A line for each finding, beneath the letter that it is in. */
export function mindTone(findings: readonly ToneFinding[]): string[] {
  return findings.map(({ text, why, say }) => {
    const better = say === undefined ? '' : say === '' ? ' Better: leave it out.' : ` Better: ${say.trim()}`;
    return `Mind: ${text === '' ? '' : `"${text}": `}${why}${better}`;
  });
}
