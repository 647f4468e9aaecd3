import { type Command, command } from '../command';
import * as calendars from '../render/calendars';
import { renderDone } from '../render/done';
import { addCalendar } from '../steps-calendars';

/** Calendars of one's own. */
export const calendarCommands: readonly Command[] = [
  command('calendar.add', {
    words: 'calendar add',
    does: 'Reads a calendar of your own from now on: an .ics file, or an address that begins with https:// or webcal://.',
    args: ['source'],
    options: ['name', 'not-busy'],
    example: 'calendar add webcal://calendars.example/me.ics --name Work',
    run: addCalendar,
    render: calendars.renderCalendar,
  }),
  command('calendar.list', {
    words: 'calendar list',
    does: 'Lists the calendars that are read, and how that goes.',
    render: calendars.renderCalendars,
  }),
  command('calendar.set', {
    words: 'calendar set',
    does: 'Gives a calendar another name, or says whether its events make you busy.',
    args: ['calendar'],
    options: ['name', 'busy', 'not-busy'],
    render: calendars.renderCalendar,
  }),
  command('calendar.refresh', {
    words: 'calendar refresh',
    does: 'Reads all calendars now, or that one.',
    args: ['calendar?'],
    render: calendars.renderCalendars,
    findRefused: calendars.findFailing,
  }),
  command('calendar.remove', {
    words: 'calendar remove',
    does: 'Reads a calendar no more.',
    args: ['calendar'],
    render: renderDone,
  }),
  command('calendar.offered', {
    words: 'calendar offered',
    does: "Lists recurring events with a client's address that are no standing calls yet, or that have changed.",
    render: calendars.renderOffered,
  }),
  command('calendar.adopt', {
    words: 'calendar adopt',
    does: 'Makes a standing call of a recurring event, or brings the one that it is up to date.',
    args: ['calendar', 'uid'],
    options: ['client'],
    render: ({ client, callId }) => `It is a standing call with ${client} now: ${callId}`,
  }),
  command('calendar.decline', {
    words: 'calendar decline',
    does: 'Offers a recurring event no more.',
    args: ['calendar', 'uid'],
    render: renderDone,
  }),
];
