/** An error that the AWS SDK recognises by its type. */
export class ConnectApiError extends Error {
  readonly status: 400 | 404 | 429;
  readonly type: string;

  constructor(status: ConnectApiError['status'], type: string, message: string) {
    super(message);
    this.name = 'ConnectApiError';
    this.status = status;
    this.type = type;
  }
}
