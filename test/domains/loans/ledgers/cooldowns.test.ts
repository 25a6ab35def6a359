import { describe, expect, it } from 'vitest';
import { cooldownsOf } from '../../../../src/domains/loans/ledgers/cooldowns.ts';
import { isoDate } from '../../../../src/tables/dates.ts';
import type { Given } from '../audit-fixture.ts';
import { left, smallWorld } from '../small-world.ts';

const ended = (model: string | null, end_date: string | null, more: object = {}) => ({ model, end_date, ...more });
const cars: Given = { vehicles: [{ model: 'Camry' }, { model: 'RAV4' }], partners: [{}], approved: [{}] };

/** Until when the partner waits for each car, and on which record that rests. */
const waits = (given: Given, { days = 30 } = {}) => {
  const { world } = smallWorld({ ...cars, ...given });
  const cooldowns = cooldownsOf(days, world);
  return world.vehicles.map((_, v) => {
    const wait = cooldowns.until(0, v);
    return wait === undefined ? null : `${wait.basis} ${isoDate(wait.epoch)}`;
  });
};

describe('cooldowns', () => {
  it('rest on the model, and for a model without record on the make', () => {
    const history = [ended('Camry', '2025-08-13'), ended('Corolla', '2025-09-17')];
    expect(waits({ history })).toEqual(['model 2025-09-12', 'make 2025-10-17']);
  });

  it('an old loan of the model decides over a recent one of the make', () => {
    const history = [ended('Camry', '2025-08-13'), ended('Corolla', '2025-09-17')];
    expect(left({ ...cars, history }, { start_days: ['mon'] })).toEqual(['V1 P1 22']);
  });

  it('begin at the last loan, by its end or else its start', () => {
    const history = [
      ended('Camry', '2025-09-01'),
      ended('Camry', null, { start_date: '2025-09-10' }),
      ended('Camry', '2025-08-01'),
      ended('Camry', null),
    ];
    expect(waits({ history })[0]).toBe('model 2025-10-10');
  });

  it('know a model by its name alone, and leave other partners out', () => {
    const history = [ended('Camry', '2025-09-10', { make: 'Other' }), ended('RAV4', '2025-09-10', { person_id: 'P2' })];
    expect(waits({ history })).toEqual(['model 2025-10-10', null]);
  });

  it('block by loans yet to end', () => {
    const history = [ended('Camry', '2025-12-01')];
    expect(left({ ...cars, history }, { start_days: ['mon'] })).toEqual([]);
    expect(waits({ history })).toEqual(['model 2025-12-31', 'make 2025-12-31']);
  });

  it('last as long as the first row of the make says, whatever its rank', () => {
    const history = [ended('Camry', '2025-09-20')];
    const rules = [
      { rank: 'A+', cooldown_period: 5 },
      { rank: 'B', cooldown_period: 60 },
    ];
    expect(waits({ history, rules })[0]).toBe('model 2025-09-25');
    expect(waits({ history, rules: [{ make: 'Honda', cooldown_period: 5 }] })[0]).toBe('model 2025-10-20');
  });

  it('last the default where the row is empty, and not at all where it says 0', () => {
    const history = [ended('Camry', '2025-09-20')];
    expect(waits({ history, rules: [{ cooldown_period: null }] }, { days: 10 })[0]).toBe('model 2025-09-30');
    expect(waits({ history, rules: [{ cooldown_period: 0 }] })).toEqual([null, null]);
    expect(waits({ history }, { days: 0 })).toEqual([null, null]);
  });

  it('switched off, remove nothing, whatever the rules table says', () => {
    const given = { ...cars, history: [ended('Camry', '2025-09-20')], rules: [{ cooldown_period: 60 }] };
    expect(left(given, { start_days: ['mon'], rules: { cooldown: false } })).toEqual(['V1 P1 22', 'V2 P1 22']);
    expect(left(given, { start_days: ['mon'] })).toEqual([]);
  });
});
