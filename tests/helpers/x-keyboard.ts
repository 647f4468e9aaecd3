import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';

/**
 * The keyboard of an X display, through the XTEST extension, so that keys reach whoever grabbed them as a person's do.
 * Speaks the protocol itself: no tool has to be installed.
 */
export interface XKeyboard {
  /** Presses keys together, such as `Control`, `Alt`, `j`. */
  press(...keys: string[]): Promise<void>;
  close(): void;
}

const KEYSYMS: Record<string, number> = {
  Control: 0xffe3,
  Alt: 0xffe9,
  Shift: 0xffe1,
  Super: 0xffeb,
  Space: 0x20,
  Enter: 0xff0d,
  Escape: 0xff1b,
};
const KEY_PRESS = 2;
const KEY_RELEASE = 3;
const QUERY_EXTENSION = 98;
const GET_KEYBOARD_MAPPING = 101;
const GET_INPUT_FOCUS = 43;
const FAKE_INPUT = 2;
/** What an answer begins with; an error begins with 0, an event with more. */
const REPLY = 1;

/** @param display such as `:99`, on this machine */
export async function openXKeyboard(display: string, authority?: string): Promise<XKeyboard> {
  const number = /^(?:unix)?:(\d+)/.exec(display)?.[1];
  if (!number) throw new Error(`DISPLAY is ${display}: no display of this machine.`);
  const socket = connect(`/tmp/.X11-unix/X${number}`);
  await once(socket, 'connect');
  const read = reader(socket);

  socket.write(encodeSetup(authority ? findCookie(readFileSync(authority), number) : Buffer.alloc(0)));
  const head = await read(8);
  const setup = await read(head.readUInt16LE(6) * 4);
  if (head[0] !== 1) throw new Error(`The X server refused: ${setup.toString('latin1')}`);
  const first = setup.readUInt8(26);
  const last = setup.readUInt8(27);

  async function ask(request: Buffer): Promise<Buffer> {
    socket.write(request);
    let answer = await read(32);
    // Some events are sent to everybody, asked for or not, such as that the keyboard's mapping changed.
    while (answer.readUInt8(0) > REPLY) answer = await read(32);
    if (answer[0] !== REPLY) throw new Error(`The X server answered with error ${answer[1]}.`);
    return Buffer.concat([answer, await read(answer.readUInt32LE(4) * 4)]);
  }

  const xtest = await ask(encodeQueryExtension('XTEST'));
  if (xtest[8] !== 1) throw new Error('This X server has no XTEST extension.');
  const opcode = xtest.readUInt8(9);
  const codes = readKeycodes(await ask(encodeMappingRequest(first, last - first + 1)), first);

  return {
    async press(...keys) {
      const pressed = keys.map((key) => codeOf(codes, key));
      for (const code of pressed) socket.write(encodeFakeInput(opcode, KEY_PRESS, code));
      for (const code of pressed.reverse()) socket.write(encodeFakeInput(opcode, KEY_RELEASE, code));
      // Answered after everything before it was done.
      await ask(Buffer.from([GET_INPUT_FOCUS, 0, 1, 0]));
    },
    close: () => socket.destroy(),
  };
}

function codeOf(codes: ReadonlyMap<number, number>, key: string): number {
  const code = codes.get(KEYSYMS[key] ?? key.toLowerCase().charCodeAt(0));
  if (code === undefined) throw new Error(`This keyboard has no key ${key}.`);
  return code;
}

/** Gives exactly as many bytes as asked for. */
function reader(socket: Socket): (length: number) => Promise<Buffer> {
  let held: Buffer = Buffer.alloc(0);
  socket.on('data', (bytes) => {
    held = Buffer.concat([held, bytes]);
  });
  return async (length) => {
    while (held.length < length) await once(socket, 'data');
    const taken = held.subarray(0, length);
    held = held.subarray(length);
    return taken;
  };
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
}

function encodeSetup(cookie: Buffer): Buffer {
  const name = cookie.length > 0 ? Buffer.from('MIT-MAGIC-COOKIE-1') : Buffer.alloc(0);
  const head = Buffer.alloc(12);
  head.write('l');
  head.writeUInt16LE(11, 2);
  head.writeUInt16LE(name.length, 6);
  head.writeUInt16LE(cookie.length, 8);
  return Buffer.concat([head, padded(name), padded(cookie)]);
}

/** The cookie of a display in an X authority file, where an entry without a number holds for all. */
function findCookie(file: Buffer, display: string): Buffer {
  for (let at = 2; at < file.length; at += 2) {
    const fields = Array.from({ length: 4 }, () => {
      const length = file.readUInt16BE(at);
      const field = file.subarray(at + 2, at + 2 + length);
      at += 2 + length;
      return field;
    });
    const [, number, , cookie] = fields;
    if (cookie && (number?.length === 0 || number?.toString() === display)) return cookie;
  }
  return Buffer.alloc(0);
}

function encodeQueryExtension(name: string): Buffer {
  const bytes = padded(Buffer.from(name));
  const head = Buffer.alloc(8);
  head.writeUInt8(QUERY_EXTENSION, 0);
  head.writeUInt16LE(2 + bytes.length / 4, 2);
  head.writeUInt16LE(name.length, 4);
  return Buffer.concat([head, bytes]);
}

function encodeMappingRequest(first: number, count: number): Buffer {
  return Buffer.from([GET_KEYBOARD_MAPPING, 0, 2, 0, first, count, 0, 0]);
}

/** The key code of each unshifted symbol. */
function readKeycodes(reply: Buffer, first: number): Map<number, number> {
  const perKey = reply.readUInt8(1);
  const codes = new Map<number, number>();
  for (let at = 32, code = first; at + 4 <= reply.length; at += perKey * 4, code += 1) {
    const symbol = reply.readUInt32LE(at);
    if (symbol !== 0 && !codes.has(symbol)) codes.set(symbol, code);
  }
  return codes;
}

function encodeFakeInput(opcode: number, type: number, code: number): Buffer {
  const bytes = Buffer.alloc(36);
  bytes.writeUInt8(opcode, 0);
  bytes.writeUInt8(FAKE_INPUT, 1);
  bytes.writeUInt16LE(9, 2);
  bytes.writeUInt8(type, 4);
  bytes.writeUInt8(code, 5);
  return bytes;
}
