/**
 * What cfn-lint and checkov find and we leave so, with the reason; docs/security.md links here. A finding that is not
 * in this list fails `npm run check:deployment`.
 */
export const explainedFindings: readonly {
  readonly rule: string;
  readonly why: string;
  /** In this variant a parameter mends it, so there it must not be found. */
  readonly unless?: string;
}[] = [
  {
    rule: 'W3005',
    why: 'osls writes a DependsOn where a Ref or GetAtt says the same already. It does no harm.',
  },
  {
    rule: 'CKV_AWS_18',
    why: 'Access logs of buckets would hold nothing that CloudTrail’s data events do not, which an account has once for all buckets. The sites’ visitors are CloudFront’s to log: parameter siteLogsBucket.',
  },
  {
    rule: 'CKV_AWS_111',
    why: 'In a VPC, Lambda makes network interfaces under the function’s role; these actions know no resource to be limited to.',
  },
  {
    rule: 'CKV_AWS_115',
    why: 'A reserved concurrency takes from what the account’s other functions may use, and refuses messages before that is needed. The routes are throttled at the gateway.',
  },
  {
    rule: 'CKV_AWS_116',
    why: 'A dead-letter queue serves asynchronous calls. The gateway and CloudFormation wait for their answer; a schedule runs again the next time.',
  },
  {
    rule: 'CKV_AWS_117',
    why: 'In a VPC by parameter: a VPC of no purpose would cost a NAT gateway.',
    unless: 'hardened',
  },
  {
    rule: 'CKV_AWS_149',
    why: 'Secrets are encrypted with the key of Secrets Manager, which checkov does not count, unless kmsKeyArn names one. No other account reads them.',
    unless: 'hardened',
  },
  {
    rule: 'CKV_AWS_158',
    why: 'Logs are encrypted with CloudWatch’s own key unless kmsKeyArn names one. They hold no personal data.',
    unless: 'hardened',
  },
  {
    rule: 'CKV_AWS_173',
    why: 'Variables are encrypted with Lambda’s own key unless kmsKeyArn names one. None is a secret.',
    unless: 'hardened',
  },
  {
    rule: 'CKV_AWS_26',
    why: 'What the topic of the alarms says holds no data; CloudWatch could not write to one with Amazon’s own key.',
  },
  {
    rule: 'CKV_AWS_27',
    why: 'The queues are encrypted with the key of Amazon SQS, which checkov does not count, unless kmsKeyArn names one.',
    unless: 'hardened',
  },
  {
    rule: 'CKV_AWS_68',
    why: 'The sites are static files. A web ACL of the admin’s own: parameter siteWebAclArn.',
    unless: 'hardened',
  },
  {
    rule: 'CKV_AWS_86',
    why: 'Who opened the pages is personal data that nobody has asked for yet: parameter siteLogsBucket.',
    unless: 'hardened',
  },
  {
    rule: 'CKV_AWS_174',
    why: 'CloudFront’s own certificate cannot be limited to TLS 1.2; a domain of one’s own is: parameters agentSiteDomain, managerSiteDomain.',
    unless: 'hardened',
  },
];
