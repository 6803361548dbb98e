//! A procedure as a `GovernmentService` of schema.org, for search engines: a block of data in its page.

use parvis_kernel::Language;
use serde_json::{Value, json};

use super::Described;

/// The block, ready to stand inside a `script` element: no text of an author can close it.
pub(crate) fn government_service(described: &Described<'_>, language: Language) -> String {
    let text = json(described, language).to_string();
    text.replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
}

fn json(described: &Described<'_>, language: Language) -> Value {
    let file = described.file;
    let said = |text: &parvis_form::Text| text.in_language(language).to_owned();
    let contact = &described.service.contact;
    let provider = match &file.orientation {
        Some(orientation) => json!({
            "@type": "GovernmentOrganization",
            "name": said(&orientation.name),
            "url": orientation.url,
        }),
        None => json!({
            "@type": "GovernmentOrganization",
            "name": described.organisation.name,
            "url": described.home,
        }),
    };
    let mut service = json!({
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "name": said(&file.title),
        "description": said(&file.summary),
        "url": described.page,
        "provider": provider,
        "availableLanguage": file.languages(),
        "audience": { "@type": "Audience", "description": said(&file.who_for) },
        "availableChannel": {
            "@type": "ServiceChannel",
            "serviceUrl": described.page,
            "servicePhone": contact.phone.as_ref().map(|phone| json!({
                "@type": "ContactPoint", "telephone": phone,
            })),
        },
    });
    if let (Some(cents), Some(members)) = (file.cost.cents, service.as_object_mut()) {
        let price = format!("{}.{:02}", cents / 100, cents % 100);
        let offer = json!({ "@type": "Offer", "price": price, "priceCurrency": "EUR" });
        members.insert("offers".to_owned(), offer);
    }
    without_nothing(service)
}

/// The same without members that say nothing.
fn without_nothing(value: Value) -> Value {
    match value {
        Value::Object(members) => members
            .into_iter()
            .filter(|(_, value)| !value.is_null())
            .map(|(name, value)| (name, without_nothing(value)))
            .collect(),
        other => other,
    }
}
