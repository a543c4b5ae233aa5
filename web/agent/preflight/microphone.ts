import type { PreflightReason } from '../../../model/messages/preflight.ts';
import { type Finding, found, passed } from './finding.ts';

type Source = Pick<MediaDevices, 'getUserMedia'>;

/** The microphone while a check lasts. */
export class Microphone {
  readonly #source: Source | undefined;
  /** Once it is open. */
  stream: MediaStream | undefined;
  /** Why it did not open. */
  fault: PreflightReason | undefined;

  constructor(source: Source | undefined = navigator.mediaDevices) {
    this.#source = source;
  }

  /** Asks the browser for it: a prompt may appear. Gives what the page's permission is by what came of that. */
  async open(): Promise<Finding> {
    try {
      if (this.#source) this.stream = await this.#source.getUserMedia({ audio: true });
      else this.fault = 'unsupported';
    } catch (error) {
      this.fault = reasonOf(error instanceof Error ? error.name : '');
    }
    return judgeOpening(this.fault);
  }

  close(): void {
    for (const track of this.stream?.getTracks() ?? []) track.stop();
    this.stream = undefined;
  }
}

/** A microphone that is missing or in use has been allowed. */
function judgeOpening(fault: PreflightReason | undefined): Finding {
  return fault === 'denied' || fault === 'unsupported' ? found('failed', fault) : passed();
}

/** What the permission is without asking. Where the browser does not tell, or nobody was asked, that says nothing. */
export async function checkPermission(
  permissions: Pick<Permissions, 'query'> | undefined = navigator.permissions,
): Promise<Finding> {
  const permission = await permissions?.query({ name: 'microphone' }).catch(() => undefined);
  return judgePermission(permission?.state);
}

export function judgePermission(state: PermissionState | undefined): Finding {
  if (state === 'granted') return passed();
  if (state === 'denied') return found('failed', 'denied');
  return found('skipped', state === 'prompt' ? 'notAsked' : 'unsupported');
}

/** The names of errors: Media Capture and Streams (W3C), `getUserMedia()`. */
function reasonOf(name: string): PreflightReason {
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  if (name === 'NotFoundError') return 'missing';
  return name === 'NotReadableError' || name === 'AbortError' ? 'inUse' : 'unsupported';
}
