"""From a reading to the record: pure functions over text and labels; no model is needed."""
