import { expect, test } from 'vitest';
import { collectSettings } from './collect.ts';

test('where nothing is said, nothing personal of a customer is collected', () => {
  const { contactRecords, flowLogs, queues } = collectSettings.parse({});
  expect(contactRecords).toMatchObject({ collect: true, attributes: [], hashedPhoneNumbers: [] });
  expect(contactRecords.fields.filter((field) => /Address|Attributes$|Attributes\.[^c]/.test(field))).toEqual(
    [],
  );
  expect(flowLogs).toMatchObject({ parameters: [], fields: expect.not.arrayContaining(['Results']) });
  expect(queues).toBeUndefined();
});

test('what is misspelt is refused: it would silently not be collected', () => {
  for (const wrong of [
    { contactRecords: { fields: ['Agent.Usrname'] } },
    { contactRecord: {} },
    { contactRecords: { hashedPhoneNumbers: ['CustomerEndpoint.Address'] } },
    { queues: [] },
  ]) {
    expect(collectSettings.safeParse(wrong).success).toBe(false);
  }
});
