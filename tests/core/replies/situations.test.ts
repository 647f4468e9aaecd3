import { describe, expect, it } from 'vitest';
import type { Situation } from '../../../electron/core/model/request';
import type { ReplyFacts } from '../../../electron/core/replies/facts';
import { writeReply } from '../../../electron/core/replies/write';
import { CALLBACK, instant, makeCall, makeClient, makeContact, makeFacts, makeRequest, stretch, words } from './scene';

/** Dana is in London, Martin in Vienna; it is Tuesday 24 November, 11:25 in Vienna. */
function read(facts: ReplyFacts, situation?: Situation): string {
  const { subject, body } = writeReply(facts, words, situation);
  return `Subject: ${subject}\n\n${body}`;
}

const missed = (at: string, subject = '') => makeContact('missed-call', at, { subject });
const invoice = makeRequest([missed('2026-11-24T10:20:00Z', 'invoice')]);
const threeCalls = makeRequest([
  missed('2026-11-24T10:02:00Z'),
  missed('2026-11-24T10:10:00Z'),
  missed('2026-11-24T10:20:00Z'),
]);
const voicemail = makeRequest([makeContact('voicemail', '2026-11-24T10:20:00Z')]);
const mail = makeRequest([makeContact('email', '2026-11-24T08:40:00Z', { subject: 'Q3 figures' })]);
const spoke = makeRequest([makeContact('call', '2026-11-24T10:00:00Z', { subject: 'invoice' })]);
const tied = { isTiedUp: true };
const agreed = { client: makeClient({ emergency: 'server down, production stops' }) };
const evening = {
  now: instant('2026-11-24T19:25:00Z'),
  isWorkingTime: false,
  backAt: instant('2026-11-25T08:00:00Z'),
};
const thursday = { formerAt: instant('2026-11-26T14:00:00Z') };
const inNewYork = {
  now: instant('2026-11-24T15:25:00Z'),
  myZone: 'America/New_York',
  client: makeClient({ language: 'en-US', timeZone: 'America/New_York' }),
  call: makeCall('2026-12-04T15:00:00Z'),
};

describe('asking whether it can wait', () => {
  it('asks first, and names the call', () => {
    expect(read(makeFacts(invoice))).toMatchInlineSnapshot(`
      "Subject: Invoice: can it wait until our call on Friday?

      Hello Dana,

      I saw your call at 10:20 your time. Can this wait until our call on Friday? I'd like to give this proper time, so I've put "invoice" on the agenda for Friday 27 November, 10:00 your time (11:00 mine).

      If it can't wait, reply with one line saying what it's needed for and by when, and I'll look at it today.

      Kind regards,
      Martin"
    `);
    expect(read(makeFacts(invoice, { ...tied, ...agreed }))).toMatchInlineSnapshot(`
      "Subject: Invoice: can it wait until our call on Friday?

      Hello Dana,

      I saw your call at 10:20 your time. Can this wait until our call on Friday? I'm tied up today and would like to give this proper time, so I've put "invoice" on the agenda for Friday 27 November, 10:00 your time (11:00 mine).

      If it can't wait, reply with one line saying what it's needed for and by when, and I'll look at it today. If it's one of the emergencies we agreed on, call and say so: those always come first.

      Kind regards,
      Martin"
    `);
  });
  it('has other words the second and the third time', () => {
    expect(read(makeFacts(invoice, { ...tied, earlier: 1 }))).toMatchInlineSnapshot(`
      "Subject: Invoice, on the agenda for Friday 27 November

      Hello Dana,

      I've noted your call at 10:20 your time. Would our call on Friday be early enough for this? I'm tied up today, so I've kept a place for "invoice" on the agenda for Friday 27 November, 10:00 your time (11:00 mine), where we can go through it properly.

      If that's too late, tell me in one line what it's needed for and by which day, and I'll look at it today.

      Kind regards,
      Martin"
    `);
    expect(read(makeFacts(invoice, { earlier: 2 }))).toMatchInlineSnapshot(`
      "Subject: Invoice: for our call on Friday

      Hello Dana,

      About your call at 10:20 your time: could we take this up in our call on Friday? I've noted "invoice" for Friday 27 November, 10:00 your time (11:00 mine), so it won't get lost.

      If something depends on it before then, send me a line saying what and by when, and I'll look at it today.

      Kind regards,
      Martin"
    `);
  });
  it('says that the call comes before the day it is needed by', () => {
    expect(read(makeFacts({ ...invoice, neededBy: '2026-11-30' }))).toMatchInlineSnapshot(`
      "Subject: Invoice: can it wait until our call on Friday?

      Hello Dana,

      I saw your call at 10:20 your time. Can this wait until our call on Friday? I've put "invoice" on the agenda for Friday 27 November, 10:00 your time (11:00 mine), ahead of Monday 30 November, when you need it.

      If it can't wait, reply with one line saying what it's needed for and by when, and I'll look at it today.

      Kind regards,
      Martin"
    `);
  });
  it('writes dates and times as the client does, and no "your time" where it is also mine', () => {
    expect(read(makeFacts(makeRequest([missed('2026-11-24T14:20:00Z')]), inNewYork))).toMatchInlineSnapshot(`
      "Subject: Can this wait until our call on Friday, December 4?

      Hello Dana,

      I saw your call at 9:20 AM. Can this wait until our call on Friday, December 4? I'd like to give this proper time, so I've put it on the agenda for Friday, December 4, 10:00 AM.

      If it can't wait, reply with one line saying what it's needed for and by when, and I'll look at it today.

      Kind regards,
      Martin"
    `);
  });
  it('greets nobody by name and signs with nothing when it knows neither', () => {
    expect(read(makeFacts(invoice, { person: undefined, myName: '' }))).toMatchInlineSnapshot(`
      "Subject: Invoice: can it wait until our call on Friday?

      Hello,

      I saw your call at 10:20 your time. Can this wait until our call on Friday? I'd like to give this proper time, so I've put "invoice" on the agenda for Friday 27 November, 10:00 your time (11:00 mine).

      If it can't wait, reply with one line saying what it's needed for and by when, and I'll look at it today."
    `);
  });
});

