import { describe, expect, it } from 'vitest';
import { auditRotation } from '../../../../src/domains/rotation/audit.ts';
import { broken } from '../audit-fixture.ts';
import { best, breaksAt, type Keys, prepare, spot } from '../cases.ts';
import { filtersOf } from '../rule-case.ts';

/** One spot that wishes for 21:00, with a tolerance, and breaks of one spot at these times. */
const evening = (tolerance_minutes: unknown, times: readonly string[], rules: Keys = {}): Keys => ({
  breaks: breaksAt(...times).map((each) => ({ ...each, spots: 1 })),
  spots: [spot('s', { wish: '21:00', tolerance_minutes })],
  rules: { max_shift_minutes: 60, ...rules },
});

/** Where it airs, "nowhere" where it does not. */
const placeOf = async (keys: Keys) => (await best(keys)).log[0] ?? 'nowhere';

describe('a wish with a tolerance', () => {
  it.each([
    [10, '20:50', 's b2050'],
    [10, '20:49:59', 'nowhere'],
    [10, '21:10', 's b2110'],
    [10, '21:10:01', 'nowhere'],
    [10, '21:00', 's b2100'],
    [0, '21:00', 's b2100'],
    [0, '21:00:01', 'nowhere'],
    [0, '20:59:59', 'nowhere'],
    [1, '20:59', 's b2059'],
    [1, '21:01:01', 'nowhere'],
    ['', '21:59', 's b2159'],
    // The limit of the rule holds beside it: the nearer of the two decides.
    [90, '22:00', 's b2200'],
    [90, '22:01', 'nowhere'],
  ])('of %s minutes at 21:00, a break at %s: %s', async (tolerance, time, place) => {
    expect((await placeOf(evening(tolerance, [time]))).slice(0, place.length)).toBe(place);
  });

  it('holds though the rule sets no limit', async () => {
    expect(await placeOf(evening(10, ['20:40', '21:20'], { max_shift_minutes: false }))).toBe('nowhere');
  });

  it('takes the break within it, though another is free and nearer to nobody', async () => {
    expect(await placeOf(evening(10, ['20:45', '21:10', '21:15']))).toBe('s b2110');
  });

  it('leaves a spot out, and says why, before it puts it elsewhere', async () => {
    const { settings, tables, instance, solution } = await best(evening(10, ['20:40']));
    const audit = auditRotation(settings, tables, instance.schedule(solution.chosen));
    expect(audit.tables.unplaced!.rows.map((row) => row.slice(4))).toEqual([
      ['exact', 'its terms allow no break: outside the tolerance of its wish'],
    ]);
    expect(audit.metrics).toMatchObject({ moved: 0, unplaced: 1 });
  });

  it('is measured on the date of the break for a local time, and between instants for an instant', async () => {
    const at = (wish: string, time: string) => ({
      ...evening(10, [time]),
      spots: [spot('s', { wish, tolerance_minutes: 10 })],
    });
    expect(await placeOf(at('2025-03-10T21:00:00-04:00', '21:10'))).toBe('s b2110');
    expect(await placeOf(at('2025-03-10T21:00:00-04:00', '21:11'))).toBe('nowhere');
    expect(await placeOf(at('2025-03-11T01:00:00Z', '20:50'))).toBe('s b2050');
  });

  it('says nothing of a spot without a wish', async () => {
    const keys = { ...evening(0, ['20:10']), spots: [spot('s', { tolerance_minutes: 0 })] };
    expect(await placeOf(keys)).toBe('s b2010');
  });
});

describe('what is said of a break outside the tolerance', () => {
  it('names the minutes, the wish and the tolerance', () => {
    expect(filtersOf(evening(10, ['20:50', '21:17']), 's b2117')).toMatchInlineSnapshot(`
      "exact removes 1, leaves 1: the break is outside the tolerance of the wish
      b2117 begins at 21:17, 17 min from the wish of s, 21:00; its tolerance is 10 min"
    `);
  });

  it('is answered to whoever asks why not', () => {
    const { instance } = prepare(evening(10, ['20:50', '21:17']));
    expect(instance.whyNot({ spot: 's', break: 'b2117' })).toEqual([
      expect.stringContaining('17 min from the wish of s, 21:00; its tolerance is 10 min'),
    ]);
  });
});

describe('the auditor', () => {
  const wishing = (tolerance_minutes: number, wish: string) => ({
    breaks: [{ id: 'b', local: '21:00:00', seconds: 120, spots: 4 }],
    spots: [{ id: 's', wish, tolerance_minutes }],
  });
  it.each([
    [10, '20:50:00', []],
    [10, '20:49:59', ['exact s']],
    [10, '21:10:00', []],
    [10, '21:10:01', ['exact s']],
    [0, '21:00:00', []],
    [0, '21:00:01', ['exact s']],
  ])('with a tolerance of %i, a wish for %s and a break at 21:00: %j', (tolerance, wish, violations) => {
    expect(broken(wishing(tolerance, wish), {}, 's b')).toEqual(violations);
  });
});
