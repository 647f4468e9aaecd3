import { Textarea, TextInput } from '@mantine/core';
import type { Problem } from '../../electron/core/model/problem';
import { useDraft } from './use-draft';

interface DraftFieldProps {
  label: string;
  hint?: string;
  value: string;
  /** What is wrong with the text before it is sent anywhere. */
  check?: (text: string) => string | undefined;
  save: (text: string) => Promise<Problem | undefined>;
  isLong?: boolean;
  isShort?: boolean;
  type?: 'text' | 'email' | 'tel' | 'time' | 'date';
  /** When the label stands elsewhere on the page already. */
  isLabelHidden?: boolean;
}

const SHORT = { wrapper: { maxWidth: '9rem' } };

/** A text that saves itself when it is left. */
export function DraftField({ label, hint, value, check, save, isLong, isShort, type, isLabelHidden }: DraftFieldProps) {
  const { error, ...field } = useDraft(value, async (text) => {
    const wrong = check?.(text);
    return wrong ? { code: 'invalid', message: wrong } : save(text);
  });
  const common = {
    ...field,
    description: hint,
    error,
    ...(isLabelHidden ? { 'aria-label': label } : { label }),
    ...(isShort && { styles: SHORT }),
  };
  return isLong ? <Textarea {...common} rows={1} /> : <TextInput {...common} type={type} />;
}
