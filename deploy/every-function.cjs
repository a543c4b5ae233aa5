/** The function's own log, in the group that osls makes for it. */
const log = (functionName) => ({
  PolicyName: 'logs',
  PolicyDocument: {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        Resource: {
          'Fn::Sub': `arn:\${AWS::Partition}:logs:\${AWS::Region}:\${AWS::AccountId}:log-group:/aws/lambda/${functionName}:*`,
        },
      },
    ],
  },
});

/** Lambda makes the network interfaces under the function's role; these actions know no resource to be limited to. */
const network = {
  PolicyName: 'network',
  PolicyDocument: {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: [
          'ec2:AssignPrivateIpAddresses',
          'ec2:CreateNetworkInterface',
          'ec2:DeleteNetworkInterface',
          'ec2:DescribeNetworkInterfaces',
          'ec2:DescribeSubnets',
          'ec2:UnassignPrivateIpAddresses',
        ],
        Resource: '*',
      },
    ],
  },
};

const key = (arn) => ({
  PolicyName: 'key',
  PolicyDocument: {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: ['kms:Decrypt', 'kms:GenerateDataKey'], Resource: arn }],
  },
});

/**
 * Completes the packaged template by what holds for every function, whoever wrote it, and what osls has no setting for:
 * the VPC, the key of variables and logs, and what the roles need for both and to write their logs.
 */
function completeFunctions({ Resources }, { vpc, kmsKeyArn }) {
  const policies = [...(vpc ? [network] : []), ...(kmsKeyArn ? [key(kmsKeyArn)] : [])];
  for (const { Type, Properties } of Object.values(Resources)) {
    if (Type === 'AWS::Logs::LogGroup' && kmsKeyArn) Properties.KmsKeyId = kmsKeyArn;
    if (Type !== 'AWS::Lambda::Function') continue;
    if (vpc) Properties.VpcConfig = { SubnetIds: vpc.subnetIds, SecurityGroupIds: vpc.securityGroupIds };
    if (kmsKeyArn) Properties.KmsKeyArn = kmsKeyArn;
    const role = Resources[Properties.Role['Fn::GetAtt'][0]].Properties;
    // In place of one that a template gives: none needs to, and by its stage alone it would be for all logs.
    const others = (role.Policies ?? []).filter(({ PolicyName }) => PolicyName !== 'logs');
    role.Policies = [log(Properties.FunctionName), ...others, ...policies];
  }
}

module.exports = { completeFunctions };
