import { useTranslation } from 'react-i18next';
import type { Client } from '../../../electron/core/model/client';
import type { Request } from '../../../electron/core/model/request';
import { isOver } from '../../../electron/core/records';
import { Button } from '../../shared/button';
import { OutcomeChoice } from '../../shared/request/outcome-choice';
import { ReplyLetter } from '../../shared/request/reply-letter';
import { act } from '../../state/act';
import { RequestCame } from './request-came';
import { RequestFields } from './request-fields';
import classes from './request-panel.module.css';
import { RequestReceipt } from './request-receipt';
import { RequestVerdict } from './request-verdict';

/** A request unfolded: what to say first and largest, then where it goes and why, what came, and what is known. */
export function RequestPanel({ request, client }: { request: Request; client: Client }) {
  const { t } = useTranslation();
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
        {isOver(request) ? (
          <div className={classes.part} data-fields="stacked">
            <OutcomeChoice request={request} label={t('week.panel.outcome')} />
          </div>
        ) : (
          <RequestVerdict request={request} />
        )}
        <RequestReceipt request={request} />
        <RequestCame request={request} client={client} />
        <RequestFields request={request} />
      </div>
    </div>
  );
}
