import { describe, expect, it } from 'vitest';
import { best, breaksAt, type Keys, spot } from '../cases.ts';

const times = <T>(count: number, make: (k: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, k) => make(k));
const remnant = (id: string, advertiser: string): Keys => spot(id, { advertiser, tier: 'remnant' });

describe('distances between spots as they air', () => {
  it('place all six of a cap of two an hour in breaks at :14 and :44', async () => {
    const breaks = breaksAt('20:14', '20:44', '21:14', '21:44', '22:14', '22:44');
    const spots = times(6, (k) => spot(`g${k}`, { cap: 2 }));
    expect((await best({ breaks, spots, rules: { creative: 0 } })).log).toHaveLength(6);
    expect((await best({ breaks, spots, rules: { creative: 0, robust: true } })).log).toHaveLength(4);
  });

  it('relax nothing that another order keeps', async () => {
    const auto = (id: string, advertiser: string) => spot(id, { advertiser, categories: ['auto'] });
    const outcome = await best({
      relax: ['competitive'],
      rules: { competitive: { auto: 1800 } },
      breaks: breaksAt('20:14', '20:44'),
      spots: [auto('g1', 'A'), auto('g2', 'B'), remnant('r1', 'C')],
    });
    expect(outcome.log).toHaveLength(3);
    expect(outcome.breaks[1]).toMatch(/^b2044: r1 g[12]$/);
    expect(outcome.solution.priorities?.map(({ name, value }) => [name, value])[0]).toEqual(['guaranteed', 2 * 2000]);
  });

  it('let an advertiser twice into one break where the spots between are long enough', async () => {
    const spots = [spot('a1', { separation: 30 }), spot('a2', { separation: 30 }), remnant('n', 'N')];
    const outcome = await best({ breaks: breaksAt('20:00'), spots, rules: { creative: 0 } });
    expect(outcome.breaks).toEqual(['b2000: a1 n a2']);
  });

  it('keep the order in which a break was published', async () => {
    const spots = ['A', 'B', 'C', 'D'].map((advertiser) => spot(advertiser.toLowerCase(), { advertiser }));
    const published = ['d', 'c', 'b', 'a'].map((id, k) => ({ spot: id, break: 'b2000', position: k + 1 }));
    const outcome = await best({ breaks: breaksAt('20:00'), spots, published, rules: { creative: 0 } });
    expect(outcome.breaks).toEqual(['b2000: d c b a']);
  });
});
