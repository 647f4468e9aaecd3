import path from 'node:path';
import { z } from 'zod';
import { isDeepLink } from './deep-link';

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
  /** Log this line at once: the person's own command line says it. */
  log: z.string().optional(),
  /** Files to take in, by where they lie. */
  files: z.array(z.string()).max(1000).default([]),
  /** A link of ours that somebody clicked, as it stands; anybody may have written it. */
  link: z.string().optional(),
});
export type Arguments = z.infer<typeof argumentsSchema>;

/** Those that are followed by a value. */
const WITH_VALUE = ['--home', '--show', '--log'];
const FLAGS = ['--sample', '--hidden', '--toggle'];
/** What the app can be opened with; anything else that is no flag is Electron's, such as the folder of the app. */
const OPENED = /\.(?:eml|mbox|mbx|msg|vcf|vcard)$/i;

/**
 * Reads the app's own arguments and leaves Chromium's alone. With a link nothing holds but the home that was named
 * before it: what stands behind may be a part of the link.
 * @param folder what a relative home or file is relative to
 */
export function readArguments(args: readonly string[], folder: string): Arguments {
  const { values, flags, files, link } = part(args);
  const [home, show, log] = WITH_VALUE.map((name) => values.get(name));
  const named = home ? { home: path.resolve(folder, home) } : {};
  if (link !== undefined) return { ...named, link, files: [], sample: false, hidden: true, toggle: false };
  return {
    ...named,
    ...(show && { show }),
    ...(log !== undefined && { log }),
    files: files.map((file) => path.resolve(folder, file)),
    sample: flags.has('--sample'),
    hidden: flags.has('--hidden'),
    toggle: flags.has('--toggle'),
  };
}

/** All but the app's own arguments, as a start anew hands them on. */
export function withoutOwn(args: readonly string[]): string[] {
  return part(args).others;
}

/** `--name VALUE` or `--name=VALUE`, of which the last one holds, and flags; up to a link. */
function part(args: readonly string[]) {
  const values = new Map<string, string>();
  const flags = new Set<string>();
  const files: string[] = [];
  const others: string[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const each = args[index] ?? '';
    const name = WITH_VALUE.find((one) => each === one || each.startsWith(`${one}=`));
    if (isDeepLink(each)) return { values, flags, files, others, link: each };
    if (name === each) {
      index += 1;
      const value = args[index];
      if (value !== undefined) values.set(name, value);
    } else if (name) values.set(name, each.slice(name.length + 1));
    else if (FLAGS.includes(each)) flags.add(each);
    else if (!each.startsWith('-') && OPENED.test(each)) files.push(each);
    else others.push(each);
  }
  return { values, flags, files, others };
}
