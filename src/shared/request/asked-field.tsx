import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../electron/core/model/problem';
import classes from './asked-field.module.css';

/** What only I can say, and some words need. */
export interface Told {
  to?: string;
  by?: string;
  result?: string;
}

const FIELDS = ['to', 'by', 'result'] as const;
type Field = (typeof FIELDS)[number];

interface AskedFieldProps {
  told: Told;
  problem: Problem | undefined;
  onTell: (told: Told) => void;
}

/** Asks for what the chosen words need and nobody has said yet; what was told stays open to changes. */
export function AskedField({ told, problem, onTell }: AskedFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const asked = FIELDS.filter((field) => problem?.field === field || told[field] !== undefined);
  if (asked.length === 0) return null;
  const tell = (field: Field, value: string) => onTell({ ...told, [field]: value });
  return asked.map((field) => (
    <p key={field} className={classes.asked}>
      <label htmlFor={`${id}-${field}`}>{t(`request.asked.${field}`)}</label>
      {field === 'result' ? (
        <textarea
          id={`${id}-${field}`}
          rows={3}
          value={told[field] ?? ''}
          onChange={(event) => tell(field, event.currentTarget.value)}
        />
      ) : (
        <input
          id={`${id}-${field}`}
          type={field === 'by' ? 'date' : 'text'}
          value={told[field] ?? ''}
          onChange={(event) => tell(field, event.currentTarget.value)}
        />
      )}
    </p>
  ));
}
