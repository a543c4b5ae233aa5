import * as z from 'zod';

const roleArns = z.array(z.string()).default([]);

/** The IAM roles of each kind of work, as deploy/search.yml lists them. */
export const workers = z.object({
  Writers: roleArns,
  Readers: roleArns,
  Keepers: roleArns,
  Admins: roleArns,
  Partners: roleArns,
  /** The patterns of the indices that partners may read. */
  PartnerIndices: z.array(z.string()).default([]),
});
export type Workers = z.infer<typeof workers> & {
  /** How the names of the contacts' indices begin. */
  readonly contactsIndex: string;
};

/** A role of OpenSearch's security plugin, and the IAM roles that have it. */
export type AccessRight = {
  readonly name: string;
  readonly backendRoles: readonly string[];
  readonly definition: {
    readonly cluster_permissions: readonly string[];
    readonly index_permissions: readonly {
      readonly index_patterns: readonly string[];
      readonly allowed_actions: readonly string[];
    }[];
    readonly tenant_permissions?: readonly {
      readonly tenant_patterns: readonly string[];
      readonly allowed_actions: readonly string[];
    }[];
  };
};

/**
 * Who may do what within the search domain, where it has fine-grained access control: IAM lets a function send a
 * request, this decides what the request may ask. Action groups are OpenSearch's own:
 * https://docs.opensearch.org/latest/security/access-control/default-action-groups/
 */
export function accessRights(its: Workers): readonly AccessRight[] {
  const named = its.contactsIndex === 'connect-contacts' ? [] : [`${its.contactsIndex}-*`];
  const ours = ['softphone-*', 'connect-*', ...named];
  return [
    {
      name: 'softphone_quality_writer',
      backendRoles: its.Writers,
      definition: {
        cluster_permissions: ['cluster_composite_ops'],
        // Refreshing is part of deleting by query: what was erased must be found no more.
        index_permissions: [
          { index_patterns: ours, allowed_actions: ['crud', 'create_index', 'indices:admin/refresh*'] },
        ],
      },
    },
    {
      name: 'softphone_quality_reader',
      backendRoles: its.Readers,
      definition: {
        // Monitoring is what the state of the deployment is told from.
        cluster_permissions: ['cluster_composite_ops_ro', 'cluster_monitor'],
        index_permissions: [{ index_patterns: ours, allowed_actions: ['read', 'indices_monitor'] }],
      },
    },
    {
      name: 'softphone_quality_keeper',
      backendRoles: its.Keepers,
      definition: {
        cluster_permissions: [],
        // Looking at mappings and deleting whole indices, but no document.
        index_permissions: [{ index_patterns: ours, allowed_actions: ['manage'] }],
      },
    },
    {
      name: 'softphone_quality_partner',
      backendRoles: its.Partners,
      definition: {
        cluster_permissions: [],
        index_permissions: its.PartnerIndices.map((pattern) => ({
          index_patterns: [pattern],
          allowed_actions: ['read'],
        })),
      },
    },
    {
      // As OpenSearch's own all_access, whose members are Amazon's business.
      name: 'softphone_quality_admin',
      backendRoles: its.Admins,
      definition: {
        cluster_permissions: ['*'],
        index_permissions: [{ index_patterns: ['*'], allowed_actions: ['*'] }],
        tenant_permissions: [{ tenant_patterns: ['*'], allowed_actions: ['kibana_all_write'] }],
      },
    },
  ];
}
