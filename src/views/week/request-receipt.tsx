import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Request } from '../../../electron/core/model/request';
import { Button } from '../../shared/button';
import { ToneList } from '../../shared/letter/tone-list';
import { saveFile } from '../../shared/save-file';
import { act } from '../../state/act';
import { useAnswer } from '../../state/use-answer';
import classes from './request-panel.module.css';

/** What can be sent to the client so that they know it is taken care of; nothing where no call takes it. */
export function RequestReceipt({ request }: { request: Request }) {
  const { t } = useTranslation();
  const [isCopied, setIsCopied] = useState(false);
  const { answer, problem } = useAnswer('receipt', { request: request.id });
  if (!answer || problem) return null;
  const { line, otherwise, fileName, html, ics, language, tone } = answer;

  async function copy(): Promise<void> {
    if (await act('clipboard.copy', { text: `${line} ${otherwise}` })) setIsCopied(true);
  }

  return (
    <section className={classes.part}>
      <h4>{t('week.panel.receipt.title')}</h4>
      <p className={classes.receipt} lang={language}>
        {line}
      </p>
      <ToneList findings={tone} />
      <div className={classes.ways}>
        <Button kind="plain" onClick={copy}>
          {t(isCopied ? 'week.panel.receipt.copied' : 'week.panel.receipt.copy')}
        </Button>
        <Button kind="plain" onClick={() => saveFile(`${fileName}.html`, 'text/html', html)}>
          {t('week.panel.receipt.page')}
        </Button>
        <Button kind="plain" onClick={() => saveFile(`${fileName}.ics`, 'text/calendar', ics)}>
          {t('week.panel.receipt.event')}
        </Button>
      </div>
    </section>
  );
}
