// Which run is meant, and whom it leaves out.

export { findRun, namesRun } from './find.ts';
export { leftOutOf, notProven } from './left-out.ts';
