import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { scenario } from '../../src/main.ts';
import { tinyWeek } from '../cli/tiny-week.ts';

afterEach(() => void vi.restoreAllMocks());

describe('an explanation in a notebook', () => {
  it('names the row that was asked for', async () => {
    const week = await scenario(join(tinyWeek(), 'tiny.yaml'));
    const shown = vi.spyOn(console, 'log').mockImplementation(() => {});
    const why = await week.explain({ vin: 'VIN001' }, 1);
    await why.show('verdict');
    expect(shown.mock.calls[0]![0]).toMatch(/^\S.* \(VIN001\): 1 in the schedule/);
  });

  it('of an evening shows what stands in the way, and what the way in costs', async () => {
    const evening = await scenario('scenarios/rotation/prime-evening.yaml');
    const why = await evening.explain({ spot: 'd3' }, 1);
    expect(why.chances[0]!.inTheWay.join()).toContain('Bluebird Diner');
    expect(why.rows('rows')[0]!.less).toMatch(/of priority spots less/);
  });
});
