-- What a sitting's events need beside an item and an answer: a reason, a section, the extra time.
ALTER TABLE sitting_event ADD COLUMN detail TEXT;
-- Who reads aloud and answers for a person who cannot use the screen.
ALTER TABLE visit ADD COLUMN accompanied_by TEXT REFERENCES staff (id);
-- How many times the sitting was begun again before the event: an item is answered once in each.
ALTER TABLE sitting_event ADD COLUMN round INTEGER NOT NULL DEFAULT 0;
DROP INDEX an_item_is_answered_once;
CREATE UNIQUE INDEX an_item_is_answered_once ON sitting_event (sitting_id, round, item) WHERE kind IN ('answered', 'time_ran_out');
