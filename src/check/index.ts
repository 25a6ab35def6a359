// What a check offers to the command line and to tests.

export type { Expectation } from '../expect/expect.ts';
export { findScenarios } from '../scenario/find.ts';
export { checkScenarios } from './check.ts';
export type { Checked } from './checked.ts';
export { checkExpectations } from './expectations.ts';
export type { Judgement } from './judgement.ts';
export { junitXml } from './junit.ts';
export { verifyRun } from './repeat.ts';
export { sinceBaseline } from './since-baseline.ts';
export type { RepeatedValue, Verification } from './verify.ts';
