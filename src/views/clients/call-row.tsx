import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StandingCall } from '../../../electron/core/model/call';
import type { Client } from '../../../electron/core/model/client';
import { Button } from '../../shared/button';
import { wordCadence } from '../../shared/call-form/word-cadence';
import { showDate, showLength, showZone } from '../../shared/show-time';
import { act } from '../../state/act';
import classes from './calls-section.module.css';
import { ChangeForm } from './change-form';
import { EndForm } from './end-form';

/** One standing call: when it takes place, and what can be done with it. */
export function CallRow({ call, client }: { call: StandingCall; client: Client }) {
  const { t } = useTranslation();
  const endButton = useRef<HTMLButtonElement>(null);
  const [mode, setMode] = useState<'read' | 'edit' | 'end'>('read');
  // The button of the form that was open last takes the focus back when it is drawn again.
  const [last, setLast] = useState<'edit' | 'end'>();

  function open(form: 'edit' | 'end'): void {
    setMode(form);
    setLast(form);
  }

  async function goOn(): Promise<void> {
    // Its button goes: the one beside it has the focus then.
    if (await act('call.set', { call: call.id, endsOn: null })) endButton.current?.focus();
  }

  if (mode === 'edit')
    return (
      <li>
        <ChangeForm call={call} client={client} onClose={() => setMode('read')} />
      </li>
    );
  const facts = [
    showLength(call.minutes),
    call.isFloating ? t('clients.anchorFloating') : showZone(call.timeZone),
    call.endsOn && t('clients.lastOn', { date: showDate(call.endsOn) }),
  ];
  return (
    <li className={classes.row}>
      <div>
        <p className={classes.cadence}>{wordCadence(call)}</p>
        <p className={classes.facts}>{facts.filter(Boolean).join(' · ')}</p>
      </div>
      {mode === 'end' ? (
        <EndForm call={call} onClose={() => setMode('read')} />
      ) : (
        <div className={classes.buttons}>
          <Button kind="plain" autoFocus={last === 'edit'} onClick={() => open('edit')}>
            {t('clients.editCall')}
          </Button>
          {call.endsOn && (
            <Button kind="plain" onClick={goOn}>
              {t('clients.goOn')}
            </Button>
          )}
          <Button ref={endButton} kind="plain" autoFocus={last === 'end'} onClick={() => open('end')}>
            {t('clients.end')}
          </Button>
          <Button kind="plain" onClick={() => act('call.remove', { call: call.id })}>
            {t('clients.removeCall')}
          </Button>
        </div>
      )}
    </li>
  );
}