describe('what came', () => {
  it('is several calls', () => {
    expect(read(makeFacts(threeCalls, tied))).toMatchInlineSnapshot(`
      "Subject: Your three calls this morning

      Hello Dana,

      I saw your three calls this morning. Can it wait until our call on Friday? I'm tied up today, so I've put it on the agenda for Friday 27 November, 10:00 your time (11:00 mine), and a line on what it's about would help me prepare.

      If it can't wait, reply with one line saying what it's needed for and by when, and I'll look at it today.

      Kind regards,
      Martin"
    `);
    expect(read(makeFacts(threeCalls, { earlier: 1 }))).toMatchInlineSnapshot(`
      "Subject: What can I prepare for you?

      Hello Dana,

      I've noted your three calls this morning. What is it about? One line is enough for me to prepare. I've kept a place for it on the agenda for Friday 27 November, 10:00 your time (11:00 mine), where we can go through it properly. Would our call on Friday be early enough?

      If that's too late, tell me in one line what it's needed for and by which day, and I'll look at it today.

      Kind regards,
      Martin"
    `);
    expect(read(makeFacts(threeCalls, { earlier: 2 }))).toMatchInlineSnapshot(`
      "Subject: For our call on Friday

      Hello Dana,

      About your three calls this morning: can we talk about it in our call on Friday? I've noted it for Friday 27 November, 10:00 your time (11:00 mine), so it won't get lost. A line on what you'd like to discuss is all I need to prepare.

      If something depends on it before then, send me a line saying what and by when, and I'll look at it today.

      Kind regards,
      Martin"
    `);
  });
  it('is calls and a voicemail, yesterday and today', () => {
    const contacts = [
      missed('2026-11-23T15:00:00Z'),
      missed('2026-11-24T10:02:00Z'),
      makeContact('voicemail', '2026-11-24T10:03:00Z'),
    ];
    expect(read(makeFacts(makeRequest(contacts)))).toMatchInlineSnapshot(`
      "Subject: Your two calls and your voicemail since yesterday

      Hello Dana,

      I saw your two calls and your voicemail since yesterday. Can it wait until our call on Friday? I've put it on the agenda for Friday 27 November, 10:00 your time (11:00 mine), and a line on what it's about would help me prepare.

      If it can't wait, reply with one line saying what it's needed for and by when, and I'll look at it today.

      Kind regards,
      Martin"
    `);
  });
  it('is a voicemail that says nothing', () => {
    expect(read(makeFacts(voicemail, tied))).toMatchInlineSnapshot(`
      "Subject: Got your voicemail: can it wait until our call on Friday?

      Hello Dana,

      Got your voicemail from 10:20 your time. I'm tied up today: can it wait until our call on Friday? I've put it on the agenda for Friday 27 November, 10:00 your time (11:00 mine), and a line on what it's about would help me prepare.

      If it can't wait, reply with one line saying what it's needed for and by when, and I'll look at it today.

      Kind regards,
      Martin"
    `);
    expect(read(makeFacts(voicemail, { earlier: 1 }))).toMatchInlineSnapshot(`
      "Subject: Your voicemail, and our call on Friday

      Hello Dana,

      I've noted your voicemail from 10:20 your time. Would our call on Friday be early enough to talk about it? I've kept a place for it on the agenda for Friday 27 November, 10:00 your time (11:00 mine), where we can go through it properly. If you send me a line on what it's about, I can prepare.

      If that's too late, tell me in one line what it's needed for and by which day, and I'll look at it today.

      Kind regards,
      Martin"
    `);
    expect(read(makeFacts(voicemail, { earlier: 2 }))).toMatchInlineSnapshot(`
      "Subject: About your voicemail

      Hello Dana,

      About your voicemail from 10:20 your time: can we talk about it in our call on Friday? I've noted it for Friday 27 November, 10:00 your time (11:00 mine), so it won't get lost. If you write me a line on what you have in mind, I'll come prepared.

      If something depends on it before then, send me a line saying what and by when, and I'll look at it today.

      Kind regards,
      Martin"
    `);
  });
  it('is a mail', () => {
    expect(read(makeFacts(mail))).toMatchInlineSnapshot(`
      "Subject: Q3 figures: for our call on Friday

      Hello Dana,

      Thank you for your email from this morning. Can it wait until our call on Friday? I'd like to give this proper time, so I've put "Q3 figures" on the agenda for Friday 27 November, 10:00 your time (11:00 mine).

      If it can't wait, reply with one line saying what it's needed for and by when, and I'll look at it today.

      Kind regards,
      Martin"
    `);
    expect(read(makeFacts(mail, { earlier: 1 }))).toMatchInlineSnapshot(`
      "Subject: Q3 figures, on the agenda for Friday 27 November

      Hello Dana,

      Thanks for your email from this morning. I'd like to answer properly rather than quickly. Would our call on Friday be early enough? I've kept a place for "Q3 figures" on the agenda for Friday 27 November, 10:00 your time (11:00 mine), where we can go through it properly.

      If that's too late, tell me in one line what it's needed for and by which day, and I'll look at it today.

      Kind regards,
      Martin"
    `);
    expect(read(makeFacts(mail, { earlier: 2 }))).toMatchInlineSnapshot(`
      "Subject: Q3 figures, and our call on Friday

      Hello Dana,

      About your email from this morning: could we take this up in our call on Friday? I've noted "Q3 figures" for Friday 27 November, 10:00 your time (11:00 mine), so it won't get lost.

      If something depends on it before then, send me a line saying what and by when, and I'll look at it today.

      Kind regards,
      Martin"
    `);
  });
  it('comes while I am off', () => {
    expect(read(makeFacts(invoice, evening))).toMatchInlineSnapshot(`
      "Subject: Invoice: can it wait until our call on Friday?

      Hello Dana,

      I saw your call at 10:20 your time. I'm not at work at the moment. Can it wait until our call on Friday? I've put "invoice" on the agenda for Friday 27 November, 10:00 your time (11:00 mine).

      If it can't wait, reply with one line saying what it's needed for and by when, and I'll look at it when I'm back at work on Wednesday 25 November, 08:00 your time.

      Kind regards,
      Martin"
    `);
    expect(read(makeFacts(invoice, { ...evening, earlier: 1 }))).toMatchInlineSnapshot(`
      "Subject: Invoice, on the agenda for Friday 27 November

      Hello Dana,

      I've noted your call at 10:20 your time. I'm off work now, and I don't want to leave you without an answer. Would our call on Friday be early enough? I've kept a place for "invoice" on the agenda for Friday 27 November, 10:00 your time (11:00 mine).

      If that's too late, tell me in one line what it's needed for and by which day, and I'll look at it when I'm back at work on Wednesday 25 November, 08:00 your time.

      Kind regards,
      Martin"
    `);
  });
  it('is called urgent', () => {
    const urgent = { ...invoice, claimedUrgent: true };
    expect(read(makeFacts(urgent))).toMatchInlineSnapshot(`
      "Subject: Invoice: two questions

      Hello Dana,

      I saw your call at 10:20 your time. I understand that "invoice" is urgent, and I'd like to get it right: by what day and time do you need it, and what is it for? It also helps to know who is asking for it, and in what form you need it: a call, a short note or a finished document.

      Once I have your answer, I'll look at it today. Until then it has its place on the agenda for our call on Friday 27 November, 10:00 your time (11:00 mine).

      Kind regards,
      Martin"
    `);
    expect(read(makeFacts({ ...urgent, askedBy: 'the CFO' }, { earlier: 1 }))).toMatchInlineSnapshot(`
      "Subject: Invoice: by when, and what for?

      Hello Dana,

      I've noted your call at 10:20 your time. So that I spend my time where it helps you most: what is "invoice" needed for, and what is the latest day and time that works? It also helps to know in what form you need it: a call, a short note or a finished document.

      Reply in one line and I'll look at it today. Unless I hear otherwise, it stays on the agenda for our call on Friday 27 November, 10:00 your time (11:00 mine).

      Kind regards,
      Martin"
    `);
  });
  it('is an emergency', () => {
    expect(read(makeFacts({ ...invoice, emergency: 'confirmed' }, agreed))).toMatchInlineSnapshot(`
      "Subject: Invoice: this comes first

      Hello Dana,

      I saw your call at 10:20 your time. This comes first, and I'm looking at it now. If there's something I should know straight away, such as what has happened or who is affected, send it in one line. You'll hear from me as I learn more, even if it isn't solved yet.

      Kind regards,
      Martin"
    `);
    expect(read(makeFacts({ ...invoice, emergency: 'suspected' }, agreed))).toMatchInlineSnapshot(`
      "Subject: Invoice: this comes first

      Hello Dana,

      I saw your call at 10:20 your time. This sounds like one of the emergencies we agreed on, so it comes before everything else. Reply with one line on what has happened and who is affected, or call again and say so.

      Kind regards,
      Martin"
    `);
  });
});

