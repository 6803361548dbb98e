//! One implementation of cryptography for every TLS client of the program.

/// Makes ring the implementation that TLS clients find; does nothing when one is chosen already.
pub fn use_ring() {
    let _chosen_before = rustls::crypto::ring::default_provider().install_default();
}
