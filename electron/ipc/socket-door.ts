import { chmod, rm } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { Refusal } from '../core/model/problem';
import { makeSocketFolder } from '../store/home';
import { codeOf } from '../store/trouble';
import type { Answer } from './answer';
import type { Reply } from './contract/bridge';
import { LINE_LIMIT, linesOf } from './lines';
import { answerQuestion, questionSchema } from './question';

/** How long an answer under way may take when the door closes. */
const CLOSING_MS = 5000;

export interface SocketDoor {
  /** Takes no more questions, lets those under way be answered, and removes the socket. */
  close(): Promise<void>;
}

/**
 * Opens a home to other programs of the same user: a JSON line with `{id, name, input, now?, dryRun?}` is answered by
 * one with `{id, ok, value}` or `{id, ok, problem}`. Lines of one connection are answered in their order. Refuses with
 * `unavailable` where the socket can't be had.
 *
 * @param path from `socketPath`; only the owner of a home may serve it, so what lies there already is a leftover.
 * @param lineLimit longest line in bytes.
 */
export async function serveSocket(path: string, answer: Answer, lineLimit = LINE_LIMIT): Promise<SocketDoor> {
  const open = new Map<Socket, Promise<void>>();
  const busy = new Set<Socket>();
  let isClosing = false;

  async function serve(socket: Socket): Promise<void> {
    for await (const line of linesOf(socket, lineLimit)) {
      if (line === '') continue;
      busy.add(socket);
      await write(socket, await answerLine(answer, line, lineLimit));
      busy.delete(socket);
      if (isClosing) break;
    }
    socket.destroySoon();
  }

  // One that has said all it wants to may close its side and still gets its answer.
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    socket.on('error', () => socket.destroy());
    const served = serve(socket)
      // It went away; nobody is left to be told.
      .catch(() => void socket.destroy())
      .finally(() => {
        busy.delete(socket);
        open.delete(socket);
      });
    open.set(socket, served);
  });

  await makeSocketFolder(path);
  await listen(server, path);
  if (process.platform !== 'win32') await chmod(path, 0o600);
  return {
    async close() {
      isClosing = true;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of open.keys()) if (!busy.has(socket)) socket.destroy();
      const giveUp = setTimeout(() => {
        for (const socket of open.keys()) socket.destroy();
      }, CLOSING_MS);
      await Promise.all(open.values());
      clearTimeout(giveUp);
      for (const socket of open.keys()) socket.destroy();
      await closed;
    },
  };
}

async function answerLine(answer: Answer, line: string | undefined, limit: number): Promise<object> {
  if (line === undefined) return refusal('too-long', `A line is longer than ${limit} bytes.`);
  let data: unknown;
  try {
    data = JSON.parse(line);
  } catch {
    return refusal('usage', 'A line is not JSON.');
  }
  const question = questionSchema.safeParse(data);
  if (!question.success) {
    const [issue] = question.error.issues;
    const field = issue?.path.join('.');
    return {
      ...idOf(data),
      ...refusal('usage', `${field || 'The line'}: ${issue?.message ?? 'is not valid'}.`, field),
    };
  }
  return { ...idOf(data), ...(await answerQuestion(answer, question.data)) };
}

function idOf(data: unknown): { id?: string | number } {
  const id = typeof data === 'object' && data !== null && 'id' in data ? data.id : undefined;
  return typeof id === 'string' || typeof id === 'number' ? { id } : {};
}

function refusal(code: 'too-long' | 'usage', message: string, field?: string): Reply<never> {
  return { ok: false, problem: { code, message, ...(field && { field }) } };
}

function write(socket: Socket, answer: object): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.write(`${JSON.stringify(answer)}\n`, (error) => (error ? reject(error) : resolve()));
  });
}

async function listen(server: Server, path: string): Promise<void> {
  try {
    await listenOnce(server, path);
  } catch (error) {
    if (codeOf(error) !== 'EADDRINUSE' || process.platform === 'win32') throw refuseToListen(path, error);
    if (await isServed(path)) throw refuseToListen(path, error);
    // Left behind by an owner that was killed.
    await rm(path, { force: true });
    await listenOnce(server, path).catch((second) => {
      throw refuseToListen(path, second);
    });
  }
}

function listenOnce(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function refuseToListen(path: string, error: unknown): Refusal {
  return new Refusal({
    code: 'unavailable',
    message: `The command line can't reach this app: ${path} can't be listened on (${codeOf(error) ?? String(error)}).`,
    action: 'See whether another Until Friday is running.',
  });
}

function isServed(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = connect(path);
    connection.once('connect', () => {
      connection.destroy();
      resolve(true);
    });
    connection.once('error', () => resolve(false));
  });
}
