import { describe, expect, it } from 'vitest';
import { readScenario, runScenario } from '../../src/index.ts';
import { describeScenarios } from '../../src/vitest.ts';

// Every audit, every line of expect, every baseline.
describeScenarios('scenarios/loans/brief.yaml');

// And what only a program can ask.
describe('the plain policy', () => {
  it('serves at least thirty partners, and none of them with three cars', async () => {
    const run = await runScenario(readScenario('scenarios/loans/brief.yaml'));
    expect(run).toBeOptimal();
    expect(run).toHaveMetric('partners_assigned', { min: 30 });
    expect(run).toHaveMetric('max_concentration', { max: 2 });
    await expect(run).toKeepBaseline();
  });
});
