import { numbers } from '../../bench/instances.ts';
import type { Limits, Model } from '../../src/kernel/model.ts';
import { limitsOf, modelOf } from './made.ts';

/** Up to ten candidates under up to four rules of every form that the kernel has. */
export function randomModel(seed: number, { auxiliary = true } = {}): Model {
  const below = numbers(seed * 7919 + 1);
  const n = 1 + below(9);
  const drawn = below(4) === 0 ? 1 + below(2) : 0;
  const aux = auxiliary ? drawn : 0;
  const columns = n + aux;
  const limits: Limits[] = Array.from({ length: 1 + below(4) }, (_, k) => {
    const groups = 1 + below(3);
    const group = Array.from({ length: columns }, () => below(groups + 1) - 1);
    const form = below(7);
    const size = form === 2 || form === 3 ? 1 + below(400) : 1;
    const use =
      form >= 2 && form <= 4
        ? group.map(() => (form === 3 ? size : 1 + below(500)) * (form === 4 && below(3) === 0 ? -1 : 1))
        : undefined;
    const scale = use ? 300 : 1;
    const values = () => Array.from({ length: groups }, () => below(4) * scale + (use ? below(100) : 0));
    const soft = below(2) === 0;
    return limitsOf(`rule${k}`, group, {
      groups,
      ...(use ? { use } : {}),
      ...(soft
        ? {
            over: [
              [below(3) * scale, 1 + below(use ? 3 : 300)],
              [below(4) * scale, below(use ? 2 : 200)],
            ],
          }
        : { most: values() }),
      ...(form === 5 ? { least: Array.from({ length: groups }, () => below(3)) } : {}),
      ...(form === 6 ? { under: [[1 + below(3), below(400)]] } : {}),
    });
  });
  return modelOf(
    Array.from({ length: n }, () => below(1200) - 100),
    limits,
    aux > 0
      ? {
          auxiliary: {
            count: aux,
            most: Float64Array.from({ length: aux }, () => 1 + below(2)),
            score: Float64Array.from({ length: aux }, () => below(300) - 200),
          },
        }
      : {},
  );
}
