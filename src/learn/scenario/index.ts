// What scenarios and outcomes that are kept have to do with learning.

export { type ChannelLearnt, learnChannels } from './channels.ts';
export { type BestInstants, bestInstants, type InstantsQuestion } from './predict.ts';
export { type Exploration, learntTable } from './table.ts';
export { proposeWeights, type WeightsProposal } from './weights.ts';
