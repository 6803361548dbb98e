//! Every SQL statement of the room, by noun. What says something of a person is sealed here, and opened here.

mod answers;
mod batches;
mod changes;
mod dossiers;
mod ended;
mod examinations;
mod exchanges;
mod exports;
mod measured;
mod mentions;
mod moving;
mod payments;
mod pieces;
mod prefills;
mod presences;
mod purge;
mod queue;
mod reminders;
mod routes;
mod satisfactions;
mod shortcuts;
mod standard_texts;
mod uploads;
mod views;
mod words;

pub(crate) use answers::{
    StepDraft, StoredAnswers, StoredEntries, answers, draft, freeze_answers, insert_answers,
    insert_receipt, receipt, write_draft,
};
pub(crate) use batches::{
    BatchLine, BatchRow, ItemRow, ToDo, batch, batch_items, batches_of_agent, confirm_batch,
    end_batch, forget_batches, insert_batch, items_to_undo, mark_item, mark_item_undone,
    set_wanted, stop_batch, undo_batch, waiting_items,
};
pub(crate) use changes::{changed_after, number_changes, touch};
pub(crate) use dossiers::{
    by_challenge, by_number, destroy, erased_draft, find, insert, replace_names, save,
};
pub(crate) use ended::{blobs_of, bury, count_ended, delete_hold, ended, id_of, insert_hold};
pub(crate) use examinations::{
    ToExamine, end_examination, infected_untold, keep_finding, keep_trouble, mark_told,
    move_examination, to_examine, unexamined, was_given_by_service,
};
pub(crate) use exchanges::{
    day_number, day_of_number, decision, delete_decision, insert_decision, insert_message,
    insert_note, insert_request, mark_messages_read, mark_request_answered, mark_request_lifted,
    messages, notes, requests,
};
pub(crate) use exports::{
    ExportEnd, ExportRow, answer_export, beat_export, claim_export, delete_export, end_export,
    export, export_key, exported_since, exports_due, exports_of_agent, exports_over,
    exports_to_approve, forget_export, insert_export, is_live_export,
};
pub(crate) use measured::{After, Answered, Received, answered, received, unanswered};
pub(crate) use mentions::{
    count_mentions, insert_mention, mark_mentions_read, mentions_of_dossier, unread_mention,
    unread_mentions,
};
pub(crate) use moving::{alive, blobs_after, give_code};
pub(crate) use payments::{
    NewOrder, NewPayment, OrderRow, bury_payment, cancel_order, delete_payment, dossiers_of_order,
    forget_check, insert_order, insert_payment, keep_check, opened_check, order, order_document,
    order_reason, orders_of_group, payment, payments_by_procedure, payments_for_others,
    payments_to_check, payments_to_order, send_order, take_in_order,
};
pub(crate) use pieces::{
    Parked, forget_parked, insert_piece, is_live_blob, live_blobs, park, parked, piece, pieces,
    remove_piece, remove_pieces_of_decision, unpark,
};
pub(crate) use prefills::{
    delete_old_prefills, forget_prefill, keep_prefill, kept_prefill, old_prefills, prefilled,
    write_prefilled,
};
pub(crate) use presences::{Moments, delete_old_presences, presences, write_presence};
pub(crate) use purge::{count_expired_drafts, delete_old_parked, expired_drafts};
pub(crate) use queue::{
    Edge, QueueFilter, QueueRow, Which, count_by_state, counted, queue, queue_row_by_number,
    search_names, search_words,
};
pub(crate) use reminders::{Reminder, awaited, ending_drafts, keep_reminder};
pub(crate) use routes::{count_unrouted, give, insert_unrouted, last_unrouted, move_to_revision};
pub(crate) use satisfactions::{is_satisfaction_said, mark_satisfaction_said};
pub(crate) use shortcuts::{forget_shortcuts, keep_shortcuts, shortcuts};
pub(crate) use standard_texts::{
    change_standard_text, delete_standard_text, insert_standard_text, standard_text,
    standard_text_versions, standard_texts,
};
pub(crate) use uploads::{
    Part, Upload, advance_upload, delete_old_uploads, delete_upload, insert_upload, upload,
    upload_parts,
};
pub(crate) use views::{
    change_view, default_view, delete_view, insert_view, set_default_view, view, views_of_group,
};
pub(crate) use words::{forget_words, replace_words};

use serde::Serialize;
use serde::de::DeserializeOwned;

use parvis_store::sealing::SealingKey;

use crate::error::DossierError;

/// Seals a document under a name that says what it is: a sealed answer can never be read as a sealed message.
pub(crate) fn seal(
    key: &SealingKey,
    context: &str,
    document: &impl Serialize,
) -> Result<Vec<u8>, DossierError> {
    let plain = serde_json::to_vec(document).map_err(DossierError::Document)?;
    Ok(key.seal(context, &plain))
}

/// Opens a sealed document.
pub(crate) fn open<T: DeserializeOwned>(
    key: &SealingKey,
    context: &str,
    sealed: &[u8],
) -> Result<T, DossierError> {
    let plain = key.open(context, sealed)?;
    serde_json::from_slice(&plain).map_err(DossierError::Document)
}
