// The adaptive cycle.

export { adaptFile } from './adapt-file.ts';
export { cycle } from './cycle.ts';
export { GOALS } from './goal.ts';
export { measure } from './measure.ts';
export { readEvents } from './read.ts';
export { adaptReport } from './report.ts';
export { newState } from './state.ts';
export { cycleText } from './words.ts';
