import type { Levels } from '../../../policy/candidates.ts';
import type { RotationAxis, World } from './world.ts';

/**
 * What has happened is a candidate whatever the rules say. A guaranteed spot gets a further candidate for each rule that
 * may give way, where it has no place before that rule does; and always where competitors are what gives way, since
 * those are no filter.
 */
export function levelsOf({ spots, fixed, scope: { relax } }: World): Levels<RotationAxis> {
  return ({ spot: s, break: b }, first, removedBy) => {
    const own = fixed.get(s);
    if (own?.why === 'history' && own.break === b) return [0];
    const levels = first < 0 ? [0] : [];
    if (spots[s]!.tier !== 0 || own) return levels;
    let open = first < 0;
    for (let level = 1; level <= relax.length; level++) {
      const passes = open || removedBy(relax.slice(0, level)) < 0;
      if (passes && (!open || relax[level - 1] === 'competitive')) levels.push(level);
      open = passes;
    }
    return levels;
  };
}
