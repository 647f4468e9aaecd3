import { z } from 'zod';
import { connectBus } from './bus-client';

const NAME = 'org.freedesktop.Notifications';
const PATH = '/org/freedesktop/Notifications';

export interface Toast {
  id: number;
  program: string;
  title: string;
  body: string;
  actions: readonly string[];
}

/** The desktop's own notification service, as far as programs can tell. */
export interface NotificationService {
  received(): readonly Toast[];
  /** The person clicks the toast itself. */
  click(toast: Toast): void;
  close(): void;
}

const notify = z
  .tuple([z.string(), z.number(), z.string(), z.string(), z.string(), z.array(z.string())])
  .rest(z.unknown());

export async function openNotificationService(address: string): Promise<NotificationService> {
  const bus = await connectBus(address);
  const toasts: Toast[] = [];
  await bus.serve(NAME, PATH, {
    [`${NAME}.GetCapabilities`]: () => ({ signature: 'as', body: [['body', 'body-markup', 'actions']] }),
    [`${NAME}.GetServerInformation`]: () => ({ signature: 'ssss', body: ['toasts of the tests', 'none', '1', '1.2'] }),
    [`${NAME}.CloseNotification`]: () => undefined,
    [`${NAME}.Notify`]({ body }) {
      const [program, , , title, text, actions] = notify.parse(body);
      const toast = { id: toasts.length + 1, program, title, body: text, actions };
      toasts.push(toast);
      return { signature: 'u', body: [toast.id] };
    },
  });
  return {
    received: () => toasts,
    click({ id }) {
      bus.emit(PATH, `${NAME}.ActionInvoked`, 'us', [id, 'default']);
      bus.emit(PATH, `${NAME}.NotificationClosed`, 'uu', [id, 2]);
    },
    close: () => bus.close(),
  };
}
