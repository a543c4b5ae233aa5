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
 * the VPC, the key of variables and logs, and what the roles need for both.
 */
function completeFunctions({ Resources }, { vpc, kmsKeyArn }) {
  const policies = [...(vpc ? [network] : []), ...(kmsKeyArn ? [key(kmsKeyArn)] : [])];
  const roles = new Set();
  for (const { Type, Properties } of Object.values(Resources)) {
    if (Type === 'AWS::Logs::LogGroup' && kmsKeyArn) Properties.KmsKeyId = kmsKeyArn;
    if (Type !== 'AWS::Lambda::Function') continue;
    if (vpc) Properties.VpcConfig = { SubnetIds: vpc.subnetIds, SecurityGroupIds: vpc.securityGroupIds };
    if (kmsKeyArn) Properties.KmsKeyArn = kmsKeyArn;
    roles.add(Properties.Role['Fn::GetAtt'][0]);
  }
  for (const role of roles) {
    const { Properties } = Resources[role];
    Properties.Policies = [...Properties.Policies, ...policies];
  }
}

module.exports = { completeFunctions };
