import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Template } from '../../../electron/core/model/template';
import { ToneList } from '../../shared/letter/tone-list';
import { nameRequest } from '../../shared/request/word-request';
import { useAnswer } from '../../state/use-answer';
import { useBook } from '../../state/use-book';
import { TemplateSelect } from './template-select';
import classes from './templates.module.css';

/** As many requests as one chooses from. */
const MOST = 30;

/** What keeps the words from being used, or the letter they make for a request that is open. */
export function TemplatePreview({ template }: { template: Template }) {
  const { t } = useTranslation();
  const requests = useBook((state) => state.requests);
  const clients = useBook((state) => state.clients);
  const [chosen, setChosen] = useState('');
  const offered = requests.slice(-MOST).toReversed();
  const request = offered.find(({ id }) => id === chosen) ?? offered[0];
  const { answer } = useAnswer('template.check', { ...template, ...(request && { request: request.id }) });
  const nameOf = (clientId: string) => clients.find(({ id }) => id === clientId)?.name ?? '';
  return (
    <section className={classes.preview} aria-label={t('settings.templates.preview')}>
      {request ? (
        <TemplateSelect
          label={t('settings.templates.tryOn')}
          options={offered.map((each) => [each.id, `${nameOf(each.clientId)}: ${nameRequest(each)}`])}
          value={request.id}
          onChange={setChosen}
        />
      ) : (
        <p className={classes.said}>{t('settings.templates.nobody')}</p>
      )}
      <div role="status">
        {answer?.faults.map(({ field, line, column, what }) => (
          <p key={`${field} ${line} ${column} ${what}`} className={classes.fault}>
            {t(field === 'body' ? 'settings.templates.faultBody' : 'settings.templates.faultSubject', {
              ...{ line, column, what },
            })}
          </p>
        ))}
        {answer?.reason && <p className={classes.fault}>{answer.reason}</p>}
      </div>
      {answer?.preview && (
        <div className={classes.letter} lang={template.language}>
          <p className={classes.letterSubject}>{answer.preview.subject}</p>
          <p className={classes.letterBody}>{answer.preview.body}</p>
        </div>
      )}
      {answer?.preview && <ToneList findings={answer.preview.tone} />}
      {answer?.preview?.warnings.map((warning) => (
        <p key={warning} className={classes.said}>
          {warning}
        </p>
      ))}
    </section>
  );
}
