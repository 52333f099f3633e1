-- De documenten aan het loket: elke versie naast de andere, zodat na te gaan blijft wat iemand is getoond.

CREATE TABLE document_template (
  id        text NOT NULL CHECK (id IN
    ('RIGHTS', 'OFFER', 'LEAFLET', 'CONSENT', 'GUARDIAN_CONSENT', 'GUARDIAN_INFORMATION', 'GUARDIAN_LETTER',
     'RECEIPT', 'NEGATIVE_REPORT')),
  language  text NOT NULL CHECK (language IN ('nl', 'en', 'de', 'fr', 'pl', 'tr', 'ar', 'uk')),
  version   integer NOT NULL CHECK (version > 0),
  pieces    text NOT NULL CHECK (length(pieces) BETWEEN 2 AND 100000),
  made_at   timestamptz NOT NULL,
  state     text NOT NULL CHECK (state IN ('DRAFT', 'SIGNED')),
  signed_at timestamptz,
  signed_by text,
  PRIMARY KEY (id, language, version),
  CONSTRAINT c_document_template_signed
    CHECK ((state = 'SIGNED') = (signed_at IS NOT NULL AND signed_by IS NOT NULL))
);
COMMENT ON TABLE document_template IS 'Een versie verandert nooit, zij wordt alleen ondertekend. Zonder handtekening wordt zij niet aangeboden.';
COMMENT ON COLUMN document_template.pieces IS 'De stukken van het document als JSON, met de feiten waarbij elk stuk hoort. Geen persoonsgegevens.';
