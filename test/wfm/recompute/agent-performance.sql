WITH told AS (
  SELECT lower(json ->> '$.CurrentAgentSnapshot.Configuration.Username') AS agent,
         CAST(strftime('%s', json ->> '$.EventTimestamp') AS INTEGER) AS since,
         json ->> '$.EventTimestamp' AS exactly,
         json ->> '$.EventId' AS id,
         CASE
           WHEN json ->> '$.EventType' = 'LOGOUT' THEN 'OFFLINE'
           WHEN json ->> '$.CurrentAgentSnapshot.AgentStatus.Type' IS NOT NULL THEN json ->> '$.CurrentAgentSnapshot.AgentStatus.Type'
           WHEN json ->> '$.CurrentAgentSnapshot.AgentStatus.Name' = 'Available' THEN 'ROUTABLE'
           WHEN json ->> '$.CurrentAgentSnapshot.AgentStatus.Name' = 'Offline' THEN 'OFFLINE'
           ELSE 'CUSTOM'
         END AS kind,
         (SELECT count(*) FROM json_each(events.json, '$.CurrentAgentSnapshot.Contacts') AS contact
          WHERE contact.value ->> '$.State' NOT IN ('ERROR', 'MISSED', 'REJECTED')) AS contacts
  FROM events
), spans AS (
  SELECT *, min(since + 300, coalesce(lead(since) OVER (PARTITION BY agent ORDER BY exactly, id), since + 300)) AS until
  FROM told
), parts AS (
  SELECT begins, shown, utc, agent, kind, contacts, min(until, begins + 900) - max(since, begins) AS seconds
  FROM spans JOIN intervals ON since < begins + 900 AND until > begins
  WHERE kind <> 'OFFLINE' AND until > since
)
SELECT shown AS interval_start,
       utc AS interval_start_utc,
       agent AS agent_username,
       sum(seconds) AS tot_work_dur,
       coalesce(sum(seconds) FILTER (WHERE kind = 'CUSTOM'), 0) AS pause_dur,
       coalesce(sum(seconds) FILTER (WHERE kind <> 'CUSTOM'), 0) AS avail_dur,
       coalesce(sum(seconds) FILTER (WHERE kind = 'ROUTABLE' AND contacts = 0), 0) AS wait_dur,
       NULL AS admin_dur,
       NULL AS direct_out_call_cnt,
       NULL AS direct_out_call_dur,
       NULL AS direct_in_call_cnt,
       NULL AS direct_in_call_dur
FROM parts
GROUP BY begins, agent
ORDER BY begins, agent
