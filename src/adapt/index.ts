// The adaptive cycle, and the simulated dispatcher that it is tried with.

export type { Channel } from '../dispatch/channel.ts';
export type { DispatchEvent } from '../dispatch/event.ts';
export { PARAMETERS, type Parameters } from '../dispatch/parameters.ts';
export { type Simulation, type SimulationOptions, simulate } from '../dispatch/simulate.ts';
export { FAULTLESS } from '../dispatch/simulated.ts';
export { type Adapted, type AdaptOptions, adaptFile } from './adapt-file.ts';
export { adjust } from './adjust.ts';
export { analyse, THRESHOLDS, type Thresholds } from './analyse.ts';
export { type CycleOptions, type CycleResult, cycle } from './cycle.ts';
export { folderVersions } from './folder.ts';
export { GOALS } from './goal.ts';
export { type Measures, measure } from './measure.ts';
export { readEvents } from './read.ts';
export { type Replay, replay } from './replay.ts';
export { adaptReport, replayLead, replayTable } from './report.ts';
export { type CycleState, newState } from './state.ts';
export { type CycleText, cycleText } from './words.ts';
