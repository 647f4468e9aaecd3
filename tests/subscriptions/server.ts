import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface TestServer {
  /** `http://127.0.0.1:port` */
  origin: string;
  host: string;
  /** What was asked so far, oldest first. */
  requests: IncomingMessage[];
}

/** A real server on this machine that answers as told, and is gone when the test is over. */
export async function serve(
  answer: (request: IncomingMessage, response: ServerResponse, origin: string) => void,
): Promise<TestServer> {
  const requests: IncomingMessage[] = [];
  const server: Server = createServer((request, response) => {
    requests.push(request);
    answer(request, response, origin);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  onTestFinished(() => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  });
  return { origin, host: `127.0.0.1:${port}`, requests };
}

/** A calendar with these events, as a program writes it. */
export function calendarText(...events: readonly (readonly string[])[]): string {
  const lines = events.flatMap((lines) => ['BEGIN:VEVENT', 'DTSTAMP:20261101T000000Z', ...lines, 'END:VEVENT']);
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Test//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n');
}

export const DENTIST = ['UID:dentist@example', 'DTSTART:20261124T080000Z', 'DTEND:20261124T090000Z', 'SUMMARY:Dentist'];
export const JOUR_FIXE = [
  'UID:jourfixe@example',
  'DTSTART;TZID=Europe/Vienna:20260904T100000',
  'DTEND;TZID=Europe/Vienna:20260904T103000',
  'RRULE:FREQ=WEEKLY;BYDAY=FR',
  'SUMMARY:Jour fixe',
  'ATTENDEE;CN=Dana:mailto:dana@globex.example',
];
