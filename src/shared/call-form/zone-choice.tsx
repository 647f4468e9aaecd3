import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBook } from '../../state/use-book';
import { Choice } from '../choice';
import { showZone } from '../show-time';
import { ZoneField } from '../zone-field';
import { type Anchor, anchorOf } from './anchor';
import type { CallDraft } from './call-draft';

interface ZoneChoiceProps {
  draft: CallDraft;
  theirZone: string;
  error?: string;
  onChange: (draft: CallDraft) => void;
}

/** Whose clock a call keeps to: theirs, mine, or mine wherever I am. */
export function ZoneChoice({ draft, theirZone, error, onChange }: ZoneChoiceProps) {
  const { t } = useTranslation();
  const myZone = useBook((state) => state.settings.timeZone);
  const [isOther, setOther] = useState(anchorOf(draft, theirZone, myZone) === 'other');
  const anchor: Anchor = isOther ? 'other' : anchorOf(draft, theirZone, myZone);
  const options: { value: Anchor; label: string; hint?: string }[] = [
    { value: 'mine', label: t('call.anchor.mine', { zone: showZone(myZone) }) },
    { value: 'floating', label: t('call.anchor.floating'), hint: t('call.anchor.floatingHint') },
    { value: 'other', label: t('call.anchor.other') },
  ];
  if (theirZone !== myZone)
    options.unshift({ value: 'theirs', label: t('call.anchor.theirs', { zone: showZone(theirZone) }) });

  function choose(next: Anchor): void {
    setOther(next === 'other');
    const timeZone = next === 'theirs' ? theirZone : next === 'other' ? draft.timeZone : myZone;
    onChange({ ...draft, timeZone, isFloating: next === 'floating' });
  }

  return (
    <>
      <Choice label={t('call.zone')} value={anchor} options={options} onChange={choose} />
      {anchor === 'other' && (
        <ZoneField
          label={t('call.anchor.otherZone')}
          value={draft.timeZone}
          error={error}
          onChange={(timeZone) => onChange({ ...draft, timeZone, isFloating: false })}
        />
      )}
    </>
  );
}
