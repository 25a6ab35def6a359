import { describe, expect, it } from 'vitest';
import { openSession, readScenario, suggest, suggestionText } from '../../src/index.ts';

const evening = () => openSession(readScenario('scenarios/rotation/prime-evening.yaml'));

describe('suggestions', () => {
  it('are the best other places, each with its exact loss and what it moves, least loss first', async () => {
    const session = await evening();
    const { now, places, candidates } = await suggest(session, { spot: 'w2' }, 3);
    expect(now.map(({ break: at }) => at)).toEqual(['b2014']);
    expect(places).toHaveLength(2);
    expect(candidates).toBe(2);
    expect(places.map(({ row }) => row.break)).not.toContain('b2014');
    expect(places.map(({ row }) => row.break)).toContain('b2044');
    // explain, asked of one of these places, says the same.
    expect(places.find(({ row }) => row.break === 'b2044')?.loss).toBe(30);
    for (const { instead } of places) expect(instead?.dropped.map(({ spot }) => spot)).toContain('w2');
  });

  it('of a row that is in no other place say why', async () => {
    const session = await evening();
    const { places, reasons } = await suggest(session, { spot: 'q1', break: 'b2014' });
    expect(places).toEqual([]);
    expect(reasons).toContain('b2014 (20:14) reaches into the blackout of beer, 20:00 to 20:30');
  });

  it('are said in words', async () => {
    const session = await evening();
    const { headline, detail, rows } = suggestionText(session, await suggest(session, { spot: 'w2' }, 2));
    expect(headline).toBe('w2 (Wagtail): the 2 best other places');
    expect(detail).toMatch(/^Now: w2 \(Wagtail\) in b2014 \(20:14\)/);
    expect(rows).toHaveLength(2);
  });
});
