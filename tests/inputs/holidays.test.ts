import { describe, expect, test } from 'vitest';
import { listPlaces, readHolidays, refuseUnknownPlace } from '../../electron/inputs/holidays';

const namesOn = async (country: string, region: string | undefined, ...dates: string[]) => {
  const place = { country, ...(region && { region }) };
  const years = [...new Set(dates.map((date) => Number(date.slice(0, 4))))];
  const [days = []] = Object.values(await readHolidays([place], years));
  return dates.map((date) => days.find((day) => day.date === date)?.name);
};

describe('public holidays', () => {
  test.each<[string, string, string | undefined, string, string | undefined]>([
    ['a fixed day', 'AT', undefined, '2026-10-26', 'National Holiday'],
    ['one that goes by Easter', 'AT', undefined, '2027-03-29', 'Easter Monday'],
    ['one that a part of the country has', 'DE', 'BY', '2027-01-06', 'Epiphany'],
    ['and another part has not', 'DE', 'BE', '2027-01-06', undefined],
    ['nor the country as a whole', 'DE', undefined, '2027-01-06', undefined],
    ['a part of a part', 'US', 'LA-NO', '2027-02-09', 'Mardi Gras'],
    ['a substitute, where the day itself is a Saturday', 'GB', 'ENG', '2026-12-28', 'Boxing Day (substitute day)'],
    [
      'the last day of one that is four days long',
      'EG',
      undefined,
      '2026-05-30',
      'Feast of the Sacrifice (Eid al-Adha)',
    ],
    ['the day after it', 'EG', undefined, '2026-05-31', undefined],
    ['half a holiday is none', 'IS', undefined, '2026-12-24', undefined],
    ['a day that is only observed is none', 'AT', undefined, '2026-12-24', undefined],
    ['a place far east', 'NZ', undefined, '2026-04-25', 'ANZAC Day'],
    ['a place far west', 'AS', undefined, '2026-07-04', 'Independence Day'],
  ])('%s', async (_, country, region, date, name) => {
    expect(await namesOn(country, region, date)).toEqual([name]);
  });

  test('come by place, in order, each day once', async () => {
    const holidays = await readHolidays(
      [{ country: 'AT' }, { country: 'DE', region: 'BY' }, { country: 'AT' }],
      [2026, 2027],
    );
    expect(Object.keys(holidays)).toEqual(['AT', 'DE-BY']);
    for (const days of Object.values(holidays)) {
      const dates = days.map(({ date }) => date);
      expect(dates).toEqual([...new Set(dates)].sort());
      expect(dates.length).toBeGreaterThan(20);
    }
  });

  test('are none where nobody knows the place', async () => {
    expect(await readHolidays([{ country: 'ZZ' }, { country: 'AT', region: '99' }], [2026])).toMatchObject({ ZZ: [] });
  });
});

describe('places to choose from', () => {
  test('countries by name, regions of one', async () => {
    const { countries, regions } = await listPlaces('AT');
    expect(countries.length).toBeGreaterThan(150);
    expect(countries).toContainEqual({ country: 'SK', name: 'Slovakia' });
    expect(regions).toContainEqual({ region: '9', name: 'Vienna' });
    expect((await listPlaces()).regions).toEqual([]);
  });

  test('parts of parts stand under them', async () => {
    const { regions } = await listPlaces('US');
    expect(regions).toContainEqual({ region: 'LA-NO', name: 'Louisiana, New Orleans' });
  });

  test('all of them can be kept as they are named', async () => {
    const { countries } = await listPlaces();
    const odd: string[] = [];
    for (const { country } of countries) {
      if (!/^[A-Z]{2}$/.test(country)) odd.push(country);
      for (const { region } of (await listPlaces(country)).regions)
        if (!/^[A-Za-z0-9-]{1,20}$/.test(region)) odd.push(`${country} ${region}`);
    }
    expect(odd).toEqual([]);
  });
});

describe('a place that is given', () => {
  test.each([
    ['a country', { country: 'AT' }, {}],
    ['a region of it', { country: 'DE', region: 'BY' }, {}],
    ['a region of the country that is there', { region: 'BY' }, { country: 'DE' }],
    ['none any more', { country: null }, { country: 'DE' }],
  ])('%s is taken', async (_, given, former) => {
    await expect(refuseUnknownPlace(given, former)).resolves.toBeUndefined();
  });

  test.each([
    ['a country that is none', { country: 'XX' }, {}, 'country'],
    ['a region that is none', { region: 'Wien' }, { country: 'AT' }, 'region'],
    ['a region without its country', { region: '9' }, {}, 'region'],
  ])('%s is refused', async (_, given, former, field) => {
    await expect(refuseUnknownPlace(given, former)).rejects.toMatchObject({ problem: { code: 'invalid', field } });
  });
});