describe('needed before the call', () => {
  it('offers the callback that lies before', () => {
    expect(read(makeFacts({ ...invoice, neededBy: '2026-11-25' }, { callback: CALLBACK }))).toMatchInlineSnapshot(`
      "Subject: Invoice, for Wednesday 25 November

      Hello Dana,

      I saw your call at 10:20 your time. You need "invoice" by tomorrow, ahead of our call on Friday, so I'll call you before that: today between 16:30 and 17:00 your time. If another time suits you better, or there's something I should have in front of me, reply with one line.

      Kind regards,
      Martin"
    `);
  });
  it('answers in writing where no callback does', () => {
    expect(read(makeFacts({ ...invoice, neededBy: '2026-11-26' }))).toMatchInlineSnapshot(`
      "Subject: Invoice, for Thursday 26 November

      Hello Dana,

      I saw your call at 10:20 your time. You need "invoice" by Thursday 26 November, ahead of our call on Friday, so I'll answer in writing by then, with what I have at that point. If one part of it matters most, tell me in one line and I'll start there.

      Kind regards,
      Martin"
    `);
    expect(read(makeFacts({ ...invoice, neededBy: '2026-11-24' }, { earlier: 1 }))).toMatchInlineSnapshot(`
      "Subject: Invoice: what happens by Tuesday 24 November

      Hello Dana,

      I've noted your call at 10:20 your time. You need "invoice" by the end of today, and our call on Friday comes after that. I'll write to you today with what I have at that point, so that you aren't left without an answer. If you need it even earlier, reply with one line saying by what time and what for.

      Kind regards,
      Martin"
    `);
  });
  it('says so when I am not back before', () => {
    expect(read(makeFacts({ ...invoice, neededBy: '2026-11-24' }, evening))).toMatchInlineSnapshot(`
      "Subject: Invoice, for Tuesday 24 November

      Hello Dana,

      I saw your call at 10:20 your time. You need "invoice" by the end of today, and I'm not back at work until Wednesday 25 November, 08:00 your time. I'd rather tell you now than let the day pass. If it's still of use to you after that, reply with one line, and it'll be the first thing I look at.

      Kind regards,
      Martin"
    `);
  });
  it('asks whether the call is early enough on that day', () => {
    expect(read(makeFacts({ ...invoice, neededBy: '2026-11-27' }))).toMatchInlineSnapshot(`
      "Subject: Invoice, for Friday 27 November

      Hello Dana,

      I saw your call at 10:20 your time. You need "invoice" on the day of our call, Friday 27 November, 10:00 your time (11:00 mine), and it's on the agenda. If the call itself is too late in the day for you, reply with the time and what it's for, and I'll look at it today.

      Kind regards,
      Martin"
    `);
  });
  it('is sorry once when the day has passed', () => {
    expect(read(makeFacts({ ...invoice, neededBy: '2026-11-23' }))).toMatchInlineSnapshot(`
      "Subject: Invoice: is it still of use?

      Hello Dana,

      I saw your call at 10:20 your time. Monday 23 November, the day you needed "invoice", has passed, and I'm sorry about that. If it's still of use to you, reply with one line saying by when, and I'll look at it today.

      Kind regards,
      Martin"
    `);
  });
});

