import { expect } from 'vitest';
import type { Deployment } from './deployment.ts';

const types = ['OriginAccessControl', 'ResponseHeadersPolicy'] as const;
/** As CloudFormation writes it; in a text of ours it would look like a template literal's. */
const region = ['$', '{AWS::Region}'].join('');

/** That nothing keeps the same stage of another region out of the account: what has one name for all of it names the region. */
export function expectToShareAccount(deployment: Deployment): void {
  for (const type of types) {
    const resources = deployment.resources(`AWS::CloudFront::${type}`);
    expect(resources.length).toBeGreaterThan(0);
    for (const { properties } of resources) {
      expect(properties[`${type}Config`]).toMatchObject({
        Name: { 'Fn::Sub': expect.stringContaining(region) },
      });
    }
  }
  // Of these, a name would be too; CloudFormation makes one that nobody else has.
  for (const { properties } of deployment.roles) expect(properties).not.toHaveProperty('RoleName');
  for (const { properties } of deployment.resources('AWS::S3::Bucket')) {
    expect(properties).not.toHaveProperty('BucketName');
  }
}
