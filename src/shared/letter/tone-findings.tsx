import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ToneFinding } from '../../../electron/ipc/contract/tone';
import { isMac } from '../platform';
import spoken from '../spoken.module.css';
import { ToneList } from './tone-list';
import classes from './tone-list.module.css';
import { type ToneQuestion, useTone } from './use-tone';
import { select, writeInto } from './write-into';

interface ToneFindingsProps extends ToneQuestion {
  /** The fields the letter stands in, open to changes. */
  fields: { subject: RefObject<HTMLInputElement | null>; body: RefObject<HTMLTextAreaElement | null> };
}

/** What to mind in a letter that is being written, beneath it, each better wording one press away. */
export function ToneFindings({ fields, ...letter }: ToneFindingsProps) {
  const { t } = useTranslation();
  const findings = useTone(letter);
  const [changed, setChanged] = useState('');
  const isMended = changed !== '' && (changed === letter.body || changed === letter.subject);
  function mend({ field: name, start, end, say }: ToneFinding): void {
    const field = name === 'subject' ? fields.subject.current : fields.body.current;
    if (!field) return;
    if (say === undefined) select(field, start, end);
    else {
      writeInto(field, start, end, say);
      setChanged(field.value);
    }
  }
  return (
    <div className={classes.tone}>
      <p role="status" className={findings.length > 0 || !isMended ? spoken.spoken : classes.taken}>
        {isMended
          ? t('request.tone.mended', { key: isMac ? '⌘Z' : 'Ctrl+Z' })
          : findings.length > 0
            ? t('request.tone.found', { count: findings.length })
            : ''}
      </p>
      <ToneList findings={findings} onMend={mend} />
    </div>
  );
}
