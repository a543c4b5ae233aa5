import { createRequire } from 'node:module';
import { expect, test } from 'vitest';

const { waitForSearch } = createRequire(import.meta.url)('../../deploy/wait-for-search.cjs') as {
  waitForSearch: (template: { Resources: Record<string, object> }) => void;
};

test('nothing calls a function by itself before the search service is set up', () => {
  const template = {
    Resources: {
      SearchSetup: { Type: 'Custom::SearchSetup' },
      Stream: { Type: 'AWS::Lambda::EventSourceMapping' },
      Schedule: { Type: 'AWS::Events::Rule', DependsOn: ['Other'] },
      Log: { Type: 'AWS::Logs::SubscriptionFilter', DependsOn: 'Permission' },
      Function: { Type: 'AWS::Lambda::Function' },
    },
  };
  waitForSearch(template);
  expect(template.Resources).toEqual({
    SearchSetup: { Type: 'Custom::SearchSetup' },
    Stream: { Type: 'AWS::Lambda::EventSourceMapping', DependsOn: ['SearchSetup'] },
    Schedule: { Type: 'AWS::Events::Rule', DependsOn: ['Other', 'SearchSetup'] },
    Log: { Type: 'AWS::Logs::SubscriptionFilter', DependsOn: ['Permission', 'SearchSetup'] },
    Function: { Type: 'AWS::Lambda::Function' },
  });
});
