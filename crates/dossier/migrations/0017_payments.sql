-- What favourable decisions give, from the decision to the order: one row for each dossier to pay, so that none is ordered twice.
-- `matches` is what the second agent said of the account: 1 it is theirs, 0 it is not, nothing when nobody looked or when the person
-- gave another one since. What was checked is sealed under the dossier's key. `visible_at` is when the decision may not be taken back any more.
CREATE TABLE payments (
    organisation_id TEXT NOT NULL,
    dossier_id TEXT NOT NULL,
    group_id TEXT NOT NULL,
    procedure_id TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    visible_at BIGINT NOT NULL,
    matches BIGINT CHECK (matches IN (0, 1)),
    checked_by TEXT,
    checked_at BIGINT,
    check_sealed BYTEA,
    order_id TEXT,
    place BIGINT,
    PRIMARY KEY (organisation_id, dossier_id),
    FOREIGN KEY (organisation_id, dossier_id) REFERENCES dossiers (organisation_id, id)
);
CREATE INDEX payments_to_check ON payments (organisation_id, group_id, visible_at, dossier_id)
    WHERE matches IS NULL AND order_id IS NULL;
CREATE INDEX payments_to_order ON payments (organisation_id, group_id, visible_at, dossier_id)
    WHERE matches = 1 AND order_id IS NULL;
CREATE INDEX payments_of_order ON payments (organisation_id, order_id, place);

-- Orders for the finance department. The file and its lines are sealed under the order's own key, in the row: they are written with what
-- they order, or not at all. `number` counts the orders of the organisation.
CREATE TABLE payment_orders (
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    id TEXT NOT NULL,
    number BIGINT NOT NULL,
    group_id TEXT NOT NULL,
    procedure_id TEXT NOT NULL,
    agent_id TEXT NOT NULL,
    at BIGINT NOT NULL,
    lines BIGINT NOT NULL CHECK (lines > 0),
    total BIGINT NOT NULL CHECK (total > 0),
    document_sealed BYTEA,
    sent_at BIGINT,
    sent_by TEXT,
    cancelled_at BIGINT,
    cancelled_by TEXT,
    reason_sealed BYTEA,
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, number)
);
CREATE INDEX payment_orders_of_group ON payment_orders (organisation_id, group_id, number);
