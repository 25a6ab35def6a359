import type { RawTable } from '../../../tables/table.ts';

export const sample = (_seed: number): readonly RawTable[] => [];
