import { expect, it } from 'vitest';
import { numbers } from '../../../bench/instances.ts';
import { certify } from '../../../src/audit/certificate.ts';
import { BILLION, type Model } from '../../../src/kernel/model.ts';
import { boundOf, reachesOf } from '../../../src/kernel/search/bound.ts';
import { randomModel } from '../random.ts';

/** Prices of any sign and size, not only good ones: whatever they are, they prove a bound. */
function anyPrices(model: Model, seed: number): readonly Float64Array[] {
  const below = numbers(seed);
  const price = () => (below(3) === 0 ? 0 : (below(900) - 150) * 1_000_000 * (1 + below(1000)));
  return model.limits.map(({ groups }) => Float64Array.from({ length: groups }, price));
}

it('the bound of any prices is the one that the auditor certifies', () => {
  let withHelpers = 0;
  for (let seed = 0; seed < 600; seed++) {
    const model = randomModel(seed);
    const prices = anyPrices(model, seed);
    const { value } = boundOf(model, prices, reachesOf(model));
    const certified = certify(model, prices);
    if (certified === null) expect({ seed, value }).toEqual({ seed, value: -Infinity });
    else expect(Math.abs(value - Number(certified) / BILLION)).toBeLessThan(1e-6);
    if (certified !== null && model.auxiliary?.most.some((most) => most > 1)) withHelpers++;
  }
  expect(withHelpers).toBeGreaterThan(20);
});
