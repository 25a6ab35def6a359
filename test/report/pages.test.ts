import { describe, expect, it } from 'vitest';
import { pageOf, readScenario, runScenario } from '../../src/index.ts';
import { checkPage } from './page-schema.ts';

describe('the page of a run', () => {
  it.each(['loans/brief', 'rotation/prime-evening', 'rotation/preemption'])(
    'of %s can be drawn whole',
    async (name) => {
      const run = await runScenario(readScenario(`scenarios/${name}.yaml`), { ties: true, prices: 3, explain: 2 });
      expect(() => checkPage(pageOf(run))).not.toThrow();
    },
  );

  it('is refused by this check where it lacks something', () => {
    expect(() => checkPage({ subtitle: '', tiles: [], sections: [{ id: 'a', title: 'A' } as never] })).toThrow();
  });
});
