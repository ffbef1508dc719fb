-- What a signed copy looks like, beside its bytes: the screen shows what was signed, whatever became of the data since.

ALTER TABLE signed_copy ADD COLUMN pages TEXT;
ALTER TABLE signed_copy ADD COLUMN person_pages TEXT;
