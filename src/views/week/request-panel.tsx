import { useTranslation } from 'react-i18next';
import type { Client } from '../../../electron/core/model/client';
import type { Request } from '../../../electron/core/model/request';
import { isOver } from '../../../electron/core/records';
import { verdictOf } from '../../../electron/core/verdict';
import { Button } from '../../shared/button';
import { ReplyLetter } from '../../shared/request/reply-letter';
import { wordReason, wordVerdict } from '../../shared/request/word-request';
import { act } from '../../state/act';
import { useBook } from '../../state/use-book';
import { useNow } from '../../state/use-now';
import { RequestCame } from './request-came';
import { RequestFields } from './request-fields';
import classes from './request-panel.module.css';
import { RequestReceipt } from './request-receipt';

/** A request unfolded: what to say first and largest, then where it goes and why, what came, and what is known. */
export function RequestPanel({ request, client }: { request: Request; client: Client }) {
  const { t } = useTranslation();
  const state = useBook((each) => each);
  const now = useNow();
  const { timeZone } = state.settings;
  const verdict = verdictOf(state, request, now);
  const hasMail = client.people.some((person) => person.emails.length > 0);
  return (
    <div className={classes.panel}>
      {request.emergency === 'suspected' && (
        <div className={classes.question} role="alert">
          <p>{t('week.panel.isEmergency', { client: client.name })}</p>
          <Button kind="main" onClick={() => act('request.set', { request: request.id, emergency: 'confirmed' })}>
            {t('week.panel.emergencyYes')}
          </Button>
          <Button onClick={() => act('request.set', { request: request.id, emergency: null })}>
            {t('week.panel.emergencyNo')}
          </Button>
        </div>
      )}
      <ReplyLetter request={request} hasMail={hasMail} />
      <div className={classes.side}>
        {!isOver(request) && (
          <section className={classes.part}>
            <h4>{t('week.panel.verdict')}</h4>
            <p className={classes.verdict}>{wordVerdict(verdict, now, timeZone)}</p>
            <ul className={classes.reasons}>
              {verdict.reasons
                .filter((reason) => reason.code !== 'next-call')
                .map((reason) => (
                  <li key={reason.code}>{wordReason(reason, now, timeZone)}</li>
                ))}
            </ul>
          </section>
        )}
        <RequestReceipt request={request} />
        <RequestCame request={request} client={client} />
        <RequestFields request={request} />
      </div>
    </div>
  );
}