describe('without a standing call', () => {
  it('proposes one, with the times there are', () => {
    const proposedSlots = [stretch('2026-12-01T09:00:00Z'), stretch('2026-12-03T13:00:00Z')];
    const facts = makeFacts(invoice, { call: undefined, callback: CALLBACK, proposedSlots });
    expect(read(facts)).toMatchInlineSnapshot(`
      "Subject: A regular call for us?

      Hello Dana,

      I saw your call at 10:20 your time. I'll call you about "invoice" today between 16:30 and 17:00 your time.

      May I suggest a regular call, so that your questions have a fixed place and you always know when we'll talk next? Would Tuesday at 09:00 your time (10:00 mine) or Thursday at 13:00 your time (14:00 mine) suit you, every week?

      If there's something you need now, reply with one line saying what it's for and by when, and I'll look at it today.

      Kind regards,
      Martin"
    `);
    expect(read({ ...facts, earlier: 2 })).toMatchInlineSnapshot(`
      "Subject: Shall we talk at the same time each week?

      Hello Dana,

      With a regular call you'd have my full attention at a time you can count on, and I'd come prepared. Would Tuesday at 09:00 your time (10:00 mine) or Thursday at 13:00 your time (14:00 mine) suit you, every week?

      I saw your call at 10:20 your time. I'll call you about "invoice" today between 16:30 and 17:00 your time.

      If there's something you need now, reply with one line saying what it's for and by when, and I'll look at it today.

      Kind regards,
      Martin"
    `);
  });
  it('names no time where there is none', () => {
    expect(read(makeFacts(threeCalls, { call: undefined, earlier: 1 }))).toMatchInlineSnapshot(`
      "Subject: A fixed time to talk

      Hello Dana,

      I've noted your three calls this morning.

      I'd like you to have a fixed time with me that you can count on, instead of having to catch me. Shall we set one up? Which day and time would suit you?

      If there's something you need now, reply with one line saying what it's for and by when, and I'll look at it today.

      Kind regards,
      Martin"
    `);
  });
});

