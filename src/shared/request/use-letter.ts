import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Request, Situation } from '../../../electron/core/model/request';
import { lastUnsent } from '../../../electron/core/requests/replies';
import { act } from '../../state/act';
import { useAnswer } from '../../state/use-answer';
import type { Told } from './asked-field';

interface Words {
  subject: string;
  body: string;
}

interface Draft {
  situation?: Situation;
  edited: Partial<Words>;
  told?: Told;
}

/** Words changed by hand and not yet sent, by request: folding a request up loses nothing. Gone with the window. */
const drafts = new Map<string, Draft>();

/** The words for a request as they may go out: suggested, chosen by situation, changed by hand; and what is done with them. */
export function useLetter(request: Request) {
  const { t } = useTranslation();
  const [{ situation, edited, told = {} }, setDraft] = useState<Draft>(() => drafts.get(request.id) ?? { edited: {} });
  const [said, setSaid] = useState('');
  const { answer: last, problem } = useAnswer('reply', {
    request: request.id,
    ...(situation && { situation }),
    ...saidOf(told),
  });
  // Words that were refused are not there: those of before would be another letter.
  const answer = problem ? undefined : last;

  const words: Words = {
    subject: '',
    body: '',
    ...(answer && { subject: answer.subject, body: answer.body }),
    ...edited,
  };
  const used = answer && {
    request: request.id,
    situation: answer.situation,
    language: answer.language,
    ...words,
    ...saidOf(told),
  };

  function keep(draft: Draft): void {
    drafts.set(request.id, draft);
    setDraft(draft);
  }
  async function copy(): Promise<void> {
    if (used && (await act('reply.use', { ...used, how: 'copied' }))) setSaid(t('request.copied'));
  }
  async function mail(): Promise<void> {
    if (used && (await act('mail.open', used))) setSaid(t('request.mailed'));
  }
  async function markSent(): Promise<void> {
    if (!used) return;
    const isLastUsed = lastUnsent(request)?.body === words.body;
    const done = isLastUsed
      ? await act('request.sent', { request: request.id })
      : await act('reply.use', { ...used, how: 'sent' });
    if (!done) return;
    keep({ edited: {} });
    setSaid(t('request.sentNow'));
  }

  return {
    answer,
    problem,
    words,
    edited,
    situation: answer?.situation ?? situation ?? 'can-it-wait',
    isEdited: edited.subject !== undefined || edited.body !== undefined,
    said,
    edit: (part: Partial<Words>) => keep({ situation, told, edited: { ...edited, ...part } }),
    startOver: () => keep({ situation, told, edited: {} }),
    told,
    tell: (next: Told) => keep({ situation, told: next, edited: {} }),
    chooseSituation: (next: Situation) => keep({ situation: next, edited: {} }),
    copy,
    mail,
    markSent,
  };
}

/** What was told, without the fields that are empty still. */
function saidOf({ to, by, result }: Told): Told {
  return { ...(to?.trim() && { to }), ...(by && { by }), ...(result?.trim() && { result }) };
}
