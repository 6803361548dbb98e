--
-- PostgreSQL database dump
--


-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: kept_schema; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA kept_schema;


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: agent_groups; Type: TABLE; Schema: kept_schema; Owner: -
--

CREATE TABLE kept_schema.agent_groups (
    organisation_id text NOT NULL,
    id text NOT NULL,
    slug text NOT NULL,
    name text NOT NULL,
    service_id text NOT NULL
);


--
-- Name: agents; Type: TABLE; Schema: kept_schema; Owner: -
--

CREATE TABLE kept_schema.agents (
    organisation_id text NOT NULL,
    id text NOT NULL,
    email text NOT NULL,
    first_name text NOT NULL,
    last_name text NOT NULL,
    quality text NOT NULL,
    service_id text NOT NULL,
    delegation text,
    password_hash text NOT NULL,
    totp_sealed bytea,
    totp_last_step bigint NOT NULL,
    failed_tries bigint NOT NULL,
    locked_until bigint,
    created_at bigint NOT NULL,
    disabled_at bigint
);


--
-- Name: challenges; Type: TABLE; Schema: kept_schema; Owner: -
--

CREATE TABLE kept_schema.challenges (
    organisation_id text NOT NULL,
    id text NOT NULL,
    session_id text NOT NULL,
    address_sealed bytea NOT NULL,
    purpose text NOT NULL,
    dossier_id text,
    decoy bigint NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    tries bigint NOT NULL,
    confirmed_at bigint,
    CONSTRAINT challenges_decoy_check CHECK ((decoy = ANY (ARRAY[(0)::bigint, (1)::bigint])))
);


--
-- Name: data_keys; Type: TABLE; Schema: kept_schema; Owner: -
--

CREATE TABLE kept_schema.data_keys (
    organisation_id text NOT NULL,
    subject text NOT NULL,
    wrapped bytea NOT NULL,
    created_at bigint NOT NULL
);


--
-- Name: decisions; Type: TABLE; Schema: kept_schema; Owner: -
--

CREATE TABLE kept_schema.decisions (
    organisation_id text NOT NULL,
    dossier_id text NOT NULL,
    agent_id text NOT NULL,
    sealed bytea NOT NULL,
    at bigint NOT NULL
);


--
-- Name: deliveries; Type: TABLE; Schema: kept_schema; Owner: -
--

CREATE TABLE kept_schema.deliveries (
    fact_id text NOT NULL,
    subscriber text NOT NULL,
    delivered_at bigint NOT NULL
);


--
-- Name: dossier_answers; Type: TABLE; Schema: kept_schema; Owner: -
--

CREATE TABLE kept_schema.dossier_answers (
    organisation_id text NOT NULL,
    dossier_id text NOT NULL,
    version bigint NOT NULL,
    sealed bytea NOT NULL,
    entries_sealed bytea,
    at bigint NOT NULL
);


--
-- Name: dossier_names; Type: TABLE; Schema: kept_schema; Owner: -
--

CREATE TABLE kept_schema.dossier_names (
    organisation_id text NOT NULL,
    token bigint NOT NULL,
    dossier_id text NOT NULL
);


--
-- Name: dossiers; Type: TABLE; Schema: kept_schema; Owner: -
--

CREATE TABLE kept_schema.dossiers (
    organisation_id text NOT NULL,
    id text NOT NULL,
    number text NOT NULL,
    procedure_id text NOT NULL,
    revision_id text NOT NULL,
    group_id text NOT NULL,
    service_id text NOT NULL,
    channel text NOT NULL,
    language text NOT NULL,
    identification text NOT NULL,
    challenge_id text,
    version bigint NOT NULL,
    answers_version bigint NOT NULL,
    people_sealed bytea NOT NULL,
    label_sealed bytea NOT NULL,
    state text NOT NULL,
    silence_due bigint NOT NULL,
    created_at bigint NOT NULL,
    touched_at bigint NOT NULL,
    expires_at bigint,
    submitted_at bigint,
    waiting_since bigint,
    instructed_at bigint,
    decided_at bigint,
    outcome text,
    visible_at bigint,
    decision_read_at bigint,
    closed_at bigint,
    closing text,
    withdrawn_at bigint,
    expired_at bigint,
    erased_at bigint,
    agent_id text,
    agent_since bigint,
    CONSTRAINT dossiers_identification_check CHECK ((identification = ANY (ARRAY['email'::text, 'code'::text, 'anonymous'::text])))
);


--
-- Name: jobs; Type: TABLE; Schema: kept_schema; Owner: -
--

CREATE TABLE kept_schema.jobs (
    id text NOT NULL,
    organisation_id text NOT NULL,
    kind text NOT NULL,
    subject_id text NOT NULL,
    created_at bigint NOT NULL,
    run_at bigint NOT NULL,
    attempts bigint NOT NULL,
    given_up_at bigint,
    last_error text
);


--
-- Name: journal_acts; Type: TABLE; Schema: kept_schema; Owner: -
--

CREATE TABLE kept_schema.journal_acts (
    id text NOT NULL,
    organisation_id text NOT NULL,
    at bigint NOT NULL,
    actor_kind text NOT NULL,
    actor_id text,
    purpose text NOT NULL,
    verb text NOT NULL,
    subject_kind text NOT NULL,
    subject_id text NOT NULL,
    detail text NOT NULL,
    salt bytea NOT NULL,
    commitment bytea NOT NULL
);


--
-- Name: journal_exchanges; Type: TABLE; Schema: kept_schema; Owner: -
--

CREATE TABLE kept_schema.journal_exchanges (
    id text NOT NULL,
    organisation_id text NOT NULL,
    at bigint NOT NULL,
    actor_kind text NOT NULL,
    actor_id text,
    purpose text NOT NULL,
    verb text NOT NULL,
    subject_kind text NOT NULL,
    subject_id text NOT NULL,
    detail text NOT NULL,
    salt bytea NOT NULL,
    commitment bytea NOT NULL
);


--
-- Name: journal_security; Type: TABLE; Schema: kept_schema; Owner: -
--

CREATE TABLE kept_schema.journal_security (
    id text NOT NULL,
    organisation_id text NOT NULL,
    at bigint NOT NULL,
    actor_kind text NOT NULL,
    actor_id text,
    purpose text NOT NULL,
    verb text NOT NULL,
    subject_kind text NOT NULL,
    subject_id text NOT NULL,
    detail text NOT NULL,
    salt bytea NOT NULL,
    commitment bytea NOT NULL
);


--
-- Name: mails; Type: TABLE; Schema: kept_schema; Owner: -
--

CREATE TABLE kept_schema.mails (
    organisation_id text NOT NULL,
    id text NOT NULL,
    template text NOT NULL,
    subject_kind text NOT NULL,
    subject_id text NOT NULL,
    language text NOT NULL,
    created_at bigint NOT NULL,
    attempts bigint NOT NULL,
    sent_at bigint,
    given_up_at bigint,
    given_up_for text,
    CONSTRAINT mails_check CHECK (((sent_at IS NULL) OR (given_up_at IS NULL)))
);


--
-- Name: memberships; Type: TABLE; Schema: kept_schema; Owner: -
--

CREATE TABLE kept_schema.memberships (
    organisation_id text NOT NULL,
    agent_id text NOT NULL,
    group_id text NOT NULL,
    role text NOT NULL,
    CONSTRAINT memberships_role_check CHECK ((role = ANY (ARRAY['reader'::text, 'instructeur'::text])))
);


--
-- Name: messages; Type: TABLE; Schema: kept_schema; Owner: -
--

CREATE TABLE kept_schema.messages (
    organisation_id text NOT NULL,
    id text NOT NULL,
    dossier_id text NOT NULL,
    sender text NOT NULL,
    agent_id text,
    body_sealed bytea NOT NULL,
    at bigint NOT NULL,
    read_at bigint,
    CONSTRAINT messages_sender_check CHECK ((sender = ANY (ARRAY['usager'::text, 'service'::text])))
);


--
-- Name: notes; Type: TABLE; Schema: kept_schema; Owner: -
--

CREATE TABLE kept_schema.notes (
    organisation_id text NOT NULL,
    id text NOT NULL,
    dossier_id text NOT NULL,
    agent_id text NOT NULL,
    body_sealed bytea NOT NULL,
    at bigint NOT NULL
);


--
-- Name: organisations; Type: TABLE; Schema: kept_schema; Owner: -
--

CREATE TABLE kept_schema.organisations (
    id text NOT NULL,
    slug text NOT NULL,
    host text,
    name text NOT NULL,
    profile text NOT NULL,
    demonstration bigint NOT NULL,
    created_at bigint NOT NULL,
    CONSTRAINT organisations_demonstration_check CHECK ((demonstration = ANY (ARRAY[(0)::bigint, (1)::bigint])))
);


--
-- Name: outbox; Type: TABLE; Schema: kept_schema; Owner: -
--

CREATE TABLE kept_schema.outbox (
    id text NOT NULL,
    organisation_id text NOT NULL,
    kind text NOT NULL,
    subject_id text NOT NULL,
    detail text NOT NULL,
    at bigint NOT NULL,
    hold_until bigint NOT NULL,
    next_attempt_at bigint NOT NULL,
    attempts bigint NOT NULL,
    delivered_at bigint,
    last_error text
);


--
-- Name: parked_posts; Type: TABLE; Schema: kept_schema; Owner: -
--

CREATE TABLE kept_schema.parked_posts (
    organisation_id text NOT NULL,
    id text NOT NULL,
    number text NOT NULL,
    step text NOT NULL,
    sealed bytea NOT NULL,
    expires_at bigint NOT NULL
);


--
-- Name: pieces; Type: TABLE; Schema: kept_schema; Owner: -
--

CREATE TABLE kept_schema.pieces (
    organisation_id text NOT NULL,
    id text NOT NULL,
    dossier_id text NOT NULL,
    place text NOT NULL,
    description_sealed bytea NOT NULL,
    media_type text NOT NULL,
    size bigint NOT NULL,
    blob text NOT NULL,
    created_at bigint NOT NULL,
    removed_at bigint
);


--
-- Name: procedure_confirmations; Type: TABLE; Schema: kept_schema; Owner: -
--

CREATE TABLE kept_schema.procedure_confirmations (
    organisation_id text NOT NULL,
    procedure_id text NOT NULL,
    checksum text NOT NULL,
    confirmed_by text NOT NULL,
    confirmed_at bigint NOT NULL
);


--
-- Name: procedure_revisions; Type: TABLE; Schema: kept_schema; Owner: -
--

CREATE TABLE kept_schema.procedure_revisions (
    organisation_id text NOT NULL,
    id text NOT NULL,
    procedure_id text NOT NULL,
    number bigint NOT NULL,
    group_id text NOT NULL,
    service_id text NOT NULL,
    source text NOT NULL,
    checksum text NOT NULL,
    description text NOT NULL,
    compiled text NOT NULL,
    evaluator bigint NOT NULL,
    published_at bigint NOT NULL,
    published_by text
);


--
-- Name: procedures; Type: TABLE; Schema: kept_schema; Owner: -
--

CREATE TABLE kept_schema.procedures (
    organisation_id text NOT NULL,
    id text NOT NULL,
    slug text NOT NULL,
    group_id text NOT NULL,
    service_id text NOT NULL,
    published_revision_id text,
    closed_at bigint,
    created_at bigint NOT NULL
);


--
-- Name: receipts; Type: TABLE; Schema: kept_schema; Owner: -
--

CREATE TABLE kept_schema.receipts (
    organisation_id text NOT NULL,
    dossier_id text NOT NULL,
    sealed bytea NOT NULL,
    at bigint NOT NULL
);


--
-- Name: requests; Type: TABLE; Schema: kept_schema; Owner: -
--

CREATE TABLE kept_schema.requests (
    organisation_id text NOT NULL,
    id text NOT NULL,
    dossier_id text NOT NULL,
    agent_id text NOT NULL,
    asked_sealed bytea NOT NULL,
    due_on bigint NOT NULL,
    at bigint NOT NULL,
    answered_at bigint,
    lifted_at bigint
);


--
-- Name: schema_installation; Type: TABLE; Schema: kept_schema; Owner: -
--

CREATE TABLE kept_schema.schema_installation (
    id bigint NOT NULL,
    turn bigint NOT NULL,
    master_key text NOT NULL,
    CONSTRAINT schema_installation_id_check CHECK ((id = 1))
);


--
-- Name: schema_migrations; Type: TABLE; Schema: kept_schema; Owner: -
--

CREATE TABLE kept_schema.schema_migrations (
    room text NOT NULL,
    number bigint NOT NULL,
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at bigint NOT NULL
);


--
-- Name: services; Type: TABLE; Schema: kept_schema; Owner: -
--

CREATE TABLE kept_schema.services (
    organisation_id text NOT NULL,
    id text NOT NULL,
    slug text NOT NULL,
    name text NOT NULL,
    contact text NOT NULL
);


--
-- Name: session_dossiers; Type: TABLE; Schema: kept_schema; Owner: -
--

CREATE TABLE kept_schema.session_dossiers (
    organisation_id text NOT NULL,
    session_id text NOT NULL,
    dossier_id text NOT NULL,
    granted_at bigint NOT NULL
);


--
-- Name: sessions; Type: TABLE; Schema: kept_schema; Owner: -
--

CREATE TABLE kept_schema.sessions (
    organisation_id text NOT NULL,
    id text NOT NULL,
    token_hash text NOT NULL,
    agent_id text,
    second_factor_at bigint,
    created_at bigint NOT NULL,
    last_seen_at bigint NOT NULL,
    expires_at bigint NOT NULL
);


--
-- Data for Name: agent_groups; Type: TABLE DATA; Schema: kept_schema; Owner: -
--

INSERT INTO kept_schema.agent_groups VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-6e70-7061-8bf7-dad313e36ce1', 'etat-civil', 'État civil', '01a20308-6e70-7061-8bf7-dacff9a62c79');
INSERT INTO kept_schema.agent_groups VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-6e70-7061-8bf7-dad43e353642', 'vie-scolaire', 'Vie scolaire', '01a20308-6e70-7061-8bf7-dad0f4eb8956');
INSERT INTO kept_schema.agent_groups VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-6e70-7061-8bf7-dad5546afacd', 'cadre-de-vie', 'Cadre de vie', '01a20308-6e70-7061-8bf7-dad1e11dde77');
INSERT INTO kept_schema.agent_groups VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-6e70-7061-8bf7-dad6fb371154', 'archives', 'Archives', '01a20308-6e70-7061-8bf7-dad22098e7eb');
INSERT INTO kept_schema.agent_groups VALUES ('01a20308-6e70-7061-8bf7-dace4add42ad', '01a20308-6ef5-76f1-9be9-396591b7d857', 'etat-civil', 'État civil', '01a20308-6ef5-76f1-9be9-39613b091c1c');
INSERT INTO kept_schema.agent_groups VALUES ('01a20308-6e70-7061-8bf7-dace4add42ad', '01a20308-6ef5-76f1-9be9-3966ee47fc06', 'vie-scolaire', 'Vie scolaire', '01a20308-6ef5-76f1-9be9-3962b79f811c');
INSERT INTO kept_schema.agent_groups VALUES ('01a20308-6e70-7061-8bf7-dace4add42ad', '01a20308-6ef5-76f1-9be9-3967f633d018', 'cadre-de-vie', 'Cadre de vie', '01a20308-6ef5-76f1-9be9-3963c077c0d5');
INSERT INTO kept_schema.agent_groups VALUES ('01a20308-6e70-7061-8bf7-dace4add42ad', '01a20308-6ef5-76f1-9be9-3968d8a09ecc', 'archives', 'Archives', '01a20308-6ef5-76f1-9be9-39642ee4de46');


--
-- Data for Name: agents; Type: TABLE DATA; Schema: kept_schema; Owner: -
--

INSERT INTO kept_schema.agents VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-6e7c-71de-bf66-f306eb5f17ca', 'karim@rochebrune.example', 'Karim', 'Haddad', 'Agente instructrice', '01a20308-6e70-7061-8bf7-dacff9a62c79', 'Arrêté n° 2026-12 du 2 mars 2026', '$argon2id$v=19$m=19456,t=2,p=1$Fq0c9rZT8zSh1Dkm0rOCxw$f3FcHoC1ZmWex+r8zVunRYrmXLiaTN0emUUa4hrdmOo', NULL, 0, 0, NULL, 1795334400000000, NULL);
INSERT INTO kept_schema.agents VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-6e82-711f-895d-dc8542ff1126', 'rosa@rochebrune.example', 'Rosa', 'Lopez', 'Agente instructrice', '01a20308-6e70-7061-8bf7-dacff9a62c79', 'Arrêté n° 2026-12 du 2 mars 2026', '$argon2id$v=19$m=19456,t=2,p=1$Fq0c9rZT8zSh1Dkm0rOCxw$f3FcHoC1ZmWex+r8zVunRYrmXLiaTN0emUUa4hrdmOo', NULL, 0, 0, NULL, 1795334400000000, NULL);
INSERT INTO kept_schema.agents VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-6e8b-7024-b8ed-f1de5b15aabe', 'yann@rochebrune.example', 'Yann', 'Le Goff', 'Agente instructrice', '01a20308-6e70-7061-8bf7-dad22098e7eb', 'Arrêté n° 2026-12 du 2 mars 2026', '$argon2id$v=19$m=19456,t=2,p=1$Fq0c9rZT8zSh1Dkm0rOCxw$f3FcHoC1ZmWex+r8zVunRYrmXLiaTN0emUUa4hrdmOo', NULL, 0, 0, NULL, 1795334400000000, NULL);
INSERT INTO kept_schema.agents VALUES ('01a20308-6e70-7061-8bf7-dace4add42ad', '01a20308-6ef8-7354-90bd-6f3edc1ea12d', 'claire@valmont.example', 'Claire', 'Martin', 'Agente instructrice', '01a20308-6ef5-76f1-9be9-39613b091c1c', 'Arrêté n° 2026-12 du 2 mars 2026', '$argon2id$v=19$m=19456,t=2,p=1$Fq0c9rZT8zSh1Dkm0rOCxw$f3FcHoC1ZmWex+r8zVunRYrmXLiaTN0emUUa4hrdmOo', NULL, 0, 0, NULL, 1795334400000000, NULL);
INSERT INTO kept_schema.agents VALUES ('01a20308-6e70-7061-8bf7-dace4add42ad', '01a20308-6efa-7769-8666-369ccba3638f', 'karim@valmont.example', 'Karim', 'Haddad', 'Agente instructrice', '01a20308-6ef5-76f1-9be9-39613b091c1c', 'Arrêté n° 2026-12 du 2 mars 2026', '$argon2id$v=19$m=19456,t=2,p=1$Fq0c9rZT8zSh1Dkm0rOCxw$f3FcHoC1ZmWex+r8zVunRYrmXLiaTN0emUUa4hrdmOo', NULL, 0, 0, NULL, 1795334400000000, NULL);
INSERT INTO kept_schema.agents VALUES ('01a20308-6e70-7061-8bf7-dace4add42ad', '01a20308-6efc-7328-8e4d-fcb7e7ed66ea', 'rosa@valmont.example', 'Rosa', 'Lopez', 'Agente instructrice', '01a20308-6ef5-76f1-9be9-39613b091c1c', 'Arrêté n° 2026-12 du 2 mars 2026', '$argon2id$v=19$m=19456,t=2,p=1$Fq0c9rZT8zSh1Dkm0rOCxw$f3FcHoC1ZmWex+r8zVunRYrmXLiaTN0emUUa4hrdmOo', NULL, 0, 0, NULL, 1795334400000000, NULL);
INSERT INTO kept_schema.agents VALUES ('01a20308-6e70-7061-8bf7-dace4add42ad', '01a20308-6efe-7138-936e-8d8aa318716f', 'yann@valmont.example', 'Yann', 'Le Goff', 'Agente instructrice', '01a20308-6ef5-76f1-9be9-39642ee4de46', 'Arrêté n° 2026-12 du 2 mars 2026', '$argon2id$v=19$m=19456,t=2,p=1$Fq0c9rZT8zSh1Dkm0rOCxw$f3FcHoC1ZmWex+r8zVunRYrmXLiaTN0emUUa4hrdmOo', NULL, 0, 0, NULL, 1795334400000000, NULL);
INSERT INTO kept_schema.agents VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-6e79-76fd-b7da-f0583f653fb6', 'claire@rochebrune.example', 'Claire', 'Martin', 'Agente instructrice', '01a20308-6e70-7061-8bf7-dacff9a62c79', 'Arrêté n° 2026-12 du 2 mars 2026', '$argon2id$v=19$m=19456,t=2,p=1$Fq0c9rZT8zSh1Dkm0rOCxw$f3FcHoC1ZmWex+r8zVunRYrmXLiaTN0emUUa4hrdmOo', '\x01ae60f047ddee2460f7cb23c244aca13f03c7476a9a760152e9251cfc940021b5e3775a7c0339406013ba815a7482b062', 59844481, 0, NULL, 1795334400000000, NULL);


--
-- Data for Name: challenges; Type: TABLE DATA; Schema: kept_schema; Owner: -
--

INSERT INTO kept_schema.challenges VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-6f94-706d-8cf7-21d2daf271f5', '01a20308-6f93-71ea-9fd3-d28643cf1482', '\x01b5ebcb138e84d4639096fb178b9164a8222b287cf513641c6395d5843e8d270962c9b424b0115712f9a06f0a4731005270', '/demarches/acte-naissance/commencer/suite', NULL, 0, 1795334400000000, 1795335300000000, 0, 1795334400000000);


--
-- Data for Name: data_keys; Type: TABLE DATA; Schema: kept_schema; Owner: -
--

INSERT INTO kept_schema.data_keys VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-6e79-76fd-b7da-f0583f653fb6', '\x0158fcabcfd9165151b25caa1c495ad7d3360a85a6c27ce4d581694d7353cbacf051f17f183750e2c8bc656c519e5c7fcb98a29b4481eb3dd7bef6996c', 1795334400000000);
INSERT INTO kept_schema.data_keys VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-6e7c-71de-bf66-f306eb5f17ca', '\x0107bdf5317c23ff5afd774cfe503071b972ead1bf03d65fb95f00b02976b0a846078e59aa7347ddcad08c718c87d56a297306d6cdd6b5f05e375e5eeb', 1795334400000000);
INSERT INTO kept_schema.data_keys VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-6e82-711f-895d-dc8542ff1126', '\x0152eaa788c48549c7f27b0b593704eda15a8ee6fecb78d35df6d77655996d91925e353d8bf949e77951201bc51f35ada6bb5df6552f07e2ba19a25fd0', 1795334400000000);
INSERT INTO kept_schema.data_keys VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-6e8b-7024-b8ed-f1de5b15aabe', '\x01e01d6f48cd988b0570805c9c095ca7afe1ad39c562b8f14e87ef2bbbeb9643fa37baa6ee9d4e8548d23b01e5bf263c021ce329ebf2bff851a00ff9b4', 1795334400000000);
INSERT INTO kept_schema.data_keys VALUES ('01a20308-6e70-7061-8bf7-dace4add42ad', '01a20308-6ef8-7354-90bd-6f3edc1ea12d', '\x017686678666ab1a76e0efc94412d3f07f7e93c88226134377268930ce29ea1ae13a474102f234d78d6a86e84841ca801ce16723c732b92466d34b393e', 1795334400000000);
INSERT INTO kept_schema.data_keys VALUES ('01a20308-6e70-7061-8bf7-dace4add42ad', '01a20308-6efa-7769-8666-369ccba3638f', '\x01b938f75d63e25ddac48ce20da7bb5fffb914b5c9902423e7943d1ffc88face86e3c5b1f595603d893652ffbc54bb16cfc5bcfdf448ac9e3e8b7be1e5', 1795334400000000);
INSERT INTO kept_schema.data_keys VALUES ('01a20308-6e70-7061-8bf7-dace4add42ad', '01a20308-6efc-7328-8e4d-fcb7e7ed66ea', '\x0102dc44e96a57ad4c9c1d2cc1033212e90a96931c6b6427044f7253f7149a9b693c2da8d19b98a0c5bd9acc39c01ace42d75c8ca8ddb94a53348b6254', 1795334400000000);
INSERT INTO kept_schema.data_keys VALUES ('01a20308-6e70-7061-8bf7-dace4add42ad', '01a20308-6efe-7138-936e-8d8aa318716f', '\x01becc6889f7ade020bdcb834ffa7b604e45a8c5450bc7e959683e32208e14519edf0f1ce8b9d81727c6795388167ab8c3bf48bbcb7a86d2b839e2fd7d', 1795334400000000);
INSERT INTO kept_schema.data_keys VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-6f94-706d-8cf7-21d2daf271f5', '\x010fa351f26820fec9a138ed9f099873a487d36c7ff84f4ff765f2bfb6b6a6c92ec7d62d8de281ac9b055f0b2f31d4de65ee747f9546c5f00dc7489aa2', 1795334400000000);
INSERT INTO kept_schema.data_keys VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-6faf-71a2-83f6-740e5cd55c72', '\x019477723478324bb7c7959c461fea0966dd03e1d675a3c6c4cf82ccfe51805fa87161c5681278b635ae6208948647160e43f4dd11af30ab95542497a8', 1795334400000000);
INSERT INTO kept_schema.data_keys VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-7060-7516-ba21-886daa824ac5', '\x018de541e2f203474127eb17ce83e340f00935b61aacfd57e03d23ae0952f626220a4fb68edb91adf2e812a0ccdb5ce7de7ff63308b1e5b20c4eb1080b', 1795334400000000);
INSERT INTO kept_schema.data_keys VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-70db-73f4-8c5a-292d2de05e25', '\x0124e95f474e47f762c1d79fcec0a05267e10c29b4ff4bf2dab77cc3a2c47b029d352cd9d940fb377eebf8230684da216c82ebde1e596054af48264266', 1795334400000000);
INSERT INTO kept_schema.data_keys VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-715c-74da-96e9-477aca6b38dd', '\x01d296abd0cc6e1b422e82af8d94ff49fe4c46123dda7dc6324f5341967084784f48c59860e3686ebb8b990ddb9c96bc3e8c811e48ec1debe35500c0f7', 1795334400000000);


--
-- Data for Name: decisions; Type: TABLE DATA; Schema: kept_schema; Owner: -
--

INSERT INTO kept_schema.decisions VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-6faf-71a2-83f6-740e5cd55c72', '01a20308-6e79-76fd-b7da-f0583f653fb6', '\x0139d1b57d910d402fd89773166319ed1052cb7c9cc3bdea1c92265fc42301bd7a7636c0c98557834713d5184387c5c1ca62067e5ef3d7e844427d107390e7961c01474834b424d33865bad5eb74aa1b7d80a19ea1a3c9dd7a5f0345640a55cee8d827d8fc93c9465d6aee5679f2957f0b3f9f082cc0d5d329beea2c6ff5f2a8eef6297d83438e479a3ee0433fe93e036fe1325792b6364f21a18b94b9823eb93a5995362788ba2f42994b6c95321c1a1eb200445eb627a455f5e0243fca3ec6951c4a04c624b94b459330aea8c8291d81cff313b8fc0788aebfb415b9c4f6db7f78078820ff164f97c2635b09c134a7742f77ccb13d1937a9d5eb537a8d34983b67ebb2c4f087bccfb43910f9a70780d04913a3803a5b52c7d10f607aa0d85d01f5904896b3dfec057cbc3dd614bc9e45ff413e3a0e3be5226c0fa8091494a3c12a0294e68affac74e2ae0394b347f5852ac7cfb117911b57454d3def6d447b827ce2109239e345002ff6b726dfee23e7638a779a12253e1f18f287d9682adbc9c2bbafb1bb151d42f129393b2f90f95f6b5bf1272bc2b045acc1242e1e1034771d9b90d2696aba30ca22dadb06b3ff7b5a3ac513b896b41a7e9392ad77e395125a0eab0bf222597e6336ac75ffab2f4e36d34195edd4dfc20aa8df9b7d1b050f6aff3985ac3e927afb83007d04ccd6c5ee63c981173789d9faafe51826637437471dd9d9d2ab6f36f2d3da46622d3b8d2f3ee09a7e0637fe451697ab5c8623af891190c8d6f55a68cabac00505e6639035bdf450326c76dc66dc0e377166bdc4b136f57ff9f92eda81e57f4d9772f42b827cf33f6ad443d5906702bfad05bcabb15e309ca2ca251c5fb3ace6e16943ffa2348aa9c7a0d005f94fea06f6da02017120b8678e65edb742ee1038b03ba4e2cc1ac1f2b6d2667e5249384066fbe438c68330f72a7e131e1c0a1fa10ef004046aec896f5b94810f23d9ba62d17a20a07bdbb8113fecbeedece6e6656c88e7b32ee702895fc10dc2f76577347dcc607a41bf7c8210d2bacb674edf926d7c10cf6ffbb11760b91a59765ca4e965e24c62ead11c9c73e07b37022d06d229dbb0c76ebea1268175087fac5eeb50baec70529650c157c5febd6aab001c2e8ea8d86dd479597d2508a65712178fce41ba604c8fecaa0c46835531cde0ba7d1de6112e678dc5d8c4aa72432e0f113a9c01ff23e3d77653fa069197eafa79cfff528151ceceb7408b', 1795334431000000);


--
-- Data for Name: deliveries; Type: TABLE DATA; Schema: kept_schema; Owner: -
--

INSERT INTO kept_schema.deliveries VALUES ('01a20308-6f95-7147-9685-38b781e84fef', 'notify.code', 1795334400000000);
INSERT INTO kept_schema.deliveries VALUES ('01a20308-6fb0-7175-bc28-0d3efa97f87c', 'letters.draft', 1795334400000000);
INSERT INTO kept_schema.deliveries VALUES ('01a20308-7046-71c7-be11-769a097be6d3', 'letters.receipt', 1795334400000000);
INSERT INTO kept_schema.deliveries VALUES ('01a20308-7062-732f-bc8b-dab3cd4e9e7e', 'letters.draft', 1795334400000000);
INSERT INTO kept_schema.deliveries VALUES ('01a20308-70cb-7491-a054-f96877750306', 'letters.receipt', 1795334400000000);
INSERT INTO kept_schema.deliveries VALUES ('01a20308-70db-73f4-8c5a-292fe26d6d2d', 'letters.draft', 1795334400000000);
INSERT INTO kept_schema.deliveries VALUES ('01a20308-7145-744c-a7aa-d3a0c202dd72', 'letters.receipt', 1795334400000000);
INSERT INTO kept_schema.deliveries VALUES ('01a20308-715c-74da-96e9-477c22259de5', 'letters.draft', 1795338031000000);
INSERT INTO kept_schema.deliveries VALUES ('01a20308-71ed-7718-b2ed-f9e96b79bfd7', 'letters.decision', 1795338031000000);


--
-- Data for Name: dossier_answers; Type: TABLE DATA; Schema: kept_schema; Owner: -
--

INSERT INTO kept_schema.dossier_answers VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-70db-73f4-8c5a-292d2de05e25', 1, '\x01ef9cd73766806a361ebda68327e13986afbb40b70cafbfabc995ce67818659f24a3d18c04061e37fc5caf9d2444ae30ed1dd616990ccbc5a70d499f9d8a7d8053c6a0123064c16362334cf46c5f7ecf395c1a699f9e108602426add7e31d62326d7e6819709439ec6d342de7d25519384254cdc2ca3a502db4040a938402751929067a7dec6b75d5028f6d4663dd6b6491900fdec034523c9cf7c095fdba98ec78b241cb69385621b09fd3cbaf86c1763a34e7489c688cc0aa7a9aab2c8c3ced913d6bcd29552a3d87719ecaf9dffa85546d223557bb69fafb04c011c159b323e548fe56a7256ad243b2c36d50b56d1e78f67943a45bc9caa357c4254d15f130a2255d85b3acb7d651de18e7c934a646e62c767dfe8dda9b6d75a456a9e5599b7c2fb0cc3a815309265cec5b5e8d9810179a3878b8154ccb5853742795f75b21bddd0010fbcede5e2cc60e5f84f04e4ef325dd36483b28c89c5ada75ac026982f816a6e2a15ad484fcb7f6f08f582ce15836940d83d41e86100033e80180f9ae01fe393d268f64b329ff20e5d00c2ddc0ab1f21f0ff4d975a2b6a2287650fc95f903ba97f1d0e7568766bd58649155f03fab90015e261d63932ea522f26109cec0f9893c2dcbd77e46145a6f90ed8c95c5361453566f2f6bcd38dd0de84d90f0562305e51efa5d54bf431b6fe2113a595b69316a6eba26d52bc547e33ee5086d789c149ed062d4517bea8c9fb2e5552397eca43fff22dabb0cbf31c88018cae0ed32b8295cff0b65fb29a2420f5aea5f5648871541cd01c9c6d0e9958bf6a1f398ea1a7933388d7279fc427fb237309c2f1f8e2d0996f71860fe0191536a6c8e12102fa69f8a42ace66ace03a16852168ccf16e847783928d03f2def8fe001ef6084997d3f3b5f84255394877b635ad3a9da26b4ccc7030dcb637bcf74de9600b8c2e7226e80ae864cf2786352c3c8473a50a29ee22a0f8e7b6ffc144b145607f282a3d47af332e97a855f4aca0cd29d9d69011f5938d48365bfb3a21348691b94f1d68856e97044cd044360300ea38304c283758feab182b5b0134b7f27c4d2c5e6ffa60e609c55acba7165cb09c859f0036aaa9b874ed49ca253a701fd86d7a6c18683726cec43d6589da06064ea2f06a9cfd2c1530be7cba37e71e48a03e658a3bf0c53d2a15bbc921220c110a0cd', NULL, 1795334400000000);
INSERT INTO kept_schema.dossier_answers VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-6faf-71a2-83f6-740e5cd55c72', 1, '\x01df4d3c5ebe60f9e7fa7f89f99006063a930ba277ec585fcd99f4577f101b234549c19c13e48109377919aeb11597e1121af28b936de7612344bd476023946793acd5d10b0a5ff87aa7deaf48984a656760b20da45dc1923845b1278e93ef9dc0dbeeaefd0c07b9a921deeda64db839f98db0b881b5bc3e06c09eedc2411a8a29ce1eeabb6037245c09666b998cf402d72e114159d3d8f6c596981802c9d8fa32e150c7809f6bc0dd62a6ef933e6a6dab632564c5a786bfa1361f893ca935b50eb33808bbafc873b03b654dc773fb4a5a56443cc1af066bdb542334e5b190a6cac449f788372932d1b299a893821195779688f767ed7f70f66a3d179393adc02679e7e32917dd320f4dda01cb6fe5f2d2edbcdbce7f95ccd66e2ee520c2e7d183093ff3da41590803a0491bfef4c571f4e1e75cc21d367539ea27bcc6f5ed2a8792a65f422d4c9a4c7fb0d123c5fc20c57c615822a8a5e6104a9ca5a388fdfc5e9c4d4db8eaf564e59caba610d741a761f5fcc1c068dd1857039de17460a6e95cbd7d52f5f7be8141f7df45dd4a24475561a93993608a95bdf8731a884615955974e22d35550fe43c949420a724afcc151f5bfd28e7d5d86813296f01d2f38a1fc51b604071b4e0e9311f91d6eb1a95773507fc5ca3eb1dac6b9b4fbc18544c9c210be941d38aa149b3d6011b046360ad31f54a477b305fa19cf98c4c90ffab74c02d143cf871e716b0ddeb0dfd98fb4d5b9d485affd5a4f081bd7e8a40cb745150f48624fe8aebda0fd0ce7d4c096bd5733c95dc2223334ef8776874ab75b9c05dba835901a77b5126f7c0f558ed426e80833049508a3f25f46c94fc94a2d8c3b416d3139dc7df104b5ff2c9c8f638cf1974', NULL, 1795334400000000);
INSERT INTO kept_schema.dossier_answers VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-715c-74da-96e9-477aca6b38dd', 0, '\x01afd722fdb41be2dc329de7d2c93a80cfe8da449ef722dbf64e6c50e96fab', NULL, 1795334400000000);
INSERT INTO kept_schema.dossier_answers VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-7060-7516-ba21-886daa824ac5', 1, '\x0193f4c4435d4644b81ced83481b4554aaf263bf454f43af09999ce02e01ef17718860c1017245785ea7a2c6f054a392baec85839215f3edd9b029d825ae7135fce40d7f8a3b092ac9b8ac7ce3147e6564c0ca00b4ccb05460c24494f1ba08bfc3644fb1aa7ff50f6044eedbfc7e8d0a3c3b5e5f3424de138cb295868f2d519ca8fecb808ce6d56c38d5b2798431fff927e70a8fb6f89e5063cb057d41c2ae80289c66b527b193c15e8efe38c5b78ace880b0cbd081b71b234f31ff077e4c1814d1dd3a0b4567fc37ab7874f32f2b945c80c69da1ed809e54b1498b4b696a656ef01d69764f333237b0de455fdcfcb816b3b7dfebd493b0b6d9ad513dffeec8abb43bbd3fea6a12c9cd80b42dee8c4859a6c95d8292be2217ca5893aae20b7e9ca1448a29231ef53f78cd887b285d18b817a3645a7ac53d7232ed5b6df', NULL, 1795334400000000);


--
-- Data for Name: dossier_names; Type: TABLE DATA; Schema: kept_schema; Owner: -
--

INSERT INTO kept_schema.dossier_names VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', 958611268154263068, '01a20308-6faf-71a2-83f6-740e5cd55c72');
INSERT INTO kept_schema.dossier_names VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', 1540077770568352932, '01a20308-6faf-71a2-83f6-740e5cd55c72');
INSERT INTO kept_schema.dossier_names VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', 4358841626186842809, '01a20308-6faf-71a2-83f6-740e5cd55c72');
INSERT INTO kept_schema.dossier_names VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', 5284300277807758554, '01a20308-6faf-71a2-83f6-740e5cd55c72');
INSERT INTO kept_schema.dossier_names VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', 5979838135334214378, '01a20308-6faf-71a2-83f6-740e5cd55c72');
INSERT INTO kept_schema.dossier_names VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', 958611268154263068, '01a20308-70db-73f4-8c5a-292d2de05e25');
INSERT INTO kept_schema.dossier_names VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', 1540077770568352932, '01a20308-70db-73f4-8c5a-292d2de05e25');
INSERT INTO kept_schema.dossier_names VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', 4358841626186842809, '01a20308-70db-73f4-8c5a-292d2de05e25');
INSERT INTO kept_schema.dossier_names VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', 5284300277807758554, '01a20308-70db-73f4-8c5a-292d2de05e25');
INSERT INTO kept_schema.dossier_names VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', 5979838135334214378, '01a20308-70db-73f4-8c5a-292d2de05e25');


--
-- Data for Name: dossiers; Type: TABLE DATA; Schema: kept_schema; Owner: -
--

INSERT INTO kept_schema.dossiers VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-7060-7516-ba21-886daa824ac5', 'PV7P-CF4S', '01a20308-6ee9-77da-8bc8-03a0bf551206', '01a20308-6ef1-7145-9d74-1d5c47036786', '01a20308-6e70-7061-8bf7-dad5546afacd', '01a20308-6e70-7061-8bf7-dad1e11dde77', 'web', 'fr', 'anonymous', '01a20308-7058-76a4-acd1-62389fd349d7', 11, 1, '\x01e267d840d1128ba2595523c3c39345e5cc5685676a881926ba2419c94d7403c3a3f3f6b111fd52554910542ff958bc8b61b46c924258e6ba8f514ac560ba40975b00390ab0e7bf4288b765ba69e706eb1c033efcf1b0800676f53be7b0842366843adb1ca4b0a08c618b80d0327122cadb3a607d74588858616c7c4f457b9b10bcff25', '\x017e874f8843514a5243537e62c3fc4afea49e4a0238b77717b0acbb179dca', 'under-instruction', 9999999, 1795334400000000, 1795334431000000, NULL, 1795334400000000, NULL, 1795334431000000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '01a20308-6e79-76fd-b7da-f0583f653fb6', 1795334431000000);
INSERT INTO kept_schema.dossiers VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-70db-73f4-8c5a-292d2de05e25', 'M5CJ-W65M', '01a20308-6ecb-72d8-b547-128a63e206ac', '01a20308-6ed2-762f-a66a-795b4684906f', '01a20308-6e70-7061-8bf7-dad43e353642', '01a20308-6e70-7061-8bf7-dad0f4eb8956', 'web', 'fr', 'code', '01a20308-70d6-77ff-9ee8-15d8786dc54f', 10, 1, '\x01ae242611f21dc8f1776958e01200b10187b438653fd64e15db1ba554c56acca19b6fc2d9834b0000e4e3bc2f34f50d8a6741b3967366085e5b85fe9c0944eb4741159cfa629c55ae41bf1a76943a28d9b4d4bc214c9d13a95b3c60e52967d075bcea05bca5f2642dc2bfae7b31a2a5df789305fd9e53dd180c83e35ea1085a47d5305055db67057cb659b8f71a6f3e5f6b', '\x01978bcc6d5d0559d664264176f86660c6e2e95cde317e5c63f93adc604c9849610ad71334c2d0987d04', 'deposited', 20840, 1795334400000000, 1795334400000000, NULL, 1795334400000000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO kept_schema.dossiers VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-715c-74da-96e9-477aca6b38dd', 'FXDB-KPE7', '01a20308-6ecb-72d8-b547-128a63e206ac', '01a20308-6ed2-762f-a66a-795b4684906f', '01a20308-6e70-7061-8bf7-dad43e353642', '01a20308-6e70-7061-8bf7-dad0f4eb8956', 'web', 'fr', 'code', '01a20308-7157-76bd-aedc-bb90b7b689da', 2, 0, '\x0137491f006ca1c1b6359ba2323f0703b0140693529d8d614824cad64c47bab7fc77ca8efcbafc2941f15cf23800040dc1a063f5030de14466fbbc3836af80713a5048b243116625184a94c2de5317368de4a895c70308e80a7f5d1c7b0c70c27fae6fc5eb902fde25bc3f9d475a5f5b9aa321efb98407340a7c500d54c00b9fcc65feae6eef8f29769eecabebeb5c638f1e', '\x010e64b6af058db5d015018e0c866b7a23a2e0223993b7b448ce1aa89cb33fecc381e0ba64dba5b5c65f', 'draft', 9999999, 1795334400000000, 1795334400000000, 1797926400000000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO kept_schema.dossiers VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-6faf-71a2-83f6-740e5cd55c72', 'DXEV-C309', '01a20308-6ea6-72a2-b9f0-b00c9c7c1697', '01a20308-6ead-7552-ac4e-bacbc2bbd31b', '01a20308-6e70-7061-8bf7-dad313e36ce1', '01a20308-6e70-7061-8bf7-dacff9a62c79', 'web', 'fr', 'email', '01a20308-6f94-706d-8cf7-21d2daf271f5', 13, 1, '\x01382a136521c1dcc7562440ef620bb885122d07fec8d291176e5225f30800167e7090321e6f76e6ac829902b55c3be35725d055636579c1d4608165de7168e6e7b6b8a783ed8b7eaf704474aa3b70d79e48322f511405d91ff49e9af1fd6a785b977fe3f35f92e2aa42ddca058b24bc95327fc102ae92bfa7c152df6aad49310db2c2659ca3b0f1651c040ff2f3a93cd0e28fef26e1e717e767ef1780c56ffd2742eb6d8b', '\x015a426580a93ec3d24890db540ed124690373cba8918ccce0a0ff3984a97a092ebfb71d723b8b39cf4d', 'refused', 9999999, 1795334400000000, 1795334431000000, NULL, 1795334400000000, NULL, 1795334431000000, 1795334431000000, 'refused', 1795334431000000, NULL, NULL, NULL, NULL, NULL, NULL, '01a20308-6e79-76fd-b7da-f0583f653fb6', 1795334431000000);


--
-- Data for Name: jobs; Type: TABLE DATA; Schema: kept_schema; Owner: -
--



--
-- Data for Name: journal_acts; Type: TABLE DATA; Schema: kept_schema; Owner: -
--

INSERT INTO kept_schema.journal_acts VALUES ('01a20308-6e76-7254-816e-8b063f1dc7a8', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'house', NULL, 'operation', 'organisation.created', 'organisation', '01a20308-6e70-7061-8bf7-dacd651ab71c', '{}', '\x7cbd80669ad44fe5bc0e2a2aa25eedc5', '\x0650139e9e17c7a9ee0159ea3e666e4da1dea01585615e8006d8196152a69620');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-6e77-778b-b737-7e4a6b79a3e6', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'house', NULL, 'operation', 'service.created', 'service', '01a20308-6e70-7061-8bf7-dacff9a62c79', '{}', '\xdda0e6a0a0e04665b158e4a96b6f5bce', '\xf0f6c5af4a3d3e611ca2582787022b742daa19cfed077e319276692b8049e594');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-6e78-7157-8b15-f5ad537cc3b9', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'house', NULL, 'operation', 'service.created', 'service', '01a20308-6e70-7061-8bf7-dad0f4eb8956', '{}', '\x969b45ec419c4fe6abd378d0e89387f0', '\xc8ad935aef2a5f49315724546abd34236c3d3dcd61562b6123a528184a27e018');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-6e78-7157-8b15-f5ae5b0abbfe', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'house', NULL, 'operation', 'service.created', 'service', '01a20308-6e70-7061-8bf7-dad1e11dde77', '{}', '\x24323e49806d4f7bb94051b776be1dfc', '\x09c2646667a53a120378beed62c412d11f6b81279e1113d091b84d41de3bd00a');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-6e78-7157-8b15-f5af39275820', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'house', NULL, 'operation', 'service.created', 'service', '01a20308-6e70-7061-8bf7-dad22098e7eb', '{}', '\x58b42cacb04f4b359d1d0cb16105cad7', '\x5ac131129df0af880cf113de7ccaa941ebdcdbd97b3642ccd8842cb01cfe7754');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-6e79-76fd-b7da-f054da538bc9', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'house', NULL, 'operation', 'group.created', 'group', '01a20308-6e70-7061-8bf7-dad313e36ce1', '{}', '\xd254566f23f3402ea19d923a8e2c9062', '\x4f36a46067cea3c17059b8505a5cf9bc8b1363ccf0f024dafc63e175730aef48');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-6e79-76fd-b7da-f055ef062a80', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'house', NULL, 'operation', 'group.created', 'group', '01a20308-6e70-7061-8bf7-dad43e353642', '{}', '\xefd3148bea544aaf84329415ec42866c', '\xbfcf3f5e17f7e48b673c0c9e32ad581a0e749c0b509d71c13cdd569d4b4e96f1');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-6e79-76fd-b7da-f056fd8b3756', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'house', NULL, 'operation', 'group.created', 'group', '01a20308-6e70-7061-8bf7-dad5546afacd', '{}', '\xf96de64e8f87476cbd751b7151d28781', '\x6fd2cc0fa9fd5c5a012dc3e2cee1f78a06764771fb2785a41a74bc733e6e8e72');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-6e79-76fd-b7da-f057148030fc', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'house', NULL, 'operation', 'group.created', 'group', '01a20308-6e70-7061-8bf7-dad6fb371154', '{}', '\xd78132bfe33447aa90218662618f417a', '\x32e0d347d2db7e56d99f8cbae921453cbf25db34f3b86de27cd989fe9fd50e79');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-6ea8-777e-b4fe-2e00819c89fd', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'house', NULL, 'operation', 'procedure.confirmed', 'procedure', '01a20308-6ea6-72a2-b9f0-b00c9c7c1697', '{"agent":"01a20308-6e79-76fd-b7da-f0583f653fb6","checksum":"4f7a0af21afdf980ed5a9a8394d7ae7f9f086e5a5a4c73aa6628903296393fba"}', '\x71283f1d82fb41cba7bfb1ad5a8cc5fe', '\xa73bd5dd54db9963da3e56341e4dabdd5bde1e0fba5b66679d07b7e9fbe94abe');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-6eb1-77e3-bdc5-9848fbf23813', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'house', NULL, 'operation', 'procedure.published', 'procedure', '01a20308-6ea6-72a2-b9f0-b00c9c7c1697', '{"revision":"01a20308-6ead-7552-ac4e-bacbc2bbd31b"}', '\xa785567c3982432fbc53dbcefe0156db', '\xc1c6390184c30548199a79a69b6c2cec535fc904a596c24795f7abb8bd19e71f');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-6ece-7009-9cf3-b4f30faf2a9f', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'house', NULL, 'operation', 'procedure.confirmed', 'procedure', '01a20308-6ecb-72d8-b547-128a63e206ac', '{"agent":"01a20308-6e79-76fd-b7da-f0583f653fb6","checksum":"eddf9e04615a6e1f61312c97995c67d6167a0528571dd1024a4c21fab6160988"}', '\xf2d2fa442d0a41f1bbdb41304307a8e3', '\x57597886fb3a8179c675355349d93bba1205061d0857253c3100688beb5a8fb3');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-6ed6-75f2-8e8e-85d77b4ed875', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'house', NULL, 'operation', 'procedure.published', 'procedure', '01a20308-6ecb-72d8-b547-128a63e206ac', '{"revision":"01a20308-6ed2-762f-a66a-795b4684906f"}', '\x8aaf962a371e4beca1778aef41951fab', '\x289af5b56b81c59b6a6e70cec1a42a3b7072984899d5bccf50b8eab33e592094');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-6eec-7002-a212-2f7c2f550eda', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'house', NULL, 'operation', 'procedure.confirmed', 'procedure', '01a20308-6ee9-77da-8bc8-03a0bf551206', '{"agent":"01a20308-6e79-76fd-b7da-f0583f653fb6","checksum":"0aded6ced8fd96248327b9344849985ac133f794b30131af3c2f00786f1515dc"}', '\x2996f127a4614b6da57f2b653feda312', '\x8cc9570c77bda82a2033469140d1fe5ddcdb4b8a802f8aea5f3d36c6209cafcf');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-6ef4-73c6-b9a8-82f974554236', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'house', NULL, 'operation', 'procedure.published', 'procedure', '01a20308-6ee9-77da-8bc8-03a0bf551206', '{"revision":"01a20308-6ef1-7145-9d74-1d5c47036786"}', '\xb8125f3f8f4640449f5801391278fad2', '\x090b7b3261317a3fd3b2881cbe38fe3929ae9660f4b84cf4d92eeb6927b916e9');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-6ef6-7569-8b3a-b33af69d1cf5', '01a20308-6e70-7061-8bf7-dace4add42ad', 1795334400000000, 'house', NULL, 'operation', 'organisation.created', 'organisation', '01a20308-6e70-7061-8bf7-dace4add42ad', '{}', '\x53ad1d99ffd344c5a7662cb76bb4894a', '\xcd41962a3a2004fe294bea8de576cfeff46846f7c790824dcfc3f39f36c4ae5a');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-6ef6-7569-8b3a-b33b5d5e9abd', '01a20308-6e70-7061-8bf7-dace4add42ad', 1795334400000000, 'house', NULL, 'operation', 'service.created', 'service', '01a20308-6ef5-76f1-9be9-39613b091c1c', '{}', '\xf713e8ab808e437fa5c3d926af825476', '\x0eaac35ae478c6556b784ab09d6dfe71c0c0d1126e437c0d71d9621955a0281d');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-6ef7-72ef-af2b-0cfc7b1a8281', '01a20308-6e70-7061-8bf7-dace4add42ad', 1795334400000000, 'house', NULL, 'operation', 'service.created', 'service', '01a20308-6ef5-76f1-9be9-3962b79f811c', '{}', '\x2695749e54d14a6bba83a1a92ab150b8', '\x51ae7de709c36d0b1f8242ee15919d81f49e2162ec718c079b0e81e0a0d2d497');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-6ef7-72ef-af2b-0cfd9203b316', '01a20308-6e70-7061-8bf7-dace4add42ad', 1795334400000000, 'house', NULL, 'operation', 'service.created', 'service', '01a20308-6ef5-76f1-9be9-3963c077c0d5', '{}', '\xaac9c03b939f48d6bd1f0a5db5b488d8', '\x65bde2a19f5952aa6c60a03e2a984e48161878f74b52e280124636209b4adf98');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-6ef7-72ef-af2b-0cfee6e94a87', '01a20308-6e70-7061-8bf7-dace4add42ad', 1795334400000000, 'house', NULL, 'operation', 'service.created', 'service', '01a20308-6ef5-76f1-9be9-39642ee4de46', '{}', '\x4bdb2f0489884c2ea8bec49d247ff3a2', '\x2648d59de6cad4bf2d4c185485e26d39470800023ff04e3badbf73a6a7cdce8f');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-6ef8-7354-90bd-6f3a5172c267', '01a20308-6e70-7061-8bf7-dace4add42ad', 1795334400000000, 'house', NULL, 'operation', 'group.created', 'group', '01a20308-6ef5-76f1-9be9-396591b7d857', '{}', '\x8892a57c2d86452e85e9e0b32c326798', '\xf4d53b70e992bc93617df2782dadc6330d0e0f9a7ac542d5e301712cc0442ef2');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-6ef8-7354-90bd-6f3b8405220f', '01a20308-6e70-7061-8bf7-dace4add42ad', 1795334400000000, 'house', NULL, 'operation', 'group.created', 'group', '01a20308-6ef5-76f1-9be9-3966ee47fc06', '{}', '\x41f3a34633d14767b49c04b66e440c95', '\x74402b0e99f2ea3823cf37223e9df48b425c907f5437f31d4664c5c19ebd8dcf');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-6ef8-7354-90bd-6f3c5b2d7273', '01a20308-6e70-7061-8bf7-dace4add42ad', 1795334400000000, 'house', NULL, 'operation', 'group.created', 'group', '01a20308-6ef5-76f1-9be9-3967f633d018', '{}', '\xcfc51a4d86e94c48a385787c39c910ca', '\xa46980b6faa8436cdc58c1d812f2bc792abdefbd95df7128b1fa02365eddde00');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-6ef8-7354-90bd-6f3d5e70a0c8', '01a20308-6e70-7061-8bf7-dace4add42ad', 1795334400000000, 'house', NULL, 'operation', 'group.created', 'group', '01a20308-6ef5-76f1-9be9-3968d8a09ecc', '{}', '\x438a04f04ef34ba3b7a936a070c16efd', '\x9a9faab8c95b837eb2d95ef2fafe0a14d5328246125eb7f672b905935e63ef0d');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-6f19-71db-87bc-b38ca3ba53a4', '01a20308-6e70-7061-8bf7-dace4add42ad', 1795334400000000, 'house', NULL, 'operation', 'procedure.confirmed', 'procedure', '01a20308-6f18-762a-ab52-de07c038a3d5', '{"agent":"01a20308-6ef8-7354-90bd-6f3edc1ea12d","checksum":"4f7a0af21afdf980ed5a9a8394d7ae7f9f086e5a5a4c73aa6628903296393fba"}', '\xcb5f5ef552994b189bb9c84611df9a72', '\xb12e4d3549fcbc65a2d90581180247729437189b8367d1470ddd2ad1e96d2267');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-6f1c-75a2-b5a7-f7c1382f9e85', '01a20308-6e70-7061-8bf7-dace4add42ad', 1795334400000000, 'house', NULL, 'operation', 'procedure.published', 'procedure', '01a20308-6f18-762a-ab52-de07c038a3d5', '{"revision":"01a20308-6f1b-73e6-bd85-5e2ea975486b"}', '\xce071e27b5534192877a22d5d17de754', '\xa7b7d97ec682ff34d798bdf042fd736c8a3e067d5720c897e9f5e5b2cfac1abc');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-6f3a-7207-94a0-1f5855d6a39c', '01a20308-6e70-7061-8bf7-dace4add42ad', 1795334400000000, 'house', NULL, 'operation', 'procedure.confirmed', 'procedure', '01a20308-6f39-77bd-9f1d-77364d8a7181', '{"agent":"01a20308-6ef8-7354-90bd-6f3edc1ea12d","checksum":"eddf9e04615a6e1f61312c97995c67d6167a0528571dd1024a4c21fab6160988"}', '\xc339e8c91c1946aa8ea326544caffd84', '\xd8cd83564b170691cafc390672b394d84a773e184d953e0b9591c23e1dd38fa4');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-6f3d-711e-ab53-ec97995eaed9', '01a20308-6e70-7061-8bf7-dace4add42ad', 1795334400000000, 'house', NULL, 'operation', 'procedure.published', 'procedure', '01a20308-6f39-77bd-9f1d-77364d8a7181', '{"revision":"01a20308-6f3c-7370-bffb-8e7f10f97b10"}', '\x82bcc514cd5e42a386c436a897aaf062', '\xfb2de3cc6ff712c425aa0c3427e84c3511528ef50e19d9c36542adff7c84fec1');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-6f54-74e6-92e3-a5ac23ea201a', '01a20308-6e70-7061-8bf7-dace4add42ad', 1795334400000000, 'house', NULL, 'operation', 'procedure.confirmed', 'procedure', '01a20308-6f53-7635-b76d-3a927b6e83ec', '{"agent":"01a20308-6ef8-7354-90bd-6f3edc1ea12d","checksum":"0aded6ced8fd96248327b9344849985ac133f794b30131af3c2f00786f1515dc"}', '\x66347ecfe0d1465da37956d081d3c071', '\xc8ad3d850b171a90f6362bf33123fa3af40c6735ec9e96a1f797a687f2002f71');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-6f59-7682-8a63-420b2c52d684', '01a20308-6e70-7061-8bf7-dace4add42ad', 1795334400000000, 'house', NULL, 'operation', 'procedure.published', 'procedure', '01a20308-6f53-7635-b76d-3a927b6e83ec', '{"revision":"01a20308-6f58-727b-b4b8-e91ce18ecb07"}', '\x40194b0c363341aca766ae25fea6a09c', '\xca1885514a1acc52b62fd477e3c9937f956ae2b45f8d1eddeb1d5279e28b2615');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-6fb0-7175-bc28-0d3dcdedf98a', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-6f93-71ea-9fd3-d28643cf1482', 'own_demarche', 'draft.started', 'dossier', '01a20308-6faf-71a2-83f6-740e5cd55c72', '{"revision":"01a20308-6ead-7552-ac4e-bacbc2bbd31b"}', '\xbf87ec76891e467484bcea00f08665c5', '\x0bf2019920985e4b2e08825ab7e87a7b449484dee915bfa8fe6a9bb1066a086d');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-6fdc-750f-9514-de328acc77de', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-6f93-71ea-9fd3-d28643cf1482', 'own_demarche', 'draft.answered', 'dossier', '01a20308-6faf-71a2-83f6-740e5cd55c72', '{"step":"document"}', '\xddda6910086d4b798473d0745ffae943', '\x3aed592888e57199b3426f6dc7d1da4e13d7d885ce489706636720e26d7611ac');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-7010-756c-af19-abb70da9ed94', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-6f93-71ea-9fd3-d28643cf1482', 'own_demarche', 'draft.answered', 'dossier', '01a20308-6faf-71a2-83f6-740e5cd55c72', '{"step":"parents"}', '\x2639a87c09164ec38a3464da023d2dd2', '\xa6ceb8b10c9a43e7f8c62109ffc1a831061a1506f394bb88810edc77cb4deb4c');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-707e-75e9-9b3a-26f88a4a0734', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-705e-706c-8243-c1b473831537', 'own_demarche', 'draft.answered', 'dossier', '01a20308-7060-7516-ba21-886daa824ac5', '{"step":"probleme"}', '\x6379ee379032469c90a69520554a0041', '\x8bd1e8e590fed541e88c325c20efaeae421329c7c38788d2ad35b907ce4e0dcc');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-70ab-710a-82c7-021839350943', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-705e-706c-8243-c1b473831537', 'own_demarche', 'draft.answered', 'dossier', '01a20308-7060-7516-ba21-886daa824ac5', '{"step":"description"}', '\x686598a40b3a41c68766768b56900c84', '\x105fe98f97502dfa91af1d394a60a567548d8deb3a1307cc7aaf540b86f3880e');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-70e6-738b-ab56-ef0c46a0797b', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-70da-728c-b81f-ef05322d8b60', 'own_demarche', 'draft.people_set', 'dossier', '01a20308-70db-73f4-8c5a-292d2de05e25', '{"helped":"false"}', '\x492d2350171944ab9b292f17007093c4', '\x9a6a4252c9b15ea1c7454e78caa4b123e1199bf8d74cfee974160eee74f951e5');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-710b-7181-a25c-b1a5175362dc', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-70da-728c-b81f-ef05322d8b60', 'own_demarche', 'draft.answered', 'dossier', '01a20308-70db-73f4-8c5a-292d2de05e25', '{"step":"enfants"}', '\x2c8bd39a32a34b47bb5f4bb202c5da3a', '\xcf2f7245cdc84b56b4b7516782f9297480c54d90a5d029dbe7a260d34eb39d93');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-7131-7116-9993-70b50a66b242', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-70da-728c-b81f-ef05322d8b60', 'own_demarche', 'piece.added', 'dossier', '01a20308-70db-73f4-8c5a-292d2de05e25', '{"piece":"01a20308-712f-7476-84c7-d4f6b268ad3d"}', '\xd9623db3ea444334a4e5a9f72ee565d3', '\xa9065c32dad39c9780018056a5e27cd271d857ed0101c3ea2db52127d1e14e16');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-7133-760f-930d-4971b0b22351', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-70da-728c-b81f-ef05322d8b60', 'own_demarche', 'draft.answered', 'dossier', '01a20308-70db-73f4-8c5a-292d2de05e25', '{"step":"papiers"}', '\x952d1b7adda040e0b7e2abfa426393a1', '\x1e8a9642ead1e6b788d9052dad3e0b860f5afd42d3a62b6bec9deef1efa7bf10');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-7145-744c-a7aa-d39ff2fc4f16', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-70da-728c-b81f-ef05322d8b60', 'own_demarche', 'dossier.submitted', 'dossier', '01a20308-70db-73f4-8c5a-292d2de05e25', '{}', '\x48cba00b632546ecae71ae5c27aaa7e9', '\x5de168d5b88b3c334cdbc927a897dac62aec18791c267dd8efc9b96d0ed88f78');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-715c-74da-96e9-477b2ce06878', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'anonymous', NULL, 'own_demarche', 'draft.started', 'dossier', '01a20308-715c-74da-96e9-477aca6b38dd', '{"revision":"01a20308-6ed2-762f-a66a-795b4684906f"}', '\xb2d274d334794caeb5077f210a033f91', '\xca2b503f9d8f2ba2ff5747284071fbdfc5d464896642cbe4289befacfe1abf54');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-6fc0-7257-b089-17e920dc5ce4', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-6f93-71ea-9fd3-d28643cf1482', 'own_demarche', 'draft.people_set', 'dossier', '01a20308-6faf-71a2-83f6-740e5cd55c72', '{"helped":"false"}', '\x5e804da939574d40b728d9d603e027dc', '\xc95bbb37f65992d491fa729aa16a3bb25a91e3d447551c19690599aaebf878a5');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-6ff8-72e7-842b-5cd39bbc7f13', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-6f93-71ea-9fd3-d28643cf1482', 'own_demarche', 'draft.answered', 'dossier', '01a20308-6faf-71a2-83f6-740e5cd55c72', '{"step":"personne"}', '\xe96dea447ce845d580834196465f81f4', '\xc360cc4ef6c35f38f5e0786801cb5c8f5458e8619d45d1251b42f3162ecc0ceb');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-7031-7646-9d78-af6e5f36ff39', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-6f93-71ea-9fd3-d28643cf1482', 'own_demarche', 'draft.answered', 'dossier', '01a20308-6faf-71a2-83f6-740e5cd55c72', '{"step":"envoi"}', '\xd6042029a4c24eb5bb19eceedc858f68', '\xb173b6c5317855f4d0b595af19e391f8c36054d4f50a7e5d4b983d387303b34e');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-7045-7190-ac28-1c7e94de660b', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-6f93-71ea-9fd3-d28643cf1482', 'own_demarche', 'dossier.submitted', 'dossier', '01a20308-6faf-71a2-83f6-740e5cd55c72', '{}', '\xc0341c1e4b2a40fd996105eed5bbec7f', '\x439c37bb62a1831839625816445073e19b7734d8531fbdc2cc22adc854209624');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-7095-72f0-83d6-e90cae7d4852', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-705e-706c-8243-c1b473831537', 'own_demarche', 'draft.answered', 'dossier', '01a20308-7060-7516-ba21-886daa824ac5', '{"step":"danger"}', '\x6c219e07c5c1452ca13fe3246243daa9', '\x13195f20edffe52b9c57163021d4121320868793abbcc517ca5cca66d51fa528');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-70bc-716e-8261-8824e2c54b30', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-705e-706c-8243-c1b473831537', 'own_demarche', 'draft.answered', 'dossier', '01a20308-7060-7516-ba21-886daa824ac5', '{"step":"suite"}', '\x5e129dc860404842acbdf4db32491084', '\xb877e5fb5f40f12530b1522f8cd2d03dc32896aa6b92fc3f6402ff0032da7e0f');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-70cb-7491-a054-f967e1182b9c', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-705e-706c-8243-c1b473831537', 'own_demarche', 'dossier.submitted', 'dossier', '01a20308-7060-7516-ba21-886daa824ac5', '{}', '\xe97658d94202430f9720359bb339433c', '\x565a9798f5ea83fe61aaeddcab307c950eb5cd16c1ea7a254c5dbeb63de4effa');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-70f4-746f-8436-ce104b9802a2', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-70da-728c-b81f-ef05322d8b60', 'own_demarche', 'draft.answered', 'dossier', '01a20308-70db-73f4-8c5a-292d2de05e25', '{"step":"besoin"}', '\x611fa44ca58c46938499315a26336986', '\x6eafb49d0dbd2596963e3c6a7afaec2d80d9186afe41831bc7d7c906c84a692e');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-711d-7564-a885-0864ff92bf88', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-70da-728c-b81f-ef05322d8b60', 'own_demarche', 'draft.answered', 'dossier', '01a20308-70db-73f4-8c5a-292d2de05e25', '{"step":"autre_parent"}', '\xe53fbe756a0b4f19b974fd7c4549a3af', '\x2a6ed196531f1a757b4b6f9626cc3e52b3489faab5604998d13c50dae38412b3');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-71c8-75d4-ab6b-83fc6a992fc7', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334431000000, 'agent', '01a20308-6e79-76fd-b7da-f0583f653fb6', 'instruction', 'dossier.instructed', 'dossier', '01a20308-6faf-71a2-83f6-740e5cd55c72', '{"lifted":"0"}', '\x3b0226688048420a8df7dbdf3dc475fa', '\xb355460fd97adbe857e39b0a316bc121ee81eb5d63459012622dbdd4d45a71da');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-7201-7581-ae64-692ca475949e', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334431000000, 'agent', '01a20308-6e79-76fd-b7da-f0583f653fb6', 'instruction', 'dossier.assigned', 'dossier', '01a20308-7060-7516-ba21-886daa824ac5', '{"agent":"01a20308-6e79-76fd-b7da-f0583f653fb6"}', '\x117d4f18884c4e6595aeaa8e86f8cd5a', '\xfc2820814d8d6a5a51084219193ed7acb533c351e946e129d1921c2ebac44704');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-6fea-759b-ba51-a8fc9259656e', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-6f93-71ea-9fd3-d28643cf1482', 'own_demarche', 'draft.answered', 'dossier', '01a20308-6faf-71a2-83f6-740e5cd55c72', '{"step":"lien"}', '\x85f768d4565d407889c7e6a704dbda73', '\xac29637437fd7b7d834ce658a7e56dfe378958ae2ac3cfbb10cd6842c1d06a41');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-7020-76ae-ae8f-1d5b6deba012', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-6f93-71ea-9fd3-d28643cf1482', 'own_demarche', 'piece.added', 'dossier', '01a20308-6faf-71a2-83f6-740e5cd55c72', '{"piece":"01a20308-701e-7648-a1cf-8a7eeec016eb"}', '\x85123ac9662c4055bbb1af5a6d70a81c', '\xd72dada85581b1d33afe60a957b3fe54643b2cce1a82c471576c46ec12e533f5');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-7023-7600-8d99-f98b857aceb8', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-6f93-71ea-9fd3-d28643cf1482', 'own_demarche', 'draft.answered', 'dossier', '01a20308-6faf-71a2-83f6-740e5cd55c72', '{"step":"preuve"}', '\xb6e4fef461b9447891f9d5a233a55a78', '\xb5559fd08ce67d433af3eb2c5697ba8bd473ead2b10081176d6d6fb4bbaadc4d');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-7062-732f-bc8b-dab2d89fb1c9', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'anonymous', NULL, 'own_demarche', 'draft.started', 'dossier', '01a20308-7060-7516-ba21-886daa824ac5', '{"revision":"01a20308-6ef1-7145-9d74-1d5c47036786"}', '\xfc754ed77dda43ccab93cdae49768c73', '\x97b46f3f647065df901acca8d23a8f3cd3ec6627b51e84370aca6e833cbed48a');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-708b-75ef-b965-8fcbfbec90b2', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-705e-706c-8243-c1b473831537', 'own_demarche', 'draft.answered', 'dossier', '01a20308-7060-7516-ba21-886daa824ac5', '{"step":"probleme"}', '\x9e24b3e6e1e34f82852660c20657c7a0', '\x3d86a30382b3a716501ad9944cd2c565994aef1362819aa4c0e359da38761b9f');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-70b4-76ab-843d-06391a94380f', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-705e-706c-8243-c1b473831537', 'own_demarche', 'draft.answered', 'dossier', '01a20308-7060-7516-ba21-886daa824ac5', '{"step":"photo"}', '\x39e5c2f5437c439c89e4b665a4623d03', '\x1c3e8c8b3b6219912fd122aff1b452a39da7cf4d1cb3c1dcf42defd23f9dd6ee');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-70db-73f4-8c5a-292eca9be596', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'anonymous', NULL, 'own_demarche', 'draft.started', 'dossier', '01a20308-70db-73f4-8c5a-292d2de05e25', '{"revision":"01a20308-6ed2-762f-a66a-795b4684906f"}', '\x337c31caf62440d8847aa4fccad215f8', '\xe531b221161ca5286917c42e2dd720d79db90ebb1ce40ad351df2b722b351b3c');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-7114-7652-8418-25a4abae6fdd', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-70da-728c-b81f-ef05322d8b60', 'own_demarche', 'draft.answered', 'dossier', '01a20308-70db-73f4-8c5a-292d2de05e25', '{"step":"foyer"}', '\xc1967e04c8c947138e76cc34152495df', '\xe96cb855edcf7dbf1e8ea527295ebd3a6a1ce512d190e23b13524eb551a25e3e');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-720f-7268-934a-d7a15ce27d38', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334431000000, 'agent', '01a20308-6e79-76fd-b7da-f0583f653fb6', 'instruction', 'dossier.instructed', 'dossier', '01a20308-7060-7516-ba21-886daa824ac5', '{"lifted":"0"}', '\x59614abecdaa47cc8d2e9c09eca585f1', '\xff50454e4de829739c82a96f3a0dd9fc227ff6f3f56f35593247e9d3c29f5ab8');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-7005-70c3-b78b-e50569878e41', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-6f93-71ea-9fd3-d28643cf1482', 'own_demarche', 'draft.answered', 'dossier', '01a20308-6faf-71a2-83f6-740e5cd55c72', '{"step":"naissance"}', '\xa51550816b7248649d1c8fb2afc8e80a', '\x57565970368cfd69347e821de2f3079c2771d747404df73b2af54b01fdb1ad88');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-70a1-76a3-84b8-52ed308d1140', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-705e-706c-8243-c1b473831537', 'own_demarche', 'draft.answered', 'dossier', '01a20308-7060-7516-ba21-886daa824ac5', '{"step":"lieu"}', '\x384a6c05134847208712dd0d246392d1', '\xc65e74ecdb631bffbb78d26929054dcdf07c3ed5b3b78d659986ad39ee821ec4');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-70fe-726f-a10c-5f8799e2eae0', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-70da-728c-b81f-ef05322d8b60', 'own_demarche', 'draft.answered', 'dossier', '01a20308-70db-73f4-8c5a-292d2de05e25', '{"step":"besoin"}', '\xc0a7b283a5f34d589ac8b599d357af46', '\xded47010c991dc6c0b47f91ec2301da85ba1c17e9f077c99bd0477a0179e4aa4');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-7126-744a-9102-6ec9b8e33738', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-70da-728c-b81f-ef05322d8b60', 'own_demarche', 'draft.answered', 'dossier', '01a20308-70db-73f4-8c5a-292d2de05e25', '{"step":"repas"}', '\xa2b29a39c0464097ab1a818fb17d2bd9', '\x82c983769be3e4ede6cb949943b65789a493a99d0ae8f21f1b72bac284376cc3');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-7167-76ca-9d22-296a1397b4f8', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-715b-7567-94a6-1042fa2f51ba', 'own_demarche', 'draft.people_set', 'dossier', '01a20308-715c-74da-96e9-477aca6b38dd', '{"helped":"false"}', '\xa423dbb8effb407283dc0c63487b2b27', '\x510f0447e4285573d7b04f2394d1fefb181799a82ef0bf6eef919ca67aa46d5f');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-71b1-773f-84a7-8dce97cb2f58', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334431000000, 'agent', '01a20308-6e79-76fd-b7da-f0583f653fb6', 'instruction', 'dossier.assigned', 'dossier', '01a20308-6faf-71a2-83f6-740e5cd55c72', '{"agent":"01a20308-6e79-76fd-b7da-f0583f653fb6"}', '\x1aca07fb70f9408ebb225fccaec3f449', '\x864d79955b915851a38378b13c31910339b49c652454c3e900ec5f27bed1db14');
INSERT INTO kept_schema.journal_acts VALUES ('01a20308-71ed-7718-b2ed-f9e8d22bc1dd', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334431000000, 'agent', '01a20308-6e79-76fd-b7da-f0583f653fb6', 'instruction', 'dossier.decided', 'dossier', '01a20308-6faf-71a2-83f6-740e5cd55c72', '{"outcome":"refused"}', '\x16284ddbe221445d90a643e5a05857d6', '\xdf25a2ae708a3875965178ddcf225d18ad1f47ebd7dc7016ea8320d7165418b7');


--
-- Data for Name: journal_exchanges; Type: TABLE DATA; Schema: kept_schema; Owner: -
--

INSERT INTO kept_schema.journal_exchanges VALUES ('01a20308-6fa3-72bd-9377-108dbfcaa63b', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'house', NULL, 'operation', 'mail.sent', 'challenge', '01a20308-6f94-706d-8cf7-21d2daf271f5', '{"mail":"01a20308-6f9b-7334-b4e7-b9e2a9bb5207","template":"code"}', '\xa9c67744498c4ed1916bac7e7a557297', '\xcbd7cd2e0afb8f2977234494cc06d3dd0d94820cc08d472b0a5641b06d5311e6');
INSERT INTO kept_schema.journal_exchanges VALUES ('01a20308-6fb5-7699-b03a-353914c8568e', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-6f93-71ea-9fd3-d28643cf1482', 'own_demarche', 'draft.read', 'dossier', '01a20308-6faf-71a2-83f6-740e5cd55c72', '{}', '\xca4bc72322c84deaa0fc0a960f49a363', '\x73188c8028d3d44feba2cdc1997aa3ba00c8eeb1bbc441c444be8fb5e18bc32d');
INSERT INTO kept_schema.journal_exchanges VALUES ('01a20308-6fc3-7097-93b9-39ce72563b0c', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-6f93-71ea-9fd3-d28643cf1482', 'own_demarche', 'draft.read', 'dossier', '01a20308-6faf-71a2-83f6-740e5cd55c72', '{}', '\x67bac51e59134189ab6421f4785f5cd8', '\x74c52229256d99b69d3ad825a8ba569fa32f3ca5a07d93b30516d94195be2fe0');
INSERT INTO kept_schema.journal_exchanges VALUES ('01a20308-7033-7335-921e-23501b08fd7d', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-6f93-71ea-9fd3-d28643cf1482', 'own_demarche', 'draft.read', 'dossier', '01a20308-6faf-71a2-83f6-740e5cd55c72', '{}', '\x98bb27b389794937888080987f4ccde6', '\xf0df39e0e066f8ce9ad28be4b335304025659295da2d210fe8133e2ed49fcaad');
INSERT INTO kept_schema.journal_exchanges VALUES ('01a20308-7036-75fa-9c93-045a1e3ba537', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-6f93-71ea-9fd3-d28643cf1482', 'own_demarche', 'draft.checked', 'dossier', '01a20308-6faf-71a2-83f6-740e5cd55c72', '{}', '\xb8bcf5de12364ca3a9bfb324f1bcc565', '\xd9395fb0fdda340f0162f98f3cc362c85b50eb7facdddefb89444df90366ad87');
INSERT INTO kept_schema.journal_exchanges VALUES ('01a20308-703b-772f-a01e-0d89ba9de3f2', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-6f93-71ea-9fd3-d28643cf1482', 'own_demarche', 'draft.checked', 'dossier', '01a20308-6faf-71a2-83f6-740e5cd55c72', '{}', '\x7d71c222a01f44929155f401a4d9204a', '\xf9f35a61445c618501de5568c90e20fd90249dfd9a4ee5d0d104e59d6dbe7ee2');
INSERT INTO kept_schema.journal_exchanges VALUES ('01a20308-7048-751f-9fdb-a198686025da', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-6f93-71ea-9fd3-d28643cf1482', 'own_demarche', 'receipt.read', 'dossier', '01a20308-6faf-71a2-83f6-740e5cd55c72', '{}', '\x9ef57415b3a14e47b2cb6d3d2348df79', '\x6746cbcd4945346e5fa8009a52bbc75a56f33520ca7e2c45528c942c8df65256');
INSERT INTO kept_schema.journal_exchanges VALUES ('01a20308-7052-70e2-827f-8c0925150963', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'house', NULL, 'operation', 'mail.sent', 'dossier', '01a20308-6faf-71a2-83f6-740e5cd55c72', '{"mail":"01a20308-704b-74c4-95e4-d1be33f6fa4d","template":"receipt"}', '\x0b2fa7ef3daf4b2e9bb0b2929ccd79d0', '\xfa344484305e997646a2e056d0e4c23a9bdeffef0563af548c47a9b20101774b');
INSERT INTO kept_schema.journal_exchanges VALUES ('01a20308-7065-731e-8dbb-68429bafcb11', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-705e-706c-8243-c1b473831537', 'own_demarche', 'draft.read', 'dossier', '01a20308-7060-7516-ba21-886daa824ac5', '{}', '\x32ce724d3ddd4e9dbcca535c4ae2e546', '\xd18fa2b56dafde36ade3c1ef65015782d3fdaf63ed5fc4c836b86661143aff86');
INSERT INTO kept_schema.journal_exchanges VALUES ('01a20308-706b-7197-848b-daf6203f7b3c', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-705e-706c-8243-c1b473831537', 'own_demarche', 'draft.read', 'dossier', '01a20308-7060-7516-ba21-886daa824ac5', '{}', '\xa8cf5a1394894879b5631958ba422561', '\x8f812b54c3b937c8e33c6015b086ef723d7e5d66a38efa7f69ae58136a80b60f');
INSERT INTO kept_schema.journal_exchanges VALUES ('01a20308-70be-7135-93e9-40640cdb4bcd', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-705e-706c-8243-c1b473831537', 'own_demarche', 'draft.read', 'dossier', '01a20308-7060-7516-ba21-886daa824ac5', '{}', '\x2e438b18cb3c4afd929965fda5a9e036', '\x1c9432fc00fd4b4f1afe72de6bba5d6e561e88df60a5e430c4b892165459c676');
INSERT INTO kept_schema.journal_exchanges VALUES ('01a20308-70c1-7502-af55-299053ffc4bf', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-705e-706c-8243-c1b473831537', 'own_demarche', 'draft.checked', 'dossier', '01a20308-7060-7516-ba21-886daa824ac5', '{}', '\xb4f29a1789df4e1696c6b2e692c205cf', '\x4c4e7588d2f632a84a8279daba15327172affd91f0d81982c4138183cd48a055');
INSERT INTO kept_schema.journal_exchanges VALUES ('01a20308-70c4-72b5-8db4-a9d0f6781f11', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-705e-706c-8243-c1b473831537', 'own_demarche', 'draft.checked', 'dossier', '01a20308-7060-7516-ba21-886daa824ac5', '{}', '\x0c6085edfed9486aab783d2c86d9e43e', '\xd7269768c2c00028b5a06619ab4bc4d6187b10285b4470568e52dc0702f076b8');
INSERT INTO kept_schema.journal_exchanges VALUES ('01a20308-70cd-7044-926f-3fe9848b2447', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-705e-706c-8243-c1b473831537', 'own_demarche', 'receipt.read', 'dossier', '01a20308-7060-7516-ba21-886daa824ac5', '{}', '\x151e17f246564b83ba9c5236d4011712', '\x12d10c9df37e8f76007bec9c6e5f330ffe4c686898a85ac356398fd267d685e3');
INSERT INTO kept_schema.journal_exchanges VALUES ('01a20308-70dd-73d1-aec8-c57c400d8c38', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-70da-728c-b81f-ef05322d8b60', 'own_demarche', 'draft.read', 'dossier', '01a20308-70db-73f4-8c5a-292d2de05e25', '{}', '\xd593307f31f849aebed9250da17f70c4', '\xe35f3125b2b7cb6d8c7903ea6c0579a4588830376cb3a2643bb078df98230585');
INSERT INTO kept_schema.journal_exchanges VALUES ('01a20308-70e0-735e-8410-b776953d9cfb', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-70da-728c-b81f-ef05322d8b60', 'own_demarche', 'draft.read', 'dossier', '01a20308-70db-73f4-8c5a-292d2de05e25', '{}', '\xc1dc2251561941aa82a3c5fefd39a9f9', '\x838abf16bb43007ba44f799cbd5c320697a35829ac3aba8124d8bd16a58c3e13');
INSERT INTO kept_schema.journal_exchanges VALUES ('01a20308-70e8-73b5-9947-a76c789ee4bb', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-70da-728c-b81f-ef05322d8b60', 'own_demarche', 'draft.read', 'dossier', '01a20308-70db-73f4-8c5a-292d2de05e25', '{}', '\x36a041f40173421f8de4c4ca178dcf67', '\x52a8821f98d888c72bffcf2d3a37689ec01ba2011581947254078b3704d32aa4');
INSERT INTO kept_schema.journal_exchanges VALUES ('01a20308-7135-746a-9ad5-c61ed4ff0fa8', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-70da-728c-b81f-ef05322d8b60', 'own_demarche', 'draft.read', 'dossier', '01a20308-70db-73f4-8c5a-292d2de05e25', '{}', '\x54a4e84d8e5a4969b54741cc38c7d4a4', '\xcf780b29ea2ca6d0e9e905c7e7fd73a3e60290902fc6e1bf1dcb262f60b1c650');
INSERT INTO kept_schema.journal_exchanges VALUES ('01a20308-7137-7040-8a78-d1829fafc59b', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-70da-728c-b81f-ef05322d8b60', 'own_demarche', 'draft.checked', 'dossier', '01a20308-70db-73f4-8c5a-292d2de05e25', '{}', '\x6b6122806df54385aec9139eb7804237', '\xe196deabc6cca0b065617542a21a2d66268e0f8c13a82f140b59b1c814f21248');
INSERT INTO kept_schema.journal_exchanges VALUES ('01a20308-713b-71dd-9a7b-4f56f69f8200', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-70da-728c-b81f-ef05322d8b60', 'own_demarche', 'draft.checked', 'dossier', '01a20308-70db-73f4-8c5a-292d2de05e25', '{}', '\x3d95fbe7f038468bb581c3016e4a84dd', '\x08d0441a1de77d670bae6e31bf52452f28d3ef0f621f6f4fe85156b714df3b12');
INSERT INTO kept_schema.journal_exchanges VALUES ('01a20308-7148-75f7-af1d-1bf07bac552c', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-70da-728c-b81f-ef05322d8b60', 'own_demarche', 'receipt.read', 'dossier', '01a20308-70db-73f4-8c5a-292d2de05e25', '{}', '\x5b9d21eace4a4e00aa5c37639663b5b6', '\x79bfb55e7cafc6611c4b2aa5c21132bde2c8b0fe15f726c38750f9347547423a');
INSERT INTO kept_schema.journal_exchanges VALUES ('01a20308-7153-70fc-8beb-3aeee8f3d75b', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-70da-728c-b81f-ef05322d8b60', 'own_demarche', 'receipt.read', 'dossier', '01a20308-70db-73f4-8c5a-292d2de05e25', '{}', '\xa5aa38d4fd5547d5a1774d8888ff25fa', '\xe74280618b5b593dd378fba4341045a1c49e520c516ea02d5746e66185f58e0b');
INSERT INTO kept_schema.journal_exchanges VALUES ('01a20308-715e-7563-b4b5-d17187753613', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-715b-7567-94a6-1042fa2f51ba', 'own_demarche', 'draft.read', 'dossier', '01a20308-715c-74da-96e9-477aca6b38dd', '{}', '\x5aba4c0646df4ab3be8e830bc568b7f5', '\xae166b8e814bb278974e941c9f84ace6237f6887b1cc6fd214d373eb3325bedd');
INSERT INTO kept_schema.journal_exchanges VALUES ('01a20308-7161-75be-97d6-961f0fc0f984', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-715b-7567-94a6-1042fa2f51ba', 'own_demarche', 'draft.read', 'dossier', '01a20308-715c-74da-96e9-477aca6b38dd', '{}', '\x4486587057f342659748d6fcf313ed3c', '\x36336f5f33116f61654efc52ca67365f6ceb3e47ac6082d9472a2c126667c867');
INSERT INTO kept_schema.journal_exchanges VALUES ('01a20308-7169-7722-ae24-9b6b222eb07b', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-715b-7567-94a6-1042fa2f51ba', 'own_demarche', 'draft.read', 'dossier', '01a20308-715c-74da-96e9-477aca6b38dd', '{}', '\x4a5b4a74fe93435db7dc4831bd44b321', '\x9e72af4b65de137b8091bee9547e366876572d115747aab3b6c06f2c7355a9dd');
INSERT INTO kept_schema.journal_exchanges VALUES ('01a20308-716f-70ad-9d4b-a4e8c3980f7c', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-715b-7567-94a6-1042fa2f51ba', 'own_demarche', 'draft.read', 'dossier', '01a20308-715c-74da-96e9-477aca6b38dd', '{}', '\x0673ed075216402cba76ee02083cf54d', '\xaaf9145fb557c70d60c09965783cae0a3d7ed8e702b8d97feba5e26ba9c14246');
INSERT INTO kept_schema.journal_exchanges VALUES ('01a20308-719d-722d-a59f-54adc699cc82', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334431000000, 'agent', '01a20308-6e79-76fd-b7da-f0583f653fb6', 'instruction', 'queue.read', 'group', '01a20308-6e70-7061-8bf7-dad313e36ce1', '{}', '\x6b1fa3fb18174692b5c769a56c6ccf4c', '\x87a711312d0edce30c0cbf15329066aeea98ee2d1a8b5ff44b3a7f2bff122a39');
INSERT INTO kept_schema.journal_exchanges VALUES ('01a20308-71a4-772e-84f8-fa49aa2a8921', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334431000000, 'agent', '01a20308-6e79-76fd-b7da-f0583f653fb6', 'instruction', 'dossier.read', 'dossier', '01a20308-6faf-71a2-83f6-740e5cd55c72', '{}', '\x0378cc59409e4db19f06d9b3006ab973', '\xdf4e6f35df17d8c689cba2e7a9023279234f7fd170d1df16278db31850069160');
INSERT INTO kept_schema.journal_exchanges VALUES ('01a20308-71b3-7320-8251-af1f8248fdd9', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334431000000, 'agent', '01a20308-6e79-76fd-b7da-f0583f653fb6', 'instruction', 'dossier.read', 'dossier', '01a20308-6faf-71a2-83f6-740e5cd55c72', '{}', '\x0258d8ffa26943608630dd68f7a7a7c8', '\x72a328f0ad992c6436e268ea89edfa72b48c927231eb184c487811efc634bce7');
INSERT INTO kept_schema.journal_exchanges VALUES ('01a20308-71d1-735a-8106-59d79cdaf010', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334431000000, 'agent', '01a20308-6e79-76fd-b7da-f0583f653fb6', 'instruction', 'dossier.read', 'dossier', '01a20308-6faf-71a2-83f6-740e5cd55c72', '{}', '\x0dd6df3dcb3d44c6aa62f6a3ec2b25b1', '\xe08e40ed20d825258ed6f42edc56852de837ddbf15e1d27f4d4a3187642ab588');
INSERT INTO kept_schema.journal_exchanges VALUES ('01a20308-71f0-751f-9a28-d33d291c5b67', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334431000000, 'agent', '01a20308-6e79-76fd-b7da-f0583f653fb6', 'instruction', 'dossier.read', 'dossier', '01a20308-6faf-71a2-83f6-740e5cd55c72', '{}', '\x1ca84d0100124e3ba3f690be1fba7515', '\xdb0db23dc66f2e355e68acc5d98b5a24041019002200d26ea4e00352e0733e2f');
INSERT INTO kept_schema.journal_exchanges VALUES ('01a20308-7207-719d-ada5-923c9cf7b840', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334431000000, 'agent', '01a20308-6e79-76fd-b7da-f0583f653fb6', 'instruction', 'dossier.read', 'dossier', '01a20308-7060-7516-ba21-886daa824ac5', '{}', '\x15b9be06f35446839eefae352e3a353c', '\x127e327a3e68b60ce7af6cf847eaad9560fae2d05a83f5a2d9e34ab5859295dc');
INSERT INTO kept_schema.journal_exchanges VALUES ('01a20308-71bb-745a-bed7-74e2698880b3', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334431000000, 'agent', '01a20308-6e79-76fd-b7da-f0583f653fb6', 'instruction', 'dossier.read', 'dossier', '01a20308-6faf-71a2-83f6-740e5cd55c72', '{}', '\xca03be0902cf48db813b81b7310e3148', '\xbbfac856ac2318fcf0c6ff302287052b374b5c8b7c21818166f9736f090bb287');
INSERT INTO kept_schema.journal_exchanges VALUES ('01a20308-71dd-7369-8871-33a3a22ad062', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334431000000, 'agent', '01a20308-6e79-76fd-b7da-f0583f653fb6', 'instruction', 'dossier.read', 'dossier', '01a20308-6faf-71a2-83f6-740e5cd55c72', '{}', '\xd7fd85947f7b491ca5c52c31b907d6ef', '\x7fb9c8ac569286c08ca383394c6f0e25fbf8e1cf195be26f4b68f160fdae5525');
INSERT INTO kept_schema.journal_exchanges VALUES ('01a20308-71f6-72ef-8962-e3e1a3afc995', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334431000000, 'agent', '01a20308-6e79-76fd-b7da-f0583f653fb6', 'instruction', 'dossier.read', 'dossier', '01a20308-7060-7516-ba21-886daa824ac5', '{}', '\x21e97fb269f844e2840452dd196a686b', '\xa2201d73fcc0ad2f6f9e28ba9491d3588a7d2ba8717a7c990ee34975a776784f');
INSERT INTO kept_schema.journal_exchanges VALUES ('01a20308-71ca-748a-ae64-55fb4fd93d44', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334431000000, 'agent', '01a20308-6e79-76fd-b7da-f0583f653fb6', 'instruction', 'dossier.read', 'dossier', '01a20308-6faf-71a2-83f6-740e5cd55c72', '{}', '\xb38959a0cd2c4ab3b736bacc9ad8bf6c', '\x63d7e7840ee940bef1d2b9c1255ba65b7343fb9e4779bb92d58bfe907db3a398');
INSERT INTO kept_schema.journal_exchanges VALUES ('01a20308-7202-74c2-9740-8cc45427233c', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334431000000, 'agent', '01a20308-6e79-76fd-b7da-f0583f653fb6', 'instruction', 'dossier.read', 'dossier', '01a20308-7060-7516-ba21-886daa824ac5', '{}', '\x8b2e38d38a514b108efe8161ea9545b0', '\xcfecd2a8a60b5d1b3c0131e6e87c2b467749e2d517faebc036f326667d72f25d');
INSERT INTO kept_schema.journal_exchanges VALUES ('01a20308-71e6-73ee-9f85-a3185ef745ca', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334431000000, 'agent', '01a20308-6e79-76fd-b7da-f0583f653fb6', 'instruction', 'dossier.read', 'dossier', '01a20308-6faf-71a2-83f6-740e5cd55c72', '{}', '\x1b238f64c2604c6bbb852398e0ca2a2a', '\xe7bb3048fa70861b6a5a3ef20f1e45b2f9eaf6a5b0c4aa19f8458c736090db5b');
INSERT INTO kept_schema.journal_exchanges VALUES ('01a20308-7210-7328-b809-f3fc16af5cd2', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334431000000, 'agent', '01a20308-6e79-76fd-b7da-f0583f653fb6', 'instruction', 'dossier.read', 'dossier', '01a20308-7060-7516-ba21-886daa824ac5', '{}', '\x4daabd08b35840d18e9037ab42ea0338', '\x0eb111ed902bcfa486a67b98ad551d0730a5a2cd01d230a5e1fe235af7ee8198');
INSERT INTO kept_schema.journal_exchanges VALUES ('01a20308-7219-7117-a934-05b417c949c7', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795338031000000, 'house', NULL, 'operation', 'mail.sent', 'dossier', '01a20308-6faf-71a2-83f6-740e5cd55c72', '{"mail":"01a20308-7215-7480-a2df-c8d6d43162a0","template":"decision"}', '\x118b553f29e7448aa193aa76268ec7b7', '\x536f23a1dc910ecc717b13a9b9ce0476c87f4ae393e11290f1f286f0f8fb4f3c');


--
-- Data for Name: journal_security; Type: TABLE DATA; Schema: kept_schema; Owner: -
--

INSERT INTO kept_schema.journal_security VALUES ('01a20308-6e7a-72d2-92af-0659eaf27f67', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'house', NULL, 'operation', 'agent.created', 'agent', '01a20308-6e79-76fd-b7da-f0583f653fb6', '{}', '\x12b4396442d54d98bff0a6f9bc6b9020', '\xea1e9b071eedf14d3472603bc59e64c91432125213b48c0bf7ce2ee172959a6e');
INSERT INTO kept_schema.journal_security VALUES ('01a20308-6e7b-7709-859e-96a45bf66ade', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'house', NULL, 'operation', 'agent.joined', 'agent', '01a20308-6e79-76fd-b7da-f0583f653fb6', '{"group":"01a20308-6e70-7061-8bf7-dad313e36ce1","role":"instructeur"}', '\x1c705665ed264000908b5326b18e1e41', '\x839e1836d8d8e29b3d2fc9422c3a271347e842cdf8085abb18feac703f0d97f4');
INSERT INTO kept_schema.journal_security VALUES ('01a20308-6e7b-7709-859e-96a5737efb4a', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'house', NULL, 'operation', 'agent.joined', 'agent', '01a20308-6e79-76fd-b7da-f0583f653fb6', '{"group":"01a20308-6e70-7061-8bf7-dad43e353642","role":"instructeur"}', '\x05af62dd4b454f65ac0dd0fde62a2eef', '\x7efecae2a61a704e08b8ba9158a4d105e919e0c493dcb4da0e3bedc37b5168a0');
INSERT INTO kept_schema.journal_security VALUES ('01a20308-6e7b-7709-859e-96a6f0e94cb6', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'house', NULL, 'operation', 'agent.joined', 'agent', '01a20308-6e79-76fd-b7da-f0583f653fb6', '{"group":"01a20308-6e70-7061-8bf7-dad5546afacd","role":"instructeur"}', '\x60d38516090944ae82d62807d9d704e5', '\x924fd9c26218c8e1ffd52b2084b0e961a4d913d6c1580c33be0db030280fd26e');
INSERT INTO kept_schema.journal_security VALUES ('01a20308-6e81-77d3-b883-5d04df372ce5', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'house', NULL, 'operation', 'agent.created', 'agent', '01a20308-6e7c-71de-bf66-f306eb5f17ca', '{}', '\x98804b97421e436c83c86341a031d7b8', '\xc7b89852e1f5a702a64f2ffdd993ab61eb58ba747cd09a8a5a636a09f327df69');
INSERT INTO kept_schema.journal_security VALUES ('01a20308-6e81-77d3-b883-5d052f78af8b', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'house', NULL, 'operation', 'agent.joined', 'agent', '01a20308-6e7c-71de-bf66-f306eb5f17ca', '{"group":"01a20308-6e70-7061-8bf7-dad313e36ce1","role":"instructeur"}', '\x4cab53705a9a4118b7fbbe425387f13c', '\x1acdf8ea14ab531a2dd6a404cb2d853e14fc8542fddaa71a1c2b7f3897303d91');
INSERT INTO kept_schema.journal_security VALUES ('01a20308-6e81-77d3-b883-5d068c13826a', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'house', NULL, 'operation', 'agent.joined', 'agent', '01a20308-6e7c-71de-bf66-f306eb5f17ca', '{"group":"01a20308-6e70-7061-8bf7-dad43e353642","role":"instructeur"}', '\x8fd6e862b598418eac2d6a04de7c9975', '\x1db7414e0333f0f8c445e8ba98bbb39e11c94617ab834c71b9d82eb985870232');
INSERT INTO kept_schema.journal_security VALUES ('01a20308-6e81-77d3-b883-5d073d1eb2e2', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'house', NULL, 'operation', 'agent.joined', 'agent', '01a20308-6e7c-71de-bf66-f306eb5f17ca', '{"group":"01a20308-6e70-7061-8bf7-dad5546afacd","role":"instructeur"}', '\x56c569e0cd4b4ea5b505644a1a4c7f2f', '\xe8e59124e228a4bea1574ff9d1fe5b0aeb7c9592c71237c9d62f08f9eff98840');
INSERT INTO kept_schema.journal_security VALUES ('01a20308-6e88-759f-8435-5796c5a2b227', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'house', NULL, 'operation', 'agent.created', 'agent', '01a20308-6e82-711f-895d-dc8542ff1126', '{}', '\xd4ac84264b044cd8a0a5a73c53dab8fc', '\x6e0ab1af1a131227650e1d8af63e02a66d72e214468153589a866cfbe77255a2');
INSERT INTO kept_schema.journal_security VALUES ('01a20308-6e89-72ff-94e6-e05bed89e944', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'house', NULL, 'operation', 'agent.joined', 'agent', '01a20308-6e82-711f-895d-dc8542ff1126', '{"group":"01a20308-6e70-7061-8bf7-dad313e36ce1","role":"reader"}', '\xc4640c65fbb549b8a34db0cd1b18ce02', '\x2c9de14799ab4d9a6c494acc7168e3063ca1acc9f167782c7290a3ef4b8a0e19');
INSERT INTO kept_schema.journal_security VALUES ('01a20308-6e89-72ff-94e6-e05c81c513cd', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'house', NULL, 'operation', 'agent.joined', 'agent', '01a20308-6e82-711f-895d-dc8542ff1126', '{"group":"01a20308-6e70-7061-8bf7-dad43e353642","role":"reader"}', '\x9fa1c206918c43d6aacc46ff6c55ca4a', '\xe06606ed9cd5dbcec0b6c48c921d73cb0e4e5d377f664d8fa50d14ac0ee6bf19');
INSERT INTO kept_schema.journal_security VALUES ('01a20308-6e89-72ff-94e6-e05daaf38c25', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'house', NULL, 'operation', 'agent.joined', 'agent', '01a20308-6e82-711f-895d-dc8542ff1126', '{"group":"01a20308-6e70-7061-8bf7-dad5546afacd","role":"reader"}', '\x975904c435dc404bb1a6ae39edfd76b0', '\xeec9a372dbd2e5437dadaf61eaad48c6530b5a63b86b05da2028cf6e57373745');
INSERT INTO kept_schema.journal_security VALUES ('01a20308-6e90-7701-9743-1f08562e6a0e', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'house', NULL, 'operation', 'agent.created', 'agent', '01a20308-6e8b-7024-b8ed-f1de5b15aabe', '{}', '\x427bd222f1c6426fb86c545a5e9ca07b', '\x2878483aabeb368f6846a6af48f9fa87324f7d156f0523e5b7194532a110fa03');
INSERT INTO kept_schema.journal_security VALUES ('01a20308-6e91-77ab-9e73-0fa7de07c266', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'house', NULL, 'operation', 'agent.joined', 'agent', '01a20308-6e8b-7024-b8ed-f1de5b15aabe', '{"group":"01a20308-6e70-7061-8bf7-dad6fb371154","role":"instructeur"}', '\x19b9229b9f274a6cad4d3b2474ad2eba', '\xa3aa5a723dd6e6f575970c1c40df499278c5f8ba912361b785c76ee2327efc6b');
INSERT INTO kept_schema.journal_security VALUES ('01a20308-6ef9-7409-9949-a2a4943025ee', '01a20308-6e70-7061-8bf7-dace4add42ad', 1795334400000000, 'house', NULL, 'operation', 'agent.created', 'agent', '01a20308-6ef8-7354-90bd-6f3edc1ea12d', '{}', '\x0203b09b04d14f45a89798d197daf9fc', '\x12d4042ebfcfc86a44802ad77f66043cef0b0983e69db834c062f1954f8a5c2d');
INSERT INTO kept_schema.journal_security VALUES ('01a20308-6ef9-7409-9949-a2a535665768', '01a20308-6e70-7061-8bf7-dace4add42ad', 1795334400000000, 'house', NULL, 'operation', 'agent.joined', 'agent', '01a20308-6ef8-7354-90bd-6f3edc1ea12d', '{"group":"01a20308-6ef5-76f1-9be9-396591b7d857","role":"instructeur"}', '\xec14ce87dda142859cd8daf31279f454', '\x93f5adcb69fb2012bedbbc3fc022cbbf87ab652a58ba0056624184a57cdaa351');
INSERT INTO kept_schema.journal_security VALUES ('01a20308-6ef9-7409-9949-a2a6b2d70d7b', '01a20308-6e70-7061-8bf7-dace4add42ad', 1795334400000000, 'house', NULL, 'operation', 'agent.joined', 'agent', '01a20308-6ef8-7354-90bd-6f3edc1ea12d', '{"group":"01a20308-6ef5-76f1-9be9-3966ee47fc06","role":"instructeur"}', '\x9b69bfe8b098418cac75510ab1085b5c', '\x5454f8f4ac017bce5f651eccb3530d92ff2f8741ce12bd5f3d3146ca651488d3');
INSERT INTO kept_schema.journal_security VALUES ('01a20308-6ef9-7409-9949-a2a785b6c6ad', '01a20308-6e70-7061-8bf7-dace4add42ad', 1795334400000000, 'house', NULL, 'operation', 'agent.joined', 'agent', '01a20308-6ef8-7354-90bd-6f3edc1ea12d', '{"group":"01a20308-6ef5-76f1-9be9-3967f633d018","role":"instructeur"}', '\x19f139f08d6845ab96a19406e6eac27e', '\x972e783f1f52e334d42d25743237a75dcaf5c36cc7fd4b52f3c7d55e496e80ca');
INSERT INTO kept_schema.journal_security VALUES ('01a20308-6efb-777b-9ca5-14bf22b5d57c', '01a20308-6e70-7061-8bf7-dace4add42ad', 1795334400000000, 'house', NULL, 'operation', 'agent.created', 'agent', '01a20308-6efa-7769-8666-369ccba3638f', '{}', '\x4d521ec80ee24d9bb57fa402b7a51d5f', '\xb04c7d3a3287ca74ce9bbc065310a0c5a0bee418cc748bc24d61575cbb177206');
INSERT INTO kept_schema.journal_security VALUES ('01a20308-6efb-777b-9ca5-14c0302670a0', '01a20308-6e70-7061-8bf7-dace4add42ad', 1795334400000000, 'house', NULL, 'operation', 'agent.joined', 'agent', '01a20308-6efa-7769-8666-369ccba3638f', '{"group":"01a20308-6ef5-76f1-9be9-396591b7d857","role":"instructeur"}', '\x9cfb067cff81458bb3a78b82f128d708', '\x7e3b3358e858bf68ae1d790a810a794ec27ad7644eacefa562aa55795a631aeb');
INSERT INTO kept_schema.journal_security VALUES ('01a20308-6efb-777b-9ca5-14c1440ee929', '01a20308-6e70-7061-8bf7-dace4add42ad', 1795334400000000, 'house', NULL, 'operation', 'agent.joined', 'agent', '01a20308-6efa-7769-8666-369ccba3638f', '{"group":"01a20308-6ef5-76f1-9be9-3966ee47fc06","role":"instructeur"}', '\xc775bfea35644bbab64413290cea8355', '\xace7a8b5f3a9069c1b0d7f62f2b73671f91907b492d4df1631ca922db1bd5557');
INSERT INTO kept_schema.journal_security VALUES ('01a20308-6efb-777b-9ca5-14c21e94c18d', '01a20308-6e70-7061-8bf7-dace4add42ad', 1795334400000000, 'house', NULL, 'operation', 'agent.joined', 'agent', '01a20308-6efa-7769-8666-369ccba3638f', '{"group":"01a20308-6ef5-76f1-9be9-3967f633d018","role":"instructeur"}', '\x6e774f501fba4143b9d96aa2eff1c477', '\x1057e973c9c49ff6f7373fe5164ec8633cd2d0da79862eddae81e634791367f7');
INSERT INTO kept_schema.journal_security VALUES ('01a20308-6efd-74f7-8975-f0932e2cc54e', '01a20308-6e70-7061-8bf7-dace4add42ad', 1795334400000000, 'house', NULL, 'operation', 'agent.created', 'agent', '01a20308-6efc-7328-8e4d-fcb7e7ed66ea', '{}', '\x4baa5f0895204b5291e6d44fd18aaae1', '\x67d3603e9c16414f0aabdbec36ef6b86c5e4a684f097ee21814b5e102730bdfb');
INSERT INTO kept_schema.journal_security VALUES ('01a20308-6efd-74f7-8975-f094acb15106', '01a20308-6e70-7061-8bf7-dace4add42ad', 1795334400000000, 'house', NULL, 'operation', 'agent.joined', 'agent', '01a20308-6efc-7328-8e4d-fcb7e7ed66ea', '{"group":"01a20308-6ef5-76f1-9be9-396591b7d857","role":"reader"}', '\xdb98a2038b624694b0e8b39c45910053', '\x06d418953394c67a278f56106cff5dc759b7240c66794c411e37594acaa95ada');
INSERT INTO kept_schema.journal_security VALUES ('01a20308-6efd-74f7-8975-f09564ffc7e8', '01a20308-6e70-7061-8bf7-dace4add42ad', 1795334400000000, 'house', NULL, 'operation', 'agent.joined', 'agent', '01a20308-6efc-7328-8e4d-fcb7e7ed66ea', '{"group":"01a20308-6ef5-76f1-9be9-3966ee47fc06","role":"reader"}', '\x37f602bfe9c348d7bbbd21fadd7b8505', '\xcd2cf4d16b9716322d8e429ea9c398d2e46d0bddf4ec5ee7df4538ea6488c0e4');
INSERT INTO kept_schema.journal_security VALUES ('01a20308-6efd-74f7-8975-f096d7dd9501', '01a20308-6e70-7061-8bf7-dace4add42ad', 1795334400000000, 'house', NULL, 'operation', 'agent.joined', 'agent', '01a20308-6efc-7328-8e4d-fcb7e7ed66ea', '{"group":"01a20308-6ef5-76f1-9be9-3967f633d018","role":"reader"}', '\xa6dd3ec52b1f48e7a4d806fe7b24b754', '\x161966c2e2cdb7dc02e6dc31fd42212a3d58c034dfef142f1151c99c433b5ea3');
INSERT INTO kept_schema.journal_security VALUES ('01a20308-6eff-7658-9441-705d3942a222', '01a20308-6e70-7061-8bf7-dace4add42ad', 1795334400000000, 'house', NULL, 'operation', 'agent.created', 'agent', '01a20308-6efe-7138-936e-8d8aa318716f', '{}', '\xcd7ca29941064c1f819b196bc98d17bb', '\x8e0d596eec962aa4022efb3e4835ead8049e2f4e58ac9ab7f79c1807283f17ef');
INSERT INTO kept_schema.journal_security VALUES ('01a20308-6eff-7658-9441-705e423bc5bc', '01a20308-6e70-7061-8bf7-dace4add42ad', 1795334400000000, 'house', NULL, 'operation', 'agent.joined', 'agent', '01a20308-6efe-7138-936e-8d8aa318716f', '{"group":"01a20308-6ef5-76f1-9be9-3968d8a09ecc","role":"instructeur"}', '\x1f97fb8a980a4ab0b377786b30f436a7', '\xbb4cbad56435ec0d841a7e52218cf0618938d5b971a9f5659c2a428676096d30');
INSERT INTO kept_schema.journal_security VALUES ('01a20308-6f95-7147-9685-38b675d1d229', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'anonymous', NULL, 'own_demarche', 'code.asked', 'challenge', '01a20308-6f94-706d-8cf7-21d2daf271f5', '{}', '\x2036adfd225c49e6a8b1cf083838b4c5', '\x4dcd336c803a5964e211ae2db52abca3f8f5a6312e2b84f3cb7d1f6e490019a7');
INSERT INTO kept_schema.journal_security VALUES ('01a20308-6fab-73d8-984d-9875cc8d2326', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'usager', '01a20308-6f93-71ea-9fd3-d28643cf1482', 'own_demarche', 'code.confirmed', 'challenge', '01a20308-6f94-706d-8cf7-21d2daf271f5', '{}', '\x9e52a5490c3244b0b4d70c71868dd752', '\xbf7d2242756266ca2ed952b12c4211e9a5cb625026e2186ef1dfa70bce262ee0');
INSERT INTO kept_schema.journal_security VALUES ('01a20308-7172-7506-bf08-8db9de266a8d', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334400000000, 'house', NULL, 'operation', 'agent.second_factor_enrolled', 'agent', '01a20308-6e79-76fd-b7da-f0583f653fb6', '{}', '\xcc23eb87ce87442e8a2e1b62ef705cef', '\x27015195da1b760771a297917c63cd94dfe51a2454e71a8ff9f80ed3345f0550');
INSERT INTO kept_schema.journal_security VALUES ('01a20308-7199-70e2-90c3-86258d5f6c3f', '01a20308-6e70-7061-8bf7-dacd651ab71c', 1795334431000000, 'anonymous', NULL, 'own_demarche', 'agent.signed_in', 'agent', '01a20308-6e79-76fd-b7da-f0583f653fb6', '{}', '\x8ab5c34d942d4a6aa14f0a5788d9664e', '\x0680222560443d2f4ef9c9e2bf624942161ca6ab96c16a0b9f1083f1d8ae3ff0');


--
-- Data for Name: mails; Type: TABLE DATA; Schema: kept_schema; Owner: -
--

INSERT INTO kept_schema.mails VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-6f9b-7334-b4e7-b9e2a9bb5207', 'code', 'challenge', '01a20308-6f94-706d-8cf7-21d2daf271f5', 'fr', 1795334400000000, 0, 1795334400000000, NULL, NULL);
INSERT INTO kept_schema.mails VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-704a-7624-a914-c3e8b2dc567c', 'draft', 'dossier', '01a20308-6faf-71a2-83f6-740e5cd55c72', 'fr', 1795334400000000, 0, NULL, 1795334400000000, 'nothing to say any more');
INSERT INTO kept_schema.mails VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-704b-74c4-95e4-d1be33f6fa4d', 'receipt', 'dossier', '01a20308-6faf-71a2-83f6-740e5cd55c72', 'fr', 1795334400000000, 0, 1795334400000000, NULL, NULL);
INSERT INTO kept_schema.mails VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-70cf-701e-a745-8850021e3ef9', 'receipt', 'dossier', '01a20308-7060-7516-ba21-886daa824ac5', 'fr', 1795334400000000, 0, NULL, 1795334400000000, 'nothing to say any more');
INSERT INTO kept_schema.mails VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-70ce-7200-97a0-f73597f3eb0f', 'draft', 'dossier', '01a20308-7060-7516-ba21-886daa824ac5', 'fr', 1795334400000000, 0, NULL, 1795334400000000, 'nothing to say any more');
INSERT INTO kept_schema.mails VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-714b-76e0-8d5b-e3a4da670a22', 'receipt', 'dossier', '01a20308-70db-73f4-8c5a-292d2de05e25', 'fr', 1795334400000000, 0, NULL, 1795334400000000, 'nothing to say any more');
INSERT INTO kept_schema.mails VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-714a-705a-ad19-f79edb7d0af6', 'draft', 'dossier', '01a20308-70db-73f4-8c5a-292d2de05e25', 'fr', 1795334400000000, 0, NULL, 1795334400000000, 'nothing to say any more');
INSERT INTO kept_schema.mails VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-7214-708a-94b3-a3e63c4b4e68', 'draft', 'dossier', '01a20308-715c-74da-96e9-477aca6b38dd', 'fr', 1795338031000000, 0, NULL, 1795338031000000, 'nothing to say any more');
INSERT INTO kept_schema.mails VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-7215-7480-a2df-c8d6d43162a0', 'decision', 'dossier', '01a20308-6faf-71a2-83f6-740e5cd55c72', 'fr', 1795338031000000, 0, 1795338031000000, NULL, NULL);


--
-- Data for Name: memberships; Type: TABLE DATA; Schema: kept_schema; Owner: -
--

INSERT INTO kept_schema.memberships VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-6e79-76fd-b7da-f0583f653fb6', '01a20308-6e70-7061-8bf7-dad313e36ce1', 'instructeur');
INSERT INTO kept_schema.memberships VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-6e79-76fd-b7da-f0583f653fb6', '01a20308-6e70-7061-8bf7-dad43e353642', 'instructeur');
INSERT INTO kept_schema.memberships VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-6e79-76fd-b7da-f0583f653fb6', '01a20308-6e70-7061-8bf7-dad5546afacd', 'instructeur');
INSERT INTO kept_schema.memberships VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-6e7c-71de-bf66-f306eb5f17ca', '01a20308-6e70-7061-8bf7-dad313e36ce1', 'instructeur');
INSERT INTO kept_schema.memberships VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-6e7c-71de-bf66-f306eb5f17ca', '01a20308-6e70-7061-8bf7-dad43e353642', 'instructeur');
INSERT INTO kept_schema.memberships VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-6e7c-71de-bf66-f306eb5f17ca', '01a20308-6e70-7061-8bf7-dad5546afacd', 'instructeur');
INSERT INTO kept_schema.memberships VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-6e82-711f-895d-dc8542ff1126', '01a20308-6e70-7061-8bf7-dad313e36ce1', 'reader');
INSERT INTO kept_schema.memberships VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-6e82-711f-895d-dc8542ff1126', '01a20308-6e70-7061-8bf7-dad43e353642', 'reader');
INSERT INTO kept_schema.memberships VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-6e82-711f-895d-dc8542ff1126', '01a20308-6e70-7061-8bf7-dad5546afacd', 'reader');
INSERT INTO kept_schema.memberships VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-6e8b-7024-b8ed-f1de5b15aabe', '01a20308-6e70-7061-8bf7-dad6fb371154', 'instructeur');
INSERT INTO kept_schema.memberships VALUES ('01a20308-6e70-7061-8bf7-dace4add42ad', '01a20308-6ef8-7354-90bd-6f3edc1ea12d', '01a20308-6ef5-76f1-9be9-396591b7d857', 'instructeur');
INSERT INTO kept_schema.memberships VALUES ('01a20308-6e70-7061-8bf7-dace4add42ad', '01a20308-6ef8-7354-90bd-6f3edc1ea12d', '01a20308-6ef5-76f1-9be9-3966ee47fc06', 'instructeur');
INSERT INTO kept_schema.memberships VALUES ('01a20308-6e70-7061-8bf7-dace4add42ad', '01a20308-6ef8-7354-90bd-6f3edc1ea12d', '01a20308-6ef5-76f1-9be9-3967f633d018', 'instructeur');
INSERT INTO kept_schema.memberships VALUES ('01a20308-6e70-7061-8bf7-dace4add42ad', '01a20308-6efa-7769-8666-369ccba3638f', '01a20308-6ef5-76f1-9be9-396591b7d857', 'instructeur');
INSERT INTO kept_schema.memberships VALUES ('01a20308-6e70-7061-8bf7-dace4add42ad', '01a20308-6efa-7769-8666-369ccba3638f', '01a20308-6ef5-76f1-9be9-3966ee47fc06', 'instructeur');
INSERT INTO kept_schema.memberships VALUES ('01a20308-6e70-7061-8bf7-dace4add42ad', '01a20308-6efa-7769-8666-369ccba3638f', '01a20308-6ef5-76f1-9be9-3967f633d018', 'instructeur');
INSERT INTO kept_schema.memberships VALUES ('01a20308-6e70-7061-8bf7-dace4add42ad', '01a20308-6efc-7328-8e4d-fcb7e7ed66ea', '01a20308-6ef5-76f1-9be9-396591b7d857', 'reader');
INSERT INTO kept_schema.memberships VALUES ('01a20308-6e70-7061-8bf7-dace4add42ad', '01a20308-6efc-7328-8e4d-fcb7e7ed66ea', '01a20308-6ef5-76f1-9be9-3966ee47fc06', 'reader');
INSERT INTO kept_schema.memberships VALUES ('01a20308-6e70-7061-8bf7-dace4add42ad', '01a20308-6efc-7328-8e4d-fcb7e7ed66ea', '01a20308-6ef5-76f1-9be9-3967f633d018', 'reader');
INSERT INTO kept_schema.memberships VALUES ('01a20308-6e70-7061-8bf7-dace4add42ad', '01a20308-6efe-7138-936e-8d8aa318716f', '01a20308-6ef5-76f1-9be9-3968d8a09ecc', 'instructeur');


--
-- Data for Name: messages; Type: TABLE DATA; Schema: kept_schema; Owner: -
--



--
-- Data for Name: notes; Type: TABLE DATA; Schema: kept_schema; Owner: -
--



--
-- Data for Name: organisations; Type: TABLE DATA; Schema: kept_schema; Owner: -
--

INSERT INTO kept_schema.organisations VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', 'rochebrune', 'rochebrune.example', 'Ville de Rochebrune', '{"version":1,"time_zone":"Europe/Paris","departement":null,"siren":"219900008","commune":null,"contact":{"postal_address":["1 place du Parvis","84999 Rochebrune"],"email":"mairie@rochebrune.example","phone":"04 65 71 00 00","hours":["Du lundi au vendredi, de 9 h à 17 h"]},"sender":"ne-pas-repondre@rochebrune.example","accent":"#1f4d5c","publication_director":"La maire","host":"Syndicat numérique, 1 rue du Port, 84999 Rochebrune","data_protection_officer":{"postal_address":["1 place du Parvis","84999 Rochebrune"],"email":"mairie@rochebrune.example","phone":"04 65 71 00 00","hours":["Du lundi au vendredi, de 9 h à 17 h"]},"security_contact":"securite@rochebrune.example","accessibility":"not_audited","administrative_court":"tribunal administratif de Nîmes","conformity":"Attestation RGS d’essai","draft_days":30,"hold_minutes":0}', 0, 1795334400000000);
INSERT INTO kept_schema.organisations VALUES ('01a20308-6e70-7061-8bf7-dace4add42ad', 'valmont', 'valmont.example', 'Commune de Valmont', '{"version":1,"time_zone":"Europe/Paris","departement":null,"siren":"219900008","commune":null,"contact":{"postal_address":["1 place du Parvis","84999 Rochebrune"],"email":"mairie@valmont.example","phone":"04 65 71 00 00","hours":["Du lundi au vendredi, de 9 h à 17 h"]},"sender":"ne-pas-repondre@valmont.example","accent":"#1f4d5c","publication_director":"La maire","host":"Syndicat numérique, 1 rue du Port, 84999 Rochebrune","data_protection_officer":{"postal_address":["1 place du Parvis","84999 Rochebrune"],"email":"mairie@valmont.example","phone":"04 65 71 00 00","hours":["Du lundi au vendredi, de 9 h à 17 h"]},"security_contact":"securite@valmont.example","accessibility":"not_audited","administrative_court":"tribunal administratif de Nîmes","conformity":"Attestation RGS d’essai","draft_days":30,"hold_minutes":0}', 0, 1795334400000000);


--
-- Data for Name: outbox; Type: TABLE DATA; Schema: kept_schema; Owner: -
--

INSERT INTO kept_schema.outbox VALUES ('01a20308-6ea9-74da-b38a-66b5a01e5653', '01a20308-6e70-7061-8bf7-dacd651ab71c', 'procedure.confirmed.v1', '01a20308-6ea6-72a2-b9f0-b00c9c7c1697', '{}', 1795334400000000, 1795334400000000, 1795334400000000, 0, 1795334400000000, NULL);
INSERT INTO kept_schema.outbox VALUES ('01a20308-6eb1-77e3-bdc5-98492bf6e54b', '01a20308-6e70-7061-8bf7-dacd651ab71c', 'procedure.published.v1', '01a20308-6ea6-72a2-b9f0-b00c9c7c1697', '{"revision":"01a20308-6ead-7552-ac4e-bacbc2bbd31b"}', 1795334400000000, 1795334400000000, 1795334400000000, 0, 1795334400000000, NULL);
INSERT INTO kept_schema.outbox VALUES ('01a20308-6ece-7009-9cf3-b4f4b8d1220a', '01a20308-6e70-7061-8bf7-dacd651ab71c', 'procedure.confirmed.v1', '01a20308-6ecb-72d8-b547-128a63e206ac', '{}', 1795334400000000, 1795334400000000, 1795334400000000, 0, 1795334400000000, NULL);
INSERT INTO kept_schema.outbox VALUES ('01a20308-6ed6-75f2-8e8e-85d8393a8756', '01a20308-6e70-7061-8bf7-dacd651ab71c', 'procedure.published.v1', '01a20308-6ecb-72d8-b547-128a63e206ac', '{"revision":"01a20308-6ed2-762f-a66a-795b4684906f"}', 1795334400000000, 1795334400000000, 1795334400000000, 0, 1795334400000000, NULL);
INSERT INTO kept_schema.outbox VALUES ('01a20308-6eed-75f2-8f35-2962166f27a2', '01a20308-6e70-7061-8bf7-dacd651ab71c', 'procedure.confirmed.v1', '01a20308-6ee9-77da-8bc8-03a0bf551206', '{}', 1795334400000000, 1795334400000000, 1795334400000000, 0, 1795334400000000, NULL);
INSERT INTO kept_schema.outbox VALUES ('01a20308-6ef4-73c6-b9a8-82fa1bdf466d', '01a20308-6e70-7061-8bf7-dacd651ab71c', 'procedure.published.v1', '01a20308-6ee9-77da-8bc8-03a0bf551206', '{"revision":"01a20308-6ef1-7145-9d74-1d5c47036786"}', 1795334400000000, 1795334400000000, 1795334400000000, 0, 1795334400000000, NULL);
INSERT INTO kept_schema.outbox VALUES ('01a20308-6f1a-7643-92d9-9128d7bbd49e', '01a20308-6e70-7061-8bf7-dace4add42ad', 'procedure.confirmed.v1', '01a20308-6f18-762a-ab52-de07c038a3d5', '{}', 1795334400000000, 1795334400000000, 1795334400000000, 0, 1795334400000000, NULL);
INSERT INTO kept_schema.outbox VALUES ('01a20308-6f1d-7621-a41c-4f14a368f777', '01a20308-6e70-7061-8bf7-dace4add42ad', 'procedure.published.v1', '01a20308-6f18-762a-ab52-de07c038a3d5', '{"revision":"01a20308-6f1b-73e6-bd85-5e2ea975486b"}', 1795334400000000, 1795334400000000, 1795334400000000, 0, 1795334400000000, NULL);
INSERT INTO kept_schema.outbox VALUES ('01a20308-6f3a-7207-94a0-1f5989398010', '01a20308-6e70-7061-8bf7-dace4add42ad', 'procedure.confirmed.v1', '01a20308-6f39-77bd-9f1d-77364d8a7181', '{}', 1795334400000000, 1795334400000000, 1795334400000000, 0, 1795334400000000, NULL);
INSERT INTO kept_schema.outbox VALUES ('01a20308-6f3e-750e-8c59-0c8b994911e7', '01a20308-6e70-7061-8bf7-dace4add42ad', 'procedure.published.v1', '01a20308-6f39-77bd-9f1d-77364d8a7181', '{"revision":"01a20308-6f3c-7370-bffb-8e7f10f97b10"}', 1795334400000000, 1795334400000000, 1795334400000000, 0, 1795334400000000, NULL);
INSERT INTO kept_schema.outbox VALUES ('01a20308-6f54-74e6-92e3-a5ad7029f861', '01a20308-6e70-7061-8bf7-dace4add42ad', 'procedure.confirmed.v1', '01a20308-6f53-7635-b76d-3a927b6e83ec', '{}', 1795334400000000, 1795334400000000, 1795334400000000, 0, 1795334400000000, NULL);
INSERT INTO kept_schema.outbox VALUES ('01a20308-6f59-7682-8a63-420c7e8369fb', '01a20308-6e70-7061-8bf7-dace4add42ad', 'procedure.published.v1', '01a20308-6f53-7635-b76d-3a927b6e83ec', '{"revision":"01a20308-6f58-727b-b4b8-e91ce18ecb07"}', 1795334400000000, 1795334400000000, 1795334400000000, 0, 1795334400000000, NULL);
INSERT INTO kept_schema.outbox VALUES ('01a20308-6f95-7147-9685-38b781e84fef', '01a20308-6e70-7061-8bf7-dacd651ab71c', 'code.asked.v1', '01a20308-6f94-706d-8cf7-21d2daf271f5', '{"language":"fr"}', 1795334400000000, 1795334400000000, 1795334400000000, 0, 1795334400000000, NULL);
INSERT INTO kept_schema.outbox VALUES ('01a20308-6fb0-7175-bc28-0d3efa97f87c', '01a20308-6e70-7061-8bf7-dacd651ab71c', 'dossier.draft_started.v1', '01a20308-6faf-71a2-83f6-740e5cd55c72', '{}', 1795334400000000, 1795334400000000, 1795334400000000, 0, 1795334400000000, NULL);
INSERT INTO kept_schema.outbox VALUES ('01a20308-7046-71c7-be11-769a097be6d3', '01a20308-6e70-7061-8bf7-dacd651ab71c', 'dossier.submitted.v1', '01a20308-6faf-71a2-83f6-740e5cd55c72', '{}', 1795334400000000, 1795334400000000, 1795334400000000, 0, 1795334400000000, NULL);
INSERT INTO kept_schema.outbox VALUES ('01a20308-7062-732f-bc8b-dab3cd4e9e7e', '01a20308-6e70-7061-8bf7-dacd651ab71c', 'dossier.draft_started.v1', '01a20308-7060-7516-ba21-886daa824ac5', '{}', 1795334400000000, 1795334400000000, 1795334400000000, 0, 1795334400000000, NULL);
INSERT INTO kept_schema.outbox VALUES ('01a20308-70cb-7491-a054-f96877750306', '01a20308-6e70-7061-8bf7-dacd651ab71c', 'dossier.submitted.v1', '01a20308-7060-7516-ba21-886daa824ac5', '{}', 1795334400000000, 1795334400000000, 1795334400000000, 0, 1795334400000000, NULL);
INSERT INTO kept_schema.outbox VALUES ('01a20308-70db-73f4-8c5a-292fe26d6d2d', '01a20308-6e70-7061-8bf7-dacd651ab71c', 'dossier.draft_started.v1', '01a20308-70db-73f4-8c5a-292d2de05e25', '{}', 1795334400000000, 1795334400000000, 1795334400000000, 0, 1795334400000000, NULL);
INSERT INTO kept_schema.outbox VALUES ('01a20308-7145-744c-a7aa-d3a0c202dd72', '01a20308-6e70-7061-8bf7-dacd651ab71c', 'dossier.submitted.v1', '01a20308-70db-73f4-8c5a-292d2de05e25', '{}', 1795334400000000, 1795334400000000, 1795334400000000, 0, 1795334400000000, NULL);
INSERT INTO kept_schema.outbox VALUES ('01a20308-715c-74da-96e9-477c22259de5', '01a20308-6e70-7061-8bf7-dacd651ab71c', 'dossier.draft_started.v1', '01a20308-715c-74da-96e9-477aca6b38dd', '{}', 1795334400000000, 1795334400000000, 1795334400000000, 0, 1795338031000000, NULL);
INSERT INTO kept_schema.outbox VALUES ('01a20308-71ed-7718-b2ed-f9e96b79bfd7', '01a20308-6e70-7061-8bf7-dacd651ab71c', 'dossier.decided.v1', '01a20308-6faf-71a2-83f6-740e5cd55c72', '{}', 1795334431000000, 1795334431000000, 1795334431000000, 0, 1795338031000000, NULL);


--
-- Data for Name: parked_posts; Type: TABLE DATA; Schema: kept_schema; Owner: -
--



--
-- Data for Name: pieces; Type: TABLE DATA; Schema: kept_schema; Owner: -
--

INSERT INTO kept_schema.pieces VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-701e-7648-a1cf-8a7eeec016eb', '01a20308-6faf-71a2-83f6-740e5cd55c72', 'field:link_proof', '\x0160b8226e1a4e2c94bdba9dfa32262fd7b0b8e23f3787da496f6aeb9c05eb25bf5ff6af3b2657fb444aa7d955802fb06c7319925951db4a2ff88523a08503023c0b083336364a7e24ec85481f3f87b03005a1dd14ab3ba8227f6ec2cee902bd72b8efa344fde8f878e87d277865435a854a5fd98ce500d9a1fabf482d10', 'image/png', 69, '01a20308-6faf-71a2-83f6-740e5cd55c72/01a20308-701e-7648-a1cf-8a7eeec016eb', 1795334400000000, NULL);
INSERT INTO kept_schema.pieces VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-712f-7476-84c7-d4f6b268ad3d', '01a20308-70db-73f4-8c5a-292d2de05e25', 'field:family_proof', '\x01a6e20727b2cb88f308eebb2483a08eb97167cdbefadce451d7357f9109d770e149dc32deff692882b6478a6a69ddc6c5c13e0f22d56c2fb099b25131b32ee7cbb34c0e22eac5fa17ffd47d641e94a8bc8a80f987f3072df85bb1d43d425b0fd82aa00329338780ea6efb8c92a4aa061ebc7e25087e90e9b50722a1aa1d', 'image/png', 69, '01a20308-70db-73f4-8c5a-292d2de05e25/01a20308-712f-7476-84c7-d4f6b268ad3d', 1795334400000000, NULL);


--
-- Data for Name: procedure_confirmations; Type: TABLE DATA; Schema: kept_schema; Owner: -
--

INSERT INTO kept_schema.procedure_confirmations VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-6ea6-72a2-b9f0-b00c9c7c1697', '4f7a0af21afdf980ed5a9a8394d7ae7f9f086e5a5a4c73aa6628903296393fba', '01a20308-6e79-76fd-b7da-f0583f653fb6', 1795334400000000);
INSERT INTO kept_schema.procedure_confirmations VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-6ecb-72d8-b547-128a63e206ac', 'eddf9e04615a6e1f61312c97995c67d6167a0528571dd1024a4c21fab6160988', '01a20308-6e79-76fd-b7da-f0583f653fb6', 1795334400000000);
INSERT INTO kept_schema.procedure_confirmations VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-6ee9-77da-8bc8-03a0bf551206', '0aded6ced8fd96248327b9344849985ac133f794b30131af3c2f00786f1515dc', '01a20308-6e79-76fd-b7da-f0583f653fb6', 1795334400000000);
INSERT INTO kept_schema.procedure_confirmations VALUES ('01a20308-6e70-7061-8bf7-dace4add42ad', '01a20308-6f18-762a-ab52-de07c038a3d5', '4f7a0af21afdf980ed5a9a8394d7ae7f9f086e5a5a4c73aa6628903296393fba', '01a20308-6ef8-7354-90bd-6f3edc1ea12d', 1795334400000000);
INSERT INTO kept_schema.procedure_confirmations VALUES ('01a20308-6e70-7061-8bf7-dace4add42ad', '01a20308-6f39-77bd-9f1d-77364d8a7181', 'eddf9e04615a6e1f61312c97995c67d6167a0528571dd1024a4c21fab6160988', '01a20308-6ef8-7354-90bd-6f3edc1ea12d', 1795334400000000);
INSERT INTO kept_schema.procedure_confirmations VALUES ('01a20308-6e70-7061-8bf7-dace4add42ad', '01a20308-6f53-7635-b76d-3a927b6e83ec', '0aded6ced8fd96248327b9344849985ac133f794b30131af3c2f00786f1515dc', '01a20308-6ef8-7354-90bd-6f3edc1ea12d', 1795334400000000);


--
-- Data for Name: procedure_revisions; Type: TABLE DATA; Schema: kept_schema; Owner: -
--

INSERT INTO kept_schema.procedure_revisions VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-6ead-7552-ac4e-bacbc2bbd31b', '01a20308-6ea6-72a2-b9f0-b00c9c7c1697', 1, '01a20308-6e70-7061-8bf7-dad313e36ce1', '01a20308-6e70-7061-8bf7-dacff9a62c79', '# Copie ou extrait d’acte de naissance, délivré par la commune qui garde l’acte.
# Les faits viennent des descriptions publiques citées à la fin (contenu daté), reformulés. Ils sont à confirmer.
slug: acte-naissance
title: { fr: Demander un acte de naissance, en: Ask for a birth certificate }
summary:
  fr: Recevez chez vous la copie ou l’extrait d’un acte de naissance établi dans notre commune.
  en: Receive at home the copy or the extract of a birth certificate drawn up in our commune.
theme: papers
keywords:
  fr:
    - état civil
    - extrait de naissance
    - copie intégrale
    - filiation
    - certificat de naissance
    - passeport
    - carte d’identité
    - mariage
    - pacs
    - notaire
  en: [birth record, civil status, extract, full copy, passport, identity card, wedding]

who_for:
  fr: |
    L’extrait sans filiation est ouvert à tous. Vous n’avez rien à justifier.

    La copie intégrale et l’extrait avec filiation sont réservés :
    - à la personne née, si elle est majeure ;
    - à son époux, son épouse ou son partenaire de Pacs ;
    - à ses parents et grands-parents ;
    - à ses enfants et petits-enfants ;
    - à son représentant légal ;
    - à un professionnel que la loi autorise, comme un avocat.

    La personne doit être née dans notre commune.
  en: |
    Anyone can get the extract without parentage. You do not have to say why.

    The full copy and the extract with parentage are kept for:
    - the person born, if they are of age;
    - their husband, wife or civil partner (Pacs);
    - their parents and grandparents;
    - their children and grandchildren;
    - their legal representative;
    - a professional whom the law allows, such as a lawyer.

    The person must have been born in our commune.
what_you_get:
  fr: Le document sur papier, signé par l’officier de l’état civil, envoyé par la poste à l’adresse que vous donnez.
  en: The document on paper, signed by the civil registrar, sent by post to the address that you give.
minutes: 5
papers:
  - name: { fr: Une preuve du lien de famille ou de votre qualité, en: Proof of kinship or of your standing }
    hint:
      fr: Par exemple une page du livret de famille. Seulement si vous demandez, pour une autre personne, une copie intégrale ou un extrait avec filiation.
      en: For example a page of the family record book. Only if you ask, for somebody else, for a full copy or an extract with parentage.
cost:
  cents: 0
  words: { fr: C’est gratuit. L’envoi aussi., en: It is free. So is the postage. }
delay:
  words:
    fr: Le document part en général en moins d’une semaine. Ajoutez le temps de la poste.
    en: The document usually leaves within a week. Add the time of the post.
  expected_days: 7

asks_for_decision: true
financial: false
silence:
  effect: none
  legal_basis: Code civil, art. 34-1 (à confirmer)
  reason:
    fr: L’état civil est tenu sous le contrôle du procureur de la République. Sans réponse de notre part, vous n’avez ni accord ni refus ; appelez-nous, ou écrivez au procureur.
    en: Civil status is kept under the control of the public prosecutor. Without an answer from us, you have neither an agreement nor a refusal; call us, or write to the prosecutor.
identity: required

doors:
  - kind: counter
    text:
      fr: À l’état civil, avec une pièce d’identité. Le document vous est remis tout de suite.
      en: At the civil registry, with an identity document. You get the document at once.
  - kind: post
    text:
      fr: Sur papier libre. Écrivez vos nom et adresse, le document voulu, le nom, les prénoms et la date de naissance de la personne, et les noms de ses parents si vous voulez la filiation.
      en: On plain paper. Write your name and address, the document you want, the name, first names and date of birth of the person, and the names of their parents if you want the parentage.
  - kind: phone
    text:
      fr: Un agent vous aide à remplir la demande.
      en: An agent helps you to fill in the request.
service: etat-civil
group: etat-civil

retention:
  after_decision: 12 months
  legal_basis:
    fr: Tableau de gestion des archives de la commune, avec le visa des archives départementales (à confirmer)
    en: Records schedule of the commune, approved by the departmental archives (to be confirmed)
draft_days: 30
declarations:
  - fr: Je déclare que mes réponses sont exactes.
    en: I declare that my answers are true.
reply_texts:
  - title: { fr: Preuve du lien illisible, en: Unreadable proof of kinship }
    text:
      fr: Nous ne pouvons pas lire le document que vous avez envoyé. Pouvez-vous en refaire une photo, bien à plat et à la lumière ?
      en: We cannot read the document that you sent. Could you photograph it again, flat and in good light?
  - title: { fr: Acte introuvable, en: Record not found }
    text:
      fr: Nous ne trouvons pas l’acte avec les informations données. Pouvez-vous vérifier la date, le lieu de naissance et l’écriture des noms ?
      en: We cannot find the record with the information given. Could you check the date, the place of birth and the spelling of the names?
refusal_grounds:
  - label:
      fr: Le demandeur n’est pas une personne à qui ce document peut être remis
      en: The person asking is not one to whom this document can be given
    law:
      fr: Décret n° 2017-890 du 6 mai 2017 relatif à l’état civil, règles de délivrance des copies et extraits (article à confirmer)
      en: Decree 2017-890 of 6 May 2017 on civil status, rules for copies and extracts (article to be confirmed)
  - label: { fr: La commune ne garde pas cet acte, en: The commune does not hold this record }
    law:
      fr: Décret n° 2017-890 du 6 mai 2017 relatif à l’état civil (article à confirmer)
      en: Decree 2017-890 of 6 May 2017 on civil status (article to be confirmed)

data_defaults:
  purpose:
    fr: Retrouver l’acte et savoir si le document peut vous être remis.
    en: To find the record and know whether the document can be given to you.
  legal_basis:
    ground: legal_obligation
    text:
      fr: Décret n° 2017-890 du 6 mai 2017 relatif à l’état civil (articles à confirmer)
      en: Decree 2017-890 of 6 May 2017 on civil status (articles to be confirmed)
  retention: 12 months
  sensitivity: ordinary

steps:
  - step: document
    title: { fr: Le document, en: The document }
    elements:
      - field: document
        kind: choice
        label: { fr: Quel document voulez-vous ?, en: Which document do you want? }
        hint:
          fr: Regardez ce que demande l’organisme qui en a besoin. Si vous ne savez pas, l’extrait sans filiation suffit souvent.
          en: See what the body that needs it asks for. If you do not know, the extract without parentage is often enough.
        purpose: { fr: Préparer le bon document., en: To prepare the right document. }
        options:
          - value: extract
            label: { fr: Un extrait sans filiation, en: An extract without parentage }
            hint: { fr: "Nom, prénoms, date et lieu de naissance. Ouvert à tous.", en: "Name, first names, date and place of birth. Open to all." }
          - value: extract_with_parents
            label: { fr: Un extrait avec filiation, en: An extract with parentage }
            hint: { fr: La même chose avec les parents., en: The same with the parents. }
          - value: full_copy
            label: { fr: Une copie intégrale, en: A full copy }
            hint: { fr: "Tout l’acte, avec ses mentions : mariage, divorce…", en: "The whole record, with its notes: marriage, divorce…" }
      - field: copies
        kind: integer
        label: { fr: Combien d’exemplaires ?, en: How many copies? }
        hint: { fr: "De 1 à 3.", en: From 1 to 3. }
        purpose: { fr: Préparer le bon nombre de documents., en: To prepare the right number of documents. }
        min: 1
        max: 3

  - step: lien
    title: { fr: Votre lien avec la personne, en: Your link with the person }
    if: document == "extract_with_parents" || document == "full_copy"
    intro:
      fr: Ce document montre les parents. La loi le réserve à certaines personnes.
      en: This document shows the parents. The law keeps it for certain people.
    elements:
      - field: link
        kind: choice
        label: { fr: "Vous êtes, pour la personne née :", en: "To the person born, you are:" }
        purpose:
          fr: Savoir si la loi permet de vous remettre ce document.
          en: To know whether the law lets us give you this document.
        options:
          - value: self
            label: { fr: "Elle-même, et j’ai 18 ans ou plus", en: "That person, and I am 18 or over" }
          - value: spouse
            label: { fr: "Son époux, son épouse ou son partenaire de Pacs", en: "Their husband, wife or civil partner" }
          - value: ascendant
            label: { fr: Son parent ou son grand-parent, en: Their parent or grandparent }
          - value: descendant
            label: { fr: Son enfant ou son petit-enfant, en: Their child or grandchild }
          - value: representative
            label: { fr: Son représentant légal, en: Their legal representative }
            hint: { fr: "Tuteur, ou personne qui a l’autorité parentale.", en: "Guardian, or person with parental authority." }
          - value: professional
            label: { fr: Un professionnel autorisé par la loi, en: A professional whom the law allows }
          - value: other
            label: { fr: Une autre personne, en: Somebody else }
      - explanation:
          fr: |
            Nous ne pourrons pas vous remettre ce document : la loi ne le permet pas.

            Vous pouvez revenir en arrière et choisir l’extrait sans filiation. Il est ouvert à tous.
          en: |
            We will not be able to give you this document: the law does not allow it.

            You can go back and choose the extract without parentage. It is open to all.
        if: link == "other"

  - step: personne
    title: { fr: La personne née, en: The person born }
    intro:
      fr: Écrivez les noms tels qu’ils étaient à la naissance.
      en: Write the names as they were at birth.
    elements:
      - field: person
        kind: identity
        label: { fr: Qui est la personne née ?, en: Who is the person born? }
        hint: { fr: "Si vous demandez votre acte, c’est vous.", en: "If you ask for your own record, it is you." }
        used_name: false
        birth_date: required
        birth_place: "no"

  - step: naissance
    title: { fr: Le lieu de naissance, en: The place of birth }
    elements:
      - field: born_here
        kind: yes_no
        label: { fr: La personne est-elle née dans notre commune ?, en: Was the person born in our commune? }
        hint:
          fr: C’est la mairie du lieu de naissance qui garde l’acte, même si la famille a déménagé.
          en: The town hall of the place of birth keeps the record, even if the family moved.
        purpose: { fr: Savoir quelle mairie garde l’acte., en: To know which town hall holds the record. }
      - field: birth_commune
        kind: commune
        label: { fr: Où est-elle née ?, en: Where were they born? }
        hint: { fr: "Écrivez le nom de la commune. Pour l’étranger, la ville et le pays.", en: "Write the name of the commune. Abroad, the town and the country." }
        purpose: { fr: Vous dire à quelle mairie vous adresser., en: To tell you which town hall to turn to. }
        scope: current_and_former
        abroad: true
        if: born_here == false
      - explanation:
          fr: |
            Nous n’avons pas cet acte. Demandez-le à la mairie du lieu de naissance : vous aurez une réponse plus vite.

            Pour un Français né à l’étranger, demandez-le au Service central d’état civil, à Nantes.

            Si vous continuez, nous transmettrons votre demande et nous vous le dirons.
          en: |
            We do not have this record. Ask the town hall of the place of birth: you will be answered sooner.

            For a French citizen born abroad, ask the Service central d’état civil, in Nantes.

            If you go on, we will pass your request on, and tell you.
        if: born_here == false

  - step: parents
    title: { fr: Les parents de la personne née, en: The parents of the person born }
    if: document == "extract_with_parents" || document == "full_copy"
    intro:
      fr: Ces noms figurent sur l’acte. Ils permettent de ne pas se tromper de personne.
      en: These names stand on the record. They make sure that it is the right person.
    elements:
      - field: first_parent
        kind: identity
        autocomplete: "off"
        label: { fr: Un parent, en: One parent }
        hint: { fr: Son nom et ses prénoms de naissance., en: Their name and first names at birth. }
        purpose: { fr: Vérifier que l’acte est le bon., en: To check that the record is the right one. }
        sensitivity: sensitive
        used_name: false
        birth_date: "no"
        birth_place: "no"
      - field: second_parent
        kind: identity
        autocomplete: "off"
        label: { fr: L’autre parent, en: The other parent }
        hint: { fr: "S’il figure sur l’acte.", en: "If they stand on the record." }
        purpose: { fr: Vérifier que l’acte est le bon., en: To check that the record is the right one. }
        sensitivity: sensitive
        optional: true
        used_name: false
        birth_date: "no"
        birth_place: "no"

  - step: preuve
    title: { fr: La preuve de votre lien, en: The proof of your link }
    if: link == "spouse" || link == "ascendant" || link == "descendant" || link == "representative" || link == "professional"
    elements:
      - field: link_proof
        kind: piece
        label: { fr: Un document qui montre votre lien ou votre qualité, en: A document that shows your link or your standing }
        hint:
          fr: "Par exemple : une page du livret de famille, un acte de l’état civil, un jugement, un mandat. Une photo lisible suffit."
          en: "For example: a page of the family record book, a civil status record, a judgment, a mandate. A readable photo is enough."
        purpose: { fr: Vérifier que la loi permet de vous remettre ce document., en: To check that the law lets us give you this document. }
        sensitivity: sensitive
        max_files: 3
        max_size: 10 MB
        accept: [pdf, jpeg, png, heic]
        other_way: true

  - step: envoi
    title: { fr: L’envoi, en: The delivery }
    elements:
      - field: delivery_address
        kind: address
        label: { fr: À quelle adresse envoyer le document ?, en: To which address should we send the document? }
        hint: { fr: "Vérifiez que votre nom est sur la boîte aux lettres.", en: "Check that your name is on the letter box." }
        purpose: { fr: Vous envoyer le document par la poste., en: To send you the document by post. }

sources:
  - fiche: F1427
    title: "Acte de naissance : demande de copie intégrale ou d’extrait (service-public.fr, DILA, Licence Ouverte)"
    date: 2019-11-26
    to_confirm: true
', '4f7a0af21afdf980ed5a9a8394d7ae7f9f086e5a5a4c73aa6628903296393fba', '{"format":1,"slug":"acte-naissance","title":{"fr":"Demander un acte de naissance","en":"Ask for a birth certificate"},"summary":{"fr":"Recevez chez vous la copie ou l’extrait d’un acte de naissance établi dans notre commune.","en":"Receive at home the copy or the extract of a birth certificate drawn up in our commune."},"theme":"papers","keywords":{"fr":["état civil","extrait de naissance","copie intégrale","filiation","certificat de naissance","passeport","carte d’identité","mariage","pacs","notaire"],"en":["birth record","civil status","extract","full copy","passport","identity card","wedding"]},"who_for":{"fr":"L’extrait sans filiation est ouvert à tous. Vous n’avez rien à justifier.\n\nLa copie intégrale et l’extrait avec filiation sont réservés :\n- à la personne née, si elle est majeure ;\n- à son époux, son épouse ou son partenaire de Pacs ;\n- à ses parents et grands-parents ;\n- à ses enfants et petits-enfants ;\n- à son représentant légal ;\n- à un professionnel que la loi autorise, comme un avocat.\n\nLa personne doit être née dans notre commune.","en":"Anyone can get the extract without parentage. You do not have to say why.\n\nThe full copy and the extract with parentage are kept for:\n- the person born, if they are of age;\n- their husband, wife or civil partner (Pacs);\n- their parents and grandparents;\n- their children and grandchildren;\n- their legal representative;\n- a professional whom the law allows, such as a lawyer.\n\nThe person must have been born in our commune."},"what_you_get":{"fr":"Le document sur papier, signé par l’officier de l’état civil, envoyé par la poste à l’adresse que vous donnez.","en":"The document on paper, signed by the civil registrar, sent by post to the address that you give."},"minutes":5,"papers":[{"name":{"fr":"Une preuve du lien de famille ou de votre qualité","en":"Proof of kinship or of your standing"},"hint":{"fr":"Par exemple une page du livret de famille. Seulement si vous demandez, pour une autre personne, une copie intégrale ou un extrait avec filiation.","en":"For example a page of the family record book. Only if you ask, for somebody else, for a full copy or an extract with parentage."}}],"cost":{"cents":0,"words":{"fr":"C’est gratuit. L’envoi aussi.","en":"It is free. So is the postage."}},"delay":{"words":{"fr":"Le document part en général en moins d’une semaine. Ajoutez le temps de la poste.","en":"The document usually leaves within a week. Add the time of the post."},"expected_days":7},"silence":{"effect":"none","legal_basis":"Code civil, art. 34-1 (à confirmer)","financial":false,"reason":"L’état civil est tenu sous le contrôle du procureur de la République. Sans réponse de notre part, vous n’avez ni accord ni refus ; appelez-nous, ou écrivez au procureur."},"silence_reason":{"fr":"L’état civil est tenu sous le contrôle du procureur de la République. Sans réponse de notre part, vous n’avez ni accord ni refus ; appelez-nous, ou écrivez au procureur.","en":"Civil status is kept under the control of the public prosecutor. Without an answer from us, you have neither an agreement nor a refusal; call us, or write to the prosecutor."},"financial":false,"asks_for_decision":true,"identity":"required","doors":[{"kind":"counter","text":{"fr":"À l’état civil, avec une pièce d’identité. Le document vous est remis tout de suite.","en":"At the civil registry, with an identity document. You get the document at once."}},{"kind":"post","text":{"fr":"Sur papier libre. Écrivez vos nom et adresse, le document voulu, le nom, les prénoms et la date de naissance de la personne, et les noms de ses parents si vous voulez la filiation.","en":"On plain paper. Write your name and address, the document you want, the name, first names and date of birth of the person, and the names of their parents if you want the parentage."}},{"kind":"phone","text":{"fr":"Un agent vous aide à remplir la demande.","en":"An agent helps you to fill in the request."}}],"service":"etat-civil","group":"etat-civil","retention":{"after_decision":{"count":12,"unit":"months"},"legal_basis":{"fr":"Tableau de gestion des archives de la commune, avec le visa des archives départementales (à confirmer)","en":"Records schedule of the commune, approved by the departmental archives (to be confirmed)"}},"draft_days":30,"declarations":[{"fr":"Je déclare que mes réponses sont exactes.","en":"I declare that my answers are true."}],"reply_texts":[{"title":{"fr":"Preuve du lien illisible","en":"Unreadable proof of kinship"},"text":{"fr":"Nous ne pouvons pas lire le document que vous avez envoyé. Pouvez-vous en refaire une photo, bien à plat et à la lumière ?","en":"We cannot read the document that you sent. Could you photograph it again, flat and in good light?"}},{"title":{"fr":"Acte introuvable","en":"Record not found"},"text":{"fr":"Nous ne trouvons pas l’acte avec les informations données. Pouvez-vous vérifier la date, le lieu de naissance et l’écriture des noms ?","en":"We cannot find the record with the information given. Could you check the date, the place of birth and the spelling of the names?"}}],"refusal_grounds":[{"label":{"fr":"Le demandeur n’est pas une personne à qui ce document peut être remis","en":"The person asking is not one to whom this document can be given"},"law":{"fr":"Décret n° 2017-890 du 6 mai 2017 relatif à l’état civil, règles de délivrance des copies et extraits (article à confirmer)","en":"Decree 2017-890 of 6 May 2017 on civil status, rules for copies and extracts (article to be confirmed)"}},{"label":{"fr":"La commune ne garde pas cet acte","en":"The commune does not hold this record"},"law":{"fr":"Décret n° 2017-890 du 6 mai 2017 relatif à l’état civil (article à confirmer)","en":"Decree 2017-890 of 6 May 2017 on civil status (article to be confirmed)"}}],"sources":[{"fiche":"F1427","title":"Acte de naissance : demande de copie intégrale ou d’extrait (service-public.fr, DILA, Licence Ouverte)","date":"2019-11-26","to_confirm":true}]}', '{"evaluator":1,"steps":[{"id":"document","title":{"fr":"Le document","en":"The document"},"elements":[{"field":{"id":"document","label":{"fr":"Quel document voulez-vous ?","en":"Which document do you want?"},"hint":{"fr":"Regardez ce que demande l’organisme qui en a besoin. Si vous ne savez pas, l’extrait sans filiation suffit souvent.","en":"See what the body that needs it asks for. If you do not know, the extract without parentage is often enough."},"optional":false,"kind":{"kind":"choice","options":[{"value":"extract","label":{"fr":"Un extrait sans filiation","en":"An extract without parentage"},"hint":{"fr":"Nom, prénoms, date et lieu de naissance. Ouvert à tous.","en":"Name, first names, date and place of birth. Open to all."}},{"value":"extract_with_parents","label":{"fr":"Un extrait avec filiation","en":"An extract with parentage"},"hint":{"fr":"La même chose avec les parents.","en":"The same with the parents."}},{"value":"full_copy","label":{"fr":"Une copie intégrale","en":"A full copy"},"hint":{"fr":"Tout l’acte, avec ses mentions : mariage, divorce…","en":"The whole record, with its notes: marriage, divorce…"}}]},"data":{"purpose":{"fr":"Préparer le bon document.","en":"To prepare the right document."},"legal_basis":{"ground":"legal_obligation","text":{"fr":"Décret n° 2017-890 du 6 mai 2017 relatif à l’état civil (articles à confirmer)","en":"Decree 2017-890 of 6 May 2017 on civil status (articles to be confirmed)"}},"retention":{"count":12,"unit":"months"},"sensitivity":"ordinary"}}},{"field":{"id":"copies","label":{"fr":"Combien d’exemplaires ?","en":"How many copies?"},"hint":{"fr":"De 1 à 3.","en":"From 1 to 3."},"optional":false,"kind":{"kind":"integer","min":1,"max":3},"data":{"purpose":{"fr":"Préparer le bon nombre de documents.","en":"To prepare the right number of documents."},"legal_basis":{"ground":"legal_obligation","text":{"fr":"Décret n° 2017-890 du 6 mai 2017 relatif à l’état civil (articles à confirmer)","en":"Decree 2017-890 of 6 May 2017 on civil status (articles to be confirmed)"}},"retention":{"count":12,"unit":"months"},"sensitivity":"ordinary"}}}]},{"id":"lien","title":{"fr":"Votre lien avec la personne","en":"Your link with the person"},"intro":{"fr":"Ce document montre les parents. La loi le réserve à certaines personnes.","en":"This document shows the parents. The law keeps it for certain people."},"condition":{"source":"document == \"extract_with_parents\" || document == \"full_copy\"","program":{"or":[{"compare":["equal",{"answer":{"form":"document"}},{"text":"extract_with_parents"}]},{"compare":["equal",{"answer":{"form":"document"}},{"text":"full_copy"}]}]}},"elements":[{"field":{"id":"link","label":{"fr":"Vous êtes, pour la personne née :","en":"To the person born, you are:"},"optional":false,"kind":{"kind":"choice","options":[{"value":"self","label":{"fr":"Elle-même, et j’ai 18 ans ou plus","en":"That person, and I am 18 or over"}},{"value":"spouse","label":{"fr":"Son époux, son épouse ou son partenaire de Pacs","en":"Their husband, wife or civil partner"}},{"value":"ascendant","label":{"fr":"Son parent ou son grand-parent","en":"Their parent or grandparent"}},{"value":"descendant","label":{"fr":"Son enfant ou son petit-enfant","en":"Their child or grandchild"}},{"value":"representative","label":{"fr":"Son représentant légal","en":"Their legal representative"},"hint":{"fr":"Tuteur, ou personne qui a l’autorité parentale.","en":"Guardian, or person with parental authority."}},{"value":"professional","label":{"fr":"Un professionnel autorisé par la loi","en":"A professional whom the law allows"}},{"value":"other","label":{"fr":"Une autre personne","en":"Somebody else"}}]},"data":{"purpose":{"fr":"Savoir si la loi permet de vous remettre ce document.","en":"To know whether the law lets us give you this document."},"legal_basis":{"ground":"legal_obligation","text":{"fr":"Décret n° 2017-890 du 6 mai 2017 relatif à l’état civil (articles à confirmer)","en":"Decree 2017-890 of 6 May 2017 on civil status (articles to be confirmed)"}},"retention":{"count":12,"unit":"months"},"sensitivity":"ordinary"}}},{"explanation":{"text":{"fr":"Nous ne pourrons pas vous remettre ce document : la loi ne le permet pas.\n\nVous pouvez revenir en arrière et choisir l’extrait sans filiation. Il est ouvert à tous.","en":"We will not be able to give you this document: the law does not allow it.\n\nYou can go back and choose the extract without parentage. It is open to all."},"condition":{"source":"link == \"other\"","program":{"compare":["equal",{"answer":{"form":"link"}},{"text":"other"}]}}}}]},{"id":"personne","title":{"fr":"La personne née","en":"The person born"},"intro":{"fr":"Écrivez les noms tels qu’ils étaient à la naissance.","en":"Write the names as they were at birth."},"elements":[{"field":{"id":"person","label":{"fr":"Qui est la personne née ?","en":"Who is the person born?"},"hint":{"fr":"Si vous demandez votre acte, c’est vous.","en":"If you ask for your own record, it is you."},"optional":false,"kind":{"kind":"identity","used_name":false,"birth_date":"required","birth_place":"no"},"data":{"purpose":{"fr":"Retrouver l’acte et savoir si le document peut vous être remis.","en":"To find the record and know whether the document can be given to you."},"legal_basis":{"ground":"legal_obligation","text":{"fr":"Décret n° 2017-890 du 6 mai 2017 relatif à l’état civil (articles à confirmer)","en":"Decree 2017-890 of 6 May 2017 on civil status (articles to be confirmed)"}},"retention":{"count":12,"unit":"months"},"sensitivity":"ordinary"}}}]},{"id":"naissance","title":{"fr":"Le lieu de naissance","en":"The place of birth"},"elements":[{"field":{"id":"born_here","label":{"fr":"La personne est-elle née dans notre commune ?","en":"Was the person born in our commune?"},"hint":{"fr":"C’est la mairie du lieu de naissance qui garde l’acte, même si la famille a déménagé.","en":"The town hall of the place of birth keeps the record, even if the family moved."},"optional":false,"kind":{"kind":"yes_no"},"data":{"purpose":{"fr":"Savoir quelle mairie garde l’acte.","en":"To know which town hall holds the record."},"legal_basis":{"ground":"legal_obligation","text":{"fr":"Décret n° 2017-890 du 6 mai 2017 relatif à l’état civil (articles à confirmer)","en":"Decree 2017-890 of 6 May 2017 on civil status (articles to be confirmed)"}},"retention":{"count":12,"unit":"months"},"sensitivity":"ordinary"}}},{"field":{"id":"birth_commune","label":{"fr":"Où est-elle née ?","en":"Where were they born?"},"hint":{"fr":"Écrivez le nom de la commune. Pour l’étranger, la ville et le pays.","en":"Write the name of the commune. Abroad, the town and the country."},"optional":false,"kind":{"kind":"commune","scope":"current_and_former","abroad":true},"condition":{"source":"born_here == false","program":{"compare":["equal",{"answer":{"form":"born_here"}},{"bool":false}]}},"data":{"purpose":{"fr":"Vous dire à quelle mairie vous adresser.","en":"To tell you which town hall to turn to."},"legal_basis":{"ground":"legal_obligation","text":{"fr":"Décret n° 2017-890 du 6 mai 2017 relatif à l’état civil (articles à confirmer)","en":"Decree 2017-890 of 6 May 2017 on civil status (articles to be confirmed)"}},"retention":{"count":12,"unit":"months"},"sensitivity":"ordinary"}}},{"explanation":{"text":{"fr":"Nous n’avons pas cet acte. Demandez-le à la mairie du lieu de naissance : vous aurez une réponse plus vite.\n\nPour un Français né à l’étranger, demandez-le au Service central d’état civil, à Nantes.\n\nSi vous continuez, nous transmettrons votre demande et nous vous le dirons.","en":"We do not have this record. Ask the town hall of the place of birth: you will be answered sooner.\n\nFor a French citizen born abroad, ask the Service central d’état civil, in Nantes.\n\nIf you go on, we will pass your request on, and tell you."},"condition":{"source":"born_here == false","program":{"compare":["equal",{"answer":{"form":"born_here"}},{"bool":false}]}}}}]},{"id":"parents","title":{"fr":"Les parents de la personne née","en":"The parents of the person born"},"intro":{"fr":"Ces noms figurent sur l’acte. Ils permettent de ne pas se tromper de personne.","en":"These names stand on the record. They make sure that it is the right person."},"condition":{"source":"document == \"extract_with_parents\" || document == \"full_copy\"","program":{"or":[{"compare":["equal",{"answer":{"form":"document"}},{"text":"extract_with_parents"}]},{"compare":["equal",{"answer":{"form":"document"}},{"text":"full_copy"}]}]}},"elements":[{"field":{"id":"first_parent","label":{"fr":"Un parent","en":"One parent"},"hint":{"fr":"Son nom et ses prénoms de naissance.","en":"Their name and first names at birth."},"optional":false,"kind":{"kind":"identity","used_name":false,"birth_date":"no","birth_place":"no"},"data":{"purpose":{"fr":"Vérifier que l’acte est le bon.","en":"To check that the record is the right one."},"legal_basis":{"ground":"legal_obligation","text":{"fr":"Décret n° 2017-890 du 6 mai 2017 relatif à l’état civil (articles à confirmer)","en":"Decree 2017-890 of 6 May 2017 on civil status (articles to be confirmed)"}},"retention":{"count":12,"unit":"months"},"sensitivity":"sensitive"},"autocomplete":"off"}},{"field":{"id":"second_parent","label":{"fr":"L’autre parent","en":"The other parent"},"hint":{"fr":"S’il figure sur l’acte.","en":"If they stand on the record."},"optional":true,"kind":{"kind":"identity","used_name":false,"birth_date":"no","birth_place":"no"},"data":{"purpose":{"fr":"Vérifier que l’acte est le bon.","en":"To check that the record is the right one."},"legal_basis":{"ground":"legal_obligation","text":{"fr":"Décret n° 2017-890 du 6 mai 2017 relatif à l’état civil (articles à confirmer)","en":"Decree 2017-890 of 6 May 2017 on civil status (articles to be confirmed)"}},"retention":{"count":12,"unit":"months"},"sensitivity":"sensitive"},"autocomplete":"off"}}]},{"id":"preuve","title":{"fr":"La preuve de votre lien","en":"The proof of your link"},"condition":{"source":"link == \"spouse\" || link == \"ascendant\" || link == \"descendant\" || link == \"representative\" || link == \"professional\"","program":{"or":[{"compare":["equal",{"answer":{"form":"link"}},{"text":"spouse"}]},{"compare":["equal",{"answer":{"form":"link"}},{"text":"ascendant"}]},{"compare":["equal",{"answer":{"form":"link"}},{"text":"descendant"}]},{"compare":["equal",{"answer":{"form":"link"}},{"text":"representative"}]},{"compare":["equal",{"answer":{"form":"link"}},{"text":"professional"}]}]}},"elements":[{"field":{"id":"link_proof","label":{"fr":"Un document qui montre votre lien ou votre qualité","en":"A document that shows your link or your standing"},"hint":{"fr":"Par exemple : une page du livret de famille, un acte de l’état civil, un jugement, un mandat. Une photo lisible suffit.","en":"For example: a page of the family record book, a civil status record, a judgment, a mandate. A readable photo is enough."},"optional":false,"kind":{"kind":"piece","max_files":3,"max_bytes":10000000,"accept":["pdf","jpeg","png","heic"],"other_way":true},"data":{"purpose":{"fr":"Vérifier que la loi permet de vous remettre ce document.","en":"To check that the law lets us give you this document."},"legal_basis":{"ground":"legal_obligation","text":{"fr":"Décret n° 2017-890 du 6 mai 2017 relatif à l’état civil (articles à confirmer)","en":"Decree 2017-890 of 6 May 2017 on civil status (articles to be confirmed)"}},"retention":{"count":12,"unit":"months"},"sensitivity":"sensitive"}}}]},{"id":"envoi","title":{"fr":"L’envoi","en":"The delivery"},"elements":[{"field":{"id":"delivery_address","label":{"fr":"À quelle adresse envoyer le document ?","en":"To which address should we send the document?"},"hint":{"fr":"Vérifiez que votre nom est sur la boîte aux lettres.","en":"Check that your name is on the letter box."},"optional":false,"kind":{"kind":"address"},"data":{"purpose":{"fr":"Vous envoyer le document par la poste.","en":"To send you the document by post."},"legal_basis":{"ground":"legal_obligation","text":{"fr":"Décret n° 2017-890 du 6 mai 2017 relatif à l’état civil (articles à confirmer)","en":"Decree 2017-890 of 6 May 2017 on civil status (articles to be confirmed)"}},"retention":{"count":12,"unit":"months"},"sensitivity":"ordinary"}}}]}]}', 1, 1795334400000000, NULL);
INSERT INTO kept_schema.procedure_revisions VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-6ed2-762f-a66a-795b4684906f', '01a20308-6ecb-72d8-b547-128a63e206ac', 1, '01a20308-6e70-7061-8bf7-dad43e353642', '01a20308-6e70-7061-8bf7-dad0f4eb8956', '# Inscription à l’école publique et à la cantine : un seul dossier pour tous les enfants de la famille.
# Ni santé ni religion : le menu est un choix de menu, les vaccins se montrent à l’école.
slug: ecole-cantine
title: { fr: Inscrire un enfant à l’école et à la cantine, en: Enrol a child at school and in the canteen }
summary:
  fr: Inscrivez un ou plusieurs enfants à l’école publique, à la cantine, ou aux deux.
  en: Enrol one or more children in the public school, in the canteen, or both.
theme: family
keywords:
  fr:
    - inscription scolaire
    - maternelle
    - élémentaire
    - primaire
    - rentrée
    - restauration scolaire
    - repas du midi
    - déménagement
    - enfants
    - CP
  en: [school enrolment, nursery school, primary school, lunch, school meals, moving house, children]

who_for:
  fr: |
    Vous habitez notre commune et vous avez l’autorité parentale.

    L’école est obligatoire dès l’année des 3 ans. Un enfant de 2 ans peut être accueilli s’il reste des places.

    La cantine est ouverte à tous les enfants de l’école, que les parents travaillent ou non.
  en: |
    You live in our commune and have parental authority.

    School is compulsory from the year in which a child turns 3. A child of 2 can be admitted if there are places left.

    The canteen is open to all the children of the school, whether or not their parents work.
what_you_get:
  fr: |
    - Un certificat d’inscription qui dit le nom de l’école. Montrez-le à l’école pour finir l’inscription.
    - La confirmation des jours de cantine.
  en: |
    - An enrolment certificate with the name of the school. Show it at the school to complete the enrolment.
    - The confirmation of the canteen days.
minutes: 10
papers:
  - name: { fr: Un document qui montre que l’enfant est le vôtre, en: A document that shows that the child is yours }
    hint:
      fr: Livret de famille, ou extrait d’acte de naissance de l’enfant. Pour l’école seulement.
      en: Family record book, or extract of the child’s birth certificate. For school only.
  - name: { fr: Un justificatif de domicile récent, en: A recent proof of address }
    hint:
      fr: Facture d’énergie, quittance, ou déclaration sur l’honneur. Pour l’école seulement.
      en: Energy bill, rent receipt, or a signed statement. For school only.
cost:
  words:
    fr: L’inscription est gratuite. Les repas de la cantine sont payants, au tarif voté par la commune.
    en: Enrolment is free. Canteen meals are paid for, at the price voted by the commune.
delay:
  words:
    fr: Vous avez en général une réponse en deux semaines.
    en: You usually have an answer within two weeks.
  expected_days: 15

asks_for_decision: true
financial: false
silence:
  effect: accepted
  delay: 2 months
  legal_basis: CRPA, art. L231-1 (à confirmer pour cette démarche)
identity: required

doors:
  - kind: counter
    text:
      fr: Au service de la vie scolaire, avec les papiers. Un agent remplit le dossier avec vous.
      en: At the school service, with the papers. An agent fills in the file with you.
  - kind: phone
    text:
      fr: Un agent répond à vos questions et peut vous envoyer le dossier sur papier.
      en: An agent answers your questions and can send you the file on paper.
  - kind: post
    text:
      fr: Demandez le dossier sur papier, puis renvoyez-le avec les copies des papiers.
      en: Ask for the file on paper, then send it back with copies of the papers.
service: vie-scolaire
group: vie-scolaire

retention:
  after_decision: 24 months
  legal_basis:
    fr: Tableau de gestion des archives de la commune, avec le visa des archives départementales (à confirmer)
    en: Records schedule of the commune, approved by the departmental archives (to be confirmed)
draft_days: 30
declarations:
  - fr: Je déclare avoir l’autorité parentale sur chaque enfant de ce dossier.
    en: I declare that I have parental authority over each child in this file.
  - fr: Je déclare que mes réponses sont exactes.
    en: I declare that my answers are true.
reply_texts:
  - title: { fr: Justificatif de domicile trop ancien, en: Proof of address too old }
    text:
      fr: Votre justificatif de domicile est ancien. Pouvez-vous envoyer un document plus récent, ou une déclaration sur l’honneur ?
      en: Your proof of address is old. Could you send a more recent document, or a signed statement?
  - title: { fr: Rendez-vous à l’école, en: Appointment at the school }
    text:
      fr: L’inscription en mairie est faite. Prenez rendez-vous avec la direction de l’école pour la terminer. Apportez le certificat d’inscription et le carnet de vaccination.
      en: The enrolment at the town hall is done. Make an appointment with the head of the school to complete it. Bring the enrolment certificate and the vaccination record.
refusal_grounds:
  - label: { fr: La famille n’habite pas la commune et aucune dérogation n’est accordée, en: The family does not live in the commune and no exemption is granted }
    law: { fr: "Code de l’éducation, art. L212-8 (à confirmer)", en: "Education Code, art. L212-8 (to be confirmed)" }
  - label: { fr: L’enfant a moins de 3 ans et il n’y a plus de place, en: The child is under 3 and there is no place left }
    law: { fr: "Code de l’éducation, art. L113-1 (à confirmer)", en: "Education Code, art. L113-1 (to be confirmed)" }

data_defaults:
  purpose:
    fr: Inscrire l’enfant et préparer son accueil.
    en: To enrol the child and prepare their welcome.
  legal_basis:
    ground: public_task
    text:
      fr: Code de l’éducation, art. L131-5 et L131-13 (à confirmer)
      en: Education Code, art. L131-5 and L131-13 (to be confirmed)
  retention: 24 months
  sensitivity: ordinary

steps:
  - step: besoin
    title: { fr: Votre besoin, en: Your need }
    elements:
      - field: needs
        kind: choices
        label: { fr: Que voulez-vous demander ?, en: What do you want to ask for? }
        hint: { fr: Vous pouvez cocher les deux., en: You can tick both. }
        options:
          - value: school
            label: { fr: L’inscription à l’école, en: Enrolment at school }
          - value: canteen
            label: { fr: L’inscription à la cantine, en: Enrolment in the canteen }
      - field: reason
        kind: choice
        label: { fr: Pourquoi cette inscription à l’école ?, en: Why this enrolment at school? }
        if: ''"school" in needs''
        options:
          - value: first
            label: { fr: C’est la première fois, en: It is the first time }
          - value: next_school
            label: { fr: L’enfant passe de la maternelle au CP, en: The child moves up from nursery school to CP }
          - value: moved
            label: { fr: Nous venons de déménager, en: We have just moved }
          - value: other
            label: { fr: Une autre raison, en: Another reason }
      - explanation:
          fr: Après un déménagement, demandez aussi un certificat de radiation à l’ancienne école. La nouvelle école vous le demandera.
          en: After a move, also ask the former school for a leaving certificate. The new school will ask you for it.
        if: reason == "moved"
      - field: start_date
        kind: date
        label: { fr: À partir de quel jour ?, en: From which day? }
        hint: { fr: "Par exemple le jour de la rentrée.", en: "For example the first day of the school year." }
        future: true

  - step: enfants
    title: { fr: Les enfants, en: The children }
    intro:
      fr: Ajoutez un enfant à la fois. Vous pourrez en ajouter d’autres.
      en: Add one child at a time. You can then add others.
    elements:
      - block: children
        title: { fr: Enfants à inscrire, en: Children to enrol }
        row_title: { fr: Enfant, en: Child }
        add_label: { fr: Ajouter un enfant, en: Add a child }
        min: 1
        max: 8
        fields:
          - field: child
            kind: identity
            autocomplete: "off"
            label: { fr: Qui est l’enfant ?, en: Who is the child? }
            sensitivity: sensitive
            used_name: false
            birth_date: required
            birth_place: "no"
          - field: level
            kind: choice
            label: { fr: Dans quelle classe sera l’enfant ?, en: Which class will the child be in? }
            sensitivity: sensitive
            options:
              - { value: tps, label: { fr: Toute petite section (2 ans), en: Toute petite section (age 2) } }
              - { value: ps, label: { fr: Petite section (3 ans), en: Petite section (age 3) } }
              - { value: ms, label: { fr: Moyenne section (4 ans), en: Moyenne section (age 4) } }
              - { value: gs, label: { fr: Grande section (5 ans), en: Grande section (age 5) } }
              - { value: cp, label: { fr: CP (6 ans), en: CP (age 6) } }
              - { value: ce1, label: { fr: CE1 (7 ans), en: CE1 (age 7) } }
              - { value: ce2, label: { fr: CE2 (8 ans), en: CE2 (age 8) } }
              - { value: cm1, label: { fr: CM1 (9 ans), en: CM1 (age 9) } }
              - { value: cm2, label: { fr: CM2 (10 ans), en: CM2 (age 10) } }
          - field: canteen_days
            kind: choices
            label: { fr: Quels jours à la cantine ?, en: Which days in the canteen? }
            hint: { fr: Vous pourrez changer en cours d’année., en: You can change during the year. }
            purpose: { fr: Préparer les repas., en: To prepare the meals. }
            if: ''"canteen" in needs''
            options:
              - { value: monday, label: { fr: Lundi, en: Monday } }
              - { value: tuesday, label: { fr: Mardi, en: Tuesday } }
              - { value: thursday, label: { fr: Jeudi, en: Thursday } }
              - { value: friday, label: { fr: Vendredi, en: Friday } }
          - field: menu
            kind: choice
            label: { fr: Quel menu ?, en: Which menu? }
            hint:
              fr: Choisissez un menu, sans dire pourquoi. En cas d’allergie, ne l’écrivez pas ici, parlez-en à la direction de l’école.
              en: Choose a menu, without saying why. In case of an allergy, do not write it here, speak to the head of the school.
            purpose: { fr: Préparer les repas., en: To prepare the meals. }
            if: ''"canteen" in needs''
            options:
              - { value: daily, label: { fr: Le menu du jour, en: The menu of the day } }
              - { value: vegetarian, label: { fr: Le menu sans viande ni poisson, en: The menu without meat or fish } }

  - step: foyer
    title: { fr: Votre adresse, en: Your address }
    elements:
      - field: home
        kind: address
        label: { fr: Où habitent les enfants ?, en: Where do the children live? }
        hint:
          fr: L’adresse sert à savoir quelle est l’école de votre quartier.
          en: The address tells which school serves your neighbourhood.
        purpose: { fr: Savoir quelle est l’école de votre quartier., en: To know which school serves your neighbourhood. }

  - step: autre_parent
    title: { fr: L’autre parent, en: The other parent }
    elements:
      - field: has_other_parent
        kind: yes_no
        label:
          fr: Une autre personne a-t-elle l’autorité parentale ?
          en: Does another person have parental authority?
        purpose: { fr: Informer les deux parents., en: To inform both parents. }
        sensitivity: sensitive
      - field: other_parent
        kind: identity
        autocomplete: "off"
        label: { fr: Qui est cette personne ?, en: Who is this person? }
        purpose: { fr: Informer les deux parents., en: To inform both parents. }
        sensitivity: sensitive
        used_name: true
        birth_date: "no"
        birth_place: "no"
        if: has_other_parent == true
      - field: other_parent_phone
        kind: phone
        autocomplete: "off"
        label: { fr: Son numéro de téléphone, en: Their telephone number }
        purpose: { fr: La joindre si vous ne répondez pas., en: To reach them if you do not answer. }
        optional: true
        if: has_other_parent == true

  - step: repas
    title: { fr: Le temps du repas, en: Lunch time }
    if: ''"canteen" in needs''
    elements:
      - field: lunch_phone
        kind: phone
        label: { fr: À quel numéro vous joindre à midi ?, en: Which number can we call at noon? }
        purpose: { fr: Vous joindre pendant le repas., en: To reach you during the meal. }
      - field: invoice
        kind: choice
        label: { fr: Comment voulez-vous recevoir la facture ?, en: How do you want to receive the bill? }
        purpose: { fr: Vous envoyer la facture des repas., en: To send you the bill for the meals. }
        options:
          - { value: email, label: { fr: Par courrier électronique, en: By e-mail } }
          - { value: post, label: { fr: Par la poste, en: By post } }
      - field: invoice_email
        kind: email
        label: { fr: À quelle adresse électronique ?, en: To which e-mail address? }
        purpose: { fr: Vous envoyer la facture des repas., en: To send you the bill for the meals. }
        if: invoice == "email"

  - step: papiers
    title: { fr: Vos papiers, en: Your papers }
    if: ''"school" in needs''
    elements:
      - field: family_proof
        kind: piece
        label: { fr: Livret de famille ou extrait d’acte de naissance, en: Family record book or birth certificate extract }
        hint:
          fr: Les pages des parents et des enfants à inscrire. Une photo lisible suffit.
          en: The pages of the parents and of the children to enrol. A readable photo is enough.
        purpose: { fr: Vérifier l’identité de l’enfant et son lien avec vous., en: To check the identity of the child and their link with you. }
        sensitivity: sensitive
        max_files: 5
        max_size: 10 MB
        accept: [pdf, jpeg, png, heic]
        other_way: true
      - field: address_proof
        kind: piece
        label: { fr: Justificatif de domicile, en: Proof of address }
        hint:
          fr: De moins de trois mois. Une déclaration sur l’honneur est acceptée.
          en: Less than three months old. A signed statement is accepted.
        purpose: { fr: Vérifier que vous habitez la commune., en: To check that you live in the commune. }
        legal_basis:
          ground: public_task
          text: { fr: "CRPA, art. R113-8", en: "CRPA, art. R113-8" }
        max_files: 3
        max_size: 10 MB
        accept: [pdf, jpeg, png, heic]
        other_way: true
      - explanation:
          fr: N’envoyez rien sur la santé de l’enfant. Le carnet de vaccination se montre à l’école, le jour du rendez-vous.
          en: Send nothing about the health of the child. The vaccination record is shown at the school, on the day of the appointment.

sources:
  - fiche: F1864
    title: "Inscription à l’école maternelle (service-public.fr, DILA, Licence Ouverte)"
    date: 2020-07-01
    to_confirm: true
  - fiche: F1881
    title: "Inscription à l’école d’un enfant après un déménagement (service-public.fr, DILA, Licence Ouverte)"
    date: 2020-07-01
    to_confirm: true
  - fiche: F24570
    title: "Cantine scolaire à l’école primaire (service-public.fr, DILA, Licence Ouverte)"
    date: 2019-06-12
    to_confirm: true
', 'eddf9e04615a6e1f61312c97995c67d6167a0528571dd1024a4c21fab6160988', '{"format":1,"slug":"ecole-cantine","title":{"fr":"Inscrire un enfant à l’école et à la cantine","en":"Enrol a child at school and in the canteen"},"summary":{"fr":"Inscrivez un ou plusieurs enfants à l’école publique, à la cantine, ou aux deux.","en":"Enrol one or more children in the public school, in the canteen, or both."},"theme":"family","keywords":{"fr":["inscription scolaire","maternelle","élémentaire","primaire","rentrée","restauration scolaire","repas du midi","déménagement","enfants","CP"],"en":["school enrolment","nursery school","primary school","lunch","school meals","moving house","children"]},"who_for":{"fr":"Vous habitez notre commune et vous avez l’autorité parentale.\n\nL’école est obligatoire dès l’année des 3 ans. Un enfant de 2 ans peut être accueilli s’il reste des places.\n\nLa cantine est ouverte à tous les enfants de l’école, que les parents travaillent ou non.","en":"You live in our commune and have parental authority.\n\nSchool is compulsory from the year in which a child turns 3. A child of 2 can be admitted if there are places left.\n\nThe canteen is open to all the children of the school, whether or not their parents work."},"what_you_get":{"fr":"- Un certificat d’inscription qui dit le nom de l’école. Montrez-le à l’école pour finir l’inscription.\n- La confirmation des jours de cantine.","en":"- An enrolment certificate with the name of the school. Show it at the school to complete the enrolment.\n- The confirmation of the canteen days."},"minutes":10,"papers":[{"name":{"fr":"Un document qui montre que l’enfant est le vôtre","en":"A document that shows that the child is yours"},"hint":{"fr":"Livret de famille, ou extrait d’acte de naissance de l’enfant. Pour l’école seulement.","en":"Family record book, or extract of the child’s birth certificate. For school only."}},{"name":{"fr":"Un justificatif de domicile récent","en":"A recent proof of address"},"hint":{"fr":"Facture d’énergie, quittance, ou déclaration sur l’honneur. Pour l’école seulement.","en":"Energy bill, rent receipt, or a signed statement. For school only."}}],"cost":{"words":{"fr":"L’inscription est gratuite. Les repas de la cantine sont payants, au tarif voté par la commune.","en":"Enrolment is free. Canteen meals are paid for, at the price voted by the commune."}},"delay":{"words":{"fr":"Vous avez en général une réponse en deux semaines.","en":"You usually have an answer within two weeks."},"expected_days":15},"silence":{"effect":"accepted","delay":"2 months","legal_basis":"CRPA, art. L231-1 (à confirmer pour cette démarche)","financial":false},"financial":false,"asks_for_decision":true,"identity":"required","doors":[{"kind":"counter","text":{"fr":"Au service de la vie scolaire, avec les papiers. Un agent remplit le dossier avec vous.","en":"At the school service, with the papers. An agent fills in the file with you."}},{"kind":"phone","text":{"fr":"Un agent répond à vos questions et peut vous envoyer le dossier sur papier.","en":"An agent answers your questions and can send you the file on paper."}},{"kind":"post","text":{"fr":"Demandez le dossier sur papier, puis renvoyez-le avec les copies des papiers.","en":"Ask for the file on paper, then send it back with copies of the papers."}}],"service":"vie-scolaire","group":"vie-scolaire","retention":{"after_decision":{"count":24,"unit":"months"},"legal_basis":{"fr":"Tableau de gestion des archives de la commune, avec le visa des archives départementales (à confirmer)","en":"Records schedule of the commune, approved by the departmental archives (to be confirmed)"}},"draft_days":30,"declarations":[{"fr":"Je déclare avoir l’autorité parentale sur chaque enfant de ce dossier.","en":"I declare that I have parental authority over each child in this file."},{"fr":"Je déclare que mes réponses sont exactes.","en":"I declare that my answers are true."}],"reply_texts":[{"title":{"fr":"Justificatif de domicile trop ancien","en":"Proof of address too old"},"text":{"fr":"Votre justificatif de domicile est ancien. Pouvez-vous envoyer un document plus récent, ou une déclaration sur l’honneur ?","en":"Your proof of address is old. Could you send a more recent document, or a signed statement?"}},{"title":{"fr":"Rendez-vous à l’école","en":"Appointment at the school"},"text":{"fr":"L’inscription en mairie est faite. Prenez rendez-vous avec la direction de l’école pour la terminer. Apportez le certificat d’inscription et le carnet de vaccination.","en":"The enrolment at the town hall is done. Make an appointment with the head of the school to complete it. Bring the enrolment certificate and the vaccination record."}}],"refusal_grounds":[{"label":{"fr":"La famille n’habite pas la commune et aucune dérogation n’est accordée","en":"The family does not live in the commune and no exemption is granted"},"law":{"fr":"Code de l’éducation, art. L212-8 (à confirmer)","en":"Education Code, art. L212-8 (to be confirmed)"}},{"label":{"fr":"L’enfant a moins de 3 ans et il n’y a plus de place","en":"The child is under 3 and there is no place left"},"law":{"fr":"Code de l’éducation, art. L113-1 (à confirmer)","en":"Education Code, art. L113-1 (to be confirmed)"}}],"sources":[{"fiche":"F1864","title":"Inscription à l’école maternelle (service-public.fr, DILA, Licence Ouverte)","date":"2020-07-01","to_confirm":true},{"fiche":"F1881","title":"Inscription à l’école d’un enfant après un déménagement (service-public.fr, DILA, Licence Ouverte)","date":"2020-07-01","to_confirm":true},{"fiche":"F24570","title":"Cantine scolaire à l’école primaire (service-public.fr, DILA, Licence Ouverte)","date":"2019-06-12","to_confirm":true}]}', '{"evaluator":1,"steps":[{"id":"besoin","title":{"fr":"Votre besoin","en":"Your need"},"elements":[{"field":{"id":"needs","label":{"fr":"Que voulez-vous demander ?","en":"What do you want to ask for?"},"hint":{"fr":"Vous pouvez cocher les deux.","en":"You can tick both."},"optional":false,"kind":{"kind":"choices","options":[{"value":"school","label":{"fr":"L’inscription à l’école","en":"Enrolment at school"}},{"value":"canteen","label":{"fr":"L’inscription à la cantine","en":"Enrolment in the canteen"}}]},"data":{"purpose":{"fr":"Inscrire l’enfant et préparer son accueil.","en":"To enrol the child and prepare their welcome."},"legal_basis":{"ground":"public_task","text":{"fr":"Code de l’éducation, art. L131-5 et L131-13 (à confirmer)","en":"Education Code, art. L131-5 and L131-13 (to be confirmed)"}},"retention":{"count":24,"unit":"months"},"sensitivity":"ordinary"}}},{"field":{"id":"reason","label":{"fr":"Pourquoi cette inscription à l’école ?","en":"Why this enrolment at school?"},"optional":false,"kind":{"kind":"choice","options":[{"value":"first","label":{"fr":"C’est la première fois","en":"It is the first time"}},{"value":"next_school","label":{"fr":"L’enfant passe de la maternelle au CP","en":"The child moves up from nursery school to CP"}},{"value":"moved","label":{"fr":"Nous venons de déménager","en":"We have just moved"}},{"value":"other","label":{"fr":"Une autre raison","en":"Another reason"}}]},"condition":{"source":"\"school\" in needs","program":{"among":[{"text":"school"},{"form":"needs"}]}},"data":{"purpose":{"fr":"Inscrire l’enfant et préparer son accueil.","en":"To enrol the child and prepare their welcome."},"legal_basis":{"ground":"public_task","text":{"fr":"Code de l’éducation, art. L131-5 et L131-13 (à confirmer)","en":"Education Code, art. L131-5 and L131-13 (to be confirmed)"}},"retention":{"count":24,"unit":"months"},"sensitivity":"ordinary"}}},{"explanation":{"text":{"fr":"Après un déménagement, demandez aussi un certificat de radiation à l’ancienne école. La nouvelle école vous le demandera.","en":"After a move, also ask the former school for a leaving certificate. The new school will ask you for it."},"condition":{"source":"reason == \"moved\"","program":{"compare":["equal",{"answer":{"form":"reason"}},{"text":"moved"}]}}}},{"field":{"id":"start_date","label":{"fr":"À partir de quel jour ?","en":"From which day?"},"hint":{"fr":"Par exemple le jour de la rentrée.","en":"For example the first day of the school year."},"optional":false,"kind":{"kind":"date","past":false,"future":true},"data":{"purpose":{"fr":"Inscrire l’enfant et préparer son accueil.","en":"To enrol the child and prepare their welcome."},"legal_basis":{"ground":"public_task","text":{"fr":"Code de l’éducation, art. L131-5 et L131-13 (à confirmer)","en":"Education Code, art. L131-5 and L131-13 (to be confirmed)"}},"retention":{"count":24,"unit":"months"},"sensitivity":"ordinary"}}}]},{"id":"enfants","title":{"fr":"Les enfants","en":"The children"},"intro":{"fr":"Ajoutez un enfant à la fois. Vous pourrez en ajouter d’autres.","en":"Add one child at a time. You can then add others."},"elements":[{"block":{"id":"children","title":{"fr":"Enfants à inscrire","en":"Children to enrol"},"row_title":{"fr":"Enfant","en":"Child"},"add_label":{"fr":"Ajouter un enfant","en":"Add a child"},"min":1,"max":8,"fields":[{"id":"child","label":{"fr":"Qui est l’enfant ?","en":"Who is the child?"},"optional":false,"kind":{"kind":"identity","used_name":false,"birth_date":"required","birth_place":"no"},"data":{"purpose":{"fr":"Inscrire l’enfant et préparer son accueil.","en":"To enrol the child and prepare their welcome."},"legal_basis":{"ground":"public_task","text":{"fr":"Code de l’éducation, art. L131-5 et L131-13 (à confirmer)","en":"Education Code, art. L131-5 and L131-13 (to be confirmed)"}},"retention":{"count":24,"unit":"months"},"sensitivity":"sensitive"},"autocomplete":"off"},{"id":"level","label":{"fr":"Dans quelle classe sera l’enfant ?","en":"Which class will the child be in?"},"optional":false,"kind":{"kind":"choice","options":[{"value":"tps","label":{"fr":"Toute petite section (2 ans)","en":"Toute petite section (age 2)"}},{"value":"ps","label":{"fr":"Petite section (3 ans)","en":"Petite section (age 3)"}},{"value":"ms","label":{"fr":"Moyenne section (4 ans)","en":"Moyenne section (age 4)"}},{"value":"gs","label":{"fr":"Grande section (5 ans)","en":"Grande section (age 5)"}},{"value":"cp","label":{"fr":"CP (6 ans)","en":"CP (age 6)"}},{"value":"ce1","label":{"fr":"CE1 (7 ans)","en":"CE1 (age 7)"}},{"value":"ce2","label":{"fr":"CE2 (8 ans)","en":"CE2 (age 8)"}},{"value":"cm1","label":{"fr":"CM1 (9 ans)","en":"CM1 (age 9)"}},{"value":"cm2","label":{"fr":"CM2 (10 ans)","en":"CM2 (age 10)"}}]},"data":{"purpose":{"fr":"Inscrire l’enfant et préparer son accueil.","en":"To enrol the child and prepare their welcome."},"legal_basis":{"ground":"public_task","text":{"fr":"Code de l’éducation, art. L131-5 et L131-13 (à confirmer)","en":"Education Code, art. L131-5 and L131-13 (to be confirmed)"}},"retention":{"count":24,"unit":"months"},"sensitivity":"sensitive"}},{"id":"canteen_days","label":{"fr":"Quels jours à la cantine ?","en":"Which days in the canteen?"},"hint":{"fr":"Vous pourrez changer en cours d’année.","en":"You can change during the year."},"optional":false,"kind":{"kind":"choices","options":[{"value":"monday","label":{"fr":"Lundi","en":"Monday"}},{"value":"tuesday","label":{"fr":"Mardi","en":"Tuesday"}},{"value":"thursday","label":{"fr":"Jeudi","en":"Thursday"}},{"value":"friday","label":{"fr":"Vendredi","en":"Friday"}}]},"condition":{"source":"\"canteen\" in needs","program":{"among":[{"text":"canteen"},{"form":"needs"}]}},"data":{"purpose":{"fr":"Préparer les repas.","en":"To prepare the meals."},"legal_basis":{"ground":"public_task","text":{"fr":"Code de l’éducation, art. L131-5 et L131-13 (à confirmer)","en":"Education Code, art. L131-5 and L131-13 (to be confirmed)"}},"retention":{"count":24,"unit":"months"},"sensitivity":"ordinary"}},{"id":"menu","label":{"fr":"Quel menu ?","en":"Which menu?"},"hint":{"fr":"Choisissez un menu, sans dire pourquoi. En cas d’allergie, ne l’écrivez pas ici, parlez-en à la direction de l’école.","en":"Choose a menu, without saying why. In case of an allergy, do not write it here, speak to the head of the school."},"optional":false,"kind":{"kind":"choice","options":[{"value":"daily","label":{"fr":"Le menu du jour","en":"The menu of the day"}},{"value":"vegetarian","label":{"fr":"Le menu sans viande ni poisson","en":"The menu without meat or fish"}}]},"condition":{"source":"\"canteen\" in needs","program":{"among":[{"text":"canteen"},{"form":"needs"}]}},"data":{"purpose":{"fr":"Préparer les repas.","en":"To prepare the meals."},"legal_basis":{"ground":"public_task","text":{"fr":"Code de l’éducation, art. L131-5 et L131-13 (à confirmer)","en":"Education Code, art. L131-5 and L131-13 (to be confirmed)"}},"retention":{"count":24,"unit":"months"},"sensitivity":"ordinary"}}]}}]},{"id":"foyer","title":{"fr":"Votre adresse","en":"Your address"},"elements":[{"field":{"id":"home","label":{"fr":"Où habitent les enfants ?","en":"Where do the children live?"},"hint":{"fr":"L’adresse sert à savoir quelle est l’école de votre quartier.","en":"The address tells which school serves your neighbourhood."},"optional":false,"kind":{"kind":"address"},"data":{"purpose":{"fr":"Savoir quelle est l’école de votre quartier.","en":"To know which school serves your neighbourhood."},"legal_basis":{"ground":"public_task","text":{"fr":"Code de l’éducation, art. L131-5 et L131-13 (à confirmer)","en":"Education Code, art. L131-5 and L131-13 (to be confirmed)"}},"retention":{"count":24,"unit":"months"},"sensitivity":"ordinary"}}}]},{"id":"autre_parent","title":{"fr":"L’autre parent","en":"The other parent"},"elements":[{"field":{"id":"has_other_parent","label":{"fr":"Une autre personne a-t-elle l’autorité parentale ?","en":"Does another person have parental authority?"},"optional":false,"kind":{"kind":"yes_no"},"data":{"purpose":{"fr":"Informer les deux parents.","en":"To inform both parents."},"legal_basis":{"ground":"public_task","text":{"fr":"Code de l’éducation, art. L131-5 et L131-13 (à confirmer)","en":"Education Code, art. L131-5 and L131-13 (to be confirmed)"}},"retention":{"count":24,"unit":"months"},"sensitivity":"sensitive"}}},{"field":{"id":"other_parent","label":{"fr":"Qui est cette personne ?","en":"Who is this person?"},"optional":false,"kind":{"kind":"identity","used_name":true,"birth_date":"no","birth_place":"no"},"condition":{"source":"has_other_parent == true","program":{"compare":["equal",{"answer":{"form":"has_other_parent"}},{"bool":true}]}},"data":{"purpose":{"fr":"Informer les deux parents.","en":"To inform both parents."},"legal_basis":{"ground":"public_task","text":{"fr":"Code de l’éducation, art. L131-5 et L131-13 (à confirmer)","en":"Education Code, art. L131-5 and L131-13 (to be confirmed)"}},"retention":{"count":24,"unit":"months"},"sensitivity":"sensitive"},"autocomplete":"off"}},{"field":{"id":"other_parent_phone","label":{"fr":"Son numéro de téléphone","en":"Their telephone number"},"optional":true,"kind":{"kind":"phone"},"condition":{"source":"has_other_parent == true","program":{"compare":["equal",{"answer":{"form":"has_other_parent"}},{"bool":true}]}},"data":{"purpose":{"fr":"La joindre si vous ne répondez pas.","en":"To reach them if you do not answer."},"legal_basis":{"ground":"public_task","text":{"fr":"Code de l’éducation, art. L131-5 et L131-13 (à confirmer)","en":"Education Code, art. L131-5 and L131-13 (to be confirmed)"}},"retention":{"count":24,"unit":"months"},"sensitivity":"ordinary"},"autocomplete":"off"}}]},{"id":"repas","title":{"fr":"Le temps du repas","en":"Lunch time"},"condition":{"source":"\"canteen\" in needs","program":{"among":[{"text":"canteen"},{"form":"needs"}]}},"elements":[{"field":{"id":"lunch_phone","label":{"fr":"À quel numéro vous joindre à midi ?","en":"Which number can we call at noon?"},"optional":false,"kind":{"kind":"phone"},"data":{"purpose":{"fr":"Vous joindre pendant le repas.","en":"To reach you during the meal."},"legal_basis":{"ground":"public_task","text":{"fr":"Code de l’éducation, art. L131-5 et L131-13 (à confirmer)","en":"Education Code, art. L131-5 and L131-13 (to be confirmed)"}},"retention":{"count":24,"unit":"months"},"sensitivity":"ordinary"}}},{"field":{"id":"invoice","label":{"fr":"Comment voulez-vous recevoir la facture ?","en":"How do you want to receive the bill?"},"optional":false,"kind":{"kind":"choice","options":[{"value":"email","label":{"fr":"Par courrier électronique","en":"By e-mail"}},{"value":"post","label":{"fr":"Par la poste","en":"By post"}}]},"data":{"purpose":{"fr":"Vous envoyer la facture des repas.","en":"To send you the bill for the meals."},"legal_basis":{"ground":"public_task","text":{"fr":"Code de l’éducation, art. L131-5 et L131-13 (à confirmer)","en":"Education Code, art. L131-5 and L131-13 (to be confirmed)"}},"retention":{"count":24,"unit":"months"},"sensitivity":"ordinary"}}},{"field":{"id":"invoice_email","label":{"fr":"À quelle adresse électronique ?","en":"To which e-mail address?"},"optional":false,"kind":{"kind":"email"},"condition":{"source":"invoice == \"email\"","program":{"compare":["equal",{"answer":{"form":"invoice"}},{"text":"email"}]}},"data":{"purpose":{"fr":"Vous envoyer la facture des repas.","en":"To send you the bill for the meals."},"legal_basis":{"ground":"public_task","text":{"fr":"Code de l’éducation, art. L131-5 et L131-13 (à confirmer)","en":"Education Code, art. L131-5 and L131-13 (to be confirmed)"}},"retention":{"count":24,"unit":"months"},"sensitivity":"ordinary"}}}]},{"id":"papiers","title":{"fr":"Vos papiers","en":"Your papers"},"condition":{"source":"\"school\" in needs","program":{"among":[{"text":"school"},{"form":"needs"}]}},"elements":[{"field":{"id":"family_proof","label":{"fr":"Livret de famille ou extrait d’acte de naissance","en":"Family record book or birth certificate extract"},"hint":{"fr":"Les pages des parents et des enfants à inscrire. Une photo lisible suffit.","en":"The pages of the parents and of the children to enrol. A readable photo is enough."},"optional":false,"kind":{"kind":"piece","max_files":5,"max_bytes":10000000,"accept":["pdf","jpeg","png","heic"],"other_way":true},"data":{"purpose":{"fr":"Vérifier l’identité de l’enfant et son lien avec vous.","en":"To check the identity of the child and their link with you."},"legal_basis":{"ground":"public_task","text":{"fr":"Code de l’éducation, art. L131-5 et L131-13 (à confirmer)","en":"Education Code, art. L131-5 and L131-13 (to be confirmed)"}},"retention":{"count":24,"unit":"months"},"sensitivity":"sensitive"}}},{"field":{"id":"address_proof","label":{"fr":"Justificatif de domicile","en":"Proof of address"},"hint":{"fr":"De moins de trois mois. Une déclaration sur l’honneur est acceptée.","en":"Less than three months old. A signed statement is accepted."},"optional":false,"kind":{"kind":"piece","max_files":3,"max_bytes":10000000,"accept":["pdf","jpeg","png","heic"],"other_way":true},"data":{"purpose":{"fr":"Vérifier que vous habitez la commune.","en":"To check that you live in the commune."},"legal_basis":{"ground":"public_task","text":{"fr":"CRPA, art. R113-8","en":"CRPA, art. R113-8"}},"retention":{"count":24,"unit":"months"},"sensitivity":"ordinary"}}},{"explanation":{"text":{"fr":"N’envoyez rien sur la santé de l’enfant. Le carnet de vaccination se montre à l’école, le jour du rendez-vous.","en":"Send nothing about the health of the child. The vaccination record is shown at the school, on the day of the appointment."}}}]}]}', 1, 1795334400000000, NULL);
INSERT INTO kept_schema.procedure_revisions VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-6ef1-7145-9d74-1d5c47036786', '01a20308-6ee9-77da-8bc8-03a0bf551206', 1, '01a20308-6e70-7061-8bf7-dad5546afacd', '01a20308-6e70-7061-8bf7-dad1e11dde77', '# Signaler un problème dans la rue ou une nuisance, sans dire qui l’on est.
# Rien n’est demandé à la collectivité qu’elle doive accorder ou refuser : aucun délai de silence ne court.
slug: signaler-un-probleme
title: { fr: Signaler un problème dans la rue, en: Report a problem in the street }
summary:
  fr: Un trou, un lampadaire éteint, un dépôt sauvage ou du bruit, dites-le-nous en quelques minutes.
  en: A pothole, a broken street light, dumped waste or noise, tell us in a few minutes.
theme: street
keywords:
  fr:
    - voirie
    - trou dans la rue
    - nid-de-poule
    - trottoir
    - éclairage public
    - lampadaire
    - ordures
    - encombrants
    - dépôt sauvage
    - tags
    - arbre
    - bruit
    - nuisance
    - voisin
  en: [pothole, pavement, road, street light, rubbish, fly-tipping, graffiti, tree, noise, nuisance, neighbour]

who_for:
  fr: Tout le monde, habitant ou de passage. Vous n’avez pas à dire qui vous êtes.
  en: Everybody, whether you live here or are passing through. You do not have to say who you are.
what_you_get:
  fr: |
    Un numéro et un code pour suivre le signalement.

    Si vous laissez une adresse électronique, nous vous disons ce qui a été fait.
  en: |
    A number and a code to follow the report.

    If you leave an e-mail address, we tell you what was done.
minutes: 3
papers:
  - name: { fr: Une photo du problème, en: A photo of the problem }
    hint: { fr: Si vous en avez une. Ce n’est pas obligatoire., en: If you have one. It is not required. }
cost:
  cents: 0
delay:
  words:
    fr: Nous regardons les signalements chaque jour ouvré. La réparation dépend du problème.
    en: We look at reports every working day. The repair depends on the problem.
  expected_days: 10

asks_for_decision: false
financial: false
silence:
  effect: none
  reason:
    fr: Un signalement ne demande pas de décision. Aucun délai légal ne court, mais nous vous dirons ce qui a été fait.
    en: A report asks for no decision. No legal time limit runs, but we will tell you what was done.
identity: optional

doors:
  - kind: phone
    text:
      fr: Appelez le service. En cas de danger, appelez d’abord le 112.
      en: Call the service. If there is danger, call 112 first.
  - kind: counter
    text:
      fr: À l’accueil de la mairie, un agent note votre signalement.
      en: At the town hall desk, an agent writes down your report.
  - kind: post
    text:
      fr: Écrivez au service en disant le lieu exact et le problème.
      en: Write to the service and say the exact place and the problem.
service: cadre-de-vie
group: cadre-de-vie

retention:
  after_decision: 12 months
  legal_basis:
    fr: Tableau de gestion des archives de la commune, avec le visa des archives départementales (à confirmer)
    en: Records schedule of the commune, approved by the departmental archives (to be confirmed)
draft_days: 7
declarations:
  - fr: Je décris ce que j’ai vu ou entendu, sans accuser personne.
    en: I describe what I saw or heard, without accusing anybody.
reply_texts:
  - title: { fr: Lieu à préciser, en: Place to be made clear }
    text:
      fr: Nous ne trouvons pas l’endroit. Pouvez-vous donner un repère, par exemple un commerce ou un arrêt de bus ?
      en: We cannot find the place. Could you give a landmark, for example a shop or a bus stop?
  - title: { fr: Intervention prévue, en: Work planned }
    text:
      fr: Merci. Nos équipes sont prévenues et passeront dans les prochains jours.
      en: Thank you. Our teams have been told and will come in the next few days.
closing:
  - code: report-done
    label: { fr: Le problème est réglé, en: The problem is solved }
  - code: report-planned
    label: { fr: Des travaux sont prévus, en: Work is planned }
  - code: report-passed-on
    label: { fr: Le signalement est transmis à qui doit agir, en: The report was passed on to whoever must act }
  - code: report-nothing-found
    label: { fr: Nous n’avons rien trouvé sur place, en: We found nothing on the spot }

data_defaults:
  purpose: { fr: Trouver le problème et le régler., en: To find the problem and solve it. }
  legal_basis:
    ground: public_task
    text:
      fr: Code général des collectivités territoriales, art. L2212-2 (à confirmer)
      en: General Code of Local Authorities, art. L2212-2 (to be confirmed)
  retention: 12 months
  sensitivity: ordinary

steps:
  - step: probleme
    title: { fr: Le problème, en: The problem }
    elements:
      - field: category
        kind: choice
        label: { fr: De quoi s’agit-il ?, en: What is it about? }
        options:
          - { value: road, label: { fr: La chaussée ou le trottoir, en: The road or the pavement } }
          - { value: light, label: { fr: L’éclairage ou un feu, en: A street light or a traffic light } }
          - { value: waste, label: { fr: Des déchets ou des tags, en: Waste or graffiti } }
          - { value: green, label: { fr: "Un arbre, un parc", en: "A tree, a park" } }
          - { value: noise, label: { fr: Du bruit ou une odeur, en: A noise or a smell } }
          - { value: other, label: { fr: Autre chose, en: Something else } }
      - field: road_problem
        kind: choice
        label: { fr: Quel problème sur la voie ?, en: Which problem on the road? }
        if: category == "road"
        options:
          - { value: hole, label: { fr: Un trou, en: A hole } }
          - { value: broken_pavement, label: { fr: Un trottoir abîmé, en: A damaged pavement } }
          - { value: blocked, label: { fr: Un passage bloqué, en: A blocked passage } }
          - { value: sign, label: { fr: Un panneau ou un marquage abîmé, en: A damaged sign or marking } }
      - field: waste_problem
        kind: choice
        label: { fr: Quels déchets ?, en: Which waste? }
        if: category == "waste"
        options:
          - { value: bulky, label: { fr: Des meubles ou des appareils, en: Furniture or appliances } }
          - { value: bags, label: { fr: Des sacs ou des ordures, en: Bags or rubbish } }
          - { value: rubble, label: { fr: Des gravats, en: Rubble } }
          - { value: graffiti, label: { fr: Des tags, en: Graffiti } }
      - field: noise_times
        kind: choices
        label: { fr: À quels moments ?, en: At what times? }
        if: category == "noise"
        options:
          - { value: day, label: { fr: Le jour, en: In the daytime } }
          - { value: evening, label: { fr: Le soir, en: In the evening } }
          - { value: night, label: { fr: La nuit, en: At night } }
          - { value: weekend, label: { fr: Le week-end, en: At the weekend } }

  - step: danger
    title: { fr: Le danger, en: The danger }
    elements:
      - field: danger
        kind: yes_no
        label: { fr: Quelqu’un peut-il se blesser ?, en: Could somebody get hurt? }
        purpose: { fr: Agir d’abord là où c’est dangereux., en: To act first where there is danger. }
      - explanation:
          fr: |
            Si le danger est immédiat, appelez tout de suite le 112.

            Ce formulaire n’est pas lu la nuit ni le week-end.
          en: |
            If the danger is immediate, call 112 now.

            This form is not read at night or at the weekend.
        if: danger == true

  - step: lieu
    title: { fr: Le lieu, en: The place }
    elements:
      - field: place
        kind: address
        label: { fr: Où est le problème ?, en: Where is the problem? }
        hint: { fr: "Le numéro le plus proche aide, mais n’est pas obligatoire.", en: "The nearest number helps, but is not required." }
        autocomplete: "off"
      - field: landmark
        kind: short_text
        label: { fr: Un repère, en: A landmark }
        hint: { fr: "Par exemple : en face de l’école, devant l’arrêt de bus.", en: "For example: across from the school, at the bus stop." }
        optional: true
        max_length: 150

  - step: description
    title: { fr: La description, en: The description }
    elements:
      - explanation:
          fr: Pour un bruit ou une odeur, décrivez ce qui vous gêne. N’écrivez pas le nom d’une personne.
          en: For a noise or a smell, describe what bothers you. Do not write anybody’s name.
        if: category == "noise"
      - field: details
        kind: long_text
        label: { fr: Décrivez ce que vous voyez ou entendez, en: Describe what you see or hear }
        hint: { fr: Quelques mots suffisent., en: A few words are enough. }
        max_length: 2000
      - field: since
        kind: date
        label: { fr: Depuis quel jour ?, en: Since which day? }
        hint: { fr: À peu près., en: Roughly. }
        optional: true
        past: true

  - step: photo
    title: { fr: Une photo, en: A photo }
    elements:
      - field: photo
        kind: piece
        label: { fr: Ajoutez une photo, en: Add a photo }
        hint:
          fr: Évitez les visages et les plaques. Nous effaçons le lieu et l’heure cachés dans l’image.
          en: Avoid faces and number plates. We erase the place and time hidden in the picture.
        purpose: { fr: Voir le problème avant de venir., en: To see the problem before we come. }
        optional: true
        max_files: 3
        max_size: 10 MB
        accept: [jpeg, png, webp]
        other_way: false

  - step: suite
    title: { fr: La suite, en: What comes next }
    elements:
      - field: wants_news
        kind: yes_no
        label: { fr: Voulez-vous savoir ce qui sera fait ?, en: Do you want to know what is done? }
        hint: { fr: "Sinon, le numéro et le code de suivi suffisent.", en: "If not, the number and the follow-up code are enough." }
        purpose: { fr: Vous prévenir., en: To let you know. }
      - field: news_email
        kind: email
        label: { fr: À quelle adresse électronique ?, en: To which e-mail address? }
        purpose: { fr: Vous prévenir., en: To let you know. }
        legal_basis:
          ground: consent
          text: { fr: Vous choisissez de laisser cette adresse, en: You choose to leave this address }
        if: wants_news == true

sources:
  - fiche: F31954
    title: "Encombrants (service-public.fr, DILA, Licence Ouverte)"
    date: 2020-04-06
    to_confirm: true
  - fiche: F612
    title: "Troubles de voisinage : bruits de comportement (service-public.fr, DILA, Licence Ouverte)"
    date: 2020-03-30
    to_confirm: true
', '0aded6ced8fd96248327b9344849985ac133f794b30131af3c2f00786f1515dc', '{"format":1,"slug":"signaler-un-probleme","title":{"fr":"Signaler un problème dans la rue","en":"Report a problem in the street"},"summary":{"fr":"Un trou, un lampadaire éteint, un dépôt sauvage ou du bruit, dites-le-nous en quelques minutes.","en":"A pothole, a broken street light, dumped waste or noise, tell us in a few minutes."},"theme":"street","keywords":{"fr":["voirie","trou dans la rue","nid-de-poule","trottoir","éclairage public","lampadaire","ordures","encombrants","dépôt sauvage","tags","arbre","bruit","nuisance","voisin"],"en":["pothole","pavement","road","street light","rubbish","fly-tipping","graffiti","tree","noise","nuisance","neighbour"]},"who_for":{"fr":"Tout le monde, habitant ou de passage. Vous n’avez pas à dire qui vous êtes.","en":"Everybody, whether you live here or are passing through. You do not have to say who you are."},"what_you_get":{"fr":"Un numéro et un code pour suivre le signalement.\n\nSi vous laissez une adresse électronique, nous vous disons ce qui a été fait.","en":"A number and a code to follow the report.\n\nIf you leave an e-mail address, we tell you what was done."},"minutes":3,"papers":[{"name":{"fr":"Une photo du problème","en":"A photo of the problem"},"hint":{"fr":"Si vous en avez une. Ce n’est pas obligatoire.","en":"If you have one. It is not required."}}],"cost":{"cents":0},"delay":{"words":{"fr":"Nous regardons les signalements chaque jour ouvré. La réparation dépend du problème.","en":"We look at reports every working day. The repair depends on the problem."},"expected_days":10},"silence":{"effect":"none","financial":false,"reason":"Un signalement ne demande pas de décision. Aucun délai légal ne court, mais nous vous dirons ce qui a été fait."},"silence_reason":{"fr":"Un signalement ne demande pas de décision. Aucun délai légal ne court, mais nous vous dirons ce qui a été fait.","en":"A report asks for no decision. No legal time limit runs, but we will tell you what was done."},"financial":false,"asks_for_decision":false,"identity":"optional","doors":[{"kind":"phone","text":{"fr":"Appelez le service. En cas de danger, appelez d’abord le 112.","en":"Call the service. If there is danger, call 112 first."}},{"kind":"counter","text":{"fr":"À l’accueil de la mairie, un agent note votre signalement.","en":"At the town hall desk, an agent writes down your report."}},{"kind":"post","text":{"fr":"Écrivez au service en disant le lieu exact et le problème.","en":"Write to the service and say the exact place and the problem."}}],"service":"cadre-de-vie","group":"cadre-de-vie","retention":{"after_decision":{"count":12,"unit":"months"},"legal_basis":{"fr":"Tableau de gestion des archives de la commune, avec le visa des archives départementales (à confirmer)","en":"Records schedule of the commune, approved by the departmental archives (to be confirmed)"}},"draft_days":7,"declarations":[{"fr":"Je décris ce que j’ai vu ou entendu, sans accuser personne.","en":"I describe what I saw or heard, without accusing anybody."}],"reply_texts":[{"title":{"fr":"Lieu à préciser","en":"Place to be made clear"},"text":{"fr":"Nous ne trouvons pas l’endroit. Pouvez-vous donner un repère, par exemple un commerce ou un arrêt de bus ?","en":"We cannot find the place. Could you give a landmark, for example a shop or a bus stop?"}},{"title":{"fr":"Intervention prévue","en":"Work planned"},"text":{"fr":"Merci. Nos équipes sont prévenues et passeront dans les prochains jours.","en":"Thank you. Our teams have been told and will come in the next few days."}}],"closing":[{"code":"report-done","label":{"fr":"Le problème est réglé","en":"The problem is solved"}},{"code":"report-planned","label":{"fr":"Des travaux sont prévus","en":"Work is planned"}},{"code":"report-passed-on","label":{"fr":"Le signalement est transmis à qui doit agir","en":"The report was passed on to whoever must act"}},{"code":"report-nothing-found","label":{"fr":"Nous n’avons rien trouvé sur place","en":"We found nothing on the spot"}}],"sources":[{"fiche":"F31954","title":"Encombrants (service-public.fr, DILA, Licence Ouverte)","date":"2020-04-06","to_confirm":true},{"fiche":"F612","title":"Troubles de voisinage : bruits de comportement (service-public.fr, DILA, Licence Ouverte)","date":"2020-03-30","to_confirm":true}]}', '{"evaluator":1,"steps":[{"id":"probleme","title":{"fr":"Le problème","en":"The problem"},"elements":[{"field":{"id":"category","label":{"fr":"De quoi s’agit-il ?","en":"What is it about?"},"optional":false,"kind":{"kind":"choice","options":[{"value":"road","label":{"fr":"La chaussée ou le trottoir","en":"The road or the pavement"}},{"value":"light","label":{"fr":"L’éclairage ou un feu","en":"A street light or a traffic light"}},{"value":"waste","label":{"fr":"Des déchets ou des tags","en":"Waste or graffiti"}},{"value":"green","label":{"fr":"Un arbre, un parc","en":"A tree, a park"}},{"value":"noise","label":{"fr":"Du bruit ou une odeur","en":"A noise or a smell"}},{"value":"other","label":{"fr":"Autre chose","en":"Something else"}}]},"data":{"purpose":{"fr":"Trouver le problème et le régler.","en":"To find the problem and solve it."},"legal_basis":{"ground":"public_task","text":{"fr":"Code général des collectivités territoriales, art. L2212-2 (à confirmer)","en":"General Code of Local Authorities, art. L2212-2 (to be confirmed)"}},"retention":{"count":12,"unit":"months"},"sensitivity":"ordinary"}}},{"field":{"id":"road_problem","label":{"fr":"Quel problème sur la voie ?","en":"Which problem on the road?"},"optional":false,"kind":{"kind":"choice","options":[{"value":"hole","label":{"fr":"Un trou","en":"A hole"}},{"value":"broken_pavement","label":{"fr":"Un trottoir abîmé","en":"A damaged pavement"}},{"value":"blocked","label":{"fr":"Un passage bloqué","en":"A blocked passage"}},{"value":"sign","label":{"fr":"Un panneau ou un marquage abîmé","en":"A damaged sign or marking"}}]},"condition":{"source":"category == \"road\"","program":{"compare":["equal",{"answer":{"form":"category"}},{"text":"road"}]}},"data":{"purpose":{"fr":"Trouver le problème et le régler.","en":"To find the problem and solve it."},"legal_basis":{"ground":"public_task","text":{"fr":"Code général des collectivités territoriales, art. L2212-2 (à confirmer)","en":"General Code of Local Authorities, art. L2212-2 (to be confirmed)"}},"retention":{"count":12,"unit":"months"},"sensitivity":"ordinary"}}},{"field":{"id":"waste_problem","label":{"fr":"Quels déchets ?","en":"Which waste?"},"optional":false,"kind":{"kind":"choice","options":[{"value":"bulky","label":{"fr":"Des meubles ou des appareils","en":"Furniture or appliances"}},{"value":"bags","label":{"fr":"Des sacs ou des ordures","en":"Bags or rubbish"}},{"value":"rubble","label":{"fr":"Des gravats","en":"Rubble"}},{"value":"graffiti","label":{"fr":"Des tags","en":"Graffiti"}}]},"condition":{"source":"category == \"waste\"","program":{"compare":["equal",{"answer":{"form":"category"}},{"text":"waste"}]}},"data":{"purpose":{"fr":"Trouver le problème et le régler.","en":"To find the problem and solve it."},"legal_basis":{"ground":"public_task","text":{"fr":"Code général des collectivités territoriales, art. L2212-2 (à confirmer)","en":"General Code of Local Authorities, art. L2212-2 (to be confirmed)"}},"retention":{"count":12,"unit":"months"},"sensitivity":"ordinary"}}},{"field":{"id":"noise_times","label":{"fr":"À quels moments ?","en":"At what times?"},"optional":false,"kind":{"kind":"choices","options":[{"value":"day","label":{"fr":"Le jour","en":"In the daytime"}},{"value":"evening","label":{"fr":"Le soir","en":"In the evening"}},{"value":"night","label":{"fr":"La nuit","en":"At night"}},{"value":"weekend","label":{"fr":"Le week-end","en":"At the weekend"}}]},"condition":{"source":"category == \"noise\"","program":{"compare":["equal",{"answer":{"form":"category"}},{"text":"noise"}]}},"data":{"purpose":{"fr":"Trouver le problème et le régler.","en":"To find the problem and solve it."},"legal_basis":{"ground":"public_task","text":{"fr":"Code général des collectivités territoriales, art. L2212-2 (à confirmer)","en":"General Code of Local Authorities, art. L2212-2 (to be confirmed)"}},"retention":{"count":12,"unit":"months"},"sensitivity":"ordinary"}}}]},{"id":"danger","title":{"fr":"Le danger","en":"The danger"},"elements":[{"field":{"id":"danger","label":{"fr":"Quelqu’un peut-il se blesser ?","en":"Could somebody get hurt?"},"optional":false,"kind":{"kind":"yes_no"},"data":{"purpose":{"fr":"Agir d’abord là où c’est dangereux.","en":"To act first where there is danger."},"legal_basis":{"ground":"public_task","text":{"fr":"Code général des collectivités territoriales, art. L2212-2 (à confirmer)","en":"General Code of Local Authorities, art. L2212-2 (to be confirmed)"}},"retention":{"count":12,"unit":"months"},"sensitivity":"ordinary"}}},{"explanation":{"text":{"fr":"Si le danger est immédiat, appelez tout de suite le 112.\n\nCe formulaire n’est pas lu la nuit ni le week-end.","en":"If the danger is immediate, call 112 now.\n\nThis form is not read at night or at the weekend."},"condition":{"source":"danger == true","program":{"compare":["equal",{"answer":{"form":"danger"}},{"bool":true}]}}}}]},{"id":"lieu","title":{"fr":"Le lieu","en":"The place"},"elements":[{"field":{"id":"place","label":{"fr":"Où est le problème ?","en":"Where is the problem?"},"hint":{"fr":"Le numéro le plus proche aide, mais n’est pas obligatoire.","en":"The nearest number helps, but is not required."},"optional":false,"kind":{"kind":"address"},"data":{"purpose":{"fr":"Trouver le problème et le régler.","en":"To find the problem and solve it."},"legal_basis":{"ground":"public_task","text":{"fr":"Code général des collectivités territoriales, art. L2212-2 (à confirmer)","en":"General Code of Local Authorities, art. L2212-2 (to be confirmed)"}},"retention":{"count":12,"unit":"months"},"sensitivity":"ordinary"},"autocomplete":"off"}},{"field":{"id":"landmark","label":{"fr":"Un repère","en":"A landmark"},"hint":{"fr":"Par exemple : en face de l’école, devant l’arrêt de bus.","en":"For example: across from the school, at the bus stop."},"optional":true,"kind":{"kind":"short_text","max_length":150},"data":{"purpose":{"fr":"Trouver le problème et le régler.","en":"To find the problem and solve it."},"legal_basis":{"ground":"public_task","text":{"fr":"Code général des collectivités territoriales, art. L2212-2 (à confirmer)","en":"General Code of Local Authorities, art. L2212-2 (to be confirmed)"}},"retention":{"count":12,"unit":"months"},"sensitivity":"ordinary"}}}]},{"id":"description","title":{"fr":"La description","en":"The description"},"elements":[{"explanation":{"text":{"fr":"Pour un bruit ou une odeur, décrivez ce qui vous gêne. N’écrivez pas le nom d’une personne.","en":"For a noise or a smell, describe what bothers you. Do not write anybody’s name."},"condition":{"source":"category == \"noise\"","program":{"compare":["equal",{"answer":{"form":"category"}},{"text":"noise"}]}}}},{"field":{"id":"details","label":{"fr":"Décrivez ce que vous voyez ou entendez","en":"Describe what you see or hear"},"hint":{"fr":"Quelques mots suffisent.","en":"A few words are enough."},"optional":false,"kind":{"kind":"long_text","max_length":2000},"data":{"purpose":{"fr":"Trouver le problème et le régler.","en":"To find the problem and solve it."},"legal_basis":{"ground":"public_task","text":{"fr":"Code général des collectivités territoriales, art. L2212-2 (à confirmer)","en":"General Code of Local Authorities, art. L2212-2 (to be confirmed)"}},"retention":{"count":12,"unit":"months"},"sensitivity":"ordinary"}}},{"field":{"id":"since","label":{"fr":"Depuis quel jour ?","en":"Since which day?"},"hint":{"fr":"À peu près.","en":"Roughly."},"optional":true,"kind":{"kind":"date","past":true,"future":false},"data":{"purpose":{"fr":"Trouver le problème et le régler.","en":"To find the problem and solve it."},"legal_basis":{"ground":"public_task","text":{"fr":"Code général des collectivités territoriales, art. L2212-2 (à confirmer)","en":"General Code of Local Authorities, art. L2212-2 (to be confirmed)"}},"retention":{"count":12,"unit":"months"},"sensitivity":"ordinary"}}}]},{"id":"photo","title":{"fr":"Une photo","en":"A photo"},"elements":[{"field":{"id":"photo","label":{"fr":"Ajoutez une photo","en":"Add a photo"},"hint":{"fr":"Évitez les visages et les plaques. Nous effaçons le lieu et l’heure cachés dans l’image.","en":"Avoid faces and number plates. We erase the place and time hidden in the picture."},"optional":true,"kind":{"kind":"piece","max_files":3,"max_bytes":10000000,"accept":["jpeg","png","webp"],"other_way":false},"data":{"purpose":{"fr":"Voir le problème avant de venir.","en":"To see the problem before we come."},"legal_basis":{"ground":"public_task","text":{"fr":"Code général des collectivités territoriales, art. L2212-2 (à confirmer)","en":"General Code of Local Authorities, art. L2212-2 (to be confirmed)"}},"retention":{"count":12,"unit":"months"},"sensitivity":"ordinary"}}}]},{"id":"suite","title":{"fr":"La suite","en":"What comes next"},"elements":[{"field":{"id":"wants_news","label":{"fr":"Voulez-vous savoir ce qui sera fait ?","en":"Do you want to know what is done?"},"hint":{"fr":"Sinon, le numéro et le code de suivi suffisent.","en":"If not, the number and the follow-up code are enough."},"optional":false,"kind":{"kind":"yes_no"},"data":{"purpose":{"fr":"Vous prévenir.","en":"To let you know."},"legal_basis":{"ground":"public_task","text":{"fr":"Code général des collectivités territoriales, art. L2212-2 (à confirmer)","en":"General Code of Local Authorities, art. L2212-2 (to be confirmed)"}},"retention":{"count":12,"unit":"months"},"sensitivity":"ordinary"}}},{"field":{"id":"news_email","label":{"fr":"À quelle adresse électronique ?","en":"To which e-mail address?"},"optional":false,"kind":{"kind":"email"},"condition":{"source":"wants_news == true","program":{"compare":["equal",{"answer":{"form":"wants_news"}},{"bool":true}]}},"data":{"purpose":{"fr":"Vous prévenir.","en":"To let you know."},"legal_basis":{"ground":"consent","text":{"fr":"Vous choisissez de laisser cette adresse","en":"You choose to leave this address"}},"retention":{"count":12,"unit":"months"},"sensitivity":"ordinary"}}}]}]}', 1, 1795334400000000, NULL);
INSERT INTO kept_schema.procedure_revisions VALUES ('01a20308-6e70-7061-8bf7-dace4add42ad', '01a20308-6f1b-73e6-bd85-5e2ea975486b', '01a20308-6f18-762a-ab52-de07c038a3d5', 1, '01a20308-6ef5-76f1-9be9-396591b7d857', '01a20308-6ef5-76f1-9be9-39613b091c1c', '# Copie ou extrait d’acte de naissance, délivré par la commune qui garde l’acte.
# Les faits viennent des descriptions publiques citées à la fin (contenu daté), reformulés. Ils sont à confirmer.
slug: acte-naissance
title: { fr: Demander un acte de naissance, en: Ask for a birth certificate }
summary:
  fr: Recevez chez vous la copie ou l’extrait d’un acte de naissance établi dans notre commune.
  en: Receive at home the copy or the extract of a birth certificate drawn up in our commune.
theme: papers
keywords:
  fr:
    - état civil
    - extrait de naissance
    - copie intégrale
    - filiation
    - certificat de naissance
    - passeport
    - carte d’identité
    - mariage
    - pacs
    - notaire
  en: [birth record, civil status, extract, full copy, passport, identity card, wedding]

who_for:
  fr: |
    L’extrait sans filiation est ouvert à tous. Vous n’avez rien à justifier.

    La copie intégrale et l’extrait avec filiation sont réservés :
    - à la personne née, si elle est majeure ;
    - à son époux, son épouse ou son partenaire de Pacs ;
    - à ses parents et grands-parents ;
    - à ses enfants et petits-enfants ;
    - à son représentant légal ;
    - à un professionnel que la loi autorise, comme un avocat.

    La personne doit être née dans notre commune.
  en: |
    Anyone can get the extract without parentage. You do not have to say why.

    The full copy and the extract with parentage are kept for:
    - the person born, if they are of age;
    - their husband, wife or civil partner (Pacs);
    - their parents and grandparents;
    - their children and grandchildren;
    - their legal representative;
    - a professional whom the law allows, such as a lawyer.

    The person must have been born in our commune.
what_you_get:
  fr: Le document sur papier, signé par l’officier de l’état civil, envoyé par la poste à l’adresse que vous donnez.
  en: The document on paper, signed by the civil registrar, sent by post to the address that you give.
minutes: 5
papers:
  - name: { fr: Une preuve du lien de famille ou de votre qualité, en: Proof of kinship or of your standing }
    hint:
      fr: Par exemple une page du livret de famille. Seulement si vous demandez, pour une autre personne, une copie intégrale ou un extrait avec filiation.
      en: For example a page of the family record book. Only if you ask, for somebody else, for a full copy or an extract with parentage.
cost:
  cents: 0
  words: { fr: C’est gratuit. L’envoi aussi., en: It is free. So is the postage. }
delay:
  words:
    fr: Le document part en général en moins d’une semaine. Ajoutez le temps de la poste.
    en: The document usually leaves within a week. Add the time of the post.
  expected_days: 7

asks_for_decision: true
financial: false
silence:
  effect: none
  legal_basis: Code civil, art. 34-1 (à confirmer)
  reason:
    fr: L’état civil est tenu sous le contrôle du procureur de la République. Sans réponse de notre part, vous n’avez ni accord ni refus ; appelez-nous, ou écrivez au procureur.
    en: Civil status is kept under the control of the public prosecutor. Without an answer from us, you have neither an agreement nor a refusal; call us, or write to the prosecutor.
identity: required

doors:
  - kind: counter
    text:
      fr: À l’état civil, avec une pièce d’identité. Le document vous est remis tout de suite.
      en: At the civil registry, with an identity document. You get the document at once.
  - kind: post
    text:
      fr: Sur papier libre. Écrivez vos nom et adresse, le document voulu, le nom, les prénoms et la date de naissance de la personne, et les noms de ses parents si vous voulez la filiation.
      en: On plain paper. Write your name and address, the document you want, the name, first names and date of birth of the person, and the names of their parents if you want the parentage.
  - kind: phone
    text:
      fr: Un agent vous aide à remplir la demande.
      en: An agent helps you to fill in the request.
service: etat-civil
group: etat-civil

retention:
  after_decision: 12 months
  legal_basis:
    fr: Tableau de gestion des archives de la commune, avec le visa des archives départementales (à confirmer)
    en: Records schedule of the commune, approved by the departmental archives (to be confirmed)
draft_days: 30
declarations:
  - fr: Je déclare que mes réponses sont exactes.
    en: I declare that my answers are true.
reply_texts:
  - title: { fr: Preuve du lien illisible, en: Unreadable proof of kinship }
    text:
      fr: Nous ne pouvons pas lire le document que vous avez envoyé. Pouvez-vous en refaire une photo, bien à plat et à la lumière ?
      en: We cannot read the document that you sent. Could you photograph it again, flat and in good light?
  - title: { fr: Acte introuvable, en: Record not found }
    text:
      fr: Nous ne trouvons pas l’acte avec les informations données. Pouvez-vous vérifier la date, le lieu de naissance et l’écriture des noms ?
      en: We cannot find the record with the information given. Could you check the date, the place of birth and the spelling of the names?
refusal_grounds:
  - label:
      fr: Le demandeur n’est pas une personne à qui ce document peut être remis
      en: The person asking is not one to whom this document can be given
    law:
      fr: Décret n° 2017-890 du 6 mai 2017 relatif à l’état civil, règles de délivrance des copies et extraits (article à confirmer)
      en: Decree 2017-890 of 6 May 2017 on civil status, rules for copies and extracts (article to be confirmed)
  - label: { fr: La commune ne garde pas cet acte, en: The commune does not hold this record }
    law:
      fr: Décret n° 2017-890 du 6 mai 2017 relatif à l’état civil (article à confirmer)
      en: Decree 2017-890 of 6 May 2017 on civil status (article to be confirmed)

data_defaults:
  purpose:
    fr: Retrouver l’acte et savoir si le document peut vous être remis.
    en: To find the record and know whether the document can be given to you.
  legal_basis:
    ground: legal_obligation
    text:
      fr: Décret n° 2017-890 du 6 mai 2017 relatif à l’état civil (articles à confirmer)
      en: Decree 2017-890 of 6 May 2017 on civil status (articles to be confirmed)
  retention: 12 months
  sensitivity: ordinary

steps:
  - step: document
    title: { fr: Le document, en: The document }
    elements:
      - field: document
        kind: choice
        label: { fr: Quel document voulez-vous ?, en: Which document do you want? }
        hint:
          fr: Regardez ce que demande l’organisme qui en a besoin. Si vous ne savez pas, l’extrait sans filiation suffit souvent.
          en: See what the body that needs it asks for. If you do not know, the extract without parentage is often enough.
        purpose: { fr: Préparer le bon document., en: To prepare the right document. }
        options:
          - value: extract
            label: { fr: Un extrait sans filiation, en: An extract without parentage }
            hint: { fr: "Nom, prénoms, date et lieu de naissance. Ouvert à tous.", en: "Name, first names, date and place of birth. Open to all." }
          - value: extract_with_parents
            label: { fr: Un extrait avec filiation, en: An extract with parentage }
            hint: { fr: La même chose avec les parents., en: The same with the parents. }
          - value: full_copy
            label: { fr: Une copie intégrale, en: A full copy }
            hint: { fr: "Tout l’acte, avec ses mentions : mariage, divorce…", en: "The whole record, with its notes: marriage, divorce…" }
      - field: copies
        kind: integer
        label: { fr: Combien d’exemplaires ?, en: How many copies? }
        hint: { fr: "De 1 à 3.", en: From 1 to 3. }
        purpose: { fr: Préparer le bon nombre de documents., en: To prepare the right number of documents. }
        min: 1
        max: 3

  - step: lien
    title: { fr: Votre lien avec la personne, en: Your link with the person }
    if: document == "extract_with_parents" || document == "full_copy"
    intro:
      fr: Ce document montre les parents. La loi le réserve à certaines personnes.
      en: This document shows the parents. The law keeps it for certain people.
    elements:
      - field: link
        kind: choice
        label: { fr: "Vous êtes, pour la personne née :", en: "To the person born, you are:" }
        purpose:
          fr: Savoir si la loi permet de vous remettre ce document.
          en: To know whether the law lets us give you this document.
        options:
          - value: self
            label: { fr: "Elle-même, et j’ai 18 ans ou plus", en: "That person, and I am 18 or over" }
          - value: spouse
            label: { fr: "Son époux, son épouse ou son partenaire de Pacs", en: "Their husband, wife or civil partner" }
          - value: ascendant
            label: { fr: Son parent ou son grand-parent, en: Their parent or grandparent }
          - value: descendant
            label: { fr: Son enfant ou son petit-enfant, en: Their child or grandchild }
          - value: representative
            label: { fr: Son représentant légal, en: Their legal representative }
            hint: { fr: "Tuteur, ou personne qui a l’autorité parentale.", en: "Guardian, or person with parental authority." }
          - value: professional
            label: { fr: Un professionnel autorisé par la loi, en: A professional whom the law allows }
          - value: other
            label: { fr: Une autre personne, en: Somebody else }
      - explanation:
          fr: |
            Nous ne pourrons pas vous remettre ce document : la loi ne le permet pas.

            Vous pouvez revenir en arrière et choisir l’extrait sans filiation. Il est ouvert à tous.
          en: |
            We will not be able to give you this document: the law does not allow it.

            You can go back and choose the extract without parentage. It is open to all.
        if: link == "other"

  - step: personne
    title: { fr: La personne née, en: The person born }
    intro:
      fr: Écrivez les noms tels qu’ils étaient à la naissance.
      en: Write the names as they were at birth.
    elements:
      - field: person
        kind: identity
        label: { fr: Qui est la personne née ?, en: Who is the person born? }
        hint: { fr: "Si vous demandez votre acte, c’est vous.", en: "If you ask for your own record, it is you." }
        used_name: false
        birth_date: required
        birth_place: "no"

  - step: naissance
    title: { fr: Le lieu de naissance, en: The place of birth }
    elements:
      - field: born_here
        kind: yes_no
        label: { fr: La personne est-elle née dans notre commune ?, en: Was the person born in our commune? }
        hint:
          fr: C’est la mairie du lieu de naissance qui garde l’acte, même si la famille a déménagé.
          en: The town hall of the place of birth keeps the record, even if the family moved.
        purpose: { fr: Savoir quelle mairie garde l’acte., en: To know which town hall holds the record. }
      - field: birth_commune
        kind: commune
        label: { fr: Où est-elle née ?, en: Where were they born? }
        hint: { fr: "Écrivez le nom de la commune. Pour l’étranger, la ville et le pays.", en: "Write the name of the commune. Abroad, the town and the country." }
        purpose: { fr: Vous dire à quelle mairie vous adresser., en: To tell you which town hall to turn to. }
        scope: current_and_former
        abroad: true
        if: born_here == false
      - explanation:
          fr: |
            Nous n’avons pas cet acte. Demandez-le à la mairie du lieu de naissance : vous aurez une réponse plus vite.

            Pour un Français né à l’étranger, demandez-le au Service central d’état civil, à Nantes.

            Si vous continuez, nous transmettrons votre demande et nous vous le dirons.
          en: |
            We do not have this record. Ask the town hall of the place of birth: you will be answered sooner.

            For a French citizen born abroad, ask the Service central d’état civil, in Nantes.

            If you go on, we will pass your request on, and tell you.
        if: born_here == false

  - step: parents
    title: { fr: Les parents de la personne née, en: The parents of the person born }
    if: document == "extract_with_parents" || document == "full_copy"
    intro:
      fr: Ces noms figurent sur l’acte. Ils permettent de ne pas se tromper de personne.
      en: These names stand on the record. They make sure that it is the right person.
    elements:
      - field: first_parent
        kind: identity
        autocomplete: "off"
        label: { fr: Un parent, en: One parent }
        hint: { fr: Son nom et ses prénoms de naissance., en: Their name and first names at birth. }
        purpose: { fr: Vérifier que l’acte est le bon., en: To check that the record is the right one. }
        sensitivity: sensitive
        used_name: false
        birth_date: "no"
        birth_place: "no"
      - field: second_parent
        kind: identity
        autocomplete: "off"
        label: { fr: L’autre parent, en: The other parent }
        hint: { fr: "S’il figure sur l’acte.", en: "If they stand on the record." }
        purpose: { fr: Vérifier que l’acte est le bon., en: To check that the record is the right one. }
        sensitivity: sensitive
        optional: true
        used_name: false
        birth_date: "no"
        birth_place: "no"

  - step: preuve
    title: { fr: La preuve de votre lien, en: The proof of your link }
    if: link == "spouse" || link == "ascendant" || link == "descendant" || link == "representative" || link == "professional"
    elements:
      - field: link_proof
        kind: piece
        label: { fr: Un document qui montre votre lien ou votre qualité, en: A document that shows your link or your standing }
        hint:
          fr: "Par exemple : une page du livret de famille, un acte de l’état civil, un jugement, un mandat. Une photo lisible suffit."
          en: "For example: a page of the family record book, a civil status record, a judgment, a mandate. A readable photo is enough."
        purpose: { fr: Vérifier que la loi permet de vous remettre ce document., en: To check that the law lets us give you this document. }
        sensitivity: sensitive
        max_files: 3
        max_size: 10 MB
        accept: [pdf, jpeg, png, heic]
        other_way: true

  - step: envoi
    title: { fr: L’envoi, en: The delivery }
    elements:
      - field: delivery_address
        kind: address
        label: { fr: À quelle adresse envoyer le document ?, en: To which address should we send the document? }
        hint: { fr: "Vérifiez que votre nom est sur la boîte aux lettres.", en: "Check that your name is on the letter box." }
        purpose: { fr: Vous envoyer le document par la poste., en: To send you the document by post. }

sources:
  - fiche: F1427
    title: "Acte de naissance : demande de copie intégrale ou d’extrait (service-public.fr, DILA, Licence Ouverte)"
    date: 2019-11-26
    to_confirm: true
', '4f7a0af21afdf980ed5a9a8394d7ae7f9f086e5a5a4c73aa6628903296393fba', '{"format":1,"slug":"acte-naissance","title":{"fr":"Demander un acte de naissance","en":"Ask for a birth certificate"},"summary":{"fr":"Recevez chez vous la copie ou l’extrait d’un acte de naissance établi dans notre commune.","en":"Receive at home the copy or the extract of a birth certificate drawn up in our commune."},"theme":"papers","keywords":{"fr":["état civil","extrait de naissance","copie intégrale","filiation","certificat de naissance","passeport","carte d’identité","mariage","pacs","notaire"],"en":["birth record","civil status","extract","full copy","passport","identity card","wedding"]},"who_for":{"fr":"L’extrait sans filiation est ouvert à tous. Vous n’avez rien à justifier.\n\nLa copie intégrale et l’extrait avec filiation sont réservés :\n- à la personne née, si elle est majeure ;\n- à son époux, son épouse ou son partenaire de Pacs ;\n- à ses parents et grands-parents ;\n- à ses enfants et petits-enfants ;\n- à son représentant légal ;\n- à un professionnel que la loi autorise, comme un avocat.\n\nLa personne doit être née dans notre commune.","en":"Anyone can get the extract without parentage. You do not have to say why.\n\nThe full copy and the extract with parentage are kept for:\n- the person born, if they are of age;\n- their husband, wife or civil partner (Pacs);\n- their parents and grandparents;\n- their children and grandchildren;\n- their legal representative;\n- a professional whom the law allows, such as a lawyer.\n\nThe person must have been born in our commune."},"what_you_get":{"fr":"Le document sur papier, signé par l’officier de l’état civil, envoyé par la poste à l’adresse que vous donnez.","en":"The document on paper, signed by the civil registrar, sent by post to the address that you give."},"minutes":5,"papers":[{"name":{"fr":"Une preuve du lien de famille ou de votre qualité","en":"Proof of kinship or of your standing"},"hint":{"fr":"Par exemple une page du livret de famille. Seulement si vous demandez, pour une autre personne, une copie intégrale ou un extrait avec filiation.","en":"For example a page of the family record book. Only if you ask, for somebody else, for a full copy or an extract with parentage."}}],"cost":{"cents":0,"words":{"fr":"C’est gratuit. L’envoi aussi.","en":"It is free. So is the postage."}},"delay":{"words":{"fr":"Le document part en général en moins d’une semaine. Ajoutez le temps de la poste.","en":"The document usually leaves within a week. Add the time of the post."},"expected_days":7},"silence":{"effect":"none","legal_basis":"Code civil, art. 34-1 (à confirmer)","financial":false,"reason":"L’état civil est tenu sous le contrôle du procureur de la République. Sans réponse de notre part, vous n’avez ni accord ni refus ; appelez-nous, ou écrivez au procureur."},"silence_reason":{"fr":"L’état civil est tenu sous le contrôle du procureur de la République. Sans réponse de notre part, vous n’avez ni accord ni refus ; appelez-nous, ou écrivez au procureur.","en":"Civil status is kept under the control of the public prosecutor. Without an answer from us, you have neither an agreement nor a refusal; call us, or write to the prosecutor."},"financial":false,"asks_for_decision":true,"identity":"required","doors":[{"kind":"counter","text":{"fr":"À l’état civil, avec une pièce d’identité. Le document vous est remis tout de suite.","en":"At the civil registry, with an identity document. You get the document at once."}},{"kind":"post","text":{"fr":"Sur papier libre. Écrivez vos nom et adresse, le document voulu, le nom, les prénoms et la date de naissance de la personne, et les noms de ses parents si vous voulez la filiation.","en":"On plain paper. Write your name and address, the document you want, the name, first names and date of birth of the person, and the names of their parents if you want the parentage."}},{"kind":"phone","text":{"fr":"Un agent vous aide à remplir la demande.","en":"An agent helps you to fill in the request."}}],"service":"etat-civil","group":"etat-civil","retention":{"after_decision":{"count":12,"unit":"months"},"legal_basis":{"fr":"Tableau de gestion des archives de la commune, avec le visa des archives départementales (à confirmer)","en":"Records schedule of the commune, approved by the departmental archives (to be confirmed)"}},"draft_days":30,"declarations":[{"fr":"Je déclare que mes réponses sont exactes.","en":"I declare that my answers are true."}],"reply_texts":[{"title":{"fr":"Preuve du lien illisible","en":"Unreadable proof of kinship"},"text":{"fr":"Nous ne pouvons pas lire le document que vous avez envoyé. Pouvez-vous en refaire une photo, bien à plat et à la lumière ?","en":"We cannot read the document that you sent. Could you photograph it again, flat and in good light?"}},{"title":{"fr":"Acte introuvable","en":"Record not found"},"text":{"fr":"Nous ne trouvons pas l’acte avec les informations données. Pouvez-vous vérifier la date, le lieu de naissance et l’écriture des noms ?","en":"We cannot find the record with the information given. Could you check the date, the place of birth and the spelling of the names?"}}],"refusal_grounds":[{"label":{"fr":"Le demandeur n’est pas une personne à qui ce document peut être remis","en":"The person asking is not one to whom this document can be given"},"law":{"fr":"Décret n° 2017-890 du 6 mai 2017 relatif à l’état civil, règles de délivrance des copies et extraits (article à confirmer)","en":"Decree 2017-890 of 6 May 2017 on civil status, rules for copies and extracts (article to be confirmed)"}},{"label":{"fr":"La commune ne garde pas cet acte","en":"The commune does not hold this record"},"law":{"fr":"Décret n° 2017-890 du 6 mai 2017 relatif à l’état civil (article à confirmer)","en":"Decree 2017-890 of 6 May 2017 on civil status (article to be confirmed)"}}],"sources":[{"fiche":"F1427","title":"Acte de naissance : demande de copie intégrale ou d’extrait (service-public.fr, DILA, Licence Ouverte)","date":"2019-11-26","to_confirm":true}]}', '{"evaluator":1,"steps":[{"id":"document","title":{"fr":"Le document","en":"The document"},"elements":[{"field":{"id":"document","label":{"fr":"Quel document voulez-vous ?","en":"Which document do you want?"},"hint":{"fr":"Regardez ce que demande l’organisme qui en a besoin. Si vous ne savez pas, l’extrait sans filiation suffit souvent.","en":"See what the body that needs it asks for. If you do not know, the extract without parentage is often enough."},"optional":false,"kind":{"kind":"choice","options":[{"value":"extract","label":{"fr":"Un extrait sans filiation","en":"An extract without parentage"},"hint":{"fr":"Nom, prénoms, date et lieu de naissance. Ouvert à tous.","en":"Name, first names, date and place of birth. Open to all."}},{"value":"extract_with_parents","label":{"fr":"Un extrait avec filiation","en":"An extract with parentage"},"hint":{"fr":"La même chose avec les parents.","en":"The same with the parents."}},{"value":"full_copy","label":{"fr":"Une copie intégrale","en":"A full copy"},"hint":{"fr":"Tout l’acte, avec ses mentions : mariage, divorce…","en":"The whole record, with its notes: marriage, divorce…"}}]},"data":{"purpose":{"fr":"Préparer le bon document.","en":"To prepare the right document."},"legal_basis":{"ground":"legal_obligation","text":{"fr":"Décret n° 2017-890 du 6 mai 2017 relatif à l’état civil (articles à confirmer)","en":"Decree 2017-890 of 6 May 2017 on civil status (articles to be confirmed)"}},"retention":{"count":12,"unit":"months"},"sensitivity":"ordinary"}}},{"field":{"id":"copies","label":{"fr":"Combien d’exemplaires ?","en":"How many copies?"},"hint":{"fr":"De 1 à 3.","en":"From 1 to 3."},"optional":false,"kind":{"kind":"integer","min":1,"max":3},"data":{"purpose":{"fr":"Préparer le bon nombre de documents.","en":"To prepare the right number of documents."},"legal_basis":{"ground":"legal_obligation","text":{"fr":"Décret n° 2017-890 du 6 mai 2017 relatif à l’état civil (articles à confirmer)","en":"Decree 2017-890 of 6 May 2017 on civil status (articles to be confirmed)"}},"retention":{"count":12,"unit":"months"},"sensitivity":"ordinary"}}}]},{"id":"lien","title":{"fr":"Votre lien avec la personne","en":"Your link with the person"},"intro":{"fr":"Ce document montre les parents. La loi le réserve à certaines personnes.","en":"This document shows the parents. The law keeps it for certain people."},"condition":{"source":"document == \"extract_with_parents\" || document == \"full_copy\"","program":{"or":[{"compare":["equal",{"answer":{"form":"document"}},{"text":"extract_with_parents"}]},{"compare":["equal",{"answer":{"form":"document"}},{"text":"full_copy"}]}]}},"elements":[{"field":{"id":"link","label":{"fr":"Vous êtes, pour la personne née :","en":"To the person born, you are:"},"optional":false,"kind":{"kind":"choice","options":[{"value":"self","label":{"fr":"Elle-même, et j’ai 18 ans ou plus","en":"That person, and I am 18 or over"}},{"value":"spouse","label":{"fr":"Son époux, son épouse ou son partenaire de Pacs","en":"Their husband, wife or civil partner"}},{"value":"ascendant","label":{"fr":"Son parent ou son grand-parent","en":"Their parent or grandparent"}},{"value":"descendant","label":{"fr":"Son enfant ou son petit-enfant","en":"Their child or grandchild"}},{"value":"representative","label":{"fr":"Son représentant légal","en":"Their legal representative"},"hint":{"fr":"Tuteur, ou personne qui a l’autorité parentale.","en":"Guardian, or person with parental authority."}},{"value":"professional","label":{"fr":"Un professionnel autorisé par la loi","en":"A professional whom the law allows"}},{"value":"other","label":{"fr":"Une autre personne","en":"Somebody else"}}]},"data":{"purpose":{"fr":"Savoir si la loi permet de vous remettre ce document.","en":"To know whether the law lets us give you this document."},"legal_basis":{"ground":"legal_obligation","text":{"fr":"Décret n° 2017-890 du 6 mai 2017 relatif à l’état civil (articles à confirmer)","en":"Decree 2017-890 of 6 May 2017 on civil status (articles to be confirmed)"}},"retention":{"count":12,"unit":"months"},"sensitivity":"ordinary"}}},{"explanation":{"text":{"fr":"Nous ne pourrons pas vous remettre ce document : la loi ne le permet pas.\n\nVous pouvez revenir en arrière et choisir l’extrait sans filiation. Il est ouvert à tous.","en":"We will not be able to give you this document: the law does not allow it.\n\nYou can go back and choose the extract without parentage. It is open to all."},"condition":{"source":"link == \"other\"","program":{"compare":["equal",{"answer":{"form":"link"}},{"text":"other"}]}}}}]},{"id":"personne","title":{"fr":"La personne née","en":"The person born"},"intro":{"fr":"Écrivez les noms tels qu’ils étaient à la naissance.","en":"Write the names as they were at birth."},"elements":[{"field":{"id":"person","label":{"fr":"Qui est la personne née ?","en":"Who is the person born?"},"hint":{"fr":"Si vous demandez votre acte, c’est vous.","en":"If you ask for your own record, it is you."},"optional":false,"kind":{"kind":"identity","used_name":false,"birth_date":"required","birth_place":"no"},"data":{"purpose":{"fr":"Retrouver l’acte et savoir si le document peut vous être remis.","en":"To find the record and know whether the document can be given to you."},"legal_basis":{"ground":"legal_obligation","text":{"fr":"Décret n° 2017-890 du 6 mai 2017 relatif à l’état civil (articles à confirmer)","en":"Decree 2017-890 of 6 May 2017 on civil status (articles to be confirmed)"}},"retention":{"count":12,"unit":"months"},"sensitivity":"ordinary"}}}]},{"id":"naissance","title":{"fr":"Le lieu de naissance","en":"The place of birth"},"elements":[{"field":{"id":"born_here","label":{"fr":"La personne est-elle née dans notre commune ?","en":"Was the person born in our commune?"},"hint":{"fr":"C’est la mairie du lieu de naissance qui garde l’acte, même si la famille a déménagé.","en":"The town hall of the place of birth keeps the record, even if the family moved."},"optional":false,"kind":{"kind":"yes_no"},"data":{"purpose":{"fr":"Savoir quelle mairie garde l’acte.","en":"To know which town hall holds the record."},"legal_basis":{"ground":"legal_obligation","text":{"fr":"Décret n° 2017-890 du 6 mai 2017 relatif à l’état civil (articles à confirmer)","en":"Decree 2017-890 of 6 May 2017 on civil status (articles to be confirmed)"}},"retention":{"count":12,"unit":"months"},"sensitivity":"ordinary"}}},{"field":{"id":"birth_commune","label":{"fr":"Où est-elle née ?","en":"Where were they born?"},"hint":{"fr":"Écrivez le nom de la commune. Pour l’étranger, la ville et le pays.","en":"Write the name of the commune. Abroad, the town and the country."},"optional":false,"kind":{"kind":"commune","scope":"current_and_former","abroad":true},"condition":{"source":"born_here == false","program":{"compare":["equal",{"answer":{"form":"born_here"}},{"bool":false}]}},"data":{"purpose":{"fr":"Vous dire à quelle mairie vous adresser.","en":"To tell you which town hall to turn to."},"legal_basis":{"ground":"legal_obligation","text":{"fr":"Décret n° 2017-890 du 6 mai 2017 relatif à l’état civil (articles à confirmer)","en":"Decree 2017-890 of 6 May 2017 on civil status (articles to be confirmed)"}},"retention":{"count":12,"unit":"months"},"sensitivity":"ordinary"}}},{"explanation":{"text":{"fr":"Nous n’avons pas cet acte. Demandez-le à la mairie du lieu de naissance : vous aurez une réponse plus vite.\n\nPour un Français né à l’étranger, demandez-le au Service central d’état civil, à Nantes.\n\nSi vous continuez, nous transmettrons votre demande et nous vous le dirons.","en":"We do not have this record. Ask the town hall of the place of birth: you will be answered sooner.\n\nFor a French citizen born abroad, ask the Service central d’état civil, in Nantes.\n\nIf you go on, we will pass your request on, and tell you."},"condition":{"source":"born_here == false","program":{"compare":["equal",{"answer":{"form":"born_here"}},{"bool":false}]}}}}]},{"id":"parents","title":{"fr":"Les parents de la personne née","en":"The parents of the person born"},"intro":{"fr":"Ces noms figurent sur l’acte. Ils permettent de ne pas se tromper de personne.","en":"These names stand on the record. They make sure that it is the right person."},"condition":{"source":"document == \"extract_with_parents\" || document == \"full_copy\"","program":{"or":[{"compare":["equal",{"answer":{"form":"document"}},{"text":"extract_with_parents"}]},{"compare":["equal",{"answer":{"form":"document"}},{"text":"full_copy"}]}]}},"elements":[{"field":{"id":"first_parent","label":{"fr":"Un parent","en":"One parent"},"hint":{"fr":"Son nom et ses prénoms de naissance.","en":"Their name and first names at birth."},"optional":false,"kind":{"kind":"identity","used_name":false,"birth_date":"no","birth_place":"no"},"data":{"purpose":{"fr":"Vérifier que l’acte est le bon.","en":"To check that the record is the right one."},"legal_basis":{"ground":"legal_obligation","text":{"fr":"Décret n° 2017-890 du 6 mai 2017 relatif à l’état civil (articles à confirmer)","en":"Decree 2017-890 of 6 May 2017 on civil status (articles to be confirmed)"}},"retention":{"count":12,"unit":"months"},"sensitivity":"sensitive"},"autocomplete":"off"}},{"field":{"id":"second_parent","label":{"fr":"L’autre parent","en":"The other parent"},"hint":{"fr":"S’il figure sur l’acte.","en":"If they stand on the record."},"optional":true,"kind":{"kind":"identity","used_name":false,"birth_date":"no","birth_place":"no"},"data":{"purpose":{"fr":"Vérifier que l’acte est le bon.","en":"To check that the record is the right one."},"legal_basis":{"ground":"legal_obligation","text":{"fr":"Décret n° 2017-890 du 6 mai 2017 relatif à l’état civil (articles à confirmer)","en":"Decree 2017-890 of 6 May 2017 on civil status (articles to be confirmed)"}},"retention":{"count":12,"unit":"months"},"sensitivity":"sensitive"},"autocomplete":"off"}}]},{"id":"preuve","title":{"fr":"La preuve de votre lien","en":"The proof of your link"},"condition":{"source":"link == \"spouse\" || link == \"ascendant\" || link == \"descendant\" || link == \"representative\" || link == \"professional\"","program":{"or":[{"compare":["equal",{"answer":{"form":"link"}},{"text":"spouse"}]},{"compare":["equal",{"answer":{"form":"link"}},{"text":"ascendant"}]},{"compare":["equal",{"answer":{"form":"link"}},{"text":"descendant"}]},{"compare":["equal",{"answer":{"form":"link"}},{"text":"representative"}]},{"compare":["equal",{"answer":{"form":"link"}},{"text":"professional"}]}]}},"elements":[{"field":{"id":"link_proof","label":{"fr":"Un document qui montre votre lien ou votre qualité","en":"A document that shows your link or your standing"},"hint":{"fr":"Par exemple : une page du livret de famille, un acte de l’état civil, un jugement, un mandat. Une photo lisible suffit.","en":"For example: a page of the family record book, a civil status record, a judgment, a mandate. A readable photo is enough."},"optional":false,"kind":{"kind":"piece","max_files":3,"max_bytes":10000000,"accept":["pdf","jpeg","png","heic"],"other_way":true},"data":{"purpose":{"fr":"Vérifier que la loi permet de vous remettre ce document.","en":"To check that the law lets us give you this document."},"legal_basis":{"ground":"legal_obligation","text":{"fr":"Décret n° 2017-890 du 6 mai 2017 relatif à l’état civil (articles à confirmer)","en":"Decree 2017-890 of 6 May 2017 on civil status (articles to be confirmed)"}},"retention":{"count":12,"unit":"months"},"sensitivity":"sensitive"}}}]},{"id":"envoi","title":{"fr":"L’envoi","en":"The delivery"},"elements":[{"field":{"id":"delivery_address","label":{"fr":"À quelle adresse envoyer le document ?","en":"To which address should we send the document?"},"hint":{"fr":"Vérifiez que votre nom est sur la boîte aux lettres.","en":"Check that your name is on the letter box."},"optional":false,"kind":{"kind":"address"},"data":{"purpose":{"fr":"Vous envoyer le document par la poste.","en":"To send you the document by post."},"legal_basis":{"ground":"legal_obligation","text":{"fr":"Décret n° 2017-890 du 6 mai 2017 relatif à l’état civil (articles à confirmer)","en":"Decree 2017-890 of 6 May 2017 on civil status (articles to be confirmed)"}},"retention":{"count":12,"unit":"months"},"sensitivity":"ordinary"}}}]}]}', 1, 1795334400000000, NULL);
INSERT INTO kept_schema.procedure_revisions VALUES ('01a20308-6e70-7061-8bf7-dace4add42ad', '01a20308-6f3c-7370-bffb-8e7f10f97b10', '01a20308-6f39-77bd-9f1d-77364d8a7181', 1, '01a20308-6ef5-76f1-9be9-3966ee47fc06', '01a20308-6ef5-76f1-9be9-3962b79f811c', '# Inscription à l’école publique et à la cantine : un seul dossier pour tous les enfants de la famille.
# Ni santé ni religion : le menu est un choix de menu, les vaccins se montrent à l’école.
slug: ecole-cantine
title: { fr: Inscrire un enfant à l’école et à la cantine, en: Enrol a child at school and in the canteen }
summary:
  fr: Inscrivez un ou plusieurs enfants à l’école publique, à la cantine, ou aux deux.
  en: Enrol one or more children in the public school, in the canteen, or both.
theme: family
keywords:
  fr:
    - inscription scolaire
    - maternelle
    - élémentaire
    - primaire
    - rentrée
    - restauration scolaire
    - repas du midi
    - déménagement
    - enfants
    - CP
  en: [school enrolment, nursery school, primary school, lunch, school meals, moving house, children]

who_for:
  fr: |
    Vous habitez notre commune et vous avez l’autorité parentale.

    L’école est obligatoire dès l’année des 3 ans. Un enfant de 2 ans peut être accueilli s’il reste des places.

    La cantine est ouverte à tous les enfants de l’école, que les parents travaillent ou non.
  en: |
    You live in our commune and have parental authority.

    School is compulsory from the year in which a child turns 3. A child of 2 can be admitted if there are places left.

    The canteen is open to all the children of the school, whether or not their parents work.
what_you_get:
  fr: |
    - Un certificat d’inscription qui dit le nom de l’école. Montrez-le à l’école pour finir l’inscription.
    - La confirmation des jours de cantine.
  en: |
    - An enrolment certificate with the name of the school. Show it at the school to complete the enrolment.
    - The confirmation of the canteen days.
minutes: 10
papers:
  - name: { fr: Un document qui montre que l’enfant est le vôtre, en: A document that shows that the child is yours }
    hint:
      fr: Livret de famille, ou extrait d’acte de naissance de l’enfant. Pour l’école seulement.
      en: Family record book, or extract of the child’s birth certificate. For school only.
  - name: { fr: Un justificatif de domicile récent, en: A recent proof of address }
    hint:
      fr: Facture d’énergie, quittance, ou déclaration sur l’honneur. Pour l’école seulement.
      en: Energy bill, rent receipt, or a signed statement. For school only.
cost:
  words:
    fr: L’inscription est gratuite. Les repas de la cantine sont payants, au tarif voté par la commune.
    en: Enrolment is free. Canteen meals are paid for, at the price voted by the commune.
delay:
  words:
    fr: Vous avez en général une réponse en deux semaines.
    en: You usually have an answer within two weeks.
  expected_days: 15

asks_for_decision: true
financial: false
silence:
  effect: accepted
  delay: 2 months
  legal_basis: CRPA, art. L231-1 (à confirmer pour cette démarche)
identity: required

doors:
  - kind: counter
    text:
      fr: Au service de la vie scolaire, avec les papiers. Un agent remplit le dossier avec vous.
      en: At the school service, with the papers. An agent fills in the file with you.
  - kind: phone
    text:
      fr: Un agent répond à vos questions et peut vous envoyer le dossier sur papier.
      en: An agent answers your questions and can send you the file on paper.
  - kind: post
    text:
      fr: Demandez le dossier sur papier, puis renvoyez-le avec les copies des papiers.
      en: Ask for the file on paper, then send it back with copies of the papers.
service: vie-scolaire
group: vie-scolaire

retention:
  after_decision: 24 months
  legal_basis:
    fr: Tableau de gestion des archives de la commune, avec le visa des archives départementales (à confirmer)
    en: Records schedule of the commune, approved by the departmental archives (to be confirmed)
draft_days: 30
declarations:
  - fr: Je déclare avoir l’autorité parentale sur chaque enfant de ce dossier.
    en: I declare that I have parental authority over each child in this file.
  - fr: Je déclare que mes réponses sont exactes.
    en: I declare that my answers are true.
reply_texts:
  - title: { fr: Justificatif de domicile trop ancien, en: Proof of address too old }
    text:
      fr: Votre justificatif de domicile est ancien. Pouvez-vous envoyer un document plus récent, ou une déclaration sur l’honneur ?
      en: Your proof of address is old. Could you send a more recent document, or a signed statement?
  - title: { fr: Rendez-vous à l’école, en: Appointment at the school }
    text:
      fr: L’inscription en mairie est faite. Prenez rendez-vous avec la direction de l’école pour la terminer. Apportez le certificat d’inscription et le carnet de vaccination.
      en: The enrolment at the town hall is done. Make an appointment with the head of the school to complete it. Bring the enrolment certificate and the vaccination record.
refusal_grounds:
  - label: { fr: La famille n’habite pas la commune et aucune dérogation n’est accordée, en: The family does not live in the commune and no exemption is granted }
    law: { fr: "Code de l’éducation, art. L212-8 (à confirmer)", en: "Education Code, art. L212-8 (to be confirmed)" }
  - label: { fr: L’enfant a moins de 3 ans et il n’y a plus de place, en: The child is under 3 and there is no place left }
    law: { fr: "Code de l’éducation, art. L113-1 (à confirmer)", en: "Education Code, art. L113-1 (to be confirmed)" }

data_defaults:
  purpose:
    fr: Inscrire l’enfant et préparer son accueil.
    en: To enrol the child and prepare their welcome.
  legal_basis:
    ground: public_task
    text:
      fr: Code de l’éducation, art. L131-5 et L131-13 (à confirmer)
      en: Education Code, art. L131-5 and L131-13 (to be confirmed)
  retention: 24 months
  sensitivity: ordinary

steps:
  - step: besoin
    title: { fr: Votre besoin, en: Your need }
    elements:
      - field: needs
        kind: choices
        label: { fr: Que voulez-vous demander ?, en: What do you want to ask for? }
        hint: { fr: Vous pouvez cocher les deux., en: You can tick both. }
        options:
          - value: school
            label: { fr: L’inscription à l’école, en: Enrolment at school }
          - value: canteen
            label: { fr: L’inscription à la cantine, en: Enrolment in the canteen }
      - field: reason
        kind: choice
        label: { fr: Pourquoi cette inscription à l’école ?, en: Why this enrolment at school? }
        if: ''"school" in needs''
        options:
          - value: first
            label: { fr: C’est la première fois, en: It is the first time }
          - value: next_school
            label: { fr: L’enfant passe de la maternelle au CP, en: The child moves up from nursery school to CP }
          - value: moved
            label: { fr: Nous venons de déménager, en: We have just moved }
          - value: other
            label: { fr: Une autre raison, en: Another reason }
      - explanation:
          fr: Après un déménagement, demandez aussi un certificat de radiation à l’ancienne école. La nouvelle école vous le demandera.
          en: After a move, also ask the former school for a leaving certificate. The new school will ask you for it.
        if: reason == "moved"
      - field: start_date
        kind: date
        label: { fr: À partir de quel jour ?, en: From which day? }
        hint: { fr: "Par exemple le jour de la rentrée.", en: "For example the first day of the school year." }
        future: true

  - step: enfants
    title: { fr: Les enfants, en: The children }
    intro:
      fr: Ajoutez un enfant à la fois. Vous pourrez en ajouter d’autres.
      en: Add one child at a time. You can then add others.
    elements:
      - block: children
        title: { fr: Enfants à inscrire, en: Children to enrol }
        row_title: { fr: Enfant, en: Child }
        add_label: { fr: Ajouter un enfant, en: Add a child }
        min: 1
        max: 8
        fields:
          - field: child
            kind: identity
            autocomplete: "off"
            label: { fr: Qui est l’enfant ?, en: Who is the child? }
            sensitivity: sensitive
            used_name: false
            birth_date: required
            birth_place: "no"
          - field: level
            kind: choice
            label: { fr: Dans quelle classe sera l’enfant ?, en: Which class will the child be in? }
            sensitivity: sensitive
            options:
              - { value: tps, label: { fr: Toute petite section (2 ans), en: Toute petite section (age 2) } }
              - { value: ps, label: { fr: Petite section (3 ans), en: Petite section (age 3) } }
              - { value: ms, label: { fr: Moyenne section (4 ans), en: Moyenne section (age 4) } }
              - { value: gs, label: { fr: Grande section (5 ans), en: Grande section (age 5) } }
              - { value: cp, label: { fr: CP (6 ans), en: CP (age 6) } }
              - { value: ce1, label: { fr: CE1 (7 ans), en: CE1 (age 7) } }
              - { value: ce2, label: { fr: CE2 (8 ans), en: CE2 (age 8) } }
              - { value: cm1, label: { fr: CM1 (9 ans), en: CM1 (age 9) } }
              - { value: cm2, label: { fr: CM2 (10 ans), en: CM2 (age 10) } }
          - field: canteen_days
            kind: choices
            label: { fr: Quels jours à la cantine ?, en: Which days in the canteen? }
            hint: { fr: Vous pourrez changer en cours d’année., en: You can change during the year. }
            purpose: { fr: Préparer les repas., en: To prepare the meals. }
            if: ''"canteen" in needs''
            options:
              - { value: monday, label: { fr: Lundi, en: Monday } }
              - { value: tuesday, label: { fr: Mardi, en: Tuesday } }
              - { value: thursday, label: { fr: Jeudi, en: Thursday } }
              - { value: friday, label: { fr: Vendredi, en: Friday } }
          - field: menu
            kind: choice
            label: { fr: Quel menu ?, en: Which menu? }
            hint:
              fr: Choisissez un menu, sans dire pourquoi. En cas d’allergie, ne l’écrivez pas ici, parlez-en à la direction de l’école.
              en: Choose a menu, without saying why. In case of an allergy, do not write it here, speak to the head of the school.
            purpose: { fr: Préparer les repas., en: To prepare the meals. }
            if: ''"canteen" in needs''
            options:
              - { value: daily, label: { fr: Le menu du jour, en: The menu of the day } }
              - { value: vegetarian, label: { fr: Le menu sans viande ni poisson, en: The menu without meat or fish } }

  - step: foyer
    title: { fr: Votre adresse, en: Your address }
    elements:
      - field: home
        kind: address
        label: { fr: Où habitent les enfants ?, en: Where do the children live? }
        hint:
          fr: L’adresse sert à savoir quelle est l’école de votre quartier.
          en: The address tells which school serves your neighbourhood.
        purpose: { fr: Savoir quelle est l’école de votre quartier., en: To know which school serves your neighbourhood. }

  - step: autre_parent
    title: { fr: L’autre parent, en: The other parent }
    elements:
      - field: has_other_parent
        kind: yes_no
        label:
          fr: Une autre personne a-t-elle l’autorité parentale ?
          en: Does another person have parental authority?
        purpose: { fr: Informer les deux parents., en: To inform both parents. }
        sensitivity: sensitive
      - field: other_parent
        kind: identity
        autocomplete: "off"
        label: { fr: Qui est cette personne ?, en: Who is this person? }
        purpose: { fr: Informer les deux parents., en: To inform both parents. }
        sensitivity: sensitive
        used_name: true
        birth_date: "no"
        birth_place: "no"
        if: has_other_parent == true
      - field: other_parent_phone
        kind: phone
        autocomplete: "off"
        label: { fr: Son numéro de téléphone, en: Their telephone number }
        purpose: { fr: La joindre si vous ne répondez pas., en: To reach them if you do not answer. }
        optional: true
        if: has_other_parent == true

  - step: repas
    title: { fr: Le temps du repas, en: Lunch time }
    if: ''"canteen" in needs''
    elements:
      - field: lunch_phone
        kind: phone
        label: { fr: À quel numéro vous joindre à midi ?, en: Which number can we call at noon? }
        purpose: { fr: Vous joindre pendant le repas., en: To reach you during the meal. }
      - field: invoice
        kind: choice
        label: { fr: Comment voulez-vous recevoir la facture ?, en: How do you want to receive the bill? }
        purpose: { fr: Vous envoyer la facture des repas., en: To send you the bill for the meals. }
        options:
          - { value: email, label: { fr: Par courrier électronique, en: By e-mail } }
          - { value: post, label: { fr: Par la poste, en: By post } }
      - field: invoice_email
        kind: email
        label: { fr: À quelle adresse électronique ?, en: To which e-mail address? }
        purpose: { fr: Vous envoyer la facture des repas., en: To send you the bill for the meals. }
        if: invoice == "email"

  - step: papiers
    title: { fr: Vos papiers, en: Your papers }
    if: ''"school" in needs''
    elements:
      - field: family_proof
        kind: piece
        label: { fr: Livret de famille ou extrait d’acte de naissance, en: Family record book or birth certificate extract }
        hint:
          fr: Les pages des parents et des enfants à inscrire. Une photo lisible suffit.
          en: The pages of the parents and of the children to enrol. A readable photo is enough.
        purpose: { fr: Vérifier l’identité de l’enfant et son lien avec vous., en: To check the identity of the child and their link with you. }
        sensitivity: sensitive
        max_files: 5
        max_size: 10 MB
        accept: [pdf, jpeg, png, heic]
        other_way: true
      - field: address_proof
        kind: piece
        label: { fr: Justificatif de domicile, en: Proof of address }
        hint:
          fr: De moins de trois mois. Une déclaration sur l’honneur est acceptée.
          en: Less than three months old. A signed statement is accepted.
        purpose: { fr: Vérifier que vous habitez la commune., en: To check that you live in the commune. }
        legal_basis:
          ground: public_task
          text: { fr: "CRPA, art. R113-8", en: "CRPA, art. R113-8" }
        max_files: 3
        max_size: 10 MB
        accept: [pdf, jpeg, png, heic]
        other_way: true
      - explanation:
          fr: N’envoyez rien sur la santé de l’enfant. Le carnet de vaccination se montre à l’école, le jour du rendez-vous.
          en: Send nothing about the health of the child. The vaccination record is shown at the school, on the day of the appointment.

sources:
  - fiche: F1864
    title: "Inscription à l’école maternelle (service-public.fr, DILA, Licence Ouverte)"
    date: 2020-07-01
    to_confirm: true
  - fiche: F1881
    title: "Inscription à l’école d’un enfant après un déménagement (service-public.fr, DILA, Licence Ouverte)"
    date: 2020-07-01
    to_confirm: true
  - fiche: F24570
    title: "Cantine scolaire à l’école primaire (service-public.fr, DILA, Licence Ouverte)"
    date: 2019-06-12
    to_confirm: true
', 'eddf9e04615a6e1f61312c97995c67d6167a0528571dd1024a4c21fab6160988', '{"format":1,"slug":"ecole-cantine","title":{"fr":"Inscrire un enfant à l’école et à la cantine","en":"Enrol a child at school and in the canteen"},"summary":{"fr":"Inscrivez un ou plusieurs enfants à l’école publique, à la cantine, ou aux deux.","en":"Enrol one or more children in the public school, in the canteen, or both."},"theme":"family","keywords":{"fr":["inscription scolaire","maternelle","élémentaire","primaire","rentrée","restauration scolaire","repas du midi","déménagement","enfants","CP"],"en":["school enrolment","nursery school","primary school","lunch","school meals","moving house","children"]},"who_for":{"fr":"Vous habitez notre commune et vous avez l’autorité parentale.\n\nL’école est obligatoire dès l’année des 3 ans. Un enfant de 2 ans peut être accueilli s’il reste des places.\n\nLa cantine est ouverte à tous les enfants de l’école, que les parents travaillent ou non.","en":"You live in our commune and have parental authority.\n\nSchool is compulsory from the year in which a child turns 3. A child of 2 can be admitted if there are places left.\n\nThe canteen is open to all the children of the school, whether or not their parents work."},"what_you_get":{"fr":"- Un certificat d’inscription qui dit le nom de l’école. Montrez-le à l’école pour finir l’inscription.\n- La confirmation des jours de cantine.","en":"- An enrolment certificate with the name of the school. Show it at the school to complete the enrolment.\n- The confirmation of the canteen days."},"minutes":10,"papers":[{"name":{"fr":"Un document qui montre que l’enfant est le vôtre","en":"A document that shows that the child is yours"},"hint":{"fr":"Livret de famille, ou extrait d’acte de naissance de l’enfant. Pour l’école seulement.","en":"Family record book, or extract of the child’s birth certificate. For school only."}},{"name":{"fr":"Un justificatif de domicile récent","en":"A recent proof of address"},"hint":{"fr":"Facture d’énergie, quittance, ou déclaration sur l’honneur. Pour l’école seulement.","en":"Energy bill, rent receipt, or a signed statement. For school only."}}],"cost":{"words":{"fr":"L’inscription est gratuite. Les repas de la cantine sont payants, au tarif voté par la commune.","en":"Enrolment is free. Canteen meals are paid for, at the price voted by the commune."}},"delay":{"words":{"fr":"Vous avez en général une réponse en deux semaines.","en":"You usually have an answer within two weeks."},"expected_days":15},"silence":{"effect":"accepted","delay":"2 months","legal_basis":"CRPA, art. L231-1 (à confirmer pour cette démarche)","financial":false},"financial":false,"asks_for_decision":true,"identity":"required","doors":[{"kind":"counter","text":{"fr":"Au service de la vie scolaire, avec les papiers. Un agent remplit le dossier avec vous.","en":"At the school service, with the papers. An agent fills in the file with you."}},{"kind":"phone","text":{"fr":"Un agent répond à vos questions et peut vous envoyer le dossier sur papier.","en":"An agent answers your questions and can send you the file on paper."}},{"kind":"post","text":{"fr":"Demandez le dossier sur papier, puis renvoyez-le avec les copies des papiers.","en":"Ask for the file on paper, then send it back with copies of the papers."}}],"service":"vie-scolaire","group":"vie-scolaire","retention":{"after_decision":{"count":24,"unit":"months"},"legal_basis":{"fr":"Tableau de gestion des archives de la commune, avec le visa des archives départementales (à confirmer)","en":"Records schedule of the commune, approved by the departmental archives (to be confirmed)"}},"draft_days":30,"declarations":[{"fr":"Je déclare avoir l’autorité parentale sur chaque enfant de ce dossier.","en":"I declare that I have parental authority over each child in this file."},{"fr":"Je déclare que mes réponses sont exactes.","en":"I declare that my answers are true."}],"reply_texts":[{"title":{"fr":"Justificatif de domicile trop ancien","en":"Proof of address too old"},"text":{"fr":"Votre justificatif de domicile est ancien. Pouvez-vous envoyer un document plus récent, ou une déclaration sur l’honneur ?","en":"Your proof of address is old. Could you send a more recent document, or a signed statement?"}},{"title":{"fr":"Rendez-vous à l’école","en":"Appointment at the school"},"text":{"fr":"L’inscription en mairie est faite. Prenez rendez-vous avec la direction de l’école pour la terminer. Apportez le certificat d’inscription et le carnet de vaccination.","en":"The enrolment at the town hall is done. Make an appointment with the head of the school to complete it. Bring the enrolment certificate and the vaccination record."}}],"refusal_grounds":[{"label":{"fr":"La famille n’habite pas la commune et aucune dérogation n’est accordée","en":"The family does not live in the commune and no exemption is granted"},"law":{"fr":"Code de l’éducation, art. L212-8 (à confirmer)","en":"Education Code, art. L212-8 (to be confirmed)"}},{"label":{"fr":"L’enfant a moins de 3 ans et il n’y a plus de place","en":"The child is under 3 and there is no place left"},"law":{"fr":"Code de l’éducation, art. L113-1 (à confirmer)","en":"Education Code, art. L113-1 (to be confirmed)"}}],"sources":[{"fiche":"F1864","title":"Inscription à l’école maternelle (service-public.fr, DILA, Licence Ouverte)","date":"2020-07-01","to_confirm":true},{"fiche":"F1881","title":"Inscription à l’école d’un enfant après un déménagement (service-public.fr, DILA, Licence Ouverte)","date":"2020-07-01","to_confirm":true},{"fiche":"F24570","title":"Cantine scolaire à l’école primaire (service-public.fr, DILA, Licence Ouverte)","date":"2019-06-12","to_confirm":true}]}', '{"evaluator":1,"steps":[{"id":"besoin","title":{"fr":"Votre besoin","en":"Your need"},"elements":[{"field":{"id":"needs","label":{"fr":"Que voulez-vous demander ?","en":"What do you want to ask for?"},"hint":{"fr":"Vous pouvez cocher les deux.","en":"You can tick both."},"optional":false,"kind":{"kind":"choices","options":[{"value":"school","label":{"fr":"L’inscription à l’école","en":"Enrolment at school"}},{"value":"canteen","label":{"fr":"L’inscription à la cantine","en":"Enrolment in the canteen"}}]},"data":{"purpose":{"fr":"Inscrire l’enfant et préparer son accueil.","en":"To enrol the child and prepare their welcome."},"legal_basis":{"ground":"public_task","text":{"fr":"Code de l’éducation, art. L131-5 et L131-13 (à confirmer)","en":"Education Code, art. L131-5 and L131-13 (to be confirmed)"}},"retention":{"count":24,"unit":"months"},"sensitivity":"ordinary"}}},{"field":{"id":"reason","label":{"fr":"Pourquoi cette inscription à l’école ?","en":"Why this enrolment at school?"},"optional":false,"kind":{"kind":"choice","options":[{"value":"first","label":{"fr":"C’est la première fois","en":"It is the first time"}},{"value":"next_school","label":{"fr":"L’enfant passe de la maternelle au CP","en":"The child moves up from nursery school to CP"}},{"value":"moved","label":{"fr":"Nous venons de déménager","en":"We have just moved"}},{"value":"other","label":{"fr":"Une autre raison","en":"Another reason"}}]},"condition":{"source":"\"school\" in needs","program":{"among":[{"text":"school"},{"form":"needs"}]}},"data":{"purpose":{"fr":"Inscrire l’enfant et préparer son accueil.","en":"To enrol the child and prepare their welcome."},"legal_basis":{"ground":"public_task","text":{"fr":"Code de l’éducation, art. L131-5 et L131-13 (à confirmer)","en":"Education Code, art. L131-5 and L131-13 (to be confirmed)"}},"retention":{"count":24,"unit":"months"},"sensitivity":"ordinary"}}},{"explanation":{"text":{"fr":"Après un déménagement, demandez aussi un certificat de radiation à l’ancienne école. La nouvelle école vous le demandera.","en":"After a move, also ask the former school for a leaving certificate. The new school will ask you for it."},"condition":{"source":"reason == \"moved\"","program":{"compare":["equal",{"answer":{"form":"reason"}},{"text":"moved"}]}}}},{"field":{"id":"start_date","label":{"fr":"À partir de quel jour ?","en":"From which day?"},"hint":{"fr":"Par exemple le jour de la rentrée.","en":"For example the first day of the school year."},"optional":false,"kind":{"kind":"date","past":false,"future":true},"data":{"purpose":{"fr":"Inscrire l’enfant et préparer son accueil.","en":"To enrol the child and prepare their welcome."},"legal_basis":{"ground":"public_task","text":{"fr":"Code de l’éducation, art. L131-5 et L131-13 (à confirmer)","en":"Education Code, art. L131-5 and L131-13 (to be confirmed)"}},"retention":{"count":24,"unit":"months"},"sensitivity":"ordinary"}}}]},{"id":"enfants","title":{"fr":"Les enfants","en":"The children"},"intro":{"fr":"Ajoutez un enfant à la fois. Vous pourrez en ajouter d’autres.","en":"Add one child at a time. You can then add others."},"elements":[{"block":{"id":"children","title":{"fr":"Enfants à inscrire","en":"Children to enrol"},"row_title":{"fr":"Enfant","en":"Child"},"add_label":{"fr":"Ajouter un enfant","en":"Add a child"},"min":1,"max":8,"fields":[{"id":"child","label":{"fr":"Qui est l’enfant ?","en":"Who is the child?"},"optional":false,"kind":{"kind":"identity","used_name":false,"birth_date":"required","birth_place":"no"},"data":{"purpose":{"fr":"Inscrire l’enfant et préparer son accueil.","en":"To enrol the child and prepare their welcome."},"legal_basis":{"ground":"public_task","text":{"fr":"Code de l’éducation, art. L131-5 et L131-13 (à confirmer)","en":"Education Code, art. L131-5 and L131-13 (to be confirmed)"}},"retention":{"count":24,"unit":"months"},"sensitivity":"sensitive"},"autocomplete":"off"},{"id":"level","label":{"fr":"Dans quelle classe sera l’enfant ?","en":"Which class will the child be in?"},"optional":false,"kind":{"kind":"choice","options":[{"value":"tps","label":{"fr":"Toute petite section (2 ans)","en":"Toute petite section (age 2)"}},{"value":"ps","label":{"fr":"Petite section (3 ans)","en":"Petite section (age 3)"}},{"value":"ms","label":{"fr":"Moyenne section (4 ans)","en":"Moyenne section (age 4)"}},{"value":"gs","label":{"fr":"Grande section (5 ans)","en":"Grande section (age 5)"}},{"value":"cp","label":{"fr":"CP (6 ans)","en":"CP (age 6)"}},{"value":"ce1","label":{"fr":"CE1 (7 ans)","en":"CE1 (age 7)"}},{"value":"ce2","label":{"fr":"CE2 (8 ans)","en":"CE2 (age 8)"}},{"value":"cm1","label":{"fr":"CM1 (9 ans)","en":"CM1 (age 9)"}},{"value":"cm2","label":{"fr":"CM2 (10 ans)","en":"CM2 (age 10)"}}]},"data":{"purpose":{"fr":"Inscrire l’enfant et préparer son accueil.","en":"To enrol the child and prepare their welcome."},"legal_basis":{"ground":"public_task","text":{"fr":"Code de l’éducation, art. L131-5 et L131-13 (à confirmer)","en":"Education Code, art. L131-5 and L131-13 (to be confirmed)"}},"retention":{"count":24,"unit":"months"},"sensitivity":"sensitive"}},{"id":"canteen_days","label":{"fr":"Quels jours à la cantine ?","en":"Which days in the canteen?"},"hint":{"fr":"Vous pourrez changer en cours d’année.","en":"You can change during the year."},"optional":false,"kind":{"kind":"choices","options":[{"value":"monday","label":{"fr":"Lundi","en":"Monday"}},{"value":"tuesday","label":{"fr":"Mardi","en":"Tuesday"}},{"value":"thursday","label":{"fr":"Jeudi","en":"Thursday"}},{"value":"friday","label":{"fr":"Vendredi","en":"Friday"}}]},"condition":{"source":"\"canteen\" in needs","program":{"among":[{"text":"canteen"},{"form":"needs"}]}},"data":{"purpose":{"fr":"Préparer les repas.","en":"To prepare the meals."},"legal_basis":{"ground":"public_task","text":{"fr":"Code de l’éducation, art. L131-5 et L131-13 (à confirmer)","en":"Education Code, art. L131-5 and L131-13 (to be confirmed)"}},"retention":{"count":24,"unit":"months"},"sensitivity":"ordinary"}},{"id":"menu","label":{"fr":"Quel menu ?","en":"Which menu?"},"hint":{"fr":"Choisissez un menu, sans dire pourquoi. En cas d’allergie, ne l’écrivez pas ici, parlez-en à la direction de l’école.","en":"Choose a menu, without saying why. In case of an allergy, do not write it here, speak to the head of the school."},"optional":false,"kind":{"kind":"choice","options":[{"value":"daily","label":{"fr":"Le menu du jour","en":"The menu of the day"}},{"value":"vegetarian","label":{"fr":"Le menu sans viande ni poisson","en":"The menu without meat or fish"}}]},"condition":{"source":"\"canteen\" in needs","program":{"among":[{"text":"canteen"},{"form":"needs"}]}},"data":{"purpose":{"fr":"Préparer les repas.","en":"To prepare the meals."},"legal_basis":{"ground":"public_task","text":{"fr":"Code de l’éducation, art. L131-5 et L131-13 (à confirmer)","en":"Education Code, art. L131-5 and L131-13 (to be confirmed)"}},"retention":{"count":24,"unit":"months"},"sensitivity":"ordinary"}}]}}]},{"id":"foyer","title":{"fr":"Votre adresse","en":"Your address"},"elements":[{"field":{"id":"home","label":{"fr":"Où habitent les enfants ?","en":"Where do the children live?"},"hint":{"fr":"L’adresse sert à savoir quelle est l’école de votre quartier.","en":"The address tells which school serves your neighbourhood."},"optional":false,"kind":{"kind":"address"},"data":{"purpose":{"fr":"Savoir quelle est l’école de votre quartier.","en":"To know which school serves your neighbourhood."},"legal_basis":{"ground":"public_task","text":{"fr":"Code de l’éducation, art. L131-5 et L131-13 (à confirmer)","en":"Education Code, art. L131-5 and L131-13 (to be confirmed)"}},"retention":{"count":24,"unit":"months"},"sensitivity":"ordinary"}}}]},{"id":"autre_parent","title":{"fr":"L’autre parent","en":"The other parent"},"elements":[{"field":{"id":"has_other_parent","label":{"fr":"Une autre personne a-t-elle l’autorité parentale ?","en":"Does another person have parental authority?"},"optional":false,"kind":{"kind":"yes_no"},"data":{"purpose":{"fr":"Informer les deux parents.","en":"To inform both parents."},"legal_basis":{"ground":"public_task","text":{"fr":"Code de l’éducation, art. L131-5 et L131-13 (à confirmer)","en":"Education Code, art. L131-5 and L131-13 (to be confirmed)"}},"retention":{"count":24,"unit":"months"},"sensitivity":"sensitive"}}},{"field":{"id":"other_parent","label":{"fr":"Qui est cette personne ?","en":"Who is this person?"},"optional":false,"kind":{"kind":"identity","used_name":true,"birth_date":"no","birth_place":"no"},"condition":{"source":"has_other_parent == true","program":{"compare":["equal",{"answer":{"form":"has_other_parent"}},{"bool":true}]}},"data":{"purpose":{"fr":"Informer les deux parents.","en":"To inform both parents."},"legal_basis":{"ground":"public_task","text":{"fr":"Code de l’éducation, art. L131-5 et L131-13 (à confirmer)","en":"Education Code, art. L131-5 and L131-13 (to be confirmed)"}},"retention":{"count":24,"unit":"months"},"sensitivity":"sensitive"},"autocomplete":"off"}},{"field":{"id":"other_parent_phone","label":{"fr":"Son numéro de téléphone","en":"Their telephone number"},"optional":true,"kind":{"kind":"phone"},"condition":{"source":"has_other_parent == true","program":{"compare":["equal",{"answer":{"form":"has_other_parent"}},{"bool":true}]}},"data":{"purpose":{"fr":"La joindre si vous ne répondez pas.","en":"To reach them if you do not answer."},"legal_basis":{"ground":"public_task","text":{"fr":"Code de l’éducation, art. L131-5 et L131-13 (à confirmer)","en":"Education Code, art. L131-5 and L131-13 (to be confirmed)"}},"retention":{"count":24,"unit":"months"},"sensitivity":"ordinary"},"autocomplete":"off"}}]},{"id":"repas","title":{"fr":"Le temps du repas","en":"Lunch time"},"condition":{"source":"\"canteen\" in needs","program":{"among":[{"text":"canteen"},{"form":"needs"}]}},"elements":[{"field":{"id":"lunch_phone","label":{"fr":"À quel numéro vous joindre à midi ?","en":"Which number can we call at noon?"},"optional":false,"kind":{"kind":"phone"},"data":{"purpose":{"fr":"Vous joindre pendant le repas.","en":"To reach you during the meal."},"legal_basis":{"ground":"public_task","text":{"fr":"Code de l’éducation, art. L131-5 et L131-13 (à confirmer)","en":"Education Code, art. L131-5 and L131-13 (to be confirmed)"}},"retention":{"count":24,"unit":"months"},"sensitivity":"ordinary"}}},{"field":{"id":"invoice","label":{"fr":"Comment voulez-vous recevoir la facture ?","en":"How do you want to receive the bill?"},"optional":false,"kind":{"kind":"choice","options":[{"value":"email","label":{"fr":"Par courrier électronique","en":"By e-mail"}},{"value":"post","label":{"fr":"Par la poste","en":"By post"}}]},"data":{"purpose":{"fr":"Vous envoyer la facture des repas.","en":"To send you the bill for the meals."},"legal_basis":{"ground":"public_task","text":{"fr":"Code de l’éducation, art. L131-5 et L131-13 (à confirmer)","en":"Education Code, art. L131-5 and L131-13 (to be confirmed)"}},"retention":{"count":24,"unit":"months"},"sensitivity":"ordinary"}}},{"field":{"id":"invoice_email","label":{"fr":"À quelle adresse électronique ?","en":"To which e-mail address?"},"optional":false,"kind":{"kind":"email"},"condition":{"source":"invoice == \"email\"","program":{"compare":["equal",{"answer":{"form":"invoice"}},{"text":"email"}]}},"data":{"purpose":{"fr":"Vous envoyer la facture des repas.","en":"To send you the bill for the meals."},"legal_basis":{"ground":"public_task","text":{"fr":"Code de l’éducation, art. L131-5 et L131-13 (à confirmer)","en":"Education Code, art. L131-5 and L131-13 (to be confirmed)"}},"retention":{"count":24,"unit":"months"},"sensitivity":"ordinary"}}}]},{"id":"papiers","title":{"fr":"Vos papiers","en":"Your papers"},"condition":{"source":"\"school\" in needs","program":{"among":[{"text":"school"},{"form":"needs"}]}},"elements":[{"field":{"id":"family_proof","label":{"fr":"Livret de famille ou extrait d’acte de naissance","en":"Family record book or birth certificate extract"},"hint":{"fr":"Les pages des parents et des enfants à inscrire. Une photo lisible suffit.","en":"The pages of the parents and of the children to enrol. A readable photo is enough."},"optional":false,"kind":{"kind":"piece","max_files":5,"max_bytes":10000000,"accept":["pdf","jpeg","png","heic"],"other_way":true},"data":{"purpose":{"fr":"Vérifier l’identité de l’enfant et son lien avec vous.","en":"To check the identity of the child and their link with you."},"legal_basis":{"ground":"public_task","text":{"fr":"Code de l’éducation, art. L131-5 et L131-13 (à confirmer)","en":"Education Code, art. L131-5 and L131-13 (to be confirmed)"}},"retention":{"count":24,"unit":"months"},"sensitivity":"sensitive"}}},{"field":{"id":"address_proof","label":{"fr":"Justificatif de domicile","en":"Proof of address"},"hint":{"fr":"De moins de trois mois. Une déclaration sur l’honneur est acceptée.","en":"Less than three months old. A signed statement is accepted."},"optional":false,"kind":{"kind":"piece","max_files":3,"max_bytes":10000000,"accept":["pdf","jpeg","png","heic"],"other_way":true},"data":{"purpose":{"fr":"Vérifier que vous habitez la commune.","en":"To check that you live in the commune."},"legal_basis":{"ground":"public_task","text":{"fr":"CRPA, art. R113-8","en":"CRPA, art. R113-8"}},"retention":{"count":24,"unit":"months"},"sensitivity":"ordinary"}}},{"explanation":{"text":{"fr":"N’envoyez rien sur la santé de l’enfant. Le carnet de vaccination se montre à l’école, le jour du rendez-vous.","en":"Send nothing about the health of the child. The vaccination record is shown at the school, on the day of the appointment."}}}]}]}', 1, 1795334400000000, NULL);
INSERT INTO kept_schema.procedure_revisions VALUES ('01a20308-6e70-7061-8bf7-dace4add42ad', '01a20308-6f58-727b-b4b8-e91ce18ecb07', '01a20308-6f53-7635-b76d-3a927b6e83ec', 1, '01a20308-6ef5-76f1-9be9-3967f633d018', '01a20308-6ef5-76f1-9be9-3963c077c0d5', '# Signaler un problème dans la rue ou une nuisance, sans dire qui l’on est.
# Rien n’est demandé à la collectivité qu’elle doive accorder ou refuser : aucun délai de silence ne court.
slug: signaler-un-probleme
title: { fr: Signaler un problème dans la rue, en: Report a problem in the street }
summary:
  fr: Un trou, un lampadaire éteint, un dépôt sauvage ou du bruit, dites-le-nous en quelques minutes.
  en: A pothole, a broken street light, dumped waste or noise, tell us in a few minutes.
theme: street
keywords:
  fr:
    - voirie
    - trou dans la rue
    - nid-de-poule
    - trottoir
    - éclairage public
    - lampadaire
    - ordures
    - encombrants
    - dépôt sauvage
    - tags
    - arbre
    - bruit
    - nuisance
    - voisin
  en: [pothole, pavement, road, street light, rubbish, fly-tipping, graffiti, tree, noise, nuisance, neighbour]

who_for:
  fr: Tout le monde, habitant ou de passage. Vous n’avez pas à dire qui vous êtes.
  en: Everybody, whether you live here or are passing through. You do not have to say who you are.
what_you_get:
  fr: |
    Un numéro et un code pour suivre le signalement.

    Si vous laissez une adresse électronique, nous vous disons ce qui a été fait.
  en: |
    A number and a code to follow the report.

    If you leave an e-mail address, we tell you what was done.
minutes: 3
papers:
  - name: { fr: Une photo du problème, en: A photo of the problem }
    hint: { fr: Si vous en avez une. Ce n’est pas obligatoire., en: If you have one. It is not required. }
cost:
  cents: 0
delay:
  words:
    fr: Nous regardons les signalements chaque jour ouvré. La réparation dépend du problème.
    en: We look at reports every working day. The repair depends on the problem.
  expected_days: 10

asks_for_decision: false
financial: false
silence:
  effect: none
  reason:
    fr: Un signalement ne demande pas de décision. Aucun délai légal ne court, mais nous vous dirons ce qui a été fait.
    en: A report asks for no decision. No legal time limit runs, but we will tell you what was done.
identity: optional

doors:
  - kind: phone
    text:
      fr: Appelez le service. En cas de danger, appelez d’abord le 112.
      en: Call the service. If there is danger, call 112 first.
  - kind: counter
    text:
      fr: À l’accueil de la mairie, un agent note votre signalement.
      en: At the town hall desk, an agent writes down your report.
  - kind: post
    text:
      fr: Écrivez au service en disant le lieu exact et le problème.
      en: Write to the service and say the exact place and the problem.
service: cadre-de-vie
group: cadre-de-vie

retention:
  after_decision: 12 months
  legal_basis:
    fr: Tableau de gestion des archives de la commune, avec le visa des archives départementales (à confirmer)
    en: Records schedule of the commune, approved by the departmental archives (to be confirmed)
draft_days: 7
declarations:
  - fr: Je décris ce que j’ai vu ou entendu, sans accuser personne.
    en: I describe what I saw or heard, without accusing anybody.
reply_texts:
  - title: { fr: Lieu à préciser, en: Place to be made clear }
    text:
      fr: Nous ne trouvons pas l’endroit. Pouvez-vous donner un repère, par exemple un commerce ou un arrêt de bus ?
      en: We cannot find the place. Could you give a landmark, for example a shop or a bus stop?
  - title: { fr: Intervention prévue, en: Work planned }
    text:
      fr: Merci. Nos équipes sont prévenues et passeront dans les prochains jours.
      en: Thank you. Our teams have been told and will come in the next few days.
closing:
  - code: report-done
    label: { fr: Le problème est réglé, en: The problem is solved }
  - code: report-planned
    label: { fr: Des travaux sont prévus, en: Work is planned }
  - code: report-passed-on
    label: { fr: Le signalement est transmis à qui doit agir, en: The report was passed on to whoever must act }
  - code: report-nothing-found
    label: { fr: Nous n’avons rien trouvé sur place, en: We found nothing on the spot }

data_defaults:
  purpose: { fr: Trouver le problème et le régler., en: To find the problem and solve it. }
  legal_basis:
    ground: public_task
    text:
      fr: Code général des collectivités territoriales, art. L2212-2 (à confirmer)
      en: General Code of Local Authorities, art. L2212-2 (to be confirmed)
  retention: 12 months
  sensitivity: ordinary

steps:
  - step: probleme
    title: { fr: Le problème, en: The problem }
    elements:
      - field: category
        kind: choice
        label: { fr: De quoi s’agit-il ?, en: What is it about? }
        options:
          - { value: road, label: { fr: La chaussée ou le trottoir, en: The road or the pavement } }
          - { value: light, label: { fr: L’éclairage ou un feu, en: A street light or a traffic light } }
          - { value: waste, label: { fr: Des déchets ou des tags, en: Waste or graffiti } }
          - { value: green, label: { fr: "Un arbre, un parc", en: "A tree, a park" } }
          - { value: noise, label: { fr: Du bruit ou une odeur, en: A noise or a smell } }
          - { value: other, label: { fr: Autre chose, en: Something else } }
      - field: road_problem
        kind: choice
        label: { fr: Quel problème sur la voie ?, en: Which problem on the road? }
        if: category == "road"
        options:
          - { value: hole, label: { fr: Un trou, en: A hole } }
          - { value: broken_pavement, label: { fr: Un trottoir abîmé, en: A damaged pavement } }
          - { value: blocked, label: { fr: Un passage bloqué, en: A blocked passage } }
          - { value: sign, label: { fr: Un panneau ou un marquage abîmé, en: A damaged sign or marking } }
      - field: waste_problem
        kind: choice
        label: { fr: Quels déchets ?, en: Which waste? }
        if: category == "waste"
        options:
          - { value: bulky, label: { fr: Des meubles ou des appareils, en: Furniture or appliances } }
          - { value: bags, label: { fr: Des sacs ou des ordures, en: Bags or rubbish } }
          - { value: rubble, label: { fr: Des gravats, en: Rubble } }
          - { value: graffiti, label: { fr: Des tags, en: Graffiti } }
      - field: noise_times
        kind: choices
        label: { fr: À quels moments ?, en: At what times? }
        if: category == "noise"
        options:
          - { value: day, label: { fr: Le jour, en: In the daytime } }
          - { value: evening, label: { fr: Le soir, en: In the evening } }
          - { value: night, label: { fr: La nuit, en: At night } }
          - { value: weekend, label: { fr: Le week-end, en: At the weekend } }

  - step: danger
    title: { fr: Le danger, en: The danger }
    elements:
      - field: danger
        kind: yes_no
        label: { fr: Quelqu’un peut-il se blesser ?, en: Could somebody get hurt? }
        purpose: { fr: Agir d’abord là où c’est dangereux., en: To act first where there is danger. }
      - explanation:
          fr: |
            Si le danger est immédiat, appelez tout de suite le 112.

            Ce formulaire n’est pas lu la nuit ni le week-end.
          en: |
            If the danger is immediate, call 112 now.

            This form is not read at night or at the weekend.
        if: danger == true

  - step: lieu
    title: { fr: Le lieu, en: The place }
    elements:
      - field: place
        kind: address
        label: { fr: Où est le problème ?, en: Where is the problem? }
        hint: { fr: "Le numéro le plus proche aide, mais n’est pas obligatoire.", en: "The nearest number helps, but is not required." }
        autocomplete: "off"
      - field: landmark
        kind: short_text
        label: { fr: Un repère, en: A landmark }
        hint: { fr: "Par exemple : en face de l’école, devant l’arrêt de bus.", en: "For example: across from the school, at the bus stop." }
        optional: true
        max_length: 150

  - step: description
    title: { fr: La description, en: The description }
    elements:
      - explanation:
          fr: Pour un bruit ou une odeur, décrivez ce qui vous gêne. N’écrivez pas le nom d’une personne.
          en: For a noise or a smell, describe what bothers you. Do not write anybody’s name.
        if: category == "noise"
      - field: details
        kind: long_text
        label: { fr: Décrivez ce que vous voyez ou entendez, en: Describe what you see or hear }
        hint: { fr: Quelques mots suffisent., en: A few words are enough. }
        max_length: 2000
      - field: since
        kind: date
        label: { fr: Depuis quel jour ?, en: Since which day? }
        hint: { fr: À peu près., en: Roughly. }
        optional: true
        past: true

  - step: photo
    title: { fr: Une photo, en: A photo }
    elements:
      - field: photo
        kind: piece
        label: { fr: Ajoutez une photo, en: Add a photo }
        hint:
          fr: Évitez les visages et les plaques. Nous effaçons le lieu et l’heure cachés dans l’image.
          en: Avoid faces and number plates. We erase the place and time hidden in the picture.
        purpose: { fr: Voir le problème avant de venir., en: To see the problem before we come. }
        optional: true
        max_files: 3
        max_size: 10 MB
        accept: [jpeg, png, webp]
        other_way: false

  - step: suite
    title: { fr: La suite, en: What comes next }
    elements:
      - field: wants_news
        kind: yes_no
        label: { fr: Voulez-vous savoir ce qui sera fait ?, en: Do you want to know what is done? }
        hint: { fr: "Sinon, le numéro et le code de suivi suffisent.", en: "If not, the number and the follow-up code are enough." }
        purpose: { fr: Vous prévenir., en: To let you know. }
      - field: news_email
        kind: email
        label: { fr: À quelle adresse électronique ?, en: To which e-mail address? }
        purpose: { fr: Vous prévenir., en: To let you know. }
        legal_basis:
          ground: consent
          text: { fr: Vous choisissez de laisser cette adresse, en: You choose to leave this address }
        if: wants_news == true

sources:
  - fiche: F31954
    title: "Encombrants (service-public.fr, DILA, Licence Ouverte)"
    date: 2020-04-06
    to_confirm: true
  - fiche: F612
    title: "Troubles de voisinage : bruits de comportement (service-public.fr, DILA, Licence Ouverte)"
    date: 2020-03-30
    to_confirm: true
', '0aded6ced8fd96248327b9344849985ac133f794b30131af3c2f00786f1515dc', '{"format":1,"slug":"signaler-un-probleme","title":{"fr":"Signaler un problème dans la rue","en":"Report a problem in the street"},"summary":{"fr":"Un trou, un lampadaire éteint, un dépôt sauvage ou du bruit, dites-le-nous en quelques minutes.","en":"A pothole, a broken street light, dumped waste or noise, tell us in a few minutes."},"theme":"street","keywords":{"fr":["voirie","trou dans la rue","nid-de-poule","trottoir","éclairage public","lampadaire","ordures","encombrants","dépôt sauvage","tags","arbre","bruit","nuisance","voisin"],"en":["pothole","pavement","road","street light","rubbish","fly-tipping","graffiti","tree","noise","nuisance","neighbour"]},"who_for":{"fr":"Tout le monde, habitant ou de passage. Vous n’avez pas à dire qui vous êtes.","en":"Everybody, whether you live here or are passing through. You do not have to say who you are."},"what_you_get":{"fr":"Un numéro et un code pour suivre le signalement.\n\nSi vous laissez une adresse électronique, nous vous disons ce qui a été fait.","en":"A number and a code to follow the report.\n\nIf you leave an e-mail address, we tell you what was done."},"minutes":3,"papers":[{"name":{"fr":"Une photo du problème","en":"A photo of the problem"},"hint":{"fr":"Si vous en avez une. Ce n’est pas obligatoire.","en":"If you have one. It is not required."}}],"cost":{"cents":0},"delay":{"words":{"fr":"Nous regardons les signalements chaque jour ouvré. La réparation dépend du problème.","en":"We look at reports every working day. The repair depends on the problem."},"expected_days":10},"silence":{"effect":"none","financial":false,"reason":"Un signalement ne demande pas de décision. Aucun délai légal ne court, mais nous vous dirons ce qui a été fait."},"silence_reason":{"fr":"Un signalement ne demande pas de décision. Aucun délai légal ne court, mais nous vous dirons ce qui a été fait.","en":"A report asks for no decision. No legal time limit runs, but we will tell you what was done."},"financial":false,"asks_for_decision":false,"identity":"optional","doors":[{"kind":"phone","text":{"fr":"Appelez le service. En cas de danger, appelez d’abord le 112.","en":"Call the service. If there is danger, call 112 first."}},{"kind":"counter","text":{"fr":"À l’accueil de la mairie, un agent note votre signalement.","en":"At the town hall desk, an agent writes down your report."}},{"kind":"post","text":{"fr":"Écrivez au service en disant le lieu exact et le problème.","en":"Write to the service and say the exact place and the problem."}}],"service":"cadre-de-vie","group":"cadre-de-vie","retention":{"after_decision":{"count":12,"unit":"months"},"legal_basis":{"fr":"Tableau de gestion des archives de la commune, avec le visa des archives départementales (à confirmer)","en":"Records schedule of the commune, approved by the departmental archives (to be confirmed)"}},"draft_days":7,"declarations":[{"fr":"Je décris ce que j’ai vu ou entendu, sans accuser personne.","en":"I describe what I saw or heard, without accusing anybody."}],"reply_texts":[{"title":{"fr":"Lieu à préciser","en":"Place to be made clear"},"text":{"fr":"Nous ne trouvons pas l’endroit. Pouvez-vous donner un repère, par exemple un commerce ou un arrêt de bus ?","en":"We cannot find the place. Could you give a landmark, for example a shop or a bus stop?"}},{"title":{"fr":"Intervention prévue","en":"Work planned"},"text":{"fr":"Merci. Nos équipes sont prévenues et passeront dans les prochains jours.","en":"Thank you. Our teams have been told and will come in the next few days."}}],"closing":[{"code":"report-done","label":{"fr":"Le problème est réglé","en":"The problem is solved"}},{"code":"report-planned","label":{"fr":"Des travaux sont prévus","en":"Work is planned"}},{"code":"report-passed-on","label":{"fr":"Le signalement est transmis à qui doit agir","en":"The report was passed on to whoever must act"}},{"code":"report-nothing-found","label":{"fr":"Nous n’avons rien trouvé sur place","en":"We found nothing on the spot"}}],"sources":[{"fiche":"F31954","title":"Encombrants (service-public.fr, DILA, Licence Ouverte)","date":"2020-04-06","to_confirm":true},{"fiche":"F612","title":"Troubles de voisinage : bruits de comportement (service-public.fr, DILA, Licence Ouverte)","date":"2020-03-30","to_confirm":true}]}', '{"evaluator":1,"steps":[{"id":"probleme","title":{"fr":"Le problème","en":"The problem"},"elements":[{"field":{"id":"category","label":{"fr":"De quoi s’agit-il ?","en":"What is it about?"},"optional":false,"kind":{"kind":"choice","options":[{"value":"road","label":{"fr":"La chaussée ou le trottoir","en":"The road or the pavement"}},{"value":"light","label":{"fr":"L’éclairage ou un feu","en":"A street light or a traffic light"}},{"value":"waste","label":{"fr":"Des déchets ou des tags","en":"Waste or graffiti"}},{"value":"green","label":{"fr":"Un arbre, un parc","en":"A tree, a park"}},{"value":"noise","label":{"fr":"Du bruit ou une odeur","en":"A noise or a smell"}},{"value":"other","label":{"fr":"Autre chose","en":"Something else"}}]},"data":{"purpose":{"fr":"Trouver le problème et le régler.","en":"To find the problem and solve it."},"legal_basis":{"ground":"public_task","text":{"fr":"Code général des collectivités territoriales, art. L2212-2 (à confirmer)","en":"General Code of Local Authorities, art. L2212-2 (to be confirmed)"}},"retention":{"count":12,"unit":"months"},"sensitivity":"ordinary"}}},{"field":{"id":"road_problem","label":{"fr":"Quel problème sur la voie ?","en":"Which problem on the road?"},"optional":false,"kind":{"kind":"choice","options":[{"value":"hole","label":{"fr":"Un trou","en":"A hole"}},{"value":"broken_pavement","label":{"fr":"Un trottoir abîmé","en":"A damaged pavement"}},{"value":"blocked","label":{"fr":"Un passage bloqué","en":"A blocked passage"}},{"value":"sign","label":{"fr":"Un panneau ou un marquage abîmé","en":"A damaged sign or marking"}}]},"condition":{"source":"category == \"road\"","program":{"compare":["equal",{"answer":{"form":"category"}},{"text":"road"}]}},"data":{"purpose":{"fr":"Trouver le problème et le régler.","en":"To find the problem and solve it."},"legal_basis":{"ground":"public_task","text":{"fr":"Code général des collectivités territoriales, art. L2212-2 (à confirmer)","en":"General Code of Local Authorities, art. L2212-2 (to be confirmed)"}},"retention":{"count":12,"unit":"months"},"sensitivity":"ordinary"}}},{"field":{"id":"waste_problem","label":{"fr":"Quels déchets ?","en":"Which waste?"},"optional":false,"kind":{"kind":"choice","options":[{"value":"bulky","label":{"fr":"Des meubles ou des appareils","en":"Furniture or appliances"}},{"value":"bags","label":{"fr":"Des sacs ou des ordures","en":"Bags or rubbish"}},{"value":"rubble","label":{"fr":"Des gravats","en":"Rubble"}},{"value":"graffiti","label":{"fr":"Des tags","en":"Graffiti"}}]},"condition":{"source":"category == \"waste\"","program":{"compare":["equal",{"answer":{"form":"category"}},{"text":"waste"}]}},"data":{"purpose":{"fr":"Trouver le problème et le régler.","en":"To find the problem and solve it."},"legal_basis":{"ground":"public_task","text":{"fr":"Code général des collectivités territoriales, art. L2212-2 (à confirmer)","en":"General Code of Local Authorities, art. L2212-2 (to be confirmed)"}},"retention":{"count":12,"unit":"months"},"sensitivity":"ordinary"}}},{"field":{"id":"noise_times","label":{"fr":"À quels moments ?","en":"At what times?"},"optional":false,"kind":{"kind":"choices","options":[{"value":"day","label":{"fr":"Le jour","en":"In the daytime"}},{"value":"evening","label":{"fr":"Le soir","en":"In the evening"}},{"value":"night","label":{"fr":"La nuit","en":"At night"}},{"value":"weekend","label":{"fr":"Le week-end","en":"At the weekend"}}]},"condition":{"source":"category == \"noise\"","program":{"compare":["equal",{"answer":{"form":"category"}},{"text":"noise"}]}},"data":{"purpose":{"fr":"Trouver le problème et le régler.","en":"To find the problem and solve it."},"legal_basis":{"ground":"public_task","text":{"fr":"Code général des collectivités territoriales, art. L2212-2 (à confirmer)","en":"General Code of Local Authorities, art. L2212-2 (to be confirmed)"}},"retention":{"count":12,"unit":"months"},"sensitivity":"ordinary"}}}]},{"id":"danger","title":{"fr":"Le danger","en":"The danger"},"elements":[{"field":{"id":"danger","label":{"fr":"Quelqu’un peut-il se blesser ?","en":"Could somebody get hurt?"},"optional":false,"kind":{"kind":"yes_no"},"data":{"purpose":{"fr":"Agir d’abord là où c’est dangereux.","en":"To act first where there is danger."},"legal_basis":{"ground":"public_task","text":{"fr":"Code général des collectivités territoriales, art. L2212-2 (à confirmer)","en":"General Code of Local Authorities, art. L2212-2 (to be confirmed)"}},"retention":{"count":12,"unit":"months"},"sensitivity":"ordinary"}}},{"explanation":{"text":{"fr":"Si le danger est immédiat, appelez tout de suite le 112.\n\nCe formulaire n’est pas lu la nuit ni le week-end.","en":"If the danger is immediate, call 112 now.\n\nThis form is not read at night or at the weekend."},"condition":{"source":"danger == true","program":{"compare":["equal",{"answer":{"form":"danger"}},{"bool":true}]}}}}]},{"id":"lieu","title":{"fr":"Le lieu","en":"The place"},"elements":[{"field":{"id":"place","label":{"fr":"Où est le problème ?","en":"Where is the problem?"},"hint":{"fr":"Le numéro le plus proche aide, mais n’est pas obligatoire.","en":"The nearest number helps, but is not required."},"optional":false,"kind":{"kind":"address"},"data":{"purpose":{"fr":"Trouver le problème et le régler.","en":"To find the problem and solve it."},"legal_basis":{"ground":"public_task","text":{"fr":"Code général des collectivités territoriales, art. L2212-2 (à confirmer)","en":"General Code of Local Authorities, art. L2212-2 (to be confirmed)"}},"retention":{"count":12,"unit":"months"},"sensitivity":"ordinary"},"autocomplete":"off"}},{"field":{"id":"landmark","label":{"fr":"Un repère","en":"A landmark"},"hint":{"fr":"Par exemple : en face de l’école, devant l’arrêt de bus.","en":"For example: across from the school, at the bus stop."},"optional":true,"kind":{"kind":"short_text","max_length":150},"data":{"purpose":{"fr":"Trouver le problème et le régler.","en":"To find the problem and solve it."},"legal_basis":{"ground":"public_task","text":{"fr":"Code général des collectivités territoriales, art. L2212-2 (à confirmer)","en":"General Code of Local Authorities, art. L2212-2 (to be confirmed)"}},"retention":{"count":12,"unit":"months"},"sensitivity":"ordinary"}}}]},{"id":"description","title":{"fr":"La description","en":"The description"},"elements":[{"explanation":{"text":{"fr":"Pour un bruit ou une odeur, décrivez ce qui vous gêne. N’écrivez pas le nom d’une personne.","en":"For a noise or a smell, describe what bothers you. Do not write anybody’s name."},"condition":{"source":"category == \"noise\"","program":{"compare":["equal",{"answer":{"form":"category"}},{"text":"noise"}]}}}},{"field":{"id":"details","label":{"fr":"Décrivez ce que vous voyez ou entendez","en":"Describe what you see or hear"},"hint":{"fr":"Quelques mots suffisent.","en":"A few words are enough."},"optional":false,"kind":{"kind":"long_text","max_length":2000},"data":{"purpose":{"fr":"Trouver le problème et le régler.","en":"To find the problem and solve it."},"legal_basis":{"ground":"public_task","text":{"fr":"Code général des collectivités territoriales, art. L2212-2 (à confirmer)","en":"General Code of Local Authorities, art. L2212-2 (to be confirmed)"}},"retention":{"count":12,"unit":"months"},"sensitivity":"ordinary"}}},{"field":{"id":"since","label":{"fr":"Depuis quel jour ?","en":"Since which day?"},"hint":{"fr":"À peu près.","en":"Roughly."},"optional":true,"kind":{"kind":"date","past":true,"future":false},"data":{"purpose":{"fr":"Trouver le problème et le régler.","en":"To find the problem and solve it."},"legal_basis":{"ground":"public_task","text":{"fr":"Code général des collectivités territoriales, art. L2212-2 (à confirmer)","en":"General Code of Local Authorities, art. L2212-2 (to be confirmed)"}},"retention":{"count":12,"unit":"months"},"sensitivity":"ordinary"}}}]},{"id":"photo","title":{"fr":"Une photo","en":"A photo"},"elements":[{"field":{"id":"photo","label":{"fr":"Ajoutez une photo","en":"Add a photo"},"hint":{"fr":"Évitez les visages et les plaques. Nous effaçons le lieu et l’heure cachés dans l’image.","en":"Avoid faces and number plates. We erase the place and time hidden in the picture."},"optional":true,"kind":{"kind":"piece","max_files":3,"max_bytes":10000000,"accept":["jpeg","png","webp"],"other_way":false},"data":{"purpose":{"fr":"Voir le problème avant de venir.","en":"To see the problem before we come."},"legal_basis":{"ground":"public_task","text":{"fr":"Code général des collectivités territoriales, art. L2212-2 (à confirmer)","en":"General Code of Local Authorities, art. L2212-2 (to be confirmed)"}},"retention":{"count":12,"unit":"months"},"sensitivity":"ordinary"}}}]},{"id":"suite","title":{"fr":"La suite","en":"What comes next"},"elements":[{"field":{"id":"wants_news","label":{"fr":"Voulez-vous savoir ce qui sera fait ?","en":"Do you want to know what is done?"},"hint":{"fr":"Sinon, le numéro et le code de suivi suffisent.","en":"If not, the number and the follow-up code are enough."},"optional":false,"kind":{"kind":"yes_no"},"data":{"purpose":{"fr":"Vous prévenir.","en":"To let you know."},"legal_basis":{"ground":"public_task","text":{"fr":"Code général des collectivités territoriales, art. L2212-2 (à confirmer)","en":"General Code of Local Authorities, art. L2212-2 (to be confirmed)"}},"retention":{"count":12,"unit":"months"},"sensitivity":"ordinary"}}},{"field":{"id":"news_email","label":{"fr":"À quelle adresse électronique ?","en":"To which e-mail address?"},"optional":false,"kind":{"kind":"email"},"condition":{"source":"wants_news == true","program":{"compare":["equal",{"answer":{"form":"wants_news"}},{"bool":true}]}},"data":{"purpose":{"fr":"Vous prévenir.","en":"To let you know."},"legal_basis":{"ground":"consent","text":{"fr":"Vous choisissez de laisser cette adresse","en":"You choose to leave this address"}},"retention":{"count":12,"unit":"months"},"sensitivity":"ordinary"}}}]}]}', 1, 1795334400000000, NULL);


--
-- Data for Name: procedures; Type: TABLE DATA; Schema: kept_schema; Owner: -
--

INSERT INTO kept_schema.procedures VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-6ea6-72a2-b9f0-b00c9c7c1697', 'acte-naissance', '01a20308-6e70-7061-8bf7-dad313e36ce1', '01a20308-6e70-7061-8bf7-dacff9a62c79', '01a20308-6ead-7552-ac4e-bacbc2bbd31b', NULL, 1795334400000000);
INSERT INTO kept_schema.procedures VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-6ecb-72d8-b547-128a63e206ac', 'ecole-cantine', '01a20308-6e70-7061-8bf7-dad43e353642', '01a20308-6e70-7061-8bf7-dad0f4eb8956', '01a20308-6ed2-762f-a66a-795b4684906f', NULL, 1795334400000000);
INSERT INTO kept_schema.procedures VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-6ee9-77da-8bc8-03a0bf551206', 'signaler-un-probleme', '01a20308-6e70-7061-8bf7-dad5546afacd', '01a20308-6e70-7061-8bf7-dad1e11dde77', '01a20308-6ef1-7145-9d74-1d5c47036786', NULL, 1795334400000000);
INSERT INTO kept_schema.procedures VALUES ('01a20308-6e70-7061-8bf7-dace4add42ad', '01a20308-6f18-762a-ab52-de07c038a3d5', 'acte-naissance', '01a20308-6ef5-76f1-9be9-396591b7d857', '01a20308-6ef5-76f1-9be9-39613b091c1c', '01a20308-6f1b-73e6-bd85-5e2ea975486b', NULL, 1795334400000000);
INSERT INTO kept_schema.procedures VALUES ('01a20308-6e70-7061-8bf7-dace4add42ad', '01a20308-6f39-77bd-9f1d-77364d8a7181', 'ecole-cantine', '01a20308-6ef5-76f1-9be9-3966ee47fc06', '01a20308-6ef5-76f1-9be9-3962b79f811c', '01a20308-6f3c-7370-bffb-8e7f10f97b10', NULL, 1795334400000000);
INSERT INTO kept_schema.procedures VALUES ('01a20308-6e70-7061-8bf7-dace4add42ad', '01a20308-6f53-7635-b76d-3a927b6e83ec', 'signaler-un-probleme', '01a20308-6ef5-76f1-9be9-3967f633d018', '01a20308-6ef5-76f1-9be9-3963c077c0d5', '01a20308-6f58-727b-b4b8-e91ce18ecb07', NULL, 1795334400000000);


--
-- Data for Name: receipts; Type: TABLE DATA; Schema: kept_schema; Owner: -
--

INSERT INTO kept_schema.receipts VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-6faf-71a2-83f6-740e5cd55c72', '\x01d479f8297fd125f571ba596520ce201f186f2988be07df6ff3a7236f371791dd344c5ed36b7d23661de6639ef5b28ec7c33ef4eee2c8aedc4e5747a4b50e64afefcdaf13da14b3e0ba899148ba8e3119c95b722d6734c3b4e1a3806ba179035a7c4319ee5ef1f6e27d3297149d0e4034d783f4cd85a84206bb8f98eee8e87d50fa440d3aed53b004077a092f31899f30df60c0cc4dc42f1dc10a8f6da0fb87cd6e70e1e47eaf385a96999767cfb027ff9affdb80e974e7a0a17571b5b509bb241bf6218e920427499d5ee84dcd5e9b4ee11f0b6149a25e48f7787771fd8ac983cada5ba113e1dea8d96fee4f44c24a7c60ee88607386fd760b4d2e965c7a5c42df0ec1630a050d299914f7ca245908fcee1c7d92c1296cd9e8724f022e8254569433345aa78b125d5fb933520b0cada1f7aa780bea72ea68fecc35ce290c54deb266a72d058fd2665c42cf33cb71c59e02303cf71d0a50a84c42d98965ac43092c643cc2800ddad85086063af6caa90676cabd50dd1ed62ea546a94071fdebd0369d4ace19896be90fafea95a82fdb2615a92454e8732afe59eda43b4414af1428c01f8a6088d59102ac198d23ca31d2c64b1a645a504a88c3fd856b3271169f1b8fab06de14aff785b449d63f2e52399a63dd508749cbdf19c34cab572407307a1013b5c04733e2479086e35be77fc3310e97f0570f12c7ebc21b653bba213c2f541e0ea745c74d39245b6c8f31ea1d43fb2d3e03bef0b705de2d770397b2843847b3b315363e4d5b90daf0694aa773aef9ac7e46c3672104d167639e3608ee25f4e61cf4b4a12944d1f1e16328f70d54747765f764ee7319b0e4c2b85f3a3db2174ff903c1b28cd65d44eb5552cc0db85e36a1d38d3880081447f3ee7f0d8c4beb9e59943a5764f42861f83654be1ef32000cc98abb32b5f3a48ac42c73da0e10321846c106dbc75ee452e1760fe2b949f11a1fc4e7c4d81d7713bc68354592546eeecbc364ad84a4eddbdb00af4688a7247491d598d2be586d98b47e8eb1e259706f5bd2d2e22ff9b93f623b8ec13839d1e7eb0943709a2a220cd4475', 1795334400000000);
INSERT INTO kept_schema.receipts VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-7060-7516-ba21-886daa824ac5', '\x013d1fa595d24faf5ec14c07b3c698252d74d90323a5e2720bc8e0ef18244635f030d0cff8553cabfab0e8302879726db5a617bff74549a5201781dda8140faee4ded5a68f212969039c7d8c90c47607195efc2f61647189774f1e6ce39bccd4f4b6690da57bb76d0e696f8c34308bcfe217966902353ef18f47d040cc1893d5b7951e3954eaf7374595ac79cc705ee49f9f9962976fe31910a9b18ffc71879b8f08bb4c94f7c73660660bbed2efebb272020f7f5d146c92f65b7007b2af1f0cebc12334320b217c42c63ad529a43a3991fa3dd9839704c91c89b80711cdcf0ff09f8a3a19ab8c086e7b12c60b025f1b8c9162167d846c7226d47ff2574db7d5931dc3b06a0cc78a6641337c2632aa2a4425a95932a180666cdae0f6ecdf912dcf74f3da84bdf78e1a55c067736a49e94c6f154604455a53bc1b006599e89ad2448f419cb3fa8230ec05d52aef082146a60f58a3ea3b299e375ebb0f9474a936d79464cb00cf01002eb618c26a2d18d9c5c41e8344f639915339aba13ec12e98631114102b0cd1c872ac0535e4e8109dc48eeb5a52c990e86c5e11a002e0034e8dd3771b0229a75aa6050fea70fd39053923af31555372efb6717b1a5a3aeb68f3a452a6e2d4e512dbc91a0997b33bb8730987567806fc043713a8dfad034208a240d0a1659ae562ca986f6401223feb61101e3db506878c33e2989e6ef9eeff2b9227817f960e315371d2da26e76f55cc5cf3462ea0a1e023255c4e95eac2d94d9aac302e5d2a93a8a9c0335137eae6182df77369c7578b293b77cf6eb43e77ed7f7065ce0ce94aa8a59c9409d15e40aa222f9f6059ac35685eaac607671239e14c04432dd6cc969b82f73bab551e2130a1e4a3523e4de24d5ac92a64d5043618cb98c242c2c1fd454a92e0bf3c', 1795334400000000);
INSERT INTO kept_schema.receipts VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-70db-73f4-8c5a-292d2de05e25', '\x010adb2839c332082c59a12abaf47f11e8793b6c488141a25cf8a794ae5b97655af3f3e40b1ff44898fdb6d30fb9395cd09ad961d00f37811fdf9df92197f9e4b1ab6ed13a8b515b201ed8729ae98ca40ace1ea82d2a046476c8231db377d6815af2b2bb58dbcf33412f6f6e5c7fb028df7543ccfce3f75b0c6820710895c44672ebf01a89e89db5ee518ec518375d1a0078a6f8177e0a9ae4d19f592ee258b482982873d017097645ee67ba2aeda393635a1600508566c6e6b0dc6880296363937ee83122be15969eaa9e11cc666145ab0d19e72c9a5c455e21c40c16b7cbdf913987d1b6b70cee62a94d8cf61838418ced1961b8b8a6ccff4faec65cd74259fb8d24e103d715ee09aece5c5a31f362b33e6eb35d687add9b3bc62904aedaff6a1a68ebb62b5a3123cb78c37aed439105d4f88a8407b0982c68c25f02fd8c01e9c1ab691963690acd8d2820b29311cff48b58945ec5dacc1a66d8f8045b8ee6876c62e8ed52d6ba2b112caf9e380189f3a37237731563a3317ac09ad7c8f9594054d1b429fc01033394f6ac19c4c1ef9784d6536b32d5f76d93feb09aa9df5049ed03be188ed048a6ce4143cc0c9f0b65caf6ce9b8e7397bfceeec1e0d0f3e45f713748dec4deb3b8a4a81601db52a064d11d7705ae8feeebafa2958436112d64524565983e4e116b920114e05e16eb8de90ae50b7e7a0279ce03173d92faf15edd9baf37783f608031350bef53c83983d7f735c6c81c7c1b552e5b40833c86bb4026a03f79677bc3f583bd55ee726a5eb681b00fd58d1a4fec70f4aee13a96abc3bb9dd220fde873a6aac042516e4702ba2bae7f3b48d0b0a2e226057973395434b4fcf7a140572fed', 1795334400000000);


--
-- Data for Name: requests; Type: TABLE DATA; Schema: kept_schema; Owner: -
--



--
-- Data for Name: schema_installation; Type: TABLE DATA; Schema: kept_schema; Owner: -
--

INSERT INTO kept_schema.schema_installation VALUES (1, 10, '1b5d374ad9e0d68e');


--
-- Data for Name: schema_migrations; Type: TABLE DATA; Schema: kept_schema; Owner: -
--

INSERT INTO kept_schema.schema_migrations VALUES ('store', 1, 'data keys', '48ff4fc6c289c0306d1d50922f50c785dd4e01367cd6add55b8723cf75129074', 1795347213827656);
INSERT INTO kept_schema.schema_migrations VALUES ('journal', 1, 'journals', '57a6d6d9aaadfc41f44ed03efd3690209639315071bb3074d3a4b8c126e44f2e', 1795347213827656);
INSERT INTO kept_schema.schema_migrations VALUES ('jobs', 1, 'outbox', '39e27b88897712ce936d47e5aa399f3675eef42b1d42009c3264897b399f4e5e', 1795347213827656);
INSERT INTO kept_schema.schema_migrations VALUES ('organisation', 1, 'organisations', '146b2cc541b9d042775708d9080d188516951d9372eb998dca0c56c62a0cc40a', 1795347213827656);
INSERT INTO kept_schema.schema_migrations VALUES ('access', 1, 'access', '5c27abeefea5677e67fc6724d6a9fb11c5bc471ea113a2b675ec0d3485643311', 1795347213827656);
INSERT INTO kept_schema.schema_migrations VALUES ('notify', 1, 'mails', 'eea9c7b26097d5c257ccb1fb0827471225e0608c12aaf092e3705b7d71dda0f1', 1795347213827656);
INSERT INTO kept_schema.schema_migrations VALUES ('demarche', 1, 'procedures', '343c45dedbf7150bb76575964a756a0f8057b7ab10db8020a7f17bfc58dc88f2', 1795347213827656);
INSERT INTO kept_schema.schema_migrations VALUES ('dossier', 1, 'dossiers', '82449c553eb1b109fbf22a3d0ef3cf548fec7f1837a496299bdabdf2967060da', 1795347213827656);


--
-- Data for Name: services; Type: TABLE DATA; Schema: kept_schema; Owner: -
--

INSERT INTO kept_schema.services VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-6e70-7061-8bf7-dacff9a62c79', 'etat-civil', 'État civil', '{"postal_address":["1 place du Parvis","84999 Rochebrune"],"email":"mairie@rochebrune.example","phone":"04 65 71 00 00","hours":["Du lundi au vendredi, de 9 h à 17 h"]}');
INSERT INTO kept_schema.services VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-6e70-7061-8bf7-dad0f4eb8956', 'vie-scolaire', 'Vie scolaire', '{"postal_address":["1 place du Parvis","84999 Rochebrune"],"email":"mairie@rochebrune.example","phone":"04 65 71 00 00","hours":["Du lundi au vendredi, de 9 h à 17 h"]}');
INSERT INTO kept_schema.services VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-6e70-7061-8bf7-dad1e11dde77', 'cadre-de-vie', 'Cadre de vie', '{"postal_address":["1 place du Parvis","84999 Rochebrune"],"email":"mairie@rochebrune.example","phone":"04 65 71 00 00","hours":["Du lundi au vendredi, de 9 h à 17 h"]}');
INSERT INTO kept_schema.services VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-6e70-7061-8bf7-dad22098e7eb', 'archives', 'Archives', '{"postal_address":["1 place du Parvis","84999 Rochebrune"],"email":"mairie@rochebrune.example","phone":"04 65 71 00 00","hours":["Du lundi au vendredi, de 9 h à 17 h"]}');
INSERT INTO kept_schema.services VALUES ('01a20308-6e70-7061-8bf7-dace4add42ad', '01a20308-6ef5-76f1-9be9-39613b091c1c', 'etat-civil', 'État civil', '{"postal_address":["1 place du Parvis","84999 Rochebrune"],"email":"mairie@valmont.example","phone":"04 65 71 00 00","hours":["Du lundi au vendredi, de 9 h à 17 h"]}');
INSERT INTO kept_schema.services VALUES ('01a20308-6e70-7061-8bf7-dace4add42ad', '01a20308-6ef5-76f1-9be9-3962b79f811c', 'vie-scolaire', 'Vie scolaire', '{"postal_address":["1 place du Parvis","84999 Rochebrune"],"email":"mairie@valmont.example","phone":"04 65 71 00 00","hours":["Du lundi au vendredi, de 9 h à 17 h"]}');
INSERT INTO kept_schema.services VALUES ('01a20308-6e70-7061-8bf7-dace4add42ad', '01a20308-6ef5-76f1-9be9-3963c077c0d5', 'cadre-de-vie', 'Cadre de vie', '{"postal_address":["1 place du Parvis","84999 Rochebrune"],"email":"mairie@valmont.example","phone":"04 65 71 00 00","hours":["Du lundi au vendredi, de 9 h à 17 h"]}');
INSERT INTO kept_schema.services VALUES ('01a20308-6e70-7061-8bf7-dace4add42ad', '01a20308-6ef5-76f1-9be9-39642ee4de46', 'archives', 'Archives', '{"postal_address":["1 place du Parvis","84999 Rochebrune"],"email":"mairie@valmont.example","phone":"04 65 71 00 00","hours":["Du lundi au vendredi, de 9 h à 17 h"]}');


--
-- Data for Name: session_dossiers; Type: TABLE DATA; Schema: kept_schema; Owner: -
--

INSERT INTO kept_schema.session_dossiers VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-6f93-71ea-9fd3-d28643cf1482', '01a20308-6faf-71a2-83f6-740e5cd55c72', 1795334400000000);
INSERT INTO kept_schema.session_dossiers VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-705e-706c-8243-c1b473831537', '01a20308-7060-7516-ba21-886daa824ac5', 1795334400000000);
INSERT INTO kept_schema.session_dossiers VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-70da-728c-b81f-ef05322d8b60', '01a20308-70db-73f4-8c5a-292d2de05e25', 1795334400000000);
INSERT INTO kept_schema.session_dossiers VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-715b-7567-94a6-1042fa2f51ba', '01a20308-715c-74da-96e9-477aca6b38dd', 1795334400000000);


--
-- Data for Name: sessions; Type: TABLE DATA; Schema: kept_schema; Owner: -
--

INSERT INTO kept_schema.sessions VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-6f93-71ea-9fd3-d28643cf1482', 'ab82f7165638d7a21316d84ea2f33a7dd505a83a9045df5693bb21f29c067e86', NULL, NULL, 1795334400000000, 1795334400000000, 1795377600000000);
INSERT INTO kept_schema.sessions VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-705e-706c-8243-c1b473831537', '6f45e232a553f6152c21587c6d15cba96d32e4c921ee1137dde95a6016446c52', NULL, NULL, 1795334400000000, 1795334400000000, 1795377600000000);
INSERT INTO kept_schema.sessions VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-70da-728c-b81f-ef05322d8b60', '9c7c024611162be9d1655c9006e1ec17a1eac7488a0e6863b468c021d715a5cd', NULL, NULL, 1795334400000000, 1795334400000000, 1795377600000000);
INSERT INTO kept_schema.sessions VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-715b-7567-94a6-1042fa2f51ba', '255c248a4a514997068e0fcf33cc4e6cdb3141fa3f506af22ab3efdde8879b3b', NULL, NULL, 1795334400000000, 1795334400000000, 1795377600000000);
INSERT INTO kept_schema.sessions VALUES ('01a20308-6e70-7061-8bf7-dacd651ab71c', '01a20308-7192-7254-9468-685aaf54dd54', 'e8f99253907f5d3a55c72a21d7932a8a43fc342d8a45c442092cec4466e5543c', '01a20308-6e79-76fd-b7da-f0583f653fb6', 1795334431000000, 1795334431000000, 1795334431000000, 1795370431000000);


--
-- Name: agent_groups agent_groups_organisation_id_slug_key; Type: CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.agent_groups
    ADD CONSTRAINT agent_groups_organisation_id_slug_key UNIQUE (organisation_id, slug);


--
-- Name: agent_groups agent_groups_pkey; Type: CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.agent_groups
    ADD CONSTRAINT agent_groups_pkey PRIMARY KEY (organisation_id, id);


--
-- Name: agents agents_organisation_id_email_key; Type: CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.agents
    ADD CONSTRAINT agents_organisation_id_email_key UNIQUE (organisation_id, email);


--
-- Name: agents agents_pkey; Type: CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.agents
    ADD CONSTRAINT agents_pkey PRIMARY KEY (organisation_id, id);


--
-- Name: challenges challenges_pkey; Type: CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.challenges
    ADD CONSTRAINT challenges_pkey PRIMARY KEY (organisation_id, id);


--
-- Name: data_keys data_keys_pkey; Type: CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.data_keys
    ADD CONSTRAINT data_keys_pkey PRIMARY KEY (organisation_id, subject);


--
-- Name: decisions decisions_pkey; Type: CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.decisions
    ADD CONSTRAINT decisions_pkey PRIMARY KEY (organisation_id, dossier_id);


--
-- Name: deliveries deliveries_pkey; Type: CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.deliveries
    ADD CONSTRAINT deliveries_pkey PRIMARY KEY (fact_id, subscriber);


--
-- Name: dossier_answers dossier_answers_pkey; Type: CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.dossier_answers
    ADD CONSTRAINT dossier_answers_pkey PRIMARY KEY (organisation_id, dossier_id, version);


--
-- Name: dossier_names dossier_names_pkey; Type: CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.dossier_names
    ADD CONSTRAINT dossier_names_pkey PRIMARY KEY (organisation_id, token, dossier_id);


--
-- Name: dossiers dossiers_organisation_id_challenge_id_key; Type: CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.dossiers
    ADD CONSTRAINT dossiers_organisation_id_challenge_id_key UNIQUE (organisation_id, challenge_id);


--
-- Name: dossiers dossiers_organisation_id_number_key; Type: CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.dossiers
    ADD CONSTRAINT dossiers_organisation_id_number_key UNIQUE (organisation_id, number);


--
-- Name: dossiers dossiers_pkey; Type: CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.dossiers
    ADD CONSTRAINT dossiers_pkey PRIMARY KEY (organisation_id, id);


--
-- Name: jobs jobs_pkey; Type: CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.jobs
    ADD CONSTRAINT jobs_pkey PRIMARY KEY (id);


--
-- Name: journal_acts journal_acts_pkey; Type: CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.journal_acts
    ADD CONSTRAINT journal_acts_pkey PRIMARY KEY (id);


--
-- Name: journal_exchanges journal_exchanges_pkey; Type: CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.journal_exchanges
    ADD CONSTRAINT journal_exchanges_pkey PRIMARY KEY (id);


--
-- Name: journal_security journal_security_pkey; Type: CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.journal_security
    ADD CONSTRAINT journal_security_pkey PRIMARY KEY (id);


--
-- Name: mails mails_pkey; Type: CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.mails
    ADD CONSTRAINT mails_pkey PRIMARY KEY (organisation_id, id);


--
-- Name: memberships memberships_pkey; Type: CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.memberships
    ADD CONSTRAINT memberships_pkey PRIMARY KEY (organisation_id, agent_id, group_id);


--
-- Name: messages messages_pkey; Type: CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.messages
    ADD CONSTRAINT messages_pkey PRIMARY KEY (organisation_id, id);


--
-- Name: notes notes_pkey; Type: CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.notes
    ADD CONSTRAINT notes_pkey PRIMARY KEY (organisation_id, id);


--
-- Name: organisations organisations_host_key; Type: CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.organisations
    ADD CONSTRAINT organisations_host_key UNIQUE (host);


--
-- Name: organisations organisations_pkey; Type: CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.organisations
    ADD CONSTRAINT organisations_pkey PRIMARY KEY (id);


--
-- Name: organisations organisations_slug_key; Type: CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.organisations
    ADD CONSTRAINT organisations_slug_key UNIQUE (slug);


--
-- Name: outbox outbox_pkey; Type: CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (id);


--
-- Name: parked_posts parked_posts_pkey; Type: CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.parked_posts
    ADD CONSTRAINT parked_posts_pkey PRIMARY KEY (organisation_id, id);


--
-- Name: pieces pieces_blob_key; Type: CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.pieces
    ADD CONSTRAINT pieces_blob_key UNIQUE (blob);


--
-- Name: pieces pieces_pkey; Type: CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.pieces
    ADD CONSTRAINT pieces_pkey PRIMARY KEY (organisation_id, id);


--
-- Name: procedure_confirmations procedure_confirmations_pkey; Type: CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.procedure_confirmations
    ADD CONSTRAINT procedure_confirmations_pkey PRIMARY KEY (organisation_id, procedure_id, checksum);


--
-- Name: procedure_revisions procedure_revisions_organisation_id_procedure_id_checksum_key; Type: CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.procedure_revisions
    ADD CONSTRAINT procedure_revisions_organisation_id_procedure_id_checksum_key UNIQUE (organisation_id, procedure_id, checksum);


--
-- Name: procedure_revisions procedure_revisions_organisation_id_procedure_id_number_key; Type: CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.procedure_revisions
    ADD CONSTRAINT procedure_revisions_organisation_id_procedure_id_number_key UNIQUE (organisation_id, procedure_id, number);


--
-- Name: procedure_revisions procedure_revisions_pkey; Type: CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.procedure_revisions
    ADD CONSTRAINT procedure_revisions_pkey PRIMARY KEY (organisation_id, id);


--
-- Name: procedures procedures_organisation_id_slug_key; Type: CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.procedures
    ADD CONSTRAINT procedures_organisation_id_slug_key UNIQUE (organisation_id, slug);


--
-- Name: procedures procedures_pkey; Type: CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.procedures
    ADD CONSTRAINT procedures_pkey PRIMARY KEY (organisation_id, id);


--
-- Name: receipts receipts_pkey; Type: CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.receipts
    ADD CONSTRAINT receipts_pkey PRIMARY KEY (organisation_id, dossier_id);


--
-- Name: requests requests_pkey; Type: CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.requests
    ADD CONSTRAINT requests_pkey PRIMARY KEY (organisation_id, id);


--
-- Name: schema_installation schema_installation_pkey; Type: CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.schema_installation
    ADD CONSTRAINT schema_installation_pkey PRIMARY KEY (id);


--
-- Name: schema_migrations schema_migrations_pkey; Type: CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.schema_migrations
    ADD CONSTRAINT schema_migrations_pkey PRIMARY KEY (room, number);


--
-- Name: services services_organisation_id_slug_key; Type: CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.services
    ADD CONSTRAINT services_organisation_id_slug_key UNIQUE (organisation_id, slug);


--
-- Name: services services_pkey; Type: CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.services
    ADD CONSTRAINT services_pkey PRIMARY KEY (organisation_id, id);


--
-- Name: session_dossiers session_dossiers_pkey; Type: CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.session_dossiers
    ADD CONSTRAINT session_dossiers_pkey PRIMARY KEY (organisation_id, session_id, dossier_id);


--
-- Name: sessions sessions_pkey; Type: CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.sessions
    ADD CONSTRAINT sessions_pkey PRIMARY KEY (organisation_id, id);


--
-- Name: sessions sessions_token_hash_key; Type: CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.sessions
    ADD CONSTRAINT sessions_token_hash_key UNIQUE (token_hash);


--
-- Name: challenges_by_expiry; Type: INDEX; Schema: kept_schema; Owner: -
--

CREATE INDEX challenges_by_expiry ON kept_schema.challenges USING btree (expires_at);


--
-- Name: challenges_of_session; Type: INDEX; Schema: kept_schema; Owner: -
--

CREATE INDEX challenges_of_session ON kept_schema.challenges USING btree (organisation_id, session_id);


--
-- Name: dossier_names_of_dossier; Type: INDEX; Schema: kept_schema; Owner: -
--

CREATE INDEX dossier_names_of_dossier ON kept_schema.dossier_names USING btree (organisation_id, dossier_id);


--
-- Name: dossiers_drafts; Type: INDEX; Schema: kept_schema; Owner: -
--

CREATE INDEX dossiers_drafts ON kept_schema.dossiers USING btree (state, expires_at);


--
-- Name: dossiers_open; Type: INDEX; Schema: kept_schema; Owner: -
--

CREATE INDEX dossiers_open ON kept_schema.dossiers USING btree (organisation_id, group_id, silence_due, submitted_at, id) WHERE (state = ANY (ARRAY['deposited'::text, 'waiting'::text, 'under-instruction'::text]));


--
-- Name: dossiers_queue; Type: INDEX; Schema: kept_schema; Owner: -
--

CREATE INDEX dossiers_queue ON kept_schema.dossiers USING btree (organisation_id, group_id, state, silence_due, submitted_at, id);


--
-- Name: dossiers_shown; Type: INDEX; Schema: kept_schema; Owner: -
--

CREATE INDEX dossiers_shown ON kept_schema.dossiers USING btree (organisation_id, group_id, silence_due, submitted_at, id) WHERE ((state <> 'draft'::text) AND (state <> 'expired'::text));


--
-- Name: jobs_due; Type: INDEX; Schema: kept_schema; Owner: -
--

CREATE INDEX jobs_due ON kept_schema.jobs USING btree (run_at) WHERE (given_up_at IS NULL);


--
-- Name: journal_acts_by_subject; Type: INDEX; Schema: kept_schema; Owner: -
--

CREATE INDEX journal_acts_by_subject ON kept_schema.journal_acts USING btree (organisation_id, subject_id, id);


--
-- Name: journal_exchanges_by_subject; Type: INDEX; Schema: kept_schema; Owner: -
--

CREATE INDEX journal_exchanges_by_subject ON kept_schema.journal_exchanges USING btree (organisation_id, subject_id, id);


--
-- Name: journal_exchanges_by_time; Type: INDEX; Schema: kept_schema; Owner: -
--

CREATE INDEX journal_exchanges_by_time ON kept_schema.journal_exchanges USING btree (organisation_id, at);


--
-- Name: journal_security_by_subject; Type: INDEX; Schema: kept_schema; Owner: -
--

CREATE INDEX journal_security_by_subject ON kept_schema.journal_security USING btree (organisation_id, subject_id, id);


--
-- Name: journal_security_by_time; Type: INDEX; Schema: kept_schema; Owner: -
--

CREATE INDEX journal_security_by_time ON kept_schema.journal_security USING btree (organisation_id, at);


--
-- Name: mails_by_age; Type: INDEX; Schema: kept_schema; Owner: -
--

CREATE INDEX mails_by_age ON kept_schema.mails USING btree (created_at);


--
-- Name: mails_by_subject; Type: INDEX; Schema: kept_schema; Owner: -
--

CREATE INDEX mails_by_subject ON kept_schema.mails USING btree (organisation_id, subject_id);


--
-- Name: messages_of_dossier; Type: INDEX; Schema: kept_schema; Owner: -
--

CREATE INDEX messages_of_dossier ON kept_schema.messages USING btree (organisation_id, dossier_id, id);


--
-- Name: notes_of_dossier; Type: INDEX; Schema: kept_schema; Owner: -
--

CREATE INDEX notes_of_dossier ON kept_schema.notes USING btree (organisation_id, dossier_id, id);


--
-- Name: outbox_delivered; Type: INDEX; Schema: kept_schema; Owner: -
--

CREATE INDEX outbox_delivered ON kept_schema.outbox USING btree (delivered_at) WHERE (delivered_at IS NOT NULL);


--
-- Name: outbox_due; Type: INDEX; Schema: kept_schema; Owner: -
--

CREATE INDEX outbox_due ON kept_schema.outbox USING btree (next_attempt_at) WHERE (delivered_at IS NULL);


--
-- Name: parked_posts_by_expiry; Type: INDEX; Schema: kept_schema; Owner: -
--

CREATE INDEX parked_posts_by_expiry ON kept_schema.parked_posts USING btree (expires_at);


--
-- Name: parked_posts_of_number; Type: INDEX; Schema: kept_schema; Owner: -
--

CREATE INDEX parked_posts_of_number ON kept_schema.parked_posts USING btree (organisation_id, number);


--
-- Name: pieces_of_dossier; Type: INDEX; Schema: kept_schema; Owner: -
--

CREATE INDEX pieces_of_dossier ON kept_schema.pieces USING btree (organisation_id, dossier_id, created_at);


--
-- Name: requests_of_dossier; Type: INDEX; Schema: kept_schema; Owner: -
--

CREATE INDEX requests_of_dossier ON kept_schema.requests USING btree (organisation_id, dossier_id, id);


--
-- Name: sessions_by_expiry; Type: INDEX; Schema: kept_schema; Owner: -
--

CREATE INDEX sessions_by_expiry ON kept_schema.sessions USING btree (expires_at);


--
-- Name: sessions_of_agent; Type: INDEX; Schema: kept_schema; Owner: -
--

CREATE INDEX sessions_of_agent ON kept_schema.sessions USING btree (organisation_id, agent_id) WHERE (agent_id IS NOT NULL);


--
-- Name: agent_groups agent_groups_organisation_id_service_id_fkey; Type: FK CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.agent_groups
    ADD CONSTRAINT agent_groups_organisation_id_service_id_fkey FOREIGN KEY (organisation_id, service_id) REFERENCES kept_schema.services(organisation_id, id);


--
-- Name: agents agents_organisation_id_fkey; Type: FK CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.agents
    ADD CONSTRAINT agents_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES kept_schema.organisations(id);


--
-- Name: agents agents_organisation_id_service_id_fkey; Type: FK CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.agents
    ADD CONSTRAINT agents_organisation_id_service_id_fkey FOREIGN KEY (organisation_id, service_id) REFERENCES kept_schema.services(organisation_id, id);


--
-- Name: challenges challenges_organisation_id_session_id_fkey; Type: FK CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.challenges
    ADD CONSTRAINT challenges_organisation_id_session_id_fkey FOREIGN KEY (organisation_id, session_id) REFERENCES kept_schema.sessions(organisation_id, id) ON DELETE CASCADE;


--
-- Name: decisions decisions_organisation_id_dossier_id_fkey; Type: FK CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.decisions
    ADD CONSTRAINT decisions_organisation_id_dossier_id_fkey FOREIGN KEY (organisation_id, dossier_id) REFERENCES kept_schema.dossiers(organisation_id, id);


--
-- Name: dossier_answers dossier_answers_organisation_id_dossier_id_fkey; Type: FK CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.dossier_answers
    ADD CONSTRAINT dossier_answers_organisation_id_dossier_id_fkey FOREIGN KEY (organisation_id, dossier_id) REFERENCES kept_schema.dossiers(organisation_id, id);


--
-- Name: dossier_names dossier_names_organisation_id_dossier_id_fkey; Type: FK CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.dossier_names
    ADD CONSTRAINT dossier_names_organisation_id_dossier_id_fkey FOREIGN KEY (organisation_id, dossier_id) REFERENCES kept_schema.dossiers(organisation_id, id);


--
-- Name: dossiers dossiers_organisation_id_fkey; Type: FK CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.dossiers
    ADD CONSTRAINT dossiers_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES kept_schema.organisations(id);


--
-- Name: dossiers dossiers_organisation_id_group_id_fkey; Type: FK CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.dossiers
    ADD CONSTRAINT dossiers_organisation_id_group_id_fkey FOREIGN KEY (organisation_id, group_id) REFERENCES kept_schema.agent_groups(organisation_id, id);


--
-- Name: dossiers dossiers_organisation_id_service_id_fkey; Type: FK CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.dossiers
    ADD CONSTRAINT dossiers_organisation_id_service_id_fkey FOREIGN KEY (organisation_id, service_id) REFERENCES kept_schema.services(organisation_id, id);


--
-- Name: mails mails_organisation_id_fkey; Type: FK CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.mails
    ADD CONSTRAINT mails_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES kept_schema.organisations(id);


--
-- Name: memberships memberships_organisation_id_agent_id_fkey; Type: FK CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.memberships
    ADD CONSTRAINT memberships_organisation_id_agent_id_fkey FOREIGN KEY (organisation_id, agent_id) REFERENCES kept_schema.agents(organisation_id, id);


--
-- Name: memberships memberships_organisation_id_group_id_fkey; Type: FK CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.memberships
    ADD CONSTRAINT memberships_organisation_id_group_id_fkey FOREIGN KEY (organisation_id, group_id) REFERENCES kept_schema.agent_groups(organisation_id, id);


--
-- Name: messages messages_organisation_id_dossier_id_fkey; Type: FK CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.messages
    ADD CONSTRAINT messages_organisation_id_dossier_id_fkey FOREIGN KEY (organisation_id, dossier_id) REFERENCES kept_schema.dossiers(organisation_id, id);


--
-- Name: notes notes_organisation_id_dossier_id_fkey; Type: FK CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.notes
    ADD CONSTRAINT notes_organisation_id_dossier_id_fkey FOREIGN KEY (organisation_id, dossier_id) REFERENCES kept_schema.dossiers(organisation_id, id);


--
-- Name: pieces pieces_organisation_id_dossier_id_fkey; Type: FK CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.pieces
    ADD CONSTRAINT pieces_organisation_id_dossier_id_fkey FOREIGN KEY (organisation_id, dossier_id) REFERENCES kept_schema.dossiers(organisation_id, id);


--
-- Name: procedure_confirmations procedure_confirmations_organisation_id_confirmed_by_fkey; Type: FK CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.procedure_confirmations
    ADD CONSTRAINT procedure_confirmations_organisation_id_confirmed_by_fkey FOREIGN KEY (organisation_id, confirmed_by) REFERENCES kept_schema.agents(organisation_id, id);


--
-- Name: procedure_confirmations procedure_confirmations_organisation_id_procedure_id_fkey; Type: FK CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.procedure_confirmations
    ADD CONSTRAINT procedure_confirmations_organisation_id_procedure_id_fkey FOREIGN KEY (organisation_id, procedure_id) REFERENCES kept_schema.procedures(organisation_id, id);


--
-- Name: procedure_revisions procedure_revisions_organisation_id_group_id_fkey; Type: FK CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.procedure_revisions
    ADD CONSTRAINT procedure_revisions_organisation_id_group_id_fkey FOREIGN KEY (organisation_id, group_id) REFERENCES kept_schema.agent_groups(organisation_id, id);


--
-- Name: procedure_revisions procedure_revisions_organisation_id_procedure_id_fkey; Type: FK CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.procedure_revisions
    ADD CONSTRAINT procedure_revisions_organisation_id_procedure_id_fkey FOREIGN KEY (organisation_id, procedure_id) REFERENCES kept_schema.procedures(organisation_id, id);


--
-- Name: procedure_revisions procedure_revisions_organisation_id_published_by_fkey; Type: FK CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.procedure_revisions
    ADD CONSTRAINT procedure_revisions_organisation_id_published_by_fkey FOREIGN KEY (organisation_id, published_by) REFERENCES kept_schema.agents(organisation_id, id);


--
-- Name: procedure_revisions procedure_revisions_organisation_id_service_id_fkey; Type: FK CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.procedure_revisions
    ADD CONSTRAINT procedure_revisions_organisation_id_service_id_fkey FOREIGN KEY (organisation_id, service_id) REFERENCES kept_schema.services(organisation_id, id);


--
-- Name: procedures procedures_organisation_id_group_id_fkey; Type: FK CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.procedures
    ADD CONSTRAINT procedures_organisation_id_group_id_fkey FOREIGN KEY (organisation_id, group_id) REFERENCES kept_schema.agent_groups(organisation_id, id);


--
-- Name: procedures procedures_organisation_id_service_id_fkey; Type: FK CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.procedures
    ADD CONSTRAINT procedures_organisation_id_service_id_fkey FOREIGN KEY (organisation_id, service_id) REFERENCES kept_schema.services(organisation_id, id);


--
-- Name: receipts receipts_organisation_id_dossier_id_fkey; Type: FK CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.receipts
    ADD CONSTRAINT receipts_organisation_id_dossier_id_fkey FOREIGN KEY (organisation_id, dossier_id) REFERENCES kept_schema.dossiers(organisation_id, id);


--
-- Name: requests requests_organisation_id_dossier_id_fkey; Type: FK CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.requests
    ADD CONSTRAINT requests_organisation_id_dossier_id_fkey FOREIGN KEY (organisation_id, dossier_id) REFERENCES kept_schema.dossiers(organisation_id, id);


--
-- Name: services services_organisation_id_fkey; Type: FK CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.services
    ADD CONSTRAINT services_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES kept_schema.organisations(id);


--
-- Name: session_dossiers session_dossiers_organisation_id_session_id_fkey; Type: FK CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.session_dossiers
    ADD CONSTRAINT session_dossiers_organisation_id_session_id_fkey FOREIGN KEY (organisation_id, session_id) REFERENCES kept_schema.sessions(organisation_id, id) ON DELETE CASCADE;


--
-- Name: sessions sessions_organisation_id_agent_id_fkey; Type: FK CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.sessions
    ADD CONSTRAINT sessions_organisation_id_agent_id_fkey FOREIGN KEY (organisation_id, agent_id) REFERENCES kept_schema.agents(organisation_id, id);


--
-- Name: sessions sessions_organisation_id_fkey; Type: FK CONSTRAINT; Schema: kept_schema; Owner: -
--

ALTER TABLE ONLY kept_schema.sessions
    ADD CONSTRAINT sessions_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES kept_schema.organisations(id);


--
-- PostgreSQL database dump complete
--

