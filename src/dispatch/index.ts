// The dispatcher, in a simulation.

export { PARAMETERS } from './parameters.ts';
export { simulate } from './simulate.ts';
