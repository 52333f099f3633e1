-- Een melding die ons eigen kenmerk teruggeeft, vindt haar bericht ook als de gateway nooit een kenmerk gaf.

ALTER TABLE message_report ADD COLUMN message_id uuid;
CREATE INDEX i_message_report_message ON message_report (message_id) WHERE part_id IS NULL AND message_id IS NOT NULL;
COMMENT ON COLUMN message_report.message_id IS 'Ons kenmerk van het bericht, als de gateway het teruggeeft.';
