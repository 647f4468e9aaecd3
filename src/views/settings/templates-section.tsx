import { type ChangeEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { situationSchema } from '../../../electron/core/model/request';
import type { TemplatePlace } from '../../../electron/core/model/template';
import { Button } from '../../shared/button';
import { Section } from '../../shared/page';
import { chosenSituations, nameSituation } from '../../shared/request/word-request';
import { saveFile } from '../../shared/save-file';
import { act } from '../../state/act';
import { useAnswer } from '../../state/use-answer';
import { TemplateEditor } from './template-editor';
import { TemplateSelect } from './template-select';
import classes from './templates.module.css';

const forms = ['both', 'formal', 'familiar'] as const;
const languageNames = new Intl.DisplayNames('en', { type: 'language' });

/** Replies in one's own words, by situation, language and form. */
export function TemplatesSection() {
  const { t } = useTranslation();
  const [place, setPlace] = useState<TemplatePlace>({ situation: 'can-it-wait', language: 'en' });
  const { answer } = useAnswer('template.show', place);
  // The answer to the place before stays until the next one is there.
  const isThere =
    answer?.situation === place.situation && answer.language === place.language && answer.form === place.form;
  return (
    <Section title={t('settings.templates.title')} line={t('settings.templates.line')}>
      <div className={classes.place}>
        <TemplateSelect
          label={t('settings.templates.situation')}
          options={chosenSituations.map((each) => [each, nameSituation(each)])}
          value={place.situation}
          onChange={(situation) => setPlace({ ...place, situation: situationSchema.parse(situation) })}
        />
        <TemplateSelect
          label={t('settings.templates.language')}
          options={(answer?.languages ?? [place.language]).map((each) => [each, languageNames.of(each) ?? each])}
          value={place.language}
          onChange={(language) => setPlace({ ...place, language })}
        />
        <TemplateSelect
          label={t('settings.templates.form')}
          options={forms.map((each) => [each, t(`settings.templates.forms.${each}`)])}
          value={place.form ?? 'both'}
          onChange={(form) => {
            const { form: _, ...rest } = place;
            setPlace(form === 'formal' || form === 'familiar' ? { ...rest, form } : rest);
          }}
        />
      </div>
      {answer && isThere && <TemplateEditor key={JSON.stringify(place)} place={place} shown={answer} />}
      <Transfer />
    </Section>
  );
}

/** All templates as a file, and back. */
function Transfer() {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');

  async function give(): Promise<void> {
    const answer = await act('template.export', {});
    if (answer) saveFile('until-friday-templates.json', 'application/json', answer.text);
  }
  async function take({ currentTarget }: ChangeEvent<HTMLInputElement>): Promise<void> {
    const [file] = currentTarget.files ?? [];
    const text = await file?.text();
    // The same file can be picked again, once it was put right.
    currentTarget.value = '';
    const answer = text === undefined ? undefined : await act('template.import', { text });
    if (answer) setSaid([t('settings.templates.taken', { count: answer.taken }), ...answer.refused].join(' '));
  }

  return (
    <div className={classes.actions}>
      <Button kind="plain" onClick={give}>
        {t('settings.templates.export')}
      </Button>
      <input ref={field} type="file" accept=".json,application/json" hidden onChange={take} />
      <Button kind="plain" onClick={() => field.current?.click()}>
        {t('settings.templates.import')}
      </Button>
      <span role="status" className={classes.said}>
        {said}
      </span>
    </div>
  );
}
