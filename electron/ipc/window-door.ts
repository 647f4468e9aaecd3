import { type IpcMainEvent, type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import { z } from 'zod';
import type { Change } from '../core/model/change';
import type { State } from '../core/model/state';
import type { Answer } from './answer';
import type { Notice, Proposed, Reply } from './contract/bridge';
import { contract, type Name } from './contract/contract';

/** The windows' way in, and what is pushed to them. */
export interface WindowDoor {
  /** Lets a window of ours ask. */
  admit(contents: WebContents): void;
  /** Parts of the state that changed, to the windows that have asked for it. */
  pushState(changed: Partial<State>): void;
  /** A change, to the windows that show notices; where there is none it is nobody's news. */
  pushChange(change: Change): void;
  /** To the windows that show notices; waits for one where there is none. */
  pushNotice(notice: Notice): void;
  pushOpen(contents: WebContents, view: string): void;
  /** Files to be taken in; they wait until the page can do it. */
  pushFiles(contents: WebContents, paths: readonly string[]): void;
  /** The palette is shown: anew, or with a line that is proposed; waits until the page can take it. */
  pushPalette(contents: WebContents, proposed?: Proposed): void;
}

/**
 * Answers our own windows, and nobody else: a window that was admitted, its main frame, at our own address.
 * @param isOwnAddress whether an address is one that our windows are served from
 */
export function serveWindows(answer: Answer, isOwnAddress: (address: string) => boolean): WindowDoor {
  const admitted = new Set<WebContents>();
  const following = new Set<WebContents>();
  /** The windows that show notices, each with those it was given: a page that loads itself again has lost them. */
  const reading = new Map<WebContents, Notice[]>();
  let unread: Notice[] = [];
  /** The windows that take files in, and those that wait for one to be ready. */
  const taking = new Set<WebContents>();
  const waiting = new Map<WebContents, readonly string[]>();
  const palettes = new Set<WebContents>();
  const proposals = new Map<WebContents, Proposed>();

  /** Where files lie that the person gave: a page can have no other read. */
  const handed = new Set<string>();
  const asksForOthers = (input: unknown) => {
    const { paths = [], files = [] } = namesFiles.safeParse(input).data ?? {};
    return [...paths, ...files.flatMap(({ path }) => path ?? [])].some((path) => !handed.has(path));
  };

  const isOurs = (event: IpcMainEvent | IpcMainInvokeEvent) =>
    admitted.has(event.sender) && isFromMainFrame(event) && isOwnAddress(event.senderFrame?.url ?? '');

  ipcMain.handle('call', async (event, name: unknown, input: unknown): Promise<Reply<unknown>> => {
    if (!isOurs(event))
      return { ok: false, problem: { code: 'unavailable', message: 'Only the app’s own windows are answered.' } };
    if (!isName(name)) return { ok: false, problem: { code: 'usage', message: 'There is no such command.' } };
    if (asksForOthers(input))
      return {
        ok: false,
        problem: { code: 'unavailable', message: 'Only files that were given to the app are read.' },
      };
    if (name === 'state.get') following.add(event.sender);
    return answer(name, input, { door: 'window' });
  });

  ipcMain.on('notices', (event) => {
    if (!isOurs(event)) return;
    const given = [...(reading.get(event.sender) ?? []), ...unread];
    reading.set(event.sender, given);
    unread = [];
    for (const notice of given) event.sender.send('notice', notice);
  });

  ipcMain.on('handed', (event, paths: unknown) => {
    const read = z.array(z.string()).safeParse(paths);
    if (isOurs(event) && read.success) for (const path of read.data) handed.add(path);
  });

  ipcMain.on('files', (event) => {
    if (!isOurs(event)) return;
    const { sender } = event;
    taking.add(sender);
    const paths = waiting.get(sender);
    waiting.delete(sender);
    if (paths) sender.send('files', paths);
  });

  ipcMain.on('palette', (event) => {
    if (!isOurs(event)) return;
    const { sender } = event;
    palettes.add(sender);
    const proposed = proposals.get(sender);
    proposals.delete(sender);
    if (proposed) sender.send('palette', proposed);
  });

  return {
    admit(contents) {
      admitted.add(contents);
      contents.once('destroyed', () => {
        admitted.delete(contents);
        following.delete(contents);
        reading.delete(contents);
        taking.delete(contents);
        waiting.delete(contents);
        palettes.delete(contents);
        proposals.delete(contents);
      });
    },
    pushState(changed) {
      for (const contents of following) contents.send('state', changed);
    },
    pushChange({ changeId, note }) {
      const notice: Notice = { kind: 'change', changeId, note };
      for (const contents of reading.keys()) contents.send('notice', notice);
    },
    pushNotice(notice) {
      for (const [contents, given] of reading) {
        given.push(notice);
        contents.send('notice', notice);
      }
      if (reading.size === 0) unread.push(notice);
    },
    pushOpen: (contents, view) => contents.send('open', view),
    pushFiles(contents, paths) {
      for (const path of paths) handed.add(path);
      if (taking.has(contents)) contents.send('files', paths);
      else waiting.set(contents, [...(waiting.get(contents) ?? []), ...paths]);
    },
    pushPalette(contents, proposed) {
      if (palettes.has(contents)) contents.send('palette', proposed);
      else if (proposed) proposals.set(contents, proposed);
    },
  };
}

/** How a question names files. */
const namesFiles = z.object({
  paths: z.array(z.string()).optional(),
  files: z.array(z.object({ path: z.string().optional() })).optional(),
});

function isFromMainFrame({ sender, senderFrame }: IpcMainEvent | IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame;
}

function isName(name: unknown): name is Name {
  return typeof name === 'string' && Object.hasOwn(contract, name);
}
