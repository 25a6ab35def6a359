import { describeScenarios } from '../../src/vitest.ts';

describeScenarios(['scenarios/posts/agency.yaml']);
