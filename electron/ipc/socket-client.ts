import { connect, type Socket } from 'node:net';
import type { Problem } from '../core/model/problem';
import type { Reply } from './contract/bridge';
import { LINE_LIMIT, linesOf } from './lines';
import type { Question } from './question';

/** Longest wait for an answer: an import or export of many years takes a while. */
const ANSWER_MS = 120_000;
/** An export may be longer than any question. */
const ANSWER_LIMIT = 500 * 1024 * 1024;

/**
 * Asks the owner of a home through its socket. Gives nothing back when nobody listens there; then nothing was asked, and
 * it is safe to ask another way.
 */
export async function askOwner(path: string, question: Omit<Question, 'id'>): Promise<Reply<unknown> | undefined> {
  const line = `${JSON.stringify({ id: 1, ...question })}\n`;
  if (Buffer.byteLength(line) > LINE_LIMIT)
    return failed(
      'too-long',
      'This is too much at once for the running app.',
      'Do it in parts, or quit the app first.',
    );
  const socket = await reach(path);
  if (!socket) return undefined;
  socket.setTimeout(ANSWER_MS, () => socket.destroy(new Error('timeout')));
  try {
    socket.end(line);
    for await (const answer of linesOf(socket, ANSWER_LIMIT)) {
      const { id: _, ...reply } = JSON.parse(answer ?? '');
      return reply;
    }
  } catch {
    // Said below: what counts is that no answer came.
  } finally {
    socket.destroy();
  }
  return failed(
    'unavailable',
    'The running app gave no answer; whether it was done is not known.',
    'Look at "until-friday changes" before doing it again.',
  );
}

function reach(path: string): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => resolve(socket));
    socket.on('error', () => resolve(undefined));
  });
}

function failed(code: Problem['code'], message: string, action: string): Reply<never> {
  return { ok: false, problem: { code, message, action } };
}
