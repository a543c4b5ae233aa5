WITH names AS (
  -- Of one max() SQLite gives the other columns of its row: the queue's name when the interval's last contact came.
  SELECT begins, queue, name, max(enqueued || id) FROM queued GROUP BY begins, queue
)
SELECT shown AS interval_start,
       utc AS interval_start_utc,
       arn AS queue_arn,
       names.name AS queue_name,
       CASE WHEN count(connected) = 0 THEN 0 ELSE sum(talk) FILTER (WHERE connected IS NOT NULL) END AS talking_call_dur,
       CASE WHEN count(connected) = 0 THEN 0 ELSE sum(wrap_up) FILTER (WHERE connected IS NOT NULL) END AS wrap_up_dur,
       count(transferred_to) AS overflow_in_call_cnt,
       count(transferred_at) AS overflow_out_call_cnt,
       count(*) - count(connected) AS aband_call_cnt,
       count(connected) AS answ_call_cnt,
       CASE WHEN count(connected) = 0 THEN 0 ELSE sum(wait) FILTER (WHERE connected IS NOT NULL) END AS queued_and_answ_call_dur,
       CASE WHEN count(connected) = count(*) THEN 0 ELSE sum(wait) FILTER (WHERE connected IS NULL) END AS queued_and_aband_call_dur,
       max(wait) FILTER (WHERE connected IS NOT NULL) AS queued_answ_longest_que_dur,
       max(wait) FILTER (WHERE connected IS NULL) AS queued_aband_longest_que_dur,
       NULL AS avg_avail_member_cnt,
       count(*) FILTER (WHERE connected IS NOT NULL AND wait < 20) AS ans_servicelevel_cnt,
       NULL AS wait_dur,
       count(*) FILTER (WHERE connected IS NULL AND wait < 5) AS aband_short_call_cnt,
       count(*) FILTER (WHERE connected IS NULL AND wait < 20) AS aband_within_sl_cnt
FROM queued JOIN names USING (begins, queue) JOIN intervals USING (begins)
GROUP BY begins, queue
ORDER BY begins, queue
