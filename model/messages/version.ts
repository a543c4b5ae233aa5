/**
 * The versions of the messages that are taken, newest first: what today's page sends, and the one before, because tabs
 * stay open for days after an upgrade. New optional fields need no new version: a function drops what it does not know,
 * and may not ask for what an older page does not send. Any other change does: then the newest shape reads the one before
 * by a transform, and test/recordings/messages-v<version> keeps what pages of each version really sent.
 */
export const acceptedVersions = [1] as const;

export const messageVersion = acceptedVersions[0];

/**
 * The `type` of the problem that functions answer to a page that is newer than they are, as after a rollback. Such a
 * page keeps its messages: the next deployment will take them.
 */
export const newerPageProblem = 'urn:softphone-quality:problem:newerPage';

/** Why a version is not taken, and what to do. */
export function explainVersion(version: unknown): string {
  const taken = `this deployment takes ${acceptedVersions.join(' and ')}`;
  if (typeof version !== 'number' || !Number.isInteger(version)) return `a whole number: ${taken}`;
  return version > messageVersion
    ? `newer than this deployment: ${taken}; deploy the functions that belong to the page`
    : `too old: ${taken}; reload the page`;
}
