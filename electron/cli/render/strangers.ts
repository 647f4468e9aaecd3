import { nameStranger } from '../../core/strangers';
import type { Output } from '../../ipc/contract/contract';
import type { StrangerAnswer } from '../../ipc/contract/strangers';
import type { LoggedOrKept } from '../steps-log';
import { renderLogged, sayHow } from './requests';
import { count, fields, indent, type Rendering, sayMoment, table } from './text';

export function renderLoggedOrKept(answer: LoggedOrKept, rendering: Rendering): string {
  return 'request' in answer ? renderLogged(answer, rendering) : renderKept(answer, rendering);
}

function renderKept(stranger: StrangerAnswer, rendering: Rendering): string {
  const details = fields([
    ['contact', `${sayMoment(stranger.at, rendering)}  ${sayHow(stranger)}`],
    ['about', stranger.subject],
    ['could be', stranger.candidates?.join(' or ')],
    ['id', stranger.strangerId],
  ]);
  const whose = 'Say whose it is: until-friday who assign ID CLIENT, or with --new-client NAME.';
  return `${nameStranger(stranger) ?? 'Somebody'} waits until you know whose it is.\n${indent(details)}\n\n${whose}`;
}

export function renderStrangers(strangers: StrangerAnswer[], rendering: Rendering): string {
  if (strangers.length === 0) return 'Nobody waits.';
  return table(
    ['When', 'Who', 'How', 'About', 'Id'],
    strangers.map((stranger) => [
      sayMoment(stranger.at, rendering),
      sayWho(stranger),
      sayHow(stranger),
      stranger.subject || 'nothing said',
      stranger.strangerId,
    ]),
  );
}

function sayWho(stranger: StrangerAnswer): string {
  const { candidates } = stranger;
  const named = nameStranger(stranger) ?? 'somebody';
  return candidates ? `${named} (could be ${candidates.join(' or ')})` : named;
}

export function renderAssigned(answer: Output<'stranger.assign'>, rendering: Rendering): string {
  const { along } = answer;
  const others = along > 0 ? [`${count(along, 'other')} of the same came along.`, ''] : [];
  return [...others, renderLogged(answer, rendering)].join('\n');
}
