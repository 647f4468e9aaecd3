import { Temporal } from 'temporal-polyfill';
import { dayOf } from '../days';
import type { Request } from '../model/request';
import { whatCame } from './came';
import type { ReplyFacts } from './facts';
import { describeDay } from './moments';
import { type PartWriter, writeDay, writeMoment, writeWaiting } from './parts';
import { topicOf } from './topic';
import type { Filled } from './words';

/** What the talk about availability counts and computes: the last four weeks, the rate, and the day an answer is due. */
export function fillTalk({ lately, client, now, answerBy }: ReplyFacts, writer: PartWriter): Filled {
  const { locale } = writer.view;
  const today = dayOf(now, client.timeZone);
  const inAWeek = answerBy ?? today.add({ days: 7 });
  const { rate, currency } = client;
  const say = (amount: number) =>
    currency &&
    new Intl.NumberFormat(locale, { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' }).format(
      amount,
    );
  const spoken = lately?.spokenMinutes ?? 0;
  return {
    ...(lately &&
      lately.times > 0 && {
        cameTimes: lately.times,
        cameDays: lately.days,
        cameOutside: lately.outside,
        lastCame: lately.lastAt && writeMoment(writer, lately.lastAt),
      }),
    span: lately?.since ? 'since' : 'weeks',
    sinceDay: lately?.since && describeDay(lately.since, writer.view).dayMonth,
    ...(rate !== undefined && { rateAmount: say(rate), spokenCost: say((rate * spoken) / 60) }),
    hasSpoken: spoken > 0 ? 'yes' : 'no',
    spokenMinutes: spoken,
    weekDue: writeDay(writer, 'due', inAWeek),
    weekDate: describeDay(inAWeek, writer.view).date,
    today: describeDay(today, writer.view).date,
  };
}

/** What only I can say, what was promised to be ready by, and the message that went out last. */
export function fillTold(facts: ReplyFacts, writer: PartWriter): Filled {
  const { request, told, client, now } = facts;
  const today = dayOf(now, client.timeZone).toString();
  const { neededBy } = request;
  const promised = told?.by ?? neededBy;
  const sent = lastSent(request);
  return {
    delegate: delegateOf(facts),
    promiseDue:
      promised !== undefined && promised >= today
        ? writeDay(writer, 'due', Temporal.PlainDate.from(promised))
        : undefined,
    aheadOf:
      neededBy !== undefined && neededBy > today
        ? describeDay(Temporal.PlainDate.from(neededBy), writer.view).date
        : undefined,
    result: told?.result?.trim() || undefined,
    sentMoment: sent && writeMoment(writer, Temporal.Instant.from(sent.sentAt)),
    sentSubject: sent?.subject,
  };
}

/** A line for each request that waits for the same message, in the order of their calls, then as they came. */
export function fillTogether({ request, call, others = [] }: ReplyFacts, writer: PartWriter): Filled {
  if (!call || others.length === 0) return {};
  const all = [...others, { request, call }].toSorted((one, other) =>
    Temporal.Instant.compare(one.call.startsAt, other.call.startsAt),
  );
  const lines = all.map((each) => {
    const topic = topicOf(each.request.subject);
    const came = whatCame(each.request);
    // After my own word nothing came that could be named instead.
    const hasName = topic !== undefined || !['spoken', 'wrote', 'tried', 'none'].includes(came.kind);
    return hasName ? writeWaiting(writer, topic, came, each.call.startsAt) : undefined;
  });
  if (lines.includes(undefined)) return {};
  return { itemCount: all.length, itemLines: lines.join('\n') };
}

/** Who takes a request instead of me: as told, or as it was chosen by hand. */
export function delegateOf({ request, told }: Pick<ReplyFacts, 'request' | 'told'>): string | undefined {
  return told?.to?.trim() || request.override?.to;
}

/** The reply that was sent last, if it had a subject. */
export function lastSent({ replies }: Pick<Request, 'replies'>): { sentAt: string; subject: string } | undefined {
  return replies
    .flatMap(({ sentAt, subject }) => (sentAt !== undefined && subject !== '' ? [{ sentAt, subject }] : []))
    .toSorted((one, other) => one.sentAt.localeCompare(other.sentAt))
    .at(-1);
}
