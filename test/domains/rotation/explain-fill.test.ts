import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { explain } from '../../../src/explain/explain.ts';
import { openSession, readScenario } from '../../../src/index.ts';

const EVENING = `kind: rotation
market: {zone: America/New_York}
date: 2025-03-10
breaks:
  - {id: b1, local: "20:14", seconds: 60, spots: 2}
  - {id: b2, local: "20:44", seconds: 60, spots: 2}
spots:
  - {id: s, advertiser: A, seconds: 30, cpm: 9, tier: remnant, wish: "20:14"}
  - {id: p, advertiser: B, seconds: 30, tier: fill}
`;

it('fill is in the schedule where it airs, and nowhere else: it is chosen last', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'fill-')), 'evening.yaml');
  writeFileSync(file, EVENING);
  const session = await openSession(readScenario(file));
  const there = await explain(session, { spot: 'p', break: 'b2' });
  expect([there.inSchedule, there.chances, there.notes]).toEqual([
    1,
    [],
    ['p is fill, chosen last: it airs in b2 (20:44)'],
  ]);
  const [chance] = (await explain(session, { spot: 'p', break: 'b1' })).chances;
  expect(chance?.inTheWay).toEqual([
    'Fill: p is fill: it airs in a break that stays empty once all else has its place',
  ]);
});
