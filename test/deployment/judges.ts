import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';

/** What a judge says of a template: which of its rules, and about what. */
export type Finding = { readonly rule: string; readonly about: string };

const root = join(import.meta.dirname, '..', '..');
const bin = join(root, '.local', 'template-checks', 'bin');
const run = promisify(execFile);
const longest = { maxBuffer: 64 * 1024 * 1024 };

const lintFindings = z.array(
  z.object({
    Rule: z.object({ Id: z.string() }),
    Message: z.string(),
    Location: z.object({ Path: z.array(z.union([z.string(), z.number()])).nullish() }),
  }),
);

/** cfn-lint: whether CloudFormation would take the template. Its exit code says no more than its output. */
export async function lint(template: string, region: string): Promise<readonly Finding[]> {
  const parameters = ['--format', 'json', '--regions', region, '--', template];
  const { stdout } = await run(join(bin, 'cfn-lint'), parameters, longest).catch(whatItSaid);
  return lintFindings.parse(JSON.parse(stdout || '[]')).map(({ Rule, Message, Location }) => ({
    rule: Rule.Id,
    about: `${(Location.Path ?? []).join('/')}: ${Message}`,
  }));
}

const checkovReport = z.object({
  results: z.object({
    failed_checks: z.array(z.object({ check_id: z.string(), check_name: z.string(), resource: z.string() })),
    parsing_errors: z.array(z.string()).default([]),
  }),
});

/** checkov: whether a careful AWS team would. */
export async function audit(template: string): Promise<readonly Finding[]> {
  const parameters = ['--file', template, '--framework', 'cloudformation', '--output', 'json'];
  const options = ['--skip-download', '--quiet', '--compact', '--soft-fail'];
  const { stdout } = await run(join(bin, 'checkov'), [...parameters, ...options], longest);
  const { results } = checkovReport.parse(JSON.parse(stdout));
  if (results.parsing_errors.length > 0) throw new Error('checkov cannot read the template');
  return results.failed_checks.map(({ check_id, check_name, resource }) => ({
    rule: check_id,
    about: `${resource}: ${check_name}`,
  }));
}

/** A command that found something fails, with its findings on its standard output. */
function whatItSaid(error: unknown): { stdout: string } {
  const { data } = z.object({ stdout: z.string().min(1) }).safeParse(error);
  if (!data) throw error;
  return data;
}
