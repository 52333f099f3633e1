-- Kaarten, overdrachten, zaken, ouders en de korte intake. Kolommen *_sealed zijn AES-256-GCM onder de zaaksleutel.

CREATE TABLE card (
  code        text NOT NULL,
  event_id    uuid NOT NULL REFERENCES pop_up_event,
  colour      text NOT NULL,
  animal      text NOT NULL,
  number      integer NOT NULL,
  made_at     timestamptz NOT NULL,
  handover_id uuid,
  PRIMARY KEY (event_id, code),
  CONSTRAINT u_card_number UNIQUE (event_id, number),
  CONSTRAINT u_card_handover UNIQUE (handover_id)
);

CREATE TABLE handover (
  id              uuid PRIMARY KEY,
  event_id        uuid NOT NULL REFERENCES pop_up_event,
  device_id       uuid NOT NULL REFERENCES device,
  state           text NOT NULL,
  payload_hash    bytea NOT NULL,
  content_sealed  bytea NOT NULL,
  colour          text NOT NULL,
  animal          text NOT NULL,
  number          integer NOT NULL,
  captured_at     timestamptz NOT NULL,
  clock_offset_ms integer NOT NULL,
  rules_version   text NOT NULL,
  submitted_at    timestamptz NOT NULL,
  replaces        uuid REFERENCES handover,
  ended_at        timestamptz,
  ended_by        uuid REFERENCES worker,
  decline_reason  text,
  note_sealed     bytea,
  receipt_number  text,
  receipt_signed  bytea,
  audit_head      bytea,
  CONSTRAINT u_handover_receipt UNIQUE (event_id, receipt_number)
);
CREATE INDEX i_handover_event_state ON handover (event_id, state, submitted_at);

CREATE TABLE case_file (
  id              uuid PRIMARY KEY REFERENCES handover,
  event_id        uuid NOT NULL REFERENCES pop_up_event,
  state           text NOT NULL,
  state_since     timestamptz NOT NULL,
  received_at     timestamptz NOT NULL,
  received_by     uuid NOT NULL REFERENCES worker,
  identity_sealed bytea NOT NULL,
  safety_sealed   bytea NOT NULL,
  reason          text,
  note_sealed     bytea
);
CREATE INDEX i_case_file_event_state ON case_file (event_id, state);

CREATE TABLE guardian (
  id             uuid PRIMARY KEY,
  case_id        uuid NOT NULL REFERENCES handover,
  position       integer NOT NULL,
  state          text NOT NULL,
  state_at       timestamptz NOT NULL,
  relation       text NOT NULL,
  call_before    timestamptz,
  details_sealed bytea NOT NULL,
  CONSTRAINT u_guardian_position UNIQUE (case_id, position)
);

CREATE TABLE guardian_contact (
  id             uuid PRIMARY KEY,
  guardian_id    uuid NOT NULL REFERENCES guardian,
  at             timestamptz NOT NULL,
  state          text NOT NULL,
  worker_id      uuid REFERENCES worker,
  details_sealed bytea
);
CREATE INDEX i_guardian_contact_guardian ON guardian_contact (guardian_id, at);

CREATE TABLE intake_section (
  case_id     uuid NOT NULL REFERENCES case_file,
  section     text NOT NULL,
  version     integer NOT NULL,
  data_sealed bytea NOT NULL,
  saved_at    timestamptz NOT NULL,
  saved_by    uuid NOT NULL REFERENCES worker,
  PRIMARY KEY (case_id, section)
);