describe('after my own word', () => {
  it('follows a talk', () => {
    expect(read(makeFacts(spoke))).toMatchInlineSnapshot(`
      "Subject: Invoice: what happens next

      Hello Dana,

      It was good to talk to you this morning. What's still open from it, "invoice", is on the agenda for our call on Friday 27 November, 10:00 your time (11:00 mine).

      If something changes before then, reply with one line, and I'll look at it today.

      Kind regards,
      Martin"
    `);
    expect(read(makeFacts(spoke, { call: undefined, earlier: 1 }))).toMatchInlineSnapshot(`
      "Subject: Invoice, after our conversation

      Hello Dana,

      Thank you for the conversation this morning. I've noted "invoice" as still open. A regular call would give such things a fixed place. Which day and time would suit you?

      If I've left something out or you need it earlier, reply with one line, and I'll look at it today.

      Kind regards,
      Martin"
    `);
  });
  it('follows a call that reached nobody', () => {
    const tried = makeContact('missed-call', '2026-11-24T10:00:00Z', { direction: 'out', subject: 'invoice' });
    expect(read(makeFacts(makeRequest([tried]), { earlier: 1 }))).toMatchInlineSnapshot(`
      "Subject: Invoice: I tried to reach you

      Hello Dana,

      I called you at 10:00 your time and didn't get through. What I wanted to talk about, "invoice", is on the agenda for our call on Friday 27 November, 10:00 your time (11:00 mine); if you'd rather talk before that, reply with a time that suits you.

      If I've left something out or you need it earlier, reply with one line, and I'll look at it today.

      Kind regards,
      Martin"
    `);
  });
});

