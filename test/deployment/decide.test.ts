import { createRequire } from 'node:module';
import { expect, test } from 'vitest';

type Template = { Resources: object; Outputs?: object; Conditions?: object };
const { decide } = createRequire(import.meta.url)('../../deploy/decide.cjs') as {
  decide: (template: Template) => void;
};

const Conditions = {
  Yes: { 'Fn::Equals': ['a', 'a'] },
  No: { 'Fn::Not': [{ Condition: 'Yes' }] },
  Both: { 'Fn::And': [{ Condition: 'Yes' }, { Condition: 'No' }] },
  Either: { 'Fn::Or': [{ Condition: 'Yes' }, { Condition: 'No' }] },
  // Only AWS knows.
  Region: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-central-1'] },
};
const placeholder = ['$', '{AWS::Region}'].join('');
const decided = (template: Template) => {
  const its = structuredClone({ Conditions, ...template });
  decide(its);
  return its;
};

test('takes out what is not chosen, and who waited for it waits no longer', () => {
  const { Resources } = decided({
    Resources: {
      A: { Condition: 'Both' },
      B: { Condition: 'Either', DependsOn: ['A', 'C'] },
      C: { DependsOn: 'A' },
    },
  });
  expect(Resources).toEqual({ B: { DependsOn: ['C'] }, C: {} });
});

test('takes the chosen branch, and nothing where that is nothing', () => {
  const { Resources } = decided({
    Resources: {
      A: {
        Name: { 'Fn::If': ['Yes', { 'Fn::Sub': 'plain' }, 'no'] },
        Key: { 'Fn::If': ['No', 'key', { Ref: 'AWS::NoValue' }] },
        List: [{ 'Fn::If': ['No', 1, { Ref: 'AWS::NoValue' }] }, 2],
        Sub: { 'Fn::Sub': placeholder },
      },
    },
  });
  expect(Resources).toEqual({ A: { Name: 'plain', List: [2], Sub: { 'Fn::Sub': placeholder } } });
});

test('leaves to AWS what only AWS knows', () => {
  const open = { 'Fn::If': ['Region', 1, { Ref: 'AWS::NoValue' }] };
  const its = decided({ Resources: { A: { Condition: 'Region', Value: open } } });
  expect(its.Resources).toEqual({ A: { Condition: 'Region', Value: open } });
  expect(Object.keys(its.Conditions)).toEqual(['Region']);
});
