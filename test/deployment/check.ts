/**
 * `npm run check:deployment`: packages each variant of the deployment, and has cfn-lint and checkov judge it. Fails on
 * what explained-findings.ts does not explain, and on an explanation that nothing needs any more.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { explainedFindings } from './explained-findings.ts';
import { audit, type Finding, lint } from './judges.ts';
import { packageVariant } from './package-variant.ts';
import { variants } from './variants.ts';

const REGION = 'eu-central-1';
const folder = mkdtempSync(join(tmpdir(), 'check-deployment-'));
const found = new Set<string>();
const faults: string[] = [];

try {
  await Promise.all(Object.keys(variants).map(judge));
  for (const { rule } of explainedFindings.filter(({ rule }) => !found.has(rule))) {
    faults.push(`${rule} finds nothing any more: take it out of explained-findings.ts`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;

async function judge(name: string): Promise<void> {
  const template = await packageVariant('check', variants[name] ?? {}, join(folder, name));
  const findings = (await Promise.all([lint(template, REGION), audit(template)])).flat();
  for (const { rule } of findings) found.add(rule);
  const unexplained = findings.filter(({ rule }) => !explainedIn(name).includes(rule));
  faults.push(...unexplained.map((finding) => describe(name, finding)));
  console.info(`${name}: ${findings.length} findings, ${unexplained.length} of them not explained`);
}

function explainedIn(variant: string): string[] {
  return explainedFindings.filter(({ unless }) => unless !== variant).map(({ rule }) => rule);
}

function describe(variant: string, { rule, about }: Finding): string {
  return `${variant}: ${rule} ${about}`;
}
