import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { callSchema } from '../../../electron/core/model/call';
import { clientSchema } from '../../../electron/core/model/client';
import { contactSchema, type Request, requestSchema, usedReplySchema } from '../../../electron/core/model/request';
import { settingsSchema } from '../../../electron/core/model/settings';
import { type State, sumsSchema } from '../../../electron/core/model/state';
import { isOver } from '../../../electron/core/records';
import { NOTHING } from '../../../electron/core/tally';
import { verdictOf } from '../../../electron/core/verdict';
import rows from '../../fixtures/verdicts.json';
import {
  day,
  makeCall,
  makeClient,
  makeContact,
  makeReply,
  makeRequest,
  makeSettings,
  makeState,
  vienna,
} from '../../helpers/build';

/**
 * The situations of `tests/fixtures/verdicts.json`, a row each, numbered by the system that they belong to: where the
 * request goes, and the first reason for it. Times are on the clock of Vienna. Unless a row says otherwise it is Tuesday
 * 24 November 2026, 11:20; Globex has missed me once, just now, prefers mail, may call twice a week, has a call on Friday at
 * 10:00; callbacks are at 16:45 every day.
 */
const NOW = '2026-11-24T11:20';

/** Every wall-clock time in a row as an instant, but for those that name an occurrence by its own local start. */
function atOnce(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => atOnce(each));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, atOnce(each, name)]));
  const isLocal = key === 'occurrence' || key === 'movedTo' || key === 'start';
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(value) && !isLocal
    ? vienna(value).toString()
    : value;
}

const requestPart = requestSchema.partial().extend({
  contacts: z.array(contactSchema.partial()).optional(),
  replies: z.array(usedReplySchema.partial()).optional(),
});
const rowSchema = z.object({
  system: z.number(),
  name: z.string(),
  now: z.string().optional(),
  client: clientSchema.partial().optional(),
  /** Other clients that play a part. */
  clients: z.array(z.string()).optional(),
  calls: z.array(callSchema.partial()).optional(),
  settings: settingsSchema.partial().optional(),
  request: requestPart.optional(),
  contacts: z.array(contactSchema.partial()).optional(),
  others: z.array(requestPart).optional(),
  route: z.string(),
  first: z.string(),
  /** What became of those like it, counted so many weeks ago. */
  cases: sumsSchema.shape.cases,
  weeksAgo: z.number().default(1),
  /** Percent, as in the settings. */
  threshold: z.number().optional(),
  until: z.string().optional(),
});
type Row = z.infer<typeof rowSchema>;
type Part = z.infer<typeof requestPart>;

function build(id: string, { contacts, replies = [], ...fields }: Part): Request {
  return makeRequest(id, {
    ...fields,
    contacts: (contacts ?? [{}]).map(({ at = vienna(NOW).toString(), channel, ...more }) =>
      makeContact(at, channel, more),
    ),
    replies: replies.map((reply) => makeReply(reply)),
  });
}

function stage(row: Row): { state: State; request: Request } {
  const request = build('own', { ...row.request, ...(row.contacts && { contacts: row.contacts }) });
  const all = [...(row.others ?? []).map((part, index) => build(`other${index}`, part)), request];
  const { cases, weeksAgo, threshold } = row;
  const settings = makeSettings({ ...row.settings, ...(threshold !== undefined && { soonerAbovePercent: threshold }) });
  const state = makeState({
    clients: [makeClient('Globex', row.client), ...(row.clients ?? []).map((name) => makeClient(name))],
    calls: (row.calls ?? [{}]).map((call) => makeCall(call)),
    settings,
    requests: all.filter((each) => !isOver(each)),
    history: { '2026-11': all.filter(isOver) },
  });
  const week = day('2026-11-23').subtract({ weeks: weeksAgo }).toString();
  const tally = cases ? { ...state.tally, [week]: { cli_Globex: { ...NOTHING, cases } } } : state.tally;
  return { state: { ...state, tally }, request };
}

const situations = z.array(rowSchema).parse(rows.map((row) => atOnce(row)));

describe('where a request goes, and the first reason', () => {
  it('is told for 120 situations at least', () => expect(situations.length).toBeGreaterThanOrEqual(120));

  for (const row of situations)
    it(`${row.system}: ${row.name}`, () => {
      const { state, request } = stage(row);
      const now = row.now === undefined ? vienna(NOW) : Temporal.Instant.from(row.now);
      const { route, until, reasons } = verdictOf(state, request, now);
      const found = { route, first: reasons[0]?.code, ...(row.until && { until: until?.toString() }) };
      expect(found).toEqual({ route: row.route, first: row.first, ...(row.until && { until: row.until }) });
      for (const { text } of reasons) expect(text).toMatch(/^[A-Z\d].*[.;]$/);
    });
});
