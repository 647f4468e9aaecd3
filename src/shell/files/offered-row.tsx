import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { suggestClientName } from '../../../electron/core/strangers';
import type { Output } from '../../../electron/ipc/contract/contract';
import { Button } from '../../shared/button';
import { attempt } from '../../state/act';
import { takeMore, work } from '../../state/files';
import { useBook } from '../../state/use-book';
import classes from './taken-files.module.css';

export type Offered = NonNullable<Output<'import.paths'>['offered']>[number];

/** What the list offers besides the clients; no id looks so. */
const NEW = '+new';
const LATER = '+later';

/** The mails with one address: whose they are is said here, and then they are taken in. */
export function OfferedRow({ mail }: { mail: Offered }) {
  const { t } = useTranslation();
  const id = useId();
  const { address, name, subject, count, why, writesTo } = mail;
  const clients = useBook((state) => state.clients.map((each) => ({ id: each.id, name: each.name })));
  const myEmails = useBook((state) => state.settings.myEmails ?? []);
  const [whose, setWhose] = useState(mail.clientId ?? '');
  const canWait = why === 'unknown' || why === 'several';
  const newName = suggestClientName({ email: address, ...(name && { name }) }) ?? address;

  async function take(): Promise<void> {
    if (whose === '') return;
    if (whose === LATER) return takeMore({ senders: [{ address, waits: true }] });
    if (whose !== NEW) return takeMore({ senders: [{ address, client: whose }] });
    const people = [{ name: name || address, emails: [address] }];
    const added = await work(() => attempt('client.add', { name: newName, people }));
    if (added?.ok) await takeMore({ senders: [{ address, client: added.value.clientId }] });
  }

  async function takeAsMine(): Promise<void> {
    const set = await work(() => attempt('settings.set', { myEmails: [...myEmails, address] }));
    if (set?.ok) await takeMore({});
  }

  return (
    <li className={classes.row}>
      <span>
        <strong id={id}>{name === '' ? address : name}</strong>
        {name !== '' && <span className={classes.detail}>{address}</span>}
        <span className={classes.subject}>{count > 1 ? t('files.several', { subject, count }) : subject}</span>
      </span>
      <span className={classes.choice}>
        <select
          aria-label={t('files.whose', { who: name || address })}
          value={whose}
          onChange={(event) => setWhose(event.currentTarget.value)}
        >
          <option value="">{t('files.choose')}</option>
          {canWait && <option value={LATER}>{t('files.later')}</option>}
          {why !== 'automatic' && <option value={NEW}>{t('files.newClient', { name: newName })}</option>}
          {clients
            .toSorted((one, other) => one.name.localeCompare(other.name))
            .map((client) => (
              <option key={client.id} value={client.id}>
                {client.name}
              </option>
            ))}
        </select>
        <Button aria-disabled={whose === ''} aria-describedby={id} onClick={() => void take()}>
          {t('files.take')}
        </Button>
        {writesTo !== undefined && (
          <Button kind="plain" aria-describedby={id} onClick={() => void takeAsMine()}>
            {t('files.isMe')}
          </Button>
        )}
      </span>
    </li>
  );
}
