import { TextInput } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Request, Route } from '../../../electron/core/model/request';
import type { Verdict } from '../../../electron/core/verdict';
import { knownNames } from '../../../electron/core/verdict/choose-route';
import { Button } from '../../shared/button';
import { KeyHint } from '../../shared/key-hint';
import { act } from '../../state/act';
import { useBook } from '../../state/use-book';
import classes from './choose-route.module.css';

/** Each with its key, in the order of when it would be. */
const routes = [
  ['1', 'now'],
  ['2', 'callback'],
  ['3', 'standing-call'],
  ['4', 'ask-first'],
  ['5', 'delegate'],
  ['6', 'decline'],
] as const satisfies readonly (readonly [string, Route])[];

/** The ways a request can go, one click or key each; the one it goes is marked. Pressed again, a choice is taken back. */
export function ChooseRoute({ request, verdict }: { request: Request; verdict: Verdict }) {
  const { t } = useTranslation();
  const [isNaming, setIsNaming] = useState(false);
  const label = useId();

  function choose(route: Route): void {
    const isUnnamed = route === 'delegate' && request.override?.route !== 'delegate';
    setIsNaming(isUnnamed);
    if (isUnnamed) return;
    const isTakenBack = request.override?.route === route;
    void act('request.override', { request: request.id, route: isTakenBack ? null : route });
  }

  return (
    <div className={classes.choose}>
      <p id={label} className={classes.label}>
        {t(request.override ? 'week.panel.chosen' : 'week.panel.choose')}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend that looks like no heading here */}
      <div role="group" aria-labelledby={label} className={classes.routes}>
        {routes.map(([key, route]) => (
          <button
            key={route}
            type="button"
            className={classes.route}
            aria-pressed={verdict.route === route}
            aria-keyshortcuts={key}
            onClick={() => choose(route)}
          >
            {t(`week.panel.routes.${route}`)} <KeyHint keys={key} />
          </button>
        ))}
      </div>
      {isNaming && <NameForm request={request} close={() => setIsNaming(false)} />}
    </div>
  );
}

/** For whom it is: anybody by name, those who are known offered. */
function NameForm({ request, close }: { request: Request; close: () => void }) {
  const { t } = useTranslation();
  const state = useBook((each) => each);
  const [name, setName] = useState('');
  const list = useId();

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (await act('request.override', { request: request.id, route: 'delegate', to: name })) close();
  }

  return (
    <form
      className={classes.name}
      data-fields="stacked"
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        close();
      }}
    >
      <TextInput
        label={t('week.panel.forWhom')}
        value={name}
        list={list}
        data-autofocus=""
        ref={(input) => input?.focus()}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <datalist id={list}>
        {knownNames(state, request).map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
      <Button type="submit" disabled={name.trim() === ''}>
        {t('week.panel.delegate')}
      </Button>
    </form>
  );
}
