import { beforeAll, describe, expect, it } from 'vitest';
import { type Named, resolveNames } from '../../src/explain/resolve.ts';
import { domainOf, explain, openSession, readScenario } from '../../src/index.ts';
import { callName, nameAndCode } from '../../src/text/call-name.ts';

async function named(file: string): Promise<Named> {
  const session = await openSession(readScenario(file));
  const { domain, scenario, data, instance } = session;
  return { domain, settings: scenario.settings, tables: data.tables, fields: instance.fields };
}

describe('what people call a thing', () => {
  it('is its cells, and says a make that the model repeats only once', () => {
    expect(callName(['Audi', 'A3'])).toBe('Audi A3');
    expect(callName(['Polestar', 'Polestar 2'])).toBe('Polestar 2');
    expect(callName(['Volvo', null])).toBe('Volvo');
    expect(callName(['Volvo', 'Volvo'])).toBe('Volvo');
    expect(callName([])).toBe('');
  });

  it('stands before its code', () => {
    expect(nameAndCode('Audi A3', 'V1')).toBe('Audi A3 (V1)');
    expect(nameAndCode('', 'V1')).toBe('V1');
  });
});

describe('names of partners and cars', () => {
  let week: Named;
  beforeAll(async () => {
    week = await named('scenarios/loans/la-week.yaml');
  });

  it('are read as the codes of the tables, under any word for them', () => {
    expect(resolveNames({ partner: 'Hana Merriweth' }, week)).toEqual({ person_id: '10564' });
    expect(resolveNames({ person_id: 'hana  merriweth' }, week)).toEqual({ person_id: '10564' });
    const car = { vin: '01H347MBV00100124' };
    expect(resolveNames({ car: 'Volkswagen Golf GTI (01H347MBV00100124)' }, week)).toEqual(car);
    expect(resolveNames({ vehicle: '01H347MBV00100124', start_day: '2025-09-22' }, week)).toEqual({
      ...car,
      start_day: '2025-09-22',
    });
  });

  it('that several have are refused with all of them', () => {
    expect(() => resolveNames({ car: 'Volkswagen Golf GTI' }, week)).toThrow(
      /^car "Volkswagen Golf GTI" is one of 11: Volkswagen Golf GTI \(01H347MBV00100124\), .+ and 5 more/,
    );
    expect(() => resolveNames({ partner: 'Cleo' }, week)).toThrow(/^partner "Cleo" is one of 14: Cleo /);
  });

  it('that nobody has are refused with the nearest', () => {
    expect(() => resolveNames({ partner: 'Hana Merriwet' }, week)).toThrow(
      expect.objectContaining({
        problems: [
          { message: 'there is no partner called "Hana Merriwet"', maybe: 'Maybe you meant "Hana Merriweth".' },
        ],
      }),
    );
  });

  it('are not taken for another thing where name and code contradict each other', () => {
    expect(() => resolveNames({ car: 'Audi A3 (01H347MBV00100124)' }, week)).toThrow(/there is no car called/);
  });

  it('that stand beside their own code are refused', () => {
    expect(() => resolveNames({ partner: 'Hana Merriweth', person_id: '10564' }, week)).toThrow(
      'person_id is said twice',
    );
  });

  it('are asked for under the name of their own column, in any letter case', () => {
    const hana = { person_id: '10564' };
    for (const word of ['partner_id', 'Person_ID', 'PERSON-ID', 'Partner'])
      expect(resolveNames({ [word]: '10564' }, week)).toEqual(hana);
    for (const word of ['vehicle_id', 'VIN', 'Car'])
      expect(resolveNames({ [word]: ' 01h347mbv00100124 ' }, week)).toEqual({ vin: '01H347MBV00100124' });
  });

  it('leave codes that nothing has for the explanation, which says why', () => {
    expect(resolveNames({ person_id: '999' }, week)).toEqual({ person_id: '999' });
  });
});

describe('names of spots and breaks', () => {
  it('are their advertiser and their time', async () => {
    const evening = await named('scenarios/rotation/prime-evening.yaml');
    expect(resolveNames({ spot: 'Ostrel', break: '21:14' }, evening)).toEqual({ spot: 'o1', break: 'b2114' });
    expect(() => resolveNames({ spot: 'Wagtail' }, evening)).toThrow('Wagtail (w1), Wagtail (w2), Wagtail (w3)');
    expect(resolveNames({ advertiser: 'Wagtail' }, evening)).toEqual({ advertiser: 'Wagtail' });
  });
});

describe('fields of spots', () => {
  it('are read under the names of their own tables, and in any letter case where one is meant', async () => {
    const session = await openSession(readScenario('scenarios/rotation/prime-evening.yaml'));
    const asked = async (fields: Readonly<Record<string, string>>) => (await explain(session, fields)).asked;
    expect(await asked({ spot_id: 'T1', Break_ID: 'B2114' })).toEqual({ spot: 't1', break: 'b2114' });
    expect(await asked({ Advertiser: 'wagtail', tier: 'REMNANT', block: 'Drama' })).toEqual({
      advertiser: 'Wagtail',
      tier: 'remnant',
      block: 'drama',
    });
    expect(await asked({ advertiser_id: 'wagtail' })).toEqual({ advertiser: 'Wagtail' });
  });

  it('say what may be meant where there is none', async () => {
    const session = await openSession(readScenario('scenarios/rotation/prime-evening.yaml'));
    expect((await explain(session, { advertiser_id: 'Wagtal' })).reasons).toEqual([
      'there is no spot of the advertiser Wagtal; maybe Wagtail is meant',
    ]);
    // Spots and breaks are both called by their id.
    await expect(explain(session, { id: 't1' })).rejects.toThrow('no row of the schedule has the field "id"');
  });

  it('are read alike in pins and expectations', () => {
    const fields = { break_id: 'b2044', spot_id: 't1' };
    const { settings, expect: expected } = readScenario('scenarios/rotation/prime-evening.yaml', {
      with: [{ pins: [fields], expect: { assignments: { must: [fields] } } }],
    });
    const own = { break: 'b2044', spot: 't1' };
    expect([settings.pins, expected.assignments]).toEqual([[own], { must: [own] }]);
    expect(() =>
      readScenario('scenarios/rotation/prime-evening.yaml', { with: [{ pins: [{ spot: 't1', spot_id: 't1' }] }] }),
    ).toThrow('says the same column twice, under two names');
  });
});

it('a kind without names takes fields as they are', () => {
  const { schedule, ...kind } = domainOf('loans');
  const scenario = readScenario('scenarios/loans/la-week.yaml');
  const domain = { ...kind, schedule: { table: schedule.table, key: schedule.key, place: schedule.place } };
  const { settings } = scenario;
  expect(resolveNames({ vin: 'x' }, { domain, settings, tables: {}, fields: ['vin'] })).toEqual({ vin: 'x' });
});

it('an explanation is asked for by name', async () => {
  const session = await openSession(readScenario('scenarios/rotation/prime-evening.yaml'));
  const { asked, inSchedule } = await explain(session, { spot: 'Ostrel' });
  expect([asked, inSchedule]).toEqual([{ spot: 'o1' }, 1]);
});
