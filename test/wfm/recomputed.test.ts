import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeAll, expect, test } from 'vitest';
import { type WfmFile, wfmFiles, wfmHeaders, wfmRows } from '../../model/wfm/files.ts';
import { dayStretch } from '../../model/wfm/interval.ts';
import { sourcesOfMany } from './collect-wfm.ts';
import { generateEvents, generateRecords } from './generated-records.ts';

/**
 * The same day twice: through the collectors and model/wfm, and from the raw JSON in plain SQL (recompute/*.sql), which
 * shares nothing with them.
 */
const settings = { zone: 'Europe/Berlin', serviceLevelSeconds: 20, shortCallSeconds: 5 };
const sql = (name: string) => readFileSync(join(import.meta.dirname, 'recompute', `${name}.sql`), 'utf8');
const records = generateRecords(50_000);
const events = generateEvents(20);
const database = new DatabaseSync(':memory:');
let rows: ReturnType<typeof wfmRows>;

beforeAll(() => {
  for (const [table, its] of Object.entries({ records, events })) {
    database.exec(`CREATE TABLE ${table} (json TEXT NOT NULL)`);
    const insert = database.prepare(`INSERT INTO ${table} VALUES (?)`);
    for (const one of its) insert.run(JSON.stringify(one));
  }
  database.exec(sql('day'));
  const sources = sourcesOfMany(records, events, Date.parse('2026-10-28T00:00:00Z'));
  rows = wfmRows(sources, dayStretch('2026-10-25', settings.zone), settings);
}, 240_000);

const atLeast: Readonly<Record<WfmFile, number>> = {
  contacts: 40_000,
  'queue-statistics': 100 * 8,
  'agent-queue-statistics': 15_000,
  'agent-performance': 100 * 18,
};

test.each(wfmFiles)(
  'every figure of %s is what plain SQL makes of 50,000 records',
  (file) => {
    const recomputed = database.prepare(sql(file)).all();
    expect(recomputed.length).toBeGreaterThanOrEqual(atLeast[file]);
    expect(Object.keys(recomputed[0] ?? {})).toEqual(wfmHeaders[file]);
    expect(rows[file].map((row) => row.map((cell) => cell ?? null))).toEqual(
      recomputed.map((row) => Object.values(row)),
    );
  },
  120_000,
);
