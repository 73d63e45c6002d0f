-- The one row that followers hold while they count: two at once would write the same cells. Nothing is counted yet.
INSERT INTO monitoring.progress (follower, xid, event_id, horizon, counted_on, caught_up_at)
VALUES ('cells', 0, '00000000-0000-0000-0000-000000000000', 0, 'epoch', 'epoch');
