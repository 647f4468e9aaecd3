import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../electron/ipc/contract/contract';
import { act } from '../../state/act';
import { useAnswer } from '../../state/use-answer';
import { Button } from '../button';
import { wordCadence } from '../call-form/word-cadence';
import { showLength, showZone } from '../show-time';
import { useKeptFocus } from '../use-kept-focus';
import classes from './offered-calls.module.css';

type Offered = Output<'calendar.offered'>[number];

/** Recurring events with a client's address: each becomes a standing call with one key, or is not asked about again. */
export function OfferedCalls() {
  const { t } = useTranslation();
  const { answer } = useAnswer('calendar.offered', {});
  const section = useKeptFocus<HTMLElement>();
  if (!answer || answer.length === 0) return null;
  return (
    <section ref={section} className={classes.offered}>
      <h3>{t('calendars.offeredTitle')}</h3>
      <ul>
        {answer.map((offered) => (
          <OfferedCall key={`${offered.calendarId} ${offered.uid}`} offered={offered} />
        ))}
      </ul>
    </section>
  );
}

function OfferedCall({ offered }: { offered: Offered }) {
  const { t } = useTranslation();
  const { calendarId: calendar, uid, clients } = offered;
  const [chosen, setChosen] = useState(clients[0]?.clientId);
  const client = clients.find((each) => each.clientId === chosen) ?? clients[0];
  if (!client) return null;
  const who = client.person ?? client.client;
  const isChanged = offered.kind === 'changed';
  return (
    <li className={classes.call}>
      <div>
        <p className={classes.when}>
          {t(isChanged ? 'calendars.callChanged' : 'calendars.callWith', { cadence: wordCadence(offered), who })}
          {client.person && client.person !== client.client && <span className={classes.of}> {client.client}</span>}
        </p>
        <p className={classes.facts}>
          {[offered.summary, showLength(offered.minutes), showZone(offered.timeZone)].filter(Boolean).join(' · ')}
        </p>
        {clients.length > 1 && (
          <label className={classes.whose}>
            {t('calendars.whose')}{' '}
            <select value={client.clientId} onChange={(event) => setChosen(event.currentTarget.value)}>
              {clients.map((each) => (
                <option key={each.clientId} value={each.clientId}>
                  {each.client}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <div className={classes.buttons}>
        <Button onClick={() => act('calendar.adopt', { calendar, uid, client: client.clientId })}>
          {t(isChanged ? 'calendars.takeOver' : 'calendars.adopt')}
        </Button>
        <Button kind="plain" onClick={() => act('calendar.decline', { calendar, uid })}>
          {t(isChanged ? 'calendars.leave' : 'calendars.decline')}
        </Button>
      </div>
    </li>
  );
}
