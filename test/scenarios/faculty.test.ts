import { describeScenarios } from '../../src/vitest.ts';

describeScenarios('scenarios/courses/faculty.yaml');
