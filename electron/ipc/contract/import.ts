import { z } from 'zod';
import { entry, name } from './entry';

export const importAnswerSchema = z.object({
  created: z.number(),
  updated: z.number(),
  skipped: z.number(),
  refused: z.array(z.object({ file: z.string(), line: z.number().optional(), reason: z.string() })),
  /** People and senders whom nobody knows; nothing was made of them. */
  unmatched: z.array(z.object({ file: z.string(), name: z.string(), reason: z.string() })).optional(),
  /** A mail by itself of somebody unknown: it waits until it is said whose it is, and counts as created. */
  waiting: z.array(z.object({ file: z.string(), name: z.string(), strangerId: z.string() })).optional(),
  /** Cards that complete somebody who was known: `into` is the name they are known by. */
  merges: z
    .array(
      z.object({
        card: z.string().describe('which card it is, for "merge"'),
        ...{ person: z.string(), client: z.string(), into: z.string(), adds: z.array(z.string()) },
      }),
    )
    .optional(),
  /** The requests that mails have opened or joined, in the order of the mails; not more than a hundred. */
  requests: z
    .array(
      z.object({
        requestId: z.string(),
        client: z.string(),
        person: z.string().optional(),
        subject: z.string(),
        direction: z.enum(['in', 'out']),
        joined: z.boolean(),
        /** Contacts of that request now. */
        count: z.number(),
      }),
    )
    .optional(),
  /** Mails that are not taken by themselves, by reason and address; `senders` has them taken. */
  offered: z
    .array(
      z.object({
        file: z.string(),
        why: z
          .enum(['automatic', 'mine', 'unknown', 'several'])
          .describe('newsletter or automatic answer; my own to nobody of a client; of nobody known; of one of several'),
        address: z.string(),
        name: z.string(),
        /** Of the first of them. */
        subject: z.string(),
        count: z.number(),
        /** Whose address it is, where that is known. */
        clientId: z.string().optional(),
        /** The client it writes to: it may be me, with an address of mine that is not known. */
        writesTo: z.string().optional(),
      }),
    )
    .optional(),
  /** What was passed over for one reason, such as newsletters; counted as skipped. */
  leftOut: z
    .array(
      z.object({
        file: z.string(),
        why: z.enum(['automatic', 'known', 'mine', 'tooMany', 'others']),
        reason: z.string(),
        count: z.number(),
      }),
    )
    .optional(),
});
export type ImportAnswer = z.infer<typeof importAnswerSchema>;

const choices = {
  /** Newsletters, lists and automatic answers too, where they are of a client. */
  automatic: z.boolean().optional(),
  /** Whose the mails with an address are, which are not taken otherwise; or that they wait under "Who is this?". */
  senders: z
    .array(z.object({ address: z.string().max(320), client: name.optional(), waits: z.boolean().optional() }))
    .max(500)
    .optional(),
  /** Cards as `merges` names them, or the names on them, that may complete somebody who is known; without it all. */
  merge: z.array(z.string().max(400)).max(10_000).optional(),
};

/** Everything that is taken in from files: own exports, calendars, cards, mail. */
export const importContract = {
  import: entry(
    z.object({
      files: z
        .array(
          z
            // A mailbox may be too large to be handed over: where it lies is enough, for mail alone.
            .object({ name: z.string(), text: z.string().optional(), path: z.string().min(1).max(4096).optional() })
            .refine(({ text, path }) => text !== undefined || path !== undefined, 'has neither a text nor a path'),
        )
        .max(1000),
      ...choices,
    }),
    importAnswerSchema.extend({ changeId: z.string().optional() }),
  ),
  /**
   * The files that were dropped on a window or opened with the app, by where they lie. Without `merge`, cards that would
   * complete somebody are asked about first: `isAsked` then, with `merges`, and nothing was taken.
   */
  'import.paths': entry(
    z.object({ paths: z.array(z.string().min(1).max(4096)).min(1).max(1000), ...choices }),
    importAnswerSchema.extend({ changeId: z.string().optional(), isAsked: z.boolean().optional() }),
    'window',
  ),
  /** Hands files that were dropped elsewhere to the main window. */
  'window.files': entry(
    z.object({ paths: z.array(z.string().min(1).max(4096)).min(1).max(1000) }),
    z.object({}),
    'window',
  ),
} as const;
