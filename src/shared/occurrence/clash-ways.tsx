import { useTranslation } from 'react-i18next';
import type { Occurrence } from '../../../electron/core/calls/occurrences';
import type { Client } from '../../../electron/core/model/client';
import { useBook } from '../../state/use-book';
import { Button } from '../button';
import { KeyHint } from '../key-hint';
import { showShortDay, showTime } from '../show-time';
import { wordTheirTime } from '../their-time';
import classes from './clash-ways.module.css';
import { hold, moveTo, skip } from './occurrence-acts';
import type { Clashing } from './use-clash';
import { wordClash } from './word-clash';

interface ClashWaysProps extends Clashing {
  occurrence: Occurrence;
  client: Client;
  /** Whether each way has a key of its own; where several calls stand below one another, none has. */
  hasKeys?: boolean;
  onOther: () => void;
}

/** Why a call had better not take place, and what can be done about it: moved, skipped, or held all the same. */
export function ClashWays({ occurrence, client, clash, moveTo: times, hasKeys = false, onOther }: ClashWaysProps) {
  const { t } = useTranslation();
  const myZone = useBook((state) => state.settings.timeZone);
  const keyed = (key: string) => (hasKeys ? { 'aria-keyshortcuts': key } : {});
  const hint = (key: string) => hasKeys && <KeyHint keys={key} />;
  return (
    <div className={classes.clash}>
      <p className={classes.why}>{wordClash(clash, client.name)}</p>
      <div className={classes.ways}>
        {times.map((at, index) => {
          const theirs = wordTheirTime(at, client.timeZone, myZone, 'short');
          const key = String(index + 1);
          return (
            <Button key={at.toString()} {...keyed(key)} onClick={() => moveTo(occurrence, at)}>
              {t('occurrence.moveTo', { when: `${showShortDay(at, myZone)}, ${showTime(at, myZone)}` })}
              {theirs && <span className={classes.theirs}>{theirs}</span>} {hint(key)}
            </Button>
          );
        })}
        <span className={classes.others}>
          <Button kind="plain" onClick={onOther}>
            {t('occurrence.otherTime')}
          </Button>
          <Button kind="plain" {...keyed('0')} onClick={() => skip(occurrence)}>
            {t('clients.skip')} {hint('0')}
          </Button>
          <Button kind="plain" {...keyed('H')} onClick={() => hold(occurrence)}>
            {t('occurrence.hold')} {hint('H')}
          </Button>
        </span>
      </div>
    </div>
  );
}
