-- One row per contact that began in the day, of its newest record.
SELECT json ->> '$.ContactId' AS ContactId,
       json ->> '$.Channel' AS Channel,
       json ->> '$.InitiationMethod' AS InitiationMethod,
       strftime('%Y-%m-%dT%H:%M:%fZ', json ->> '$.InitiationTimestamp') AS InitiationTimestamp,
       strftime('%Y-%m-%dT%H:%M:%fZ', json ->> '$.DisconnectTimestamp') AS DisconnectTimestamp,
       json ->> '$.DisconnectReason' AS DisconnectReason,
       json ->> '$.Queue.ARN' AS Queue_ARN,
       json ->> '$.Queue.Name' AS Queue_Name,
       strftime('%Y-%m-%dT%H:%M:%fZ', json ->> '$.Queue.EnqueueTimestamp') AS Queue_EnqueueTimestamp,
       json ->> '$.Queue.Duration' AS Queue_Duration,
       json ->> '$.Agent.ARN' AS Agent_ARN,
       lower(json ->> '$.Agent.Username') AS Agent_Username,
       strftime('%Y-%m-%dT%H:%M:%fZ', json ->> '$.Agent.ConnectedToAgentTimestamp') AS Agent_ConnectedToAgentTimestamp,
       json ->> '$.Agent.AgentInteractionDuration' AS Agent_AgentInteractionDuration,
       json ->> '$.Agent.CustomerHoldDuration' AS Agent_CustomerHoldDuration,
       json ->> '$.Agent.AfterContactWorkDuration' AS Agent_AfterContactWorkDuration,
       strftime('%Y-%m-%dT%H:%M:%fZ', json ->> '$.TransferCompletedTimestamp') AS TransferCompletedTimestamp,
       json ->> '$.TransferredToEndpoint.Type' AS TransferredToEndpoint_Type,
       strftime('%Y-%m-%dT%H:%M:%fZ', json ->> '$.LastUpdateTimestamp') AS LastUpdateTimestamp
FROM newest
WHERE json ->> '$.InitiationTimestamp' >= '2026-10-24T22:00:00Z'
  AND json ->> '$.InitiationTimestamp' < '2026-10-25T23:00:00Z'
ORDER BY InitiationTimestamp, ContactId
