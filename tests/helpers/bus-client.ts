import { EventEmitter } from 'node:events';
import { Message, type MessageBus, MessageType, sessionBus } from 'dbus-next';

interface Call {
  sender: string;
  body: readonly unknown[];
}

interface Returned {
  signature: string;
  body: unknown[];
}

/** Answers a call of `interface.member` on the path it was given for. */
export type Methods = Record<string, (call: Call) => Returned | undefined>;

/** Someone on the session bus who sends raw messages: proxies need introspection, which Electron does not offer. */
export interface BusClient {
  call(to: string, path: string, member: string, signature?: string, body?: unknown[]): Promise<readonly unknown[]>;
  /** Owns a name and answers calls to one of its objects. */
  serve(name: string, path: string, methods: Methods): Promise<void>;
  emit(path: string, member: string, signature: string, body: unknown[]): void;
  /** Listens for a signal from anybody; returns its own disposer. */
  onSignal(member: string, listener: (signal: Call) => void): Promise<() => void>;
  close(): void;
}

const BUS = 'org.freedesktop.DBus';
const BUS_PATH = '/org/freedesktop/DBus';

/** @param address such as `unix:path=/tmp/bus` */
export async function connectBus(address: string): Promise<BusClient> {
  const bus = sessionBus({ busAddress: address });
  await connected(bus);
  const signals = new EventEmitter().setMaxListeners(0);
  // Kept from ending the process when the bus is taken away under it.
  bus.on('error', () => {});
  bus.on('message', (message) => {
    if (message.type === MessageType.SIGNAL) signals.emit(`${message.interface}.${message.member}`, message);
  });

  const client: BusClient = {
    async call(to, path, member, signature = '', body = []) {
      const message = new Message({ destination: to, path, ...split(member), signature, body });
      return (await bus.call(message))?.body ?? [];
    },
    async serve(name, path, methods) {
      bus.addMethodHandler((message: Message) => {
        const answer = message.path === path ? methods[`${message.interface}.${message.member}`] : undefined;
        if (!answer) return false;
        const returned = answer(message);
        bus.send(Message.newMethodReturn(message, returned?.signature ?? '', returned?.body ?? []));
        return true;
      });
      await bus.requestName(name, 0);
    },
    emit(path, member, signature, body) {
      const { interface: face, member: name } = split(member);
      bus.send(Message.newSignal(path, face, name, signature, body));
    },
    async onSignal(member, listener) {
      const { interface: face, member: name } = split(member);
      signals.on(member, listener);
      await client.call(BUS, BUS_PATH, `${BUS}.AddMatch`, 's', [`type='signal',interface='${face}',member='${name}'`]);
      return () => signals.off(member, listener);
    },
    close: () => bus.disconnect(),
  };
  return client;
}

function connected(bus: MessageBus): Promise<void> {
  return new Promise((resolve, reject) => {
    bus.on('connect', resolve);
    bus.on('error', reject);
  });
}

function split(name: string): { interface: string; member: string } {
  const at = name.lastIndexOf('.');
  return { interface: name.slice(0, at), member: name.slice(at + 1) };
}
