import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../shared/button';
import { Section } from '../../shared/page';
import { act } from '../../state/act';
import { useBook } from '../../state/use-book';
import classes from './settings.module.css';

export function SampleSection() {
  const { t } = useTranslation();
  const hasSample = useBook((state) => state.clients.some((client) => client.isSample));
  const [gone, setGone] = useState<string[]>([]);

  async function remove(): Promise<void> {
    const answer = await act('sample.remove', {});
    if (answer) setGone(answer.ownEntries);
  }

  return (
    <Section title={t('settings.sample')} line={t('settings.sampleLine')}>
      {hasSample ? (
        <Button onClick={remove}>{t('settings.removeSample')}</Button>
      ) : (
        <Button onClick={() => act('sample.add', {})}>{t('settings.addSample')}</Button>
      )}
      {gone.length > 0 && <p className={classes.said}>{t('settings.ownEntries', { entries: gone.join(', ') })}</p>}
    </Section>
  );
}
