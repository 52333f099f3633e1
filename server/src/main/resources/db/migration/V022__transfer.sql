-- A case that goes to another system, and what is left of it afterwards.

CREATE TABLE transfer (
  id             uuid PRIMARY KEY,
  event_id       uuid NOT NULL REFERENCES pop_up_event,
  case_id        uuid NOT NULL REFERENCES case_file,
  purpose        text NOT NULL CHECK (purpose IN ('DOSSIER', 'NEGATIVE_REPORT')),
  receiver       text,
  receiver_name  text NOT NULL,
  replaces       uuid REFERENCES transfer,
  step           text NOT NULL CHECK (step IN ('ASSEMBLED', 'SEALED', 'SENT', 'CONFIRMED', 'CANCELLED')),
  assembled_at   timestamptz NOT NULL,
  assembled_by   uuid REFERENCES worker,
  content_sealed bytea,
  sealed_at      timestamptz,
  package        bytea,
  package_sha256 bytea,
  sent_at        timestamptz,
  case_number    text,
  receipt        bytea,
  confirmed_at   timestamptz,
  attempts       integer NOT NULL DEFAULT 0,
  due_at         timestamptz NOT NULL,
  claimed_by     text,
  claimed_until  timestamptz,
  problem        text,
  problem_status integer NOT NULL DEFAULT 0,
  problem_at     timestamptz,
  CONSTRAINT c_transfer_confirmed CHECK ((step = 'CONFIRMED') = (confirmed_at IS NOT NULL)),
  CONSTRAINT c_transfer_sealed CHECK ((sealed_at IS NULL) = (package_sha256 IS NULL))
);
CREATE INDEX i_transfer_case ON transfer (case_id, assembled_at);
CREATE INDEX i_transfer_due ON transfer (due_at) WHERE step IN ('ASSEMBLED', 'SEALED', 'SENT');
CREATE UNIQUE INDEX u_transfer_underway ON transfer (case_id, receiver) WHERE step IN ('ASSEMBLED', 'SEALED', 'SENT');
COMMENT ON TABLE transfer IS 'Elke stap van een overdracht met haar uitkomst, zodat zij na een val verdergaat waar zij was. Zonder ontvanger: op papier overhandigd.';
COMMENT ON COLUMN transfer.content_sealed IS 'Wat er in het pakket gaat, onder de zaaksleutel; op papier: aan wie en wanneer. Leeg na het wissen van de zaak.';
COMMENT ON COLUMN transfer.package IS 'Ondertekend en voor de ontvanger verzegeld: dit loket kan het zelf niet meer openen. Leeg na het wissen van de zaak.';
COMMENT ON COLUMN transfer.package_sha256 IS 'Staat ook in het logboek, zodat een verandering opvalt.';
COMMENT ON COLUMN transfer.case_number IS 'Het zaaknummer bij de ontvanger, zodra die het noemt.';

-- Of an erased case nothing is left but when it was here and how it ended.
ALTER TABLE case_file DROP CONSTRAINT c_case_file_awaiting;
ALTER TABLE case_file ADD CONSTRAINT c_case_file_awaiting
  CHECK ((state = 'ERASED' AND num_nonnulls(identity_sealed, safety_sealed, note_sealed, progress_sealed) = 0)
      OR ((awaiting_since IS NULL) = (identity_sealed IS NOT NULL)
     AND (identity_sealed IS NULL) = (safety_sealed IS NULL)));
