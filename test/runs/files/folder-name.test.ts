import { describe, expect, it } from 'vitest';
import { folderName } from '../../../src/runs/files/folder-name.ts';

describe('folderName', () => {
  it.each([
    ['la-week@one_each', 'la-week@one_each'],
    ['../../etc/passwd', '-.-..-etc-passwd'],
    ['..', '-.'],
    ['.tmp-x-1-abcdef', '-tmp-x-1-abcdef'],
    ['a\\b:c\u0000d e', 'a-b-c-d-e'],
    ['', 'run'],
  ])('%j is %j', (name, folder) => {
    expect(folderName(name)).toBe(folder);
  });

  it('is never longer than a file system takes', () => {
    expect(folderName('x'.repeat(5000))).toHaveLength(120);
  });
});
