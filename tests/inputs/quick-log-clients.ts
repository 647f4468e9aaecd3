import { makeClient, makePerson } from '../helpers/build';

/** The clients that `tests/fixtures/quick-log.json` is read with. */
export const clients = [
  makeClient('Globex', {
    people: [makePerson('Dana Ruiz', { emails: ['dana.ruiz@globex.example'] }), makePerson('Lee Okafor')],
  }),
  makeClient('Initech', { people: [makePerson('Sam Lindqvist')] }),
  makeClient('Acme Studio', { people: [makePerson('Rafael Díaz')] }),
  makeClient('Nordwind Energie', { people: [makePerson('Ilse Brandt'), makePerson('Jürgen Groß')] }),
  makeClient('Łódź Logistyka', { people: [makePerson('Zoë Żak'), makePerson('Đặng Hải')] }),
];
