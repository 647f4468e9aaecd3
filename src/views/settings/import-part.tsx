import { type ChangeEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../shared/button';
import { takeFiles } from '../../state/files';

/** Takes files in, as if they were dropped on the window: own exports, mail, contacts, calendars. */
export function ImportButton() {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);

  function take({ currentTarget }: ChangeEvent<HTMLInputElement>): void {
    const paths = window.untilFriday.pathsOf([...(currentTarget.files ?? [])]);
    // The same file can be picked again, once it was put right.
    currentTarget.value = '';
    void takeFiles(paths);
  }

  return (
    <>
      <input
        ref={field}
        type="file"
        accept=".json,.ics,.vcf,.vcard,.eml,.mbox,.mbx,.msg"
        multiple
        hidden
        onChange={take}
      />
      <Button onClick={() => field.current?.click()}>{t('settings.import')}</Button>
    </>
  );
}