describe('chosen by hand', () => {
  it('call-back-today', () => {
    const facts = makeFacts(invoice, { callback: CALLBACK });
    expect(read(facts, 'call-back-today')).toMatchInlineSnapshot(`
      "Subject: I'll call you today

      Hello Dana,

      I saw your call at 10:20 your time. I'll call you about "invoice" today between 16:30 and 17:00 your time. If there's something I should have in front of me, tell me in one line; and if another time suits you better, let me know.

      Kind regards,
      Martin"
    `);
    expect(read({ ...facts, earlier: 1 }, 'call-back-today')).toMatchInlineSnapshot(`
      "Subject: Invoice: my call today

      Hello Dana,

      I've noted your call at 10:20 your time. You can expect my call today between 16:30 and 17:00 your time. If that doesn't suit you, reply with a time that does. If you need an answer before that, one line saying what it's for is enough.

      Kind regards,
      Martin"
    `);
  });
  it('late-return', () => {
    const facts = makeFacts(makeRequest([missed('2026-11-19T10:20:00Z')]), { callback: CALLBACK, route: 'callback' });
    expect(read(facts, 'late-return')).toMatchInlineSnapshot(`
      "Subject: My late reply

      Hello Dana,

      I'm sorry that I'm only now getting back to you about your call on Thursday at 10:20 your time. I'll call you today between 16:30 and 17:00 your time. It's also on the agenda for our call on Friday 27 November, 10:00 your time (11:00 mine). If it has been settled in the meantime, a line is enough.

      If it can't wait, reply with one line saying what it's needed for and by when, and I'll look at it today.

      Kind regards,
      Martin"
    `);
    expect(read({ ...facts, earlier: 1 }, 'late-return')).toMatchInlineSnapshot(`
      "Subject: Is it still open?

      Hello Dana,

      Your call on Thursday at 10:20 your time deserved a quicker answer, and I'm sorry. Is this still open for you? I'll call you about it today between 16:30 and 17:00 your time.

      If it can't wait, reply with one line saying what it's needed for and by when, and I'll look at it today.

      Kind regards,
      Martin"
    `);
  });
  it('no-answer-yet', () => {
    const facts = makeFacts(mail);
    expect(read(facts, 'no-answer-yet')).toMatchInlineSnapshot(`
      "Subject: Q3 figures: where it stands

      Hello Dana,

      About your email from this morning: I don't have the answer yet, and I'd rather tell you so than leave you guessing. It's still open on my side. I'll tell you where it stands in our call on Friday 27 November, 10:00 your time (11:00 mine) at the latest.

      If you need something sooner, reply with one line saying what it's for and by when, and I'll tell you what I have.

      Kind regards,
      Martin"
    `);
    expect(read({ ...facts, earlier: 1 }, 'no-answer-yet')).toMatchInlineSnapshot(`
      "Subject: Q3 figures: no answer yet

      Hello Dana,

      Thanks for your email from this morning. I can't give you an answer yet, and I don't want you to wonder whether it got lost: it hasn't. We'll look at where it stands in our call on Friday 27 November, 10:00 your time (11:00 mine), if I can't tell you sooner.

      If you need something sooner, reply with one line saying what it's for and by when, and I'll tell you what I have.

      Kind regards,
      Martin"
    `);
  });
  it('call-moved', () => {
    const facts = makeFacts(invoice, thursday);
    expect(read(facts, 'call-moved')).toMatchInlineSnapshot(`
      "Subject: Our call is now on Friday 27 November, 10:00 your time (11:00 mine)

      Hello Dana,

      Our call on Thursday 26 November, 14:00 your time has moved: it's now on Friday 27 November, 10:00 your time (11:00 mine). What was on the agenda moves with it. If the new time doesn't suit you, reply with two that do.

      If something can't wait until then, reply with one line saying what and by when, and I'll look at it today.

      Kind regards,
      Martin"
    `);
    expect(read({ ...facts, earlier: 1 }, 'call-moved')).toMatchInlineSnapshot(`
      "Subject: New time for our call: Friday 27 November, 10:00 your time (11:00 mine)

      Hello Dana,

      I've had to move our call on Thursday 26 November, 14:00 your time. The new time is Friday 27 November, 10:00 your time (11:00 mine), and everything stays on the agenda. Does that suit you? If not, reply with two times that do.

      If something can't wait until then, reply with one line saying what and by when, and I'll look at it today.

      Kind regards,
      Martin"
    `);
  });
  it('call-skipped', () => {
    const facts = makeFacts(invoice, thursday);
    expect(read(facts, 'call-skipped')).toMatchInlineSnapshot(`
      "Subject: No call on Thursday 26 November, 14:00 your time

      Hello Dana,

      Our call on Thursday 26 November, 14:00 your time won't take place. The one after it is on Friday 27 November, 10:00 your time (11:00 mine), and what we had planned is on its agenda.

      If something can't wait until then, reply with one line saying what and by when, and I'll look at it today.

      Kind regards,
      Martin"
    `);
    expect(read({ ...facts, earlier: 1 }, 'call-skipped')).toMatchInlineSnapshot(`
      "Subject: We talk next on Friday 27 November, 10:00 your time (11:00 mine)

      Hello Dana,

      We talk next on Friday 27 November, 10:00 your time (11:00 mine): our call on Thursday 26 November, 14:00 your time won't take place. I've kept what we had planned, and it's on the agenda for then.

      If something can't wait until then, reply with one line saying what and by when, and I'll look at it today.

      Kind regards,
      Martin"
    `);
  });
  it('correction', () => {
    const facts = makeFacts(invoice, thursday);
    expect(read(facts, 'correction')).toMatchInlineSnapshot(`
      "Subject: Invoice: a correction

      Hello Dana,

      I told you that we'd talk about "invoice" in our call on Thursday 26 November, 14:00 your time, and that has changed. It's now on the agenda for Friday 27 November, 10:00 your time (11:00 mine). I'm sorry for the change.

      If something can't wait until then, reply with one line saying what and by when, and I'll look at it today.

      Kind regards,
      Martin"
    `);
    expect(read({ ...facts, earlier: 1 }, 'correction')).toMatchInlineSnapshot(`
      "Subject: Invoice: what has changed

      Hello Dana,

      A correction to what I told you: "invoice" can't be on the agenda for Thursday 26 November, 14:00 your time. We'll take it up on Friday 27 November, 10:00 your time (11:00 mine) instead; I'm sorry for the change.

      If something can't wait until then, reply with one line saying what and by when, and I'll look at it today.

      Kind regards,
      Martin"
    `);
  });
  it('decline', () => {
    const facts = makeFacts({ ...invoice, subject: 'logo redesign' });
    expect(read(facts, 'decline')).toMatchInlineSnapshot(`
      "Subject: Logo redesign: my answer

      Hello Dana,

      I saw your call at 10:20 your time. I won't be able to take "logo redesign" on, and I'd rather say so now so that you can plan without me. If it helps, I'd be glad to talk about who could do it, for instance in our call on Friday.

      Kind regards,
      Martin"
    `);
    expect(read({ ...facts, earlier: 1 }, 'decline')).toMatchInlineSnapshot(`
      "Subject: Logo redesign: not with me, I'm afraid

      Hello Dana,

      Thank you for asking me. I'm not the right person for "logo redesign", so I have to say no. If you'd like help finding somebody who is, reply with one line, or bring it to our call on Friday.

      Kind regards,
      Martin"
    `);
  });
  it('done', () => {
    const facts = makeFacts({ ...invoice, status: 'done' });
    expect(read(facts, 'done')).toMatchInlineSnapshot(`
      "Subject: Invoice: done

      Hello Dana,

      "Invoice" is done. If something is missing or isn't as you need it, reply with one line, and I'll look at it today. Otherwise there's nothing left for you to do.

      Kind regards,
      Martin"
    `);
    expect(read({ ...facts, earlier: 1 }, 'done')).toMatchInlineSnapshot(`
      "Subject: Invoice: finished

      Hello Dana,

      I've finished "invoice" and taken it off my list. Do look it over: if anything isn't as you need it, one line is enough, and I'll look at it today.

      Kind regards,
      Martin"
    `);
  });
});
