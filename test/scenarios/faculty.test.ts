import { describeScenarios } from '../../src/vitest.ts';

describeScenarios(['scenarios/courses/faculty.yaml', 'scenarios/courses/free-friday.yaml']);
