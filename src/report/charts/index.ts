// What charts offer to programs.

export { drawChart } from './draw.ts';
export { chartSpec } from './spec.ts';
