-- A back-up and the daily sweep ask which stored files are parts of uploads that wait.
CREATE INDEX upload_parts_by_blob ON upload_parts (blob);
