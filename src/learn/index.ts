// What learning offers.

export {
  FEWEST_TRIALS,
  type LearnOptions,
  type Learnt,
  type LearntTest,
  learn,
  type Slot,
  type Verdict,
} from './learn.ts';
export type { Estimate } from './maths/bootstrap.ts';
export { type Outcome, type Trial, type TrialOptions, trialsOf } from './outcomes.ts';
export { explored, type Instant, type Prediction, type PredictOptions, predict } from './predict.ts';
export { type LearntSubject, learntDocument, learntReport } from './report/report.ts';
export { learnWeights, type ScoredRow, type WeightFinding, type WeightsLearnt } from './weights.ts';
export { learntText } from './words.ts';
