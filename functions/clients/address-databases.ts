import type { Config } from '../config.ts';
import type { Telemetry } from '../edge/telemetry.ts';
import type { AddressDatabase, AddressDatabases } from '../enrich/geography.ts';

/**
 * The deployment's address databases. A file is read when it is first needed, so that starting stays quick; one that
 * cannot be read is reported once and then left out.
 */
export function openAddressDatabases(files: Config['databases'], telemetry: Telemetry): AddressDatabases {
  const lazily = (name: string, file: string | undefined) => {
    let opened: Promise<AddressDatabase | undefined> | undefined;
    return () => {
      opened ??= file ? openOne(name, file, telemetry) : Promise.resolve(undefined);
      return opened;
    };
  };
  return {
    country: lazily('country', files.country),
    city: lazily('city', files.city),
    asn: lazily('asn', files.asn),
  };
}

async function openOne(
  name: string,
  file: string,
  telemetry: Telemetry,
): Promise<AddressDatabase | undefined> {
  try {
    // Not before it is needed: starting a function has no time for it.
    const { open } = await import('maxmind');
    return await open(file);
  } catch {
    telemetry.warn('cannot read an address database: calls are stored without what it knows', { name, file });
    return undefined;
  }
}
