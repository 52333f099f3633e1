-- De regels, de Halt-feiten en het evenement met zijn mandaat, elke aangenomen versie naast de andere.

CREATE TABLE law_version (
  kind        text NOT NULL CHECK (kind IN ('RULES', 'OFFENCES', 'EVENT')),
  subject     text NOT NULL,
  version     text NOT NULL CHECK (length(version) BETWEEN 1 AND 10),
  content     bytea NOT NULL,
  sha256      bytea NOT NULL CHECK (length(sha256) = 32),
  signed_by   text NOT NULL,
  signer      text NOT NULL,
  made_at     timestamptz NOT NULL,
  accepted_at timestamptz NOT NULL,
  accepted_by text NOT NULL,
  PRIMARY KEY (kind, subject, version)
);
COMMENT ON TABLE law_version IS 'Aangenomen bestanden, byte voor byte; nooit gewijzigd of verwijderd. Geen persoonsgegevens van jongeren.';
COMMENT ON COLUMN law_version.subject IS 'Het evenement; leeg voor regels en feiten.';
COMMENT ON COLUMN law_version.signed_by IS 'SHA-256 van de publieke sleutel die het pakket tekende, hexadecimaal.';
COMMENT ON COLUMN law_version.signer IS 'Naam van het bestand met die sleutel onder de vertrouwde sleutels.';
COMMENT ON COLUMN law_version.accepted_by IS 'system bij de start, anders wie op welk toestel.';
