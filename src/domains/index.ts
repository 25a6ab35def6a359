import type { Domain } from '../domain.ts';
import { courses } from './courses/index.ts';
import { loans } from './loans/index.ts';
import { posts } from './posts/index.ts';
import { rotation } from './rotation/index.ts';

/**
 * Every kind of problem that a scenario can be of.
 *
 * @example
 * domains.map(({ kind, title }) => `${kind}: ${title}`) // ['loans: Press loans', 'rotation: Prime-time spots', 'courses: Course timetables', 'posts: Social-media posts']
 */
export const domains: readonly Domain[] = [loans, rotation, courses, posts];
