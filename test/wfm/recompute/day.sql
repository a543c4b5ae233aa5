-- Of what came as JSON, in the tables records and events. The day is Berlin's 2026-10-25, of 25 hours: until 01:00 UTC its
-- clocks are 2 hours ahead.
CREATE TABLE intervals AS
WITH RECURSIVE quarters (begins) AS (
  SELECT CAST(strftime('%s', '2026-10-24T22:00:00Z') AS INTEGER)
  UNION ALL
  SELECT begins + 900 FROM quarters WHERE begins + 900 < CAST(strftime('%s', '2026-10-25T23:00:00Z') AS INTEGER)
)
SELECT begins,
       strftime('%Y-%m-%dT%H:%M:%SZ', begins, 'unixepoch') AS utc,
       CASE
         WHEN begins < CAST(strftime('%s', '2026-10-25T01:00:00Z') AS INTEGER)
         THEN strftime('%Y-%m-%dT%H:%M:%S+02:00', begins + 7200, 'unixepoch')
         ELSE strftime('%Y-%m-%dT%H:%M:%S+01:00', begins + 3600, 'unixepoch')
       END AS shown
FROM quarters;

CREATE TABLE newest AS
SELECT json FROM (
  SELECT json, row_number() OVER (PARTITION BY json ->> '$.ContactId' ORDER BY json ->> '$.LastUpdateTimestamp' DESC) AS place
  FROM records
)
WHERE place = 1;

CREATE TABLE queued AS
SELECT json ->> '$.ContactId' AS id,
       CAST(strftime('%s', json ->> '$.Queue.EnqueueTimestamp') AS INTEGER) / 900 * 900 AS begins,
       json ->> '$.Queue.EnqueueTimestamp' AS enqueued,
       coalesce(json ->> '$.Queue.ARN', json ->> '$.Queue.Name') AS queue,
       json ->> '$.Queue.ARN' AS arn,
       json ->> '$.Queue.Name' AS name,
       json ->> '$.Queue.Duration' AS wait,
       lower(json ->> '$.Agent.Username') AS agent,
       json ->> '$.Agent.ConnectedToAgentTimestamp' AS connected,
       json ->> '$.Agent.AgentInteractionDuration' AS talk,
       json ->> '$.Agent.AfterContactWorkDuration' AS wrap_up,
       json ->> '$.TransferCompletedTimestamp' AS transferred_at,
       json ->> '$.TransferredToEndpoint.Type' AS transferred_to
FROM newest
WHERE json ->> '$.Queue.EnqueueTimestamp' IS NOT NULL
  AND coalesce(json ->> '$.Queue.ARN', json ->> '$.Queue.Name') IS NOT NULL
  AND coalesce(json ->> '$.InitiationMethod', '') NOT IN ('OUTBOUND', 'EXTERNAL_OUTBOUND', 'MONITOR');
