import { expect, it } from 'vitest';
import { campaign } from '../../../bench/campaign.ts';
import { certify } from '../../../src/audit/certificate.ts';
import { solve } from '../../../src/kernel/solve.ts';
import { judge, open } from './plans.ts';

it('fifty posts on five channels in thirty days are proven by a relaxation and a plunge, without branch and bound', async () => {
  const opened = open(JSON.parse(campaign({ posts: 50, days: 30, channels: 5 }, 1)));
  const { status, net, bound, chosen, work, prices, model } = await solve(opened.instance.model, {
    seed: 42,
    seconds: 60,
  });
  expect([status, net, bound, work.nodes]).toEqual(['optimal', 84_003, 84_003, 0]);
  const audit = judge(opened, opened.instance.schedule(chosen));
  expect([audit.violations, audit.objective.net_score, audit.metrics.placed]).toEqual([[], 84_003, 50]);
  // From the prices alone: no schedule is worth more.
  expect(Number(certify(model!, prices)! / 1_000_000_000n)).toBe(84_003);
});
