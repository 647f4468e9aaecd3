import { clipboard } from 'electron';

/** Changes whose clipboard can be given back; older ones are too long ago to be missed. */
const KEPT = 20;

export interface ReplyClipboard {
  copy(text: string): Promise<void>;
  /** Copies a reply and keeps the text that was there, under the change that did it. */
  copyReply(changeId: string, reply: string): Promise<void>;
  /** Gives back the text that was there, unless something else was copied since. */
  giveBack(changeId: string): Promise<void>;
}

/**
 * The clipboard, with what a reply pushed out of it; kept in memory only. Everything is awaited: newer Electrons answer
 * with promises where older ones answer at once. (What is no text differs between them, and is not given back.)
 */
export function createReplyClipboard(): ReplyClipboard {
  const formers = new Map<string, { reply: string; text: string }>();
  let tail = Promise.resolve();

  // One after the other: what is read must still be there when it is written over.
  function inTurn(job: () => Promise<void>): Promise<void> {
    const run = tail.then(job);
    tail = run.catch(() => undefined);
    return run;
  }

  return {
    copy: (text) => inTurn(async () => clipboard.writeText(text)),
    copyReply: (changeId, reply) =>
      inTurn(async () => {
        formers.set(changeId, { reply, text: await clipboard.readText() });
        for (const key of [...formers.keys()].slice(0, -KEPT)) formers.delete(key);
        await clipboard.writeText(reply);
      }),
    giveBack: (changeId) =>
      inTurn(async () => {
        const former = formers.get(changeId);
        formers.delete(changeId);
        if (!former || (await clipboard.readText()) !== former.reply) return;
        if (former.text === '') clipboard.clear();
        else await clipboard.writeText(former.text);
      }),
  };
}
