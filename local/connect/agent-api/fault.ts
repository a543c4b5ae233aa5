/** An error of the agent API, in the shape that the AWS SDK inside Streams reads. */
export class ApiFault extends Error {
  readonly status: 400 | 401 | 404 | 500 | 503;
  readonly type: string;

  constructor(status: ApiFault['status'], type: string, message: string) {
    super(message);
    this.name = 'ApiFault';
    this.status = status;
    this.type = type;
  }
}
