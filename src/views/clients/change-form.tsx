import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nextOccurrences } from '../../../electron/core/calls/occurrences';
import { dayOf } from '../../../electron/core/days';
import type { StandingCall } from '../../../electron/core/model/call';
import type { Client } from '../../../electron/core/model/client';
import { type CallInput, draftOfCall } from '../../shared/call-form/call-draft';
import { CallForm } from '../../shared/call-form/call-form';
import { showShortDay } from '../../shared/show-time';
import { attempt } from '../../state/act';
import { useNow } from '../../state/use-now';
import classes from './change-form.module.css';
import { startFrom } from './start-from';

const OFFERED = 6;

interface ChangeFormProps {
  call: StandingCall;
  client: Client;
  onClose: () => void;
}

/** Changes a standing call: from one of the next ones on, so that the past stays as it was, or all of them. */
export function ChangeForm({ call, client, onClose }: ChangeFormProps) {
  const { t } = useTranslation();
  const now = useNow();
  const coming = nextOccurrences([call], now, OFFERED).filter((each) => !each.isExtra);
  const [first] = coming;
  // Before its first time there is no past to keep.
  const hasPast = first !== undefined && first.occurrence > call.start;
  const [from, setFrom] = useState(hasPast ? first.occurrence : '');

  async function save(input: CallInput) {
    const change = from === '' ? input : { ...startFrom(input, from, dayOf(now, call.timeZone)), from };
    const reply = await attempt('call.set', { call: call.id, ...change });
    if (!reply.ok) return reply.problem;
    onClose();
    return undefined;
  }

  return (
    <CallForm
      start={draftOfCall(call)}
      theirZone={client.timeZone}
      saveLabel={t('shared.save')}
      onSave={save}
      onCancel={onClose}
    >
      {hasPast && (
        <label className={classes.from}>
          <span>{t('clients.changeFrom')}</span>
          <select value={from} onChange={(event) => setFrom(event.currentTarget.value)}>
            {coming.map(({ occurrence, startsAt }) => (
              <option key={occurrence} value={occurrence}>
                {t('clients.changeFromOne', { day: showShortDay(startsAt, call.timeZone) })}
              </option>
            ))}
            <option value="">{t('clients.changeAll')}</option>
          </select>
        </label>
      )}
    </CallForm>
  );
}
