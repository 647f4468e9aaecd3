import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface SessionBus {
  address: string;
  stop(): Promise<void>;
}

/** A session bus of one's own, so that nothing of the user's desktop is seen or touched. */
export async function startSessionBus(folder: string): Promise<SessionBus> {
  const asked = `--address=unix:path=${join(folder, 'bus')}`;
  const daemon = spawn('dbus-daemon', ['--session', '--nofork', '--nopidfile', '--print-address=1', asked], {
    // Its standard error only tells of limits and of services that programs asked for.
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(daemon, 'exit');
  let printed = '';
  for await (const chunk of daemon.stdout) {
    printed += String(chunk);
    if (printed.includes('\n')) break;
  }
  const address = printed.trim();
  if (!address) throw new Error('dbus-daemon did not start.');
  return {
    address,
    async stop() {
      daemon.kill();
      await ended;
    },
  };
}
