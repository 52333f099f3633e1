ALTER TABLE command ADD COLUMN path_match bytea;
COMMENT ON COLUMN command.path_match IS 'Waaraan wordt herkend waarheen de opdracht ging (methode en pad, versleuteld vergeleken); blijft als de zaak is gewist. Leeg bij een opdracht van voor deze kolom.';
