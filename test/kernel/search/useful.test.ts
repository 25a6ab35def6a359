import { describe, expect, it } from 'vitest';
import { rowsOf } from '../../../src/kernel/program/rows.ts';
import { usefulCandidates } from '../../../src/kernel/search/useful.ts';
import { limitsOf, modelOf } from '../made.ts';

describe('useful candidates', () => {
  it('leaves out what scores nothing and helps nobody', () => {
    const slot = limitsOf('slot', [0, 0, 0, -1], { most: [1] });
    const model = modelOf([5, 0, 3, -2], [slot], { tie: new Uint32Array(4) });
    expect(usefulCandidates(model, rowsOf(model))).toEqual([0, 2]);
  });

  it('keeps what scores nothing where the hash may choose it among equals', () => {
    const slot = limitsOf('slot', [0, 0, 0, -1], { most: [1] });
    const model = modelOf([5, 0, 3, -2], [slot], { tie: Uint32Array.of(0, 7, 0, 7) });
    expect(usefulCandidates(model, rowsOf(model))).toEqual([0, 1, 2]);
  });

  it('keeps what a least amount needs, and what makes room for others', () => {
    const need = limitsOf('need', [-1, 0, 0], { least: [1] });
    const room = limitsOf('room', [0, 0, 0], { use: [1, 1, -1], most: [0] });
    const model = modelOf([5, 0, 0], [need, room]);
    expect(usefulCandidates(model, rowsOf(model))).toEqual([0, 1, 2]);
  });
});
