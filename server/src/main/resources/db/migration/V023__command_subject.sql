ALTER TABLE command
  ADD COLUMN subject uuid,
  ALTER COLUMN body_match DROP NOT NULL;
COMMENT ON COLUMN command.subject IS 'Zaak of overdracht waar de opdracht over ging; leeg als zij over geen van beide ging.';
COMMENT ON COLUMN command.body_match IS 'Waaraan dezelfde opdracht wordt herkend; leeg zodra de zaak is gewist.';

UPDATE command SET subject = c.id FROM case_file c WHERE answer->>'id' = c.id::text;
UPDATE command SET body_match = NULL FROM case_file c WHERE subject = c.id AND c.state = 'ERASED';

CREATE INDEX command_subject ON command (subject) WHERE body_match IS NOT NULL;
