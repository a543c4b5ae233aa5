import { expect, test, vi } from 'vitest';
import { deployedOutputs } from '../../deploy/cli/testing/deployed-outputs.ts';
import { describedStack, listedResources } from './stack-answers.ts';
import { type Answer, type Asked, typeCommand } from './type-command.ts';

/** Each starts a process: seconds on a busy machine. */
vi.setConfig({ testTimeout: 60_000 });

const remembered = { prod: { region: 'eu-west-2', parameters: {} } };
const json = (body: object): Answer => ({ type: 'application/json', body: JSON.stringify(body) });
const arn = (service: string, rest: string) => `arn:aws:${service}:eu-west-2:111122223333:${rest}`;

/** A deployment with two streams' consumers and a queue's, of which Lambda takes a moment to switch one. */
function deployed() {
  const isOn = new Map([
    ['records', true],
    ['events', true],
    ['queue', true],
  ]);
  let looks = 0;
  const mapping = (id: string) => {
    looks += 1;
    const name = id === 'records' ? 'contactRecords' : 'agentEvents';
    const isBusy = looks === 4;
    return {
      UUID: id,
      FunctionArn: arn('lambda', `function:softphone-quality-prod-${name}`),
      EventSourceArn: id === 'queue' ? arn('sqs', 'ingest') : arn('kinesis', `stream/${id}`),
      State: `${isOn.get(id) ? 'Enabl' : 'Disabl'}${isBusy ? 'ing' : 'ed'}`,
    };
  };
  const answer = ({ action, body }: Asked): Answer => {
    if (action === 'DescribeStacks') return describedStack(deployedOutputs);
    if (action === 'ListStackResources') {
      const type = 'AWS::Lambda::EventSourceMapping';
      return listedResources({ records: type, events: type, queue: type, 'agent-site': 'AWS::S3::Bucket' });
    }
    if (action.endsWith('DescribeStreamSummary')) {
      return json({
        StreamDescriptionSummary: {
          RetentionPeriodHours: body.includes('records') ? 168 : 24,
          StreamName: '',
          StreamARN: '',
          StreamStatus: 'ACTIVE',
        },
      });
    }
    const [method, path = ''] = action.split(' ');
    const id = path.split('/').at(-1) ?? '';
    if (method === 'PUT') isOn.set(id, (JSON.parse(body) as { Enabled: boolean }).Enabled);
    return json(mapping(id));
  };
  return { answer, isOn };
}

const type = (words: readonly string[], answer: (asked: Asked) => Answer) =>
  typeCommand('collectors', [...words, '--stage', 'prod'], remembered, answer);

test('says how the streams’ consumers are, and changes nothing', async () => {
  const { answer, isOn } = deployed();
  const typed = await type([], answer);
  expect(typed).toMatchObject({ complained: '', exitCode: 0 });
  expect(typed.said.trim().split('\n')).toEqual([
    'agentEvents  Enabled  (events, which keeps 24 hours)',
    'contactRecords  Enabled  (records, which keeps 168 hours)',
  ]);
  expect([...isOn.values()]).toEqual([true, true, true]);
});

test('switches them off, says until when nothing is lost, and on again; queues’ consumers go on', async () => {
  const { answer, isOn } = deployed();
  const off = await type(['off'], answer);
  expect(off).toMatchObject({ complained: '', exitCode: 0 });
  expect(off.said).toMatch(/agentEvents {2}Disabled .*\ncontactRecords {2}Disabled/);
  const until = new Date(Date.now() + 24 * 3_600_000).toISOString().slice(0, 13).replace('T', ' ');
  expect(off.said).toContain(`Nothing is lost until ${until}`);
  expect(Object.fromEntries(isOn)).toEqual({ records: false, events: false, queue: true });
  const on = await type(['on'], answer);
  expect(on.said).toMatch(/agentEvents {2}Enabled .*\ncontactRecords {2}Enabled/);
  expect(Object.fromEntries(isOn)).toEqual({ records: true, events: true, queue: true });
});

test.each([['away'], ['on', 'off']])('refuses %j', async (...words) => {
  const { asked, complained, exitCode } = await type(words, deployed().answer);
  expect({ asked, exitCode }).toEqual({ asked: [], exitCode: 1 });
  expect(complained).toContain('off or on, --stage STAGE');
});
