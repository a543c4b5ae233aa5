const nowhere = 'http://127.0.0.1:9/unused';

/** Variables without which functions do not start; nothing here is ever sent there. */
export const unusedAws = {
  FAILED_RECORDS_BUCKET: 'unused',
  INGEST_QUEUE_URL: nowhere,
  AWS_ENDPOINT_URL: nowhere,
  AWS_ACCESS_KEY_ID: 'unused',
  AWS_SECRET_ACCESS_KEY: 'unused',
  AWS_LAMBDA_FUNCTION_NAME: 'bench',
};
