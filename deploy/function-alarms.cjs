/**
 * The alarms of the functions: two for each function that serverless.yml names, so that none is forgotten. One for all
 * would need metric math, and would not say which.
 */
module.exports = async ({ resolveVariable }) => {
  const [functions, service, stage] = await Promise.all(
    ['self:functions', 'self:service', 'sls:stage'].map((name) => resolveVariable(name)),
  );
  const alarms = Object.keys(functions).flatMap((name) => alarmsOf(name, `${service}-${stage}`));
  return { Resources: Object.fromEntries(alarms) };
};

function alarmsOf(name, stack) {
  const id = name.charAt(0).toUpperCase() + name.slice(1);
  const errors = `The function ${name} broke down, or took longer than it may.`;
  const throttles = `The function ${name} was called more often at once than the account allows.`;
  return [
    [`${id}ErrorsAlarm`, alarm(name, stack, 'errors', 'Errors', errors)],
    [`${id}ThrottlesAlarm`, alarm(name, stack, 'throttles', 'Throttles', throttles)],
  ];
}

function alarm(name, stack, end, metric, description) {
  const tell = [{ Ref: 'AlarmsTopic' }];
  return {
    Type: 'AWS::CloudWatch::Alarm',
    Properties: {
      AlarmName: `${stack}-${name}-${end}`,
      AlarmDescription: description,
      Namespace: 'AWS/Lambda',
      MetricName: metric,
      Dimensions: [{ Name: 'FunctionName', Value: `${stack}-${name}` }],
      Statistic: 'Sum',
      Period: 300,
      EvaluationPeriods: 1,
      ComparisonOperator: 'GreaterThanThreshold',
      Threshold: 0,
      TreatMissingData: 'notBreaching',
      AlarmActions: tell,
      OKActions: tell,
    },
  };
}
