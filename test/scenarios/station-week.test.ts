import { describeScenarios } from '../../src/vitest.ts';

describeScenarios('scenarios/rotation/station-week.yaml');
