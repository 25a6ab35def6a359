import { describe, expect, it } from 'vitest';
import { limitsOf } from '../rule-case.ts';

/** Three cars that Ann may have, and one of them Bo too. */
const given = {
  vehicles: [{}, {}, { make: 'Honda' }],
  partners: [{ name: 'Ann' }, { name: 'Bo' }],
  approved: [{}, { make: 'Honda' }, { person_id: 'P2', make: 'Honda' }],
};
const at = (fairness: object) => limitsOf('fairness', { given, rules: { fairness } });

describe('fairness', () => {
  it('linear, charges 200 for every loan of a partner beyond the target', () => {
    expect(at({ mode: 'linear' })).toMatchInlineSnapshot(`
      "maximise 700 x1 + 700 x2 + 700 x3 + 700 x4 less the penalties of fairness
      x1: Toyota Camry (V1) to Ann from 2025-09-22
      x2: Toyota Camry (V2) to Ann from 2025-09-22
      x3: Honda Camry (V3) to Ann from 2025-09-22
      x4: Honda Camry (V3) to Bo from 2025-09-22
      fairness, Ann: 200 for each of x1 + x2 + x3 above 1
      fairness, Bo: 200 for each of x4 above 1"
    `);
  });

  it('stepped, charges 400 more beyond the second', () => {
    expect(at({})).toMatchInlineSnapshot(`
      "maximise 700 x1 + 700 x2 + 700 x3 + 700 x4 less the penalties of fairness
      x1: Toyota Camry (V1) to Ann from 2025-09-22
      x2: Toyota Camry (V2) to Ann from 2025-09-22
      x3: Honda Camry (V3) to Ann from 2025-09-22
      x4: Honda Camry (V3) to Bo from 2025-09-22
      fairness, Ann: 200 for each of x1 + x2 + x3 above 1; 400 more above 2
      fairness, Bo: 200 for each of x4 above 1; 400 more above 2"
    `);
  });
});
