import { Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../electron/core/model/problem';
import type { Request } from '../../../electron/core/model/request';
import type { Input } from '../../../electron/ipc/contract/contract';
import { useDraft } from '../../shared/use-draft';
import { attempt } from '../../state/act';
import classes from './request-panel.module.css';

/** What is known of a request, each field saved when it is left. */
export function RequestFields({ request }: { request: Request }) {
  const { t } = useTranslation();

  async function set(fields: Omit<Input<'request.set'>, 'request'>): Promise<Problem | undefined> {
    const reply = await attempt('request.set', { request: request.id, ...fields });
    return reply.ok ? undefined : reply.problem;
  }

  const subject = useDraft(request.subject, (text) => set({ subject: text }));
  const neededBy = useDraft(request.neededBy ?? '', (text) => set({ neededBy: text || null }));
  const minutes = useDraft(String(request.minutes), (text) => set({ minutes: Number(text) }));
  const askedBy = useDraft(request.askedBy ?? '', (text) => set({ askedBy: text }));
  const purpose = useDraft(request.purpose ?? '', (text) => set({ purpose: text }));
  const form = useDraft(request.form ?? '', (text) => set({ form: text }));
  const decidedBy = useDraft(request.decidedBy ?? '', (text) => set({ decidedBy: text }));
  const notes = useDraft(request.notes, (text) => set({ notes: text }));
  const wasCalled = (request.former ?? []).filter(({ field }) => field === 'subject').map(({ text }) => text);
  const hadNotes = (request.former ?? []).filter(({ field }) => field === 'notes').map(({ text }) => text);
  return (
    <div className={classes.fields} data-fields="stacked">
      <div className={classes.wide}>
        <TextInput label={t('week.panel.subject')} {...subject} />
        <Former texts={wasCalled} />
      </div>
      <TextInput label={t('week.panel.neededBy')} type="date" {...neededBy} />
      <TextInput label={t('week.panel.minutes')} type="number" min={0} max={480} {...minutes} />
      <div className={classes.wide}>
        <TextInput label={t('week.panel.askedBy')} {...askedBy} />
      </div>
      <div className={classes.wide}>
        <TextInput label={t('week.panel.purpose')} {...purpose} />
      </div>
      <div className={classes.wide}>
        <TextInput label={t('week.panel.form')} {...form} />
      </div>
      <div className={classes.wide}>
        <TextInput label={t('week.panel.decidedBy')} {...decidedBy} />
      </div>
      <div className={classes.wide}>
        <Textarea label={t('week.panel.notes')} {...notes} />
        <Former texts={hadNotes} />
      </div>
    </div>
  );
}

/** What a text said before it was edited, the last wording first. */
function Former({ texts }: { texts: readonly string[] }) {
  const { t } = useTranslation();
  if (texts.length === 0) return null;
  return <small className={classes.former}>{t('week.panel.was', { text: texts.toReversed().join('; ') })}</small>;
}
