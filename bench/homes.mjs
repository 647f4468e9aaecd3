import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './tools.mjs';

const CLI = path.join(root, 'bin', 'until-friday.mjs');
const MONTHS = 60;

/**
 * A home with a client, a standing call, a few open requests and as many past contacts as asked for, of which a new one
 * shall not notice anything.
 * @param {string} home @param {NodeJS.ProcessEnv} env @param {number} past
 */
export function makeHome(home, env, past) {
  const run = (...args) => execFileSync(process.execPath, [CLI, '--home', home, ...args], { env, encoding: 'utf8' });
  run('client', 'add', 'Globex', '--contact', 'Dana Ruiz <dana@globex.example>');
  const zone = ['--time-zone', 'Europe/Vienna', '--minutes', '30'];
  run('call', 'add', 'Globex', '--rule', 'FREQ=WEEKLY;BYDAY=FR', '--start', '2020-01-03T14:00', ...zone);
  for (const subject of ['slides', 'access', 'budget', 'the report', 'fonts']) run('log', `dana wrote re ${subject}`);
  if (past === 0) return;
  const { request } = JSON.parse(run('--json', '--now', '2020-01-15T10:00:00Z', 'log', 'dana missed call re invoice'));
  run('--now', '2020-01-16T10:00:00Z', 'request', 'done', request.id);
  multiply(path.join(home, 'history'), past);
}

/** Fills the months after a history file's with copies of its request. @param {string} folder @param {number} past */
function multiply(folder, past) {
  const [name] = readdirSync(folder);
  const text = readFileSync(path.join(folder, name), 'utf8');
  const month = JSON.parse(text);
  const [request] = month.requests;
  const perMonth = Math.ceil(past / MONTHS);
  mkdirSync(folder, { recursive: true });
  for (let index = 0; index < MONTHS; index += 1) {
    const at = `${2020 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
    const count = Math.min(perMonth, past - index * perMonth);
    const requests = Array.from({ length: count }, (_, place) => copy(request, at, index * perMonth + place));
    writeFileSync(path.join(folder, `${at}.json`), JSON.stringify({ ...month, requests }));
  }
}

/** @param {object} request @param {string} month @param {number} number */
function copy(request, month, number) {
  const tail = String(number).padStart(12, '0');
  const day = String((number % 27) + 1).padStart(2, '0');
  const at = `${month}-${day}T10:00:00Z`;
  const [contact] = request.contacts;
  return {
    ...request,
    id: `${request.id.slice(0, -12)}${tail}`,
    updatedAt: at,
    closedAt: at,
    contacts: [{ ...contact, id: `${contact.id.slice(0, -12)}${tail}`, at }],
  };
}
