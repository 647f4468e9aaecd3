import type { Temporal } from 'temporal-polyfill';
import { clientOf, findRequest } from '../find';
import type { Outcome, Request, Route } from '../model/request';
import type { State } from '../model/state';
import { isOver, putRequest } from '../records';
import { refuse } from '../refuse';
import { verdictOf } from '../verdict';
import { wasDeferred } from './cases';

/** A route chosen by hand; delegating says to whom. */
export interface Choice {
  route: Route;
  to?: string | undefined;
}

/**
 * Puts a request where it is wanted, whatever the app says; `null`, or the route that the app says itself, takes the
 * choice back. Refused for what is over, and for delegating to nobody.
 */
export function chooseRoute(
  state: State,
  name: string,
  choice: Choice | null,
  now: Temporal.Instant,
): { state: State; request: Request } {
  const { override: _, ...former } = findRequest(state, name);
  if (isOver(former))
    refuse('invalid', `"${former.subject || 'This'}" is over.`, { field: 'request', action: 'Open it again first.' });
  const to = choice?.route === 'delegate' ? choice.to?.trim() : undefined;
  if (choice?.route === 'delegate' && !to)
    refuse('invalid', 'Nobody is named.', { field: 'to', action: 'Say for whom it is.' });
  const plain = putRequest(state, former);
  const said = verdictOf(plain, former, now).route;
  if (!choice || (choice.route === said && !to)) return { state: plain, request: former };
  const override = {
    route: choice.route,
    ...(to && { to }),
    said,
    ...(former.emergency && { isEmergency: true }),
    at: now.toString(),
  };
  const request: Request = { ...former, override };
  return { state: putRequest(state, request), request };
}

/** Says what became of something deferred; `null` goes back to what the log shows. Refused for what was not deferred. */
export function noteOutcome(state: State, name: string, outcome: Outcome | null): { state: State; request: Request } {
  const { outcome: _, ...former } = findRequest(state, name);
  if (!wasDeferred(former))
    refuse('invalid', `"${former.subject || 'This'}" did not wait, or is not done.`, {
      field: 'request',
      action: 'Finish it first.',
    });
  const request: Request = { ...former, ...(outcome && { outcome }) };
  return { state: putRequest(state, request), request };
}

/** Whom a request can be given to, by name: those it went to before, who decides, and the client's people. */
export function knownNames(state: State, request: Request): string[] {
  const client = clientOf(state, request);
  const before = state.requests.flatMap(({ override, decidedBy }) => [override?.to, decidedBy]);
  const names = [request.override?.to, request.decidedBy, ...before, ...client.people.map((person) => person.name)];
  return [...new Set(names.flatMap((name) => name || []))];
}
