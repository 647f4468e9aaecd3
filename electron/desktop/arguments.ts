import path from 'node:path';
import { z } from 'zod';

const flag = z.boolean().default(false);

/** What the app was asked for when it was started, the first time or again. */
export const argumentsSchema = z.object({
  /** The folder of the data. */
  home: z.string().optional(),
  /** Fill an empty home with the sample week. */
  sample: flag,
  /** Stay in the tray, such as when the session starts. */
  hidden: flag,
  /** Show this view. */
  show: z.string().optional(),
  /** Show the palette, or put it away. */
  toggle: flag,
});
export type Arguments = z.infer<typeof argumentsSchema>;

/**
 * Reads the app's own arguments and leaves Chromium's alone.
 * @param folder what a relative home is relative to
 */
export function readArguments(args: readonly string[], folder: string): Arguments {
  const home = readValue(args, '--home');
  const show = readValue(args, '--show');
  return {
    ...(home && { home: path.resolve(folder, home) }),
    ...(show && { show }),
    sample: args.includes('--sample'),
    hidden: args.includes('--hidden'),
    toggle: args.includes('--toggle'),
  };
}

/** `--name VALUE` or `--name=VALUE`; the last one holds. */
function readValue(args: readonly string[], name: string): string | undefined {
  const index = args.findLastIndex((each) => each === name || each.startsWith(`${name}=`));
  const found = args[index];
  if (found === undefined) return undefined;
  return found === name ? args[index + 1] : found.slice(name.length + 1);
}
