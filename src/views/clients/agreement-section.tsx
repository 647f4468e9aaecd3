import { useTranslation } from 'react-i18next';
import type { Client } from '../../../electron/core/model/client';
import { Choice } from '../../shared/choice';
import { DraftField } from '../../shared/draft-field';
import { Section } from '../../shared/page';
import { changesOf } from './client-changes';
import classes from './client-page.module.css';

const limits = [
  { value: 'keep', words: 'keep' },
  { value: 'firm', words: 'firm' },
  { value: 'ready-to-lose', words: 'readyToLose' },
] as const;

/** What an emergency is, what may come in between, and how far the consultant goes. */
export function AgreementSection({ client }: { client: Client }) {
  const { t } = useTranslation();
  const { set, save } = changesOf(client);
  const checkWhole = (most: number) => (text: string) => {
    const isFine = /^\d+$/.test(text.trim()) && Number(text) <= most;
    return isFine ? undefined : t('shared.wholeBetween', { least: 0, most });
  };
  return (
    <Section title={t('clients.agreement')}>
      <div className={classes.rows}>
        <DraftField
          label={t('clients.emergency')}
          hint={t('clients.emergencyHint')}
          value={client.emergency}
          isLong
          save={(emergency) => save({ emergency })}
        />
        <DraftField
          label={t('clients.allowance')}
          hint={t('clients.allowanceHint')}
          value={String(client.allowance)}
          isShort
          check={checkWhole(100)}
          save={(text) => save({ allowance: Number(text) })}
        />
        <DraftField
          label={t('clients.allowanceADay')}
          hint={t('clients.allowanceADayHint')}
          value={client.allowanceADay === undefined ? '' : String(client.allowanceADay)}
          isShort
          check={(text) => (text.trim() === '' ? undefined : checkWhole(100)(text))}
          save={(text) => save({ allowanceADay: text.trim() === '' ? null : Number(text) })}
        />
        <Choice
          label={t('clients.limit')}
          value={client.limit}
          options={limits.map(({ value, words }) => ({
            value,
            label: t(`clients.${words}`),
            hint: t(`clients.${words}Hint`),
          }))}
          onChange={(limit) => set({ limit })}
        />
        {client.limit !== 'keep' && <RateFields client={client} />}
        <DraftField
          label={t('clients.join')}
          hint={t('clients.joinHint')}
          value={String(client.joinWithinMinutes)}
          isShort
          check={checkWhole(1440)}
          save={(text) => save({ joinWithinMinutes: Number(text) })}
        />
      </div>
    </Section>
  );
}

/** An amount above nothing, or none at all. */
function isRate(text: string): boolean {
  return text === '' || (/^\d+([.,]\d+)?$/.test(text) && Number(text.replace(',', '.')) > 0);
}

function RateFields({ client }: { client: Client }) {
  const { t } = useTranslation();
  const { save } = changesOf(client);
  return (
    <>
      <DraftField
        label={t('clients.rate')}
        hint={t('clients.rateHint')}
        value={client.rate === undefined ? '' : String(client.rate)}
        isShort
        check={(text) => (isRate(text.trim()) ? undefined : t('clients.rateWrong'))}
        save={(text) => save({ rate: text.trim() === '' ? null : Number(text.replace(',', '.')) })}
      />
      <DraftField
        label={t('clients.currency')}
        value={client.currency ?? ''}
        isShort
        save={(text) => save({ currency: text.trim().toUpperCase() || null })}
      />
    </>
  );
}
