import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Temporal } from 'temporal-polyfill';
import { isBefore } from '../../../electron/core/days';
import type { WaitingAnswer } from '../../../electron/ipc/contract/waiting';
import { Button } from '../../shared/button';
import { KeyHint } from '../../shared/key-hint';
import { LetterFields } from '../../shared/letter/letter-fields';
import { LetterWarnings } from '../../shared/letter/letter-warnings';
import { ToneList } from '../../shared/letter/tone-list';
import { useEdited } from '../../shared/letter/use-edited';
import { Section } from '../../shared/page';
import { pressKey } from '../../shared/request/press-key';
import { nameRequest, wordMomentInside } from '../../shared/request/word-request';
import { act } from '../../state/act';
import { useAnswer } from '../../state/use-answer';
import { useBook } from '../../state/use-book';
import { useNow } from '../../state/use-now';
import classes from './to-send.module.css';

/** Replies that wait for their time: one message for each client, to be copied and said to be sent by one key. */
export function ToSend() {
  const { t } = useTranslation();
  const { answer = [] } = useAnswer('replies.waiting', {});
  const [openId, setOpenId] = useState<string>();
  if (answer.length === 0) return null;
  return (
    <Section title={t('week.toSend.title')} line={t('week.toSend.line')}>
      <ul>
        {answer.map((waiting) => (
          <Message
            key={waiting.clientId}
            waiting={waiting}
            isOpen={openId === waiting.clientId}
            onToggle={() => setOpenId(openId === waiting.clientId ? undefined : waiting.clientId)}
          />
        ))}
      </ul>
    </Section>
  );
}

interface MessageProps {
  waiting: WaitingAnswer;
  isOpen: boolean;
  onToggle: () => void;
}

function Message({ waiting, isOpen, onToggle }: MessageProps) {
  const { t } = useTranslation();
  const now = useNow();
  const timeZone = useBook((state) => state.settings.timeZone);
  const [said, setSaid] = useState('');
  const { client, clientId, items, dueAt, isChosen, language, warnings, tone } = waiting;
  const { subject, body, edit } = useEdited(waiting);
  const due = Temporal.Instant.from(dueAt);
  const isDue = !isBefore(now, due);
  const when = wordMomentInside(due, now, timeZone);

  async function copy(): Promise<void> {
    if (await act('replies.use', { client: clientId, how: 'copied', subject, body })) setSaid(t('week.toSend.copied'));
  }

  function handleKey(event: KeyboardEvent<HTMLElement>): void {
    // The week's own keys go on where none of these is meant.
    if (pressKey(event)) event.stopPropagation();
  }

  return (
    <li className={classes.message} data-due={isDue || undefined} onKeyDown={handleKey}>
      <button type="button" className={classes.line} aria-expanded={isOpen} onClick={onToggle}>
        <strong className={classes.when}>
          {isDue ? t('week.toSend.due') : t(isChosen ? 'week.toSend.chosen' : 'week.toSend.at', { when })}
        </strong>
        <span className={classes.client}>{client}</span>
        <span className={classes.what}>{items.map(nameRequest).join(', ')}</span>
      </button>
      {isOpen ? (
        <section className={classes.words} aria-label={t('week.toSend.to', { client })}>
          <LetterFields
            words={{ language, subject, body }}
            onEdit={edit}
            requests={items.map(({ requestId }) => requestId)}
          />
          <LetterWarnings warnings={warnings} />
        </section>
      ) : (
        <ToneList findings={tone} />
      )}
      <div className={classes.actions}>
        <Button aria-keyshortcuts="C" onClick={copy}>
          {t('week.toSend.copy')} <KeyHint keys="C" />
        </Button>
        <Button
          aria-keyshortcuts="S"
          onClick={() => act('replies.use', { client: clientId, how: 'sent', subject, body })}
        >
          {t('week.toSend.sent')} <KeyHint keys="S" />
        </Button>
        <Button
          kind="plain"
          aria-keyshortcuts="L"
          onClick={() =>
            act('replies.later', { client: clientId, at: (isDue ? now : due).add({ hours: 1 }).toString() })
          }
        >
          {t('week.toSend.later')} <KeyHint keys="L" />
        </Button>
        {isChosen && (
          <Button kind="plain" onClick={() => act('replies.later', { client: clientId, at: null })}>
            {t('week.toSend.usual')}
          </Button>
        )}
        <span className={classes.said} role="status">
          {said}
        </span>
      </div>
    </li>
  );
}
