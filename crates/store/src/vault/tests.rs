use super::*;

fn vault() -> Vault {
    Vault::from_bytes([7; 32])
}

#[test]
fn the_key_file_is_created_once_and_read_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("parvis.key");
    let created = Vault::open_or_create(&path).unwrap();
    let opened = Vault::open_or_create(&path).unwrap();
    assert_eq!(created.derive("code", b"1"), opened.derive("code", b"1"));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[cfg(unix)]
#[test]
fn the_key_file_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("parvis.key");
    Vault::open_or_create(&path).unwrap();
    let mode = std::fs::metadata(&path).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
    assert!(matches!(
        Vault::open_or_create(&path),
        Err(StoreError::MasterKey(_))
    ));
}

#[test]
fn a_key_file_with_something_else_is_refused_without_being_quoted() {
    let refused = Vault::from_text("parvis-key-1 secret").unwrap_err();
    assert!(!refused.to_string().contains("secret"));
    assert!(Vault::from_text(&"0f".repeat(32)).is_ok());
    assert!(Vault::from_text(&format!("parvis-key-1 {}\n", "0f".repeat(32))).is_ok());
}

#[test]
fn a_blind_hash_differs_by_organisation_domain_and_text() {
    let organisation = OrganisationId::new();
    let hash = vault().blind(organisation, "e-mail", "zoe@example.org");
    assert!(hash >= 0);
    assert_eq!(
        hash,
        vault().blind(organisation, "e-mail", "zoe@example.org")
    );
    assert_ne!(
        hash,
        vault().blind(OrganisationId::new(), "e-mail", "zoe@example.org")
    );
    assert_ne!(
        hash,
        vault().blind(organisation, "phone", "zoe@example.org")
    );
    assert_ne!(
        hash,
        vault().blind(organisation, "e-mail", "zoe@example.com")
    );
    let other = Vault::from_bytes([8; 32]);
    assert_ne!(hash, other.blind(organisation, "e-mail", "zoe@example.org"));
}

#[test]
fn debug_output_shows_nothing() {
    assert_eq!(format!("{:?}", vault()), "Vault");
}
