import type { Settings } from '../../../scenario/scenario.ts';
import type { PostPriority } from '../tables/words.ts';

/** Settings with the weights of terms. */
export interface Weighted extends Settings {
  readonly weights: {
    readonly timing: Readonly<Record<PostPriority, number>>;
    readonly preferred: { readonly penalty: number };
    readonly movement: { readonly moved: number; readonly hour: number };
    readonly sooner: number;
  };
}
