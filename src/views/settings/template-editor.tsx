import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../electron/core/model/problem';
import type { TemplatePlace } from '../../../electron/core/model/template';
import type { Output } from '../../../electron/ipc/contract/contract';
import { Button } from '../../shared/button';
import { writeInto } from '../../shared/letter/write-into';
import { ProblemLine } from '../../shared/problem-line';
import { act, attempt } from '../../state/act';
import { TemplatePreview } from './template-preview';
import classes from './templates.module.css';

interface TemplateEditorProps {
  place: TemplatePlace;
  shown: Output<'template.show'>;
}

/** Words for one place: written, tried on a request, saved once they can be used. */
export function TemplateEditor({ place, shown }: TemplateEditorProps) {
  const { t } = useTranslation();
  const id = useId();
  const text = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useState<{ subject: string; body: string }>();
  const [problem, setProblem] = useState<Problem>();
  const words = draft ?? shown.own ?? shown.original[0] ?? { subject: '', body: '' };

  function write(part: Partial<typeof words>): void {
    setProblem(undefined);
    setDraft({ subject: words.subject, body: words.body, ...part });
  }
  async function save(): Promise<void> {
    const reply = await attempt('template.set', { ...place, subject: words.subject, body: words.body });
    setProblem(reply.ok ? undefined : reply.problem);
    if (reply.ok) setDraft(undefined);
  }
  function discard(): void {
    setProblem(undefined);
    setDraft(undefined);
  }
  function insert(name: string): void {
    if (text.current) writeInto(text.current, text.current.selectionStart, text.current.selectionEnd, `{${name}}`);
  }

  return (
    <>
      <p className={classes.said}>
        {draft
          ? t('settings.templates.unsaved')
          : shown.own
            ? t('settings.templates.own', { count: shown.used.own })
            : t('settings.templates.original')}
      </p>
      <label htmlFor={`${id}-subject`} className={classes.label}>
        {t('settings.templates.subject')}
      </label>
      <input
        id={`${id}-subject`}
        className={classes.subject}
        spellCheck={false}
        maxLength={4000}
        value={words.subject}
        onChange={(event) => write({ subject: event.currentTarget.value })}
      />
      <label htmlFor={`${id}-body`} className={classes.label}>
        {t('settings.templates.body')}
      </label>
      <textarea
        id={`${id}-body`}
        ref={text}
        className={classes.body}
        spellCheck={false}
        maxLength={4000}
        value={words.body}
        onChange={(event) => write({ body: event.currentTarget.value })}
      />
      {problem && <ProblemLine problem={problem} />}
      <div className={classes.actions}>
        <Button kind="main" onClick={save} disabled={!draft}>
          {t('settings.templates.save')}
        </Button>
        {draft && <Button onClick={discard}>{t('settings.templates.discard')}</Button>}
        {shown.own && !draft && (
          <Button onClick={() => act('template.reset', place)}>{t('settings.templates.reset')}</Button>
        )}
      </div>
      <Names title={t('settings.templates.variables')} names={shown.variables} onPick={insert} />
      <Names
        title={t('settings.templates.phrases')}
        names={Object.keys(shown.phrases)}
        phrases={shown.phrases}
        onPick={insert}
      />
      <TemplatePreview template={{ ...place, subject: words.subject, body: words.body }} />
    </>
  );
}

interface NamesProps {
  title: string;
  names: readonly string[];
  phrases?: Readonly<Record<string, string>>;
  onPick: (name: string) => void;
}

/** What the words may ask for; a press puts it in. */
function Names({ title, names, phrases, onPick }: NamesProps) {
  const { t } = useTranslation();
  return (
    <details className={classes.names}>
      <summary>{title}</summary>
      <ul className={classes.nameList}>
        {names.map((name) => (
          <li key={name}>
            <button
              type="button"
              className={classes.name}
              aria-label={t('settings.templates.insert', { name })}
              title={phrases?.[name]}
              onClick={() => onPick(name)}
            >
              {`{${name}}`}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
