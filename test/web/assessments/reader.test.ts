import { expect, test } from 'vitest';
import { steady } from '../../../web/assessments/scan/reader.ts';

const saidOf = (...frames: string[][]) => {
  const look = steady();
  return frames.map(look);
};

test('a code counts when it was read twice, also with a blurred frame in between', () => {
  expect(saidOf(['A'], ['A'])).toEqual([{ kind: 'once' }, { kind: 'read', text: 'A' }]);
  expect(saidOf(['A'], [], ['A']).at(-1)).toEqual({ kind: 'read', text: 'A' });
  expect(saidOf([], []).map(({ kind }) => kind)).toEqual(['nothing', 'nothing']);
});

test('two readings that differ begin anew', () => {
  expect(saidOf(['A'], ['B'], ['A']).map(({ kind }) => kind)).toEqual(['once', 'once', 'once']);
});

test('a second code in the frame takes back the first reading; the same code seen twice in a frame is one', () => {
  expect(saidOf(['A'], ['A', 'B'], ['A']).map(({ kind }) => kind)).toEqual(['once', 'several', 'once']);
  expect(saidOf(['A', 'A'], ['A', 'A']).at(-1)).toEqual({ kind: 'read', text: 'A' });
});
