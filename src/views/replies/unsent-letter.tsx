import { useTranslation } from 'react-i18next';
import type { Request, UsedReply } from '../../../electron/core/model/request';
import { contradictionsOf } from '../../../electron/core/replies/contradictions';
import { Button } from '../../shared/button';
import { KeyHint } from '../../shared/key-hint';
import { LetterWarnings } from '../../shared/letter/letter-warnings';
import { ToneList } from '../../shared/letter/tone-list';
import { useTone } from '../../shared/letter/use-tone';
import { act } from '../../state/act';
import { goTo } from '../../state/place';
import { useBook } from '../../state/use-book';
import { useNow } from '../../state/use-now';
import classes from './unsent-letter.module.css';

/** Words that were copied or mailed, as they were: gone out, or not? */
export function UnsentLetter({ request, reply }: { request: Request; reply: UsedReply }) {
  const { t } = useTranslation();
  const state = useBook((each) => each);
  const now = useNow();
  const { situation, language, subject, body } = reply;
  const findings = useTone({ subject, body, language, requests: [request.id] });
  return (
    <>
      <p className={classes.subject}>{subject}</p>
      <p className={classes.words} lang={language}>
        {body}
      </p>
      <ToneList findings={findings} />
      {/* Hours after it was copied, what it says may hold no more. */}
      <LetterWarnings warnings={contradictionsOf(state, request, reply, now)} />
      <div className={classes.actions}>
        <Button kind="main" aria-keyshortcuts="S" onClick={() => act('request.sent', { request: request.id })}>
          {t('replies.wentOut')} <KeyHint keys="S" />
        </Button>
        <Button
          aria-keyshortcuts="C"
          onClick={() => act('reply.use', { request: request.id, situation, language, subject, body, how: 'copied' })}
        >
          {t('replies.copyAgain')} <KeyHint keys="C" />
        </Button>
        <Button kind="plain" onClick={() => goTo('week', request.id)}>
          {t('replies.open')} <KeyHint keys="Enter" />
        </Button>
      </div>
    </>
  );
}
