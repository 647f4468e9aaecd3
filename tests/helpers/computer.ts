import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CommandLine, createCommandLine } from './command-line';
import { type NotificationService, openNotificationService } from './notification-service';
import { openPanel, type Panel } from './panel';
import { type LaunchedApp, launchApp, type RunningApp, type StartOptions, startApp } from './running-app';
import { startSessionBus } from './session-bus';

/** A Tuesday morning in working hours, with the Friday call still ahead; the tests' clocks start here. */
export const NOW = '2026-11-24T11:20:00+01:00';

/** A consultant's computer: folders, session bus, panel and notification service of its own, nothing shared. */
export interface Computer {
  folder: string;
  /** The folder of the data. */
  home: string;
  env: NodeJS.ProcessEnv;
  panel: Panel;
  toasts: NotificationService;
  /** The command line, for this home unless told otherwise. */
  until: CommandLine;
  start(options?: StartOptions): Promise<RunningApp>;
  /** The same where there is no panel to wait for. */
  startWithoutPanel(options?: StartOptions): Promise<LaunchedApp>;
  /** What all the apps that were started here complained of. */
  complaints(): string[];
  /** Another home on the same computer. */
  another(name: string): string;
  tearDown(): Promise<void>;
}

export async function setUpComputer(now = NOW): Promise<Computer> {
  // Short, since sockets lie in it.
  const folder = await mkdtemp(join(tmpdir(), 'uf-'));
  const bus = await startSessionBus(folder);
  const panel = await openPanel(bus.address);
  const toasts = await openNotificationService(bus.address);
  const home = join(folder, 'book');
  const env = {
    ...process.env,
    DBUS_SESSION_BUS_ADDRESS: bus.address,
    HOME: folder,
    XDG_CACHE_HOME: join(folder, 'cache'),
    XDG_CONFIG_HOME: join(folder, 'config'),
    XDG_DATA_HOME: join(folder, 'data'),
    XDG_RUNTIME_DIR: join(folder, 'run'),
    LANG: 'en_GB.UTF-8',
    LANGUAGE: 'en_GB',
    TZ: 'Europe/Vienna',
    UNTIL_FRIDAY_HOME: undefined,
  };
  const started: LaunchedApp[] = [];
  return {
    folder,
    home,
    env,
    panel,
    toasts,
    until: createCommandLine({ env, home, now }),
    another: (name) => join(folder, name),
    async start(options = {}) {
      const app = await startApp({ env, home, now, ...options }, panel);
      started.push(app);
      return app;
    },
    async startWithoutPanel(options = {}) {
      const app = await launchApp({ env, home, now, ...options });
      started.push(app);
      return app;
    },
    complaints: () => started.flatMap((app) => app.complaints),
    async tearDown() {
      await Promise.all(started.map((app) => app.kill()));
      panel.close();
      toasts.close();
      await bus.stop();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
