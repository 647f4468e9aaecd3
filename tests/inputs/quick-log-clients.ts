import { makeClient, makePerson } from '../helpers/build';

/** The clients that `tests/fixtures/quick-log*.json` are read with. */
export const clients = [
  makeClient('Globex', {
    people: [makePerson('Dana Ruiz', { emails: ['dana.ruiz@globex.example'] }), makePerson('Lee Okafor')],
  }),
  makeClient('Initech', { people: [makePerson('Sam Lindqvist', { emails: ['sam@initech.test'] })] }),
  makeClient('Acme Studio', {
    // The number of the front desk: it is nobody's own.
    people: [makePerson('Rafael Díaz'), makePerson('Acme Studio', { phones: ['+43 1 555 0199'] })],
  }),
  makeClient('Nordwind Energie', {
    people: [
      makePerson('Ilse Brandt', { phones: ['+49 40 334 45 56'] }),
      makePerson('Jürgen Groß', { phones: ['0170 / 998 87 76'] }),
    ],
  }),
  makeClient('Łódź Logistyka', { people: [makePerson('Zoë Żak'), makePerson('Đặng Hải')] }),
  makeClient('Балтика', { people: [makePerson('Иван Петров'), makePerson('Ελένη Παππά'), makePerson('田中 太郎')] }),
  // Names that are everyday words, too: of an article, a verb, a month.
  makeClient('Umbrella', {
    people: ['Nguyễn Văn An', 'Will Moore', 'May Chen', 'Mark Bauer', 'Wei Li'].map((name) => makePerson(name)),
  }),
];
