import { describe, expect, it } from 'vitest';
import { check, strayOverrides } from '../../../src/domains/loans/check.ts';
import { settingsOf } from './audit-fixture.ts';

const messages = (settings: object) => check({ ...settingsOf({}), ...settings } as never).map(({ message }) => message);
const rules = (changed: object) => ({ rules: { ...settingsOf({}).rules, ...changed } });
const capacity = (override: object) =>
  rules({ capacity: { default_slots: 15, override, count_existing: false, empty_week: 'default' } });

describe('settings that would be ignored silently', () => {
  it('accepts an ordinary week', () => {
    expect(messages({ week: '2025-09-22', start_days: ['mon', 'tue'] })).toEqual([]);
  });

  it('refuses a day named twice', () => {
    expect(messages({ start_days: ['mon', 'mon'] })).toEqual(['start_days: names mon twice']);
  });

  it('refuses a horizon that holds no loan', () => {
    const short = rules({ availability: { min_days: 7, horizon_days: 6, turn_in: 'filter' } });
    expect(messages(short)[0]).toMatch(/6 days cannot hold a loan of 7 days/);
  });
});

describe('overrides that change nothing in the week', () => {
  const notes = (settings: object) => strayOverrides({ ...settingsOf({}), ...settings } as never);

  it('names a date outside the week', () => {
    const found = notes({ week: '2025-09-22', ...capacity({ '2025-09-29': { slots: 3 } }) });
    expect(found).toEqual(['rules.capacity.override names 2025-09-29, which is not in the week of 2025-09-22']);
  });

  it('names slots on a day on which no loan may start, but not a closed one', () => {
    const week = { week: '2025-09-22', start_days: ['mon'] };
    expect(notes({ ...week, ...capacity({ '2025-09-27': { slots: 10 } }) })).toEqual([
      'rules.capacity.override gives Saturday 27 September 10 slots, but start_days has no Saturday: no loan can use them',
    ]);
    expect(notes({ ...week, ...capacity({ '2025-09-27': { slots: 0 } }) })).toEqual([]);
  });
});
