import { describe, expect, it } from 'vitest';
import { check } from '../../../../src/domains/loans/check.ts';
import { loosenings } from '../../../../src/domains/loans/loosenings.ts';
import { audited, settingsOf, tablesOf } from '../audit-fixture.ts';
import { filtersOf } from '../rule-case.ts';
import { left, opened } from '../small-world.ts';

/** An Audi, and two models of Toyota; both partners may have all. */
const given = {
  vehicles: [{ make: 'Audi', model: 'Q5' }, { model: 'Camry' }, { model: 'RAV4', fleet: 'Lexus' }],
  partners: [{}, {}],
  approved: ['P1', 'P2'].flatMap((person_id) => ['Audi', 'Toyota'].map((make) => ({ person_id, make }))),
};
const days = { start_days: ['mon', 'tue'] };
const paused = (...pause: readonly object[]) => left(given, { ...days, rules: { pause } });
const all = left(given, days);
const without = (...gone: readonly RegExp[]) => all.filter((name) => !gone.some((one) => one.test(name)));

describe('a pause', () => {
  it('is off by default', () => {
    expect(all).toHaveLength(12);
    expect(left(given, { ...days, rules: { pause: false } })).toEqual(all);
  });

  it('takes a make, model, fleet, partner or office out, between its days', () => {
    expect(paused({ make: 'Audi' })).toEqual(without(/^V1/));
    expect(paused({ model: 'RAV4', from: '2025-09-23' })).toEqual(without(/^V3 .* 23/));
    expect(paused({ fleet: 'LEXUS', to: '2025-09-22' })).toEqual(without(/^V3 .* 22/));
    expect(paused({ fleet: 'toyota' })).toEqual(without(/^V[23]/));
    expect(paused({ partner: 'P2', from: '2025-09-22', to: '2025-09-22' })).toEqual(without(/P2 22/));
    expect(paused({ office: 'LA' })).toEqual([]);
  });

  it('is about loans that meet all it names, and any one of several is enough', () => {
    expect(paused({ make: 'Toyota', partner: 'P1' })).toEqual(without(/^V[23] P1/));
    expect(paused({ make: 'Audi' }, { model: 'Camry' })).toEqual(without(/^V[12]/));
  });

  it('tells which pause, and why', () => {
    const pause = [{ make: 'Audi', from: '2025-09-22', to: '2025-09-26', note: 'recall' }];
    expect(filtersOf({ given, rules: { pause } }, 'V1 P1 22')).toMatchInlineSnapshot(`
      "pause removes 2, leaves 4: what is paused on that day is not lent
      make Audi is paused from 2025-09-22 to 2025-09-26 (recall), and the loan starts on 2025-09-22"
    `);
  });

  it('that names what no table knows is refused, with the nearest name', () => {
    const refused = (one: object) => () => opened(given, { ...days, rules: { pause: [one] } });
    expect(refused({ make: 'audi' })).toThrow('no table knows the make "audi"');
    expect(refused({ model: 'RAV5' })).toThrow('no table knows the model "RAV5"');
    expect(refused({ partner: 'Partner 2' })).toThrow('no table knows the partner "Partner 2"');
    expect(refused({ make: 'Audi', model: 'Camry' })).toThrow('no car has make Audi, model Camry together');
  });

  it('must name something, and end after it begins', () => {
    const settings = (one: object) => settingsOf({ rules: { pause: [one] } });
    expect(() => settings({ from: '2025-09-22' })).toThrow('needs at least one of make, model');
    const turned = check(settings({ make: 'Audi', from: '2025-09-26', to: '2025-09-22' }));
    expect(turned.map(({ message }) => message)).toEqual([
      'rules.pause: ends on 2025-09-22, before it begins on 2025-09-26, so that nothing would be paused',
    ]);
  });

  it('of another week is noted', () => {
    const { notes } = opened(given, { rules: { pause: [{ make: 'Audi', to: '2025-09-01' }] } });
    expect(notes).toContain('rules.pause: make Audi is paused to 2025-09-01, which is not in the week of 2025-09-22');
  });

  it('can give way, one at a time', () => {
    const settings = settingsOf({ rules: { pause: [{ make: 'Audi' }, { model: 'RAV4', from: '2026-01-01' }] } });
    const loose = loosenings(settings, tablesOf(given)).filter(({ rule }) => rule === 'pause');
    expect(loose.map(({ change }) => change)).toEqual(['without the pause: make Audi is paused']);
    expect(loose[0]!.settings.rules.pause).toEqual([{ model: 'RAV4', from: '2026-01-01' }]);
  });

  it('is held by the auditor', () => {
    const { violations } = audited(
      given,
      { rules: { pause: [{ make: 'Audi', note: 'recall' }] } },
      'V1 P1 22',
      'V2 P2 22',
    );
    expect(violations.filter(({ rule }) => rule === 'pause')).toMatchInlineSnapshot(`
      [
        {
          "entity": "V1",
          "rule": "pause",
          "text": "V1 (Audi Q5, LA) starts on 2025-09-22 though rules.pause forbids it (recall)",
        },
      ]
    `);
  });
});
