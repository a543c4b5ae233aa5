/** A counter that can be waited on: what the long poll of the agent API needs. */
export class ChangeSignal {
  #version = 1;
  readonly #waiters = new Set<() => void>();

  get version(): number {
    return this.#version;
  }

  raise(): void {
    this.#version += 1;
    for (const wake of [...this.#waiters]) wake();
  }

  /** Resolves when the version differs from `seen`, after `timeoutMs`, or when the client has gone. */
  async changedSince(seen: number | undefined, timeoutMs: number, gone: AbortSignal): Promise<void> {
    if (seen !== this.#version || gone.aborted) return;
    await new Promise<void>((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.#waiters.delete(wake);
        gone.removeEventListener('abort', wake);
        resolve();
      };
      const timer = setTimeout(wake, timeoutMs);
      this.#waiters.add(wake);
      gone.addEventListener('abort', wake);
    });
  }
}
