WITH answered AS (
  SELECT * FROM queued WHERE connected IS NOT NULL AND agent IS NOT NULL
), names AS (
  SELECT begins, queue, agent, name, max(enqueued || id) FROM answered GROUP BY begins, queue, agent
)
SELECT shown AS interval_start,
       utc AS interval_start_utc,
       arn AS queue_arn,
       names.name AS queue_name,
       agent AS agent_username,
       sum(talk) AS talking_call_dur,
       sum(wrap_up) AS wrap_up_dur,
       count(*) AS answ_call_cnt,
       count(transferred_at) AS transfer_out_call_cnt
FROM answered JOIN names USING (begins, queue, agent) JOIN intervals USING (begins)
GROUP BY begins, queue, agent
ORDER BY begins, queue, agent
