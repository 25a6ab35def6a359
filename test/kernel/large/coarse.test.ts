import { describe, expect, it } from 'vitest';
import { coarseBound } from '../../../src/kernel/large/coarse.ts';
import type { Limits, Model } from '../../../src/kernel/model.ts';

const text = { label: (group: number) => String(group), more: (group: number) => String(group) };

/**
 * Two courses of two lectures and two rooms, each free in two periods; the second room is too small for either course and
 * costs a point a lecture. Candidate: course, room, period, in this order.
 */
function twoRooms(): Model {
  const all = [0, 1].flatMap((course) => [0, 1].flatMap((room) => [0, 1].map((period) => ({ course, room, period }))));
  const placed: Limits = {
    ...{ rule: 'placed', groups: 2, members: { group: Int32Array.from(all, ({ course }) => course) }, ...text },
    ...{ most: Float64Array.of(2, 2), least: Float64Array.of(2, 2) },
  };
  const rooms: Limits = {
    ...{ rule: 'room', groups: 4, members: { group: Int32Array.from(all, ({ room, period }) => 2 * room + period) } },
    ...{ most: Float64Array.of(1, 1, 1, 1), ...text },
  };
  return {
    ...{ unit: 1, candidates: all.length, score: Float64Array.from(all, ({ room }) => -room) },
    ...{ tie: Uint32Array.from(all.keys()), limits: [placed, rooms] },
  };
}

describe('the bound of a coarser model', () => {
  it('adds up the periods of a room: of four lectures two are in the small one', async () => {
    const { score, ...model } = twoRooms();
    // What a lecture costs is a limit here, so that classes are told apart by it.
    const cost: Limits = {
      ...{ rule: 'small', groups: 1, members: { group: Int32Array.from(score, (each) => (each < 0 ? 0 : -1)) } },
      ...{ over: [{ at: Float64Array.of(0), price: 1 }], ...text },
    };
    const priced = { ...model, score: new Float64Array(model.candidates), limits: [...model.limits, cost] };
    expect(await coarseBound(priced, { seed: 42, seconds: 10 })).toBe(-2);
  });

  it('leaves out rows that helpers are in and that it cannot keep: a sum without them would forbid what they allow', async () => {
    const model = twoRooms();
    // Each candidate needs a helper of its own, which is free: a course that is left out costs 5, and none has to be.
    const columns = 2 * model.candidates;
    const owed: Limits = {
      ...{ rule: 'owed', groups: 8, most: new Float64Array(8), ...text },
      members: {
        start: Int32Array.from({ length: columns + 1 }, (_, column) => column),
        group: Int32Array.from({ length: columns }, (_, column) => column % 8),
        use: Float64Array.from({ length: columns }, (_, column) => (column < 8 ? 1 : -1)),
      },
    };
    const left: Limits = {
      ...{ rule: 'left', groups: 2, members: { group: Int32Array.from({ length: 8 }, (_, j) => Math.floor(j / 4)) } },
      ...{ under: [{ at: Float64Array.of(1, 1), price: 5 }], ...text },
    };
    const auxiliary = { count: 8, most: new Float64Array(8).fill(1), score: new Float64Array(8) };
    const priced: Model = { ...model, score: new Float64Array(8), limits: [left, owed], auxiliary };
    expect(await coarseBound(priced, { seed: 42, seconds: 10 })).toBe(0);
  });

  it('says nothing where no candidates look alike', async () => {
    const model = twoRooms();
    const apart: Limits = {
      ...{ rule: 'apart', groups: 8, members: { group: Int32Array.from({ length: 8 }, (_, j) => j) } },
      ...{ over: [{ at: new Float64Array(8), price: 1 }], ...text },
    };
    expect(await coarseBound({ ...model, limits: [apart] }, { seed: 42, seconds: 10 })).toBe(Infinity);
  });
});
