import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '../../../electron/core/days';
import type { Client } from '../../../electron/core/model/client';
import { Button } from '../../shared/button';
import { type CallInput, newCallDraft } from '../../shared/call-form/call-draft';
import { CallForm } from '../../shared/call-form/call-form';
import { Section } from '../../shared/page';
import { useKeptFocus } from '../../shared/use-kept-focus';
import { attempt } from '../../state/act';
import { useBook } from '../../state/use-book';
import { useNow } from '../../state/use-now';
import { CallRow } from './call-row';
import classes from './calls-section.module.css';
import { ProposeCall } from './propose-call';

/** The client's standing calls: their pillars in the week. */
export function CallsSection({ client }: { client: Client }) {
  const { t } = useTranslation();
  const now = useNow();
  const myZone = useBook((state) => state.settings.timeZone);
  const calls = useBook((state) => state.calls.filter((call) => call.clientId === client.id));
  // Once the form was open, the button takes the focus back when it is drawn again.
  const [adding, setAdding] = useState<'not-yet' | 'now' | 'over'>('not-yet');
  const isAdding = adding === 'now';
  const [proposing, setProposing] = useState<'not-yet' | 'now' | 'over'>('not-yet');
  const isProposing = proposing === 'now';
  const section = useKeptFocus<HTMLElement>();

  async function add(input: CallInput) {
    const reply = await attempt('call.add', { client: client.id, ...input });
    if (!reply.ok) return reply.problem;
    setAdding('over');
    return undefined;
  }

  return (
    <Section
      ref={section}
      title={t('clients.calls')}
      actions={
        !isAdding &&
        !isProposing && (
          <>
            <Button kind="plain" autoFocus={proposing === 'over'} onClick={() => setProposing('now')}>
              {t(calls.length === 0 ? 'clients.propose' : 'clients.proposeOther')}
            </Button>
            <Button autoFocus={adding === 'over'} onClick={() => setAdding('now')}>
              {t('clients.addCall')}
            </Button>
          </>
        )
      }
    >
      {calls.length === 0 && !isAdding && <p className={classes.none}>{t('clients.noCalls')}</p>}
      <ul>
        {calls.map((call) => (
          <CallRow key={call.id} call={call} client={client} />
        ))}
      </ul>
      {isProposing && (
        <ProposeCall
          client={client}
          calls={calls.filter((call) => call.endsOn === undefined)}
          onClose={() => setProposing('over')}
        />
      )}
      {isAdding && (
        <CallForm
          start={newCallDraft(dayOf(now, myZone), myZone)}
          theirZone={client.timeZone}
          saveLabel={t('clients.addCall')}
          onSave={add}
          onCancel={() => setAdding('over')}
        />
      )}
    </Section>
  );
}
