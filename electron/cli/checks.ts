import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Check } from '../ipc/contract/answers';
import type { Reply } from '../ipc/contract/bridge';
import { findOwner } from '../store/lock';
import type { Input, Tools } from './command';

/** What the answerer knows of the data, and what can be seen of this machine from here. */
export async function examine(_: Input, { ask, home }: Tools): Promise<Reply<Check[]>> {
  const reply = await ask('doctor', {});
  const checks = reply.ok ? reply.value : [refusedHome(reply.problem)];
  const own = [
    { check: 'runtime', ok: true, detail: `Node ${process.versions.node}` },
    await checkApp(home),
    checkToasts(),
  ];
  const isNew = (each: Check) => !checks.some(({ check }) => check === each.check);
  return { ok: true, value: [...checks, ...own.filter(isNew)] };
}

/** A home that can't be opened is what a doctor is called for. */
function refusedHome({ message, action }: { message: string; action?: string }): Check {
  return { check: 'home', ok: false, detail: [message, action].filter(Boolean).join(' ') };
}

/** A doctor who finds something has still done what was asked, except where nothing could be looked at. */
export function findUnopened(checks: readonly Check[]): { lines: string[]; hasFailed: boolean } {
  const refused = checks.filter(({ check, ok }) => check === 'home' && !ok);
  return { lines: refused.map(({ detail }) => detail), hasFailed: refused.length > 0 };
}

async function checkApp(home: string): Promise<Check> {
  const owner = await findOwner(home);
  return {
    check: 'app',
    ok: true,
    detail: owner?.isAlive && owner.socket ? `running, process ${owner.pid}` : 'not running',
  };
}

/** On Linux toasts are shown by notify-send over the session's bus; elsewhere the system has its own way. */
function checkToasts(): Check {
  const check = 'notifications';
  if (process.platform !== 'linux') return { check, ok: true, detail: "by the system's own" };
  if (!isInPath('notify-send'))
    return {
      check,
      ok: false,
      detail: 'notify-send is missing: install libnotify-bin. The app lists what it can not show.',
    };
  const { DBUS_SESSION_BUS_ADDRESS, XDG_RUNTIME_DIR } = process.env;
  const hasBus = Boolean(DBUS_SESSION_BUS_ADDRESS || (XDG_RUNTIME_DIR && existsSync(join(XDG_RUNTIME_DIR, 'bus'))));
  return {
    check,
    ok: hasBus,
    detail: hasBus ? 'by notify-send' : 'There is no session bus here, so no toast can be shown.',
  };
}

function isInPath(program: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
