/** Lets the browser save what was made here. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Not at once: the download begins after this.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** `poor-calls-by-queue-2026-11-18T1005.csv`: what it is, and when it was taken (UTC). */
export function fileName(title: string, extension: string, at: Date = new Date()): string {
  const stem = title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return `${stem}-${at.toISOString().slice(0, 16).replaceAll(':', '')}.${extension}`;
}
