import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitAsk } from './join-ask.ts';

const time = fc
  .integer({ min: 0, max: 50 })
  .map((second) => new Date(1_790_000_000_000 + second * 1000).toISOString());
const ask = fc.record({
  contactIds: fc.array(fc.uuid(), { maxLength: 400 }),
  agentTimes: fc.array(fc.record({ agent: fc.constantFrom('ana.silva', 'rui.martins'), at: time }), {
    maxLength: 400,
  }),
});

test('an ask is split into messages of a moderate size, which ask all of it once', () => {
  fc.assert(
    fc.property(ask, ({ contactIds, agentTimes }) => {
      const pieces = splitAsk({ contactIds: [...contactIds, ...contactIds], agentTimes });
      expect(pieces.flatMap((piece) => piece.contactIds ?? [])).toEqual([...new Set(contactIds)]);
      const texts = (times: readonly object[]) => times.map((one) => JSON.stringify(one)).sort();
      expect(texts(pieces.flatMap((piece) => piece.agentTimes ?? []))).toEqual(
        [...new Set(texts(agentTimes))].sort(),
      );
      for (const piece of pieces) expect(JSON.stringify(piece).length).toBeLessThan(16_384);
    }),
  );
  expect(splitAsk({})).toEqual([]);
});
