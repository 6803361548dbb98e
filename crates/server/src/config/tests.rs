use super::*;

fn with(variables: &[(&str, &str)]) -> Result<Config, ConfigError> {
    let variables = variables
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    Config::read(None, variables)
}

fn of_toml(text: &str) -> Result<Config, ConfigError> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("parvis.toml");
    std::fs::write(&file, text).unwrap();
    Config::read(Some(&file), [])
}

#[test]
fn without_anything_it_listens_on_this_machine_only() {
    let config = with(&[]).unwrap();
    assert!(config.check(false).is_ok());
    assert!(config.check(true).is_ok());
    assert!(config.listen.ip().is_loopback());
    assert!(!config.is_secure());
}

#[test]
fn plain_http_is_refused_off_this_machine() {
    let open = with(&[("PARVIS_LISTEN", "0.0.0.0:8080")]).unwrap();
    let refused = open.check(false).unwrap_err().to_string();
    assert!(refused.starts_with("clé listen"), "{refused}");
    let behind = with(&[
        ("PARVIS_LISTEN", "0.0.0.0:8080"),
        ("PARVIS_TRUSTED_PROXIES", "10.0.0.1, 10.1.0.0/16"),
    ])
    .unwrap();
    assert!(behind.check(false).is_ok());
    assert!(behind.is_secure());
    assert!(behind.check(true).is_err());
}

#[test]
fn every_error_names_its_key() {
    let cases = [
        (with(&[("PARVIS_LISTEN", "partout")]).map(drop), "listen"),
        (with(&[("PARVIS_MAIL_PORT", "x")]).map(drop), "mail.port"),
        (with(&[("PARVIS_DATABSE", "x")]).map(drop), "PARVIS_DATABSE"),
        (of_toml("connections = 'many'").map(drop), "connections"),
        (of_toml("databse = 'x'").map(drop), "databse"),
        (of_toml("[mail]\nhots = 'x'").map(drop), "hots"),
        (
            with(&[("PARVIS_METRICS", "0.0.0.0:9464")])
                .unwrap()
                .check(false),
            "metrics",
        ),
        (
            with(&[("PARVIS_SECURITY_LOG_SYSLOG", "syslog.example.org")])
                .unwrap()
                .check(false),
            "security_log.syslog",
        ),
        (
            with(&[("PARVIS_S3_BUCKET", "pieces")])
                .unwrap()
                .check(false),
            "s3.endpoint",
        ),
        (
            with(&[("PARVIS_S3_REGION", "fr-par")])
                .unwrap()
                .check(false),
            "s3.bucket",
        ),
        (
            of_toml("trusted_proxies = ['nowhere']")
                .unwrap()
                .check(false),
            "trusted_proxies",
        ),
        (
            of_toml("[mail]\nhost = 'h'\nsecurity = 'ssl'")
                .unwrap()
                .check(false),
            "mail.security",
        ),
        (
            of_toml("[mail]\nhost = 'h'\nuser = 'u'")
                .unwrap()
                .check(false),
            "mail.password",
        ),
        (
            with(&[("PARVIS_MAP_TILES", "https://tuiles.example.org/")])
                .unwrap()
                .check(false),
            "map.attribution",
        ),
        (
            of_toml("[map]\ntiles = 'https://tuiles.example.org/'\nattribution = '© A'")
                .unwrap()
                .check(false),
            "map.tiles",
        ),
        (
            with(&[("PARVIS_MAP_VIEW", "ici")]).unwrap().check(false),
            "map.view",
        ),
        (
            of_toml("trusted_proxies = ['10.0.0.1']\n[map]\nloopback = true")
                .unwrap()
                .check(false),
            "map.loopback",
        ),
        (
            of_toml("[sources.api_particulier.rochebrune]\ntoken = 't'\nrecipient = '123'")
                .unwrap()
                .check(false),
            "sources.api_particulier.rochebrune.recipient",
        ),
        (
            of_toml("[sources.api_particulier.rochebrune]\ntoken = ''\nrecipient = '21840999900017'")
                .unwrap()
                .check(false),
            "sources.api_particulier.rochebrune.token",
        ),
        (
            of_toml("[sources.api_particulier.rochebrune]\ntoken = 't'\nrecipient = '21840999900017'\nurl = 'http://10.0.0.1/'")
                .unwrap()
                .check(false),
            "sources.api_particulier.rochebrune.url",
        ),
    ];
    for (result, key) in cases {
        let message = result.unwrap_err().to_string();
        assert!(message.contains(key), "{key}: {message}");
    }
}

#[test]
fn a_variable_replaces_the_key_of_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("parvis.toml");
    std::fs::write(&file, "listen = '127.0.0.1:1'\nlog = 'warn'\n").unwrap();
    let variables = [("PARVIS_LISTEN".to_owned(), "127.0.0.1:2".to_owned())];
    let config = Config::read(Some(&file), variables).unwrap();
    assert_eq!((config.listen.port(), config.log.as_str()), (2, "warn"));
}

#[test]
fn a_password_never_shows() {
    let config = with(&[("PARVIS_MAIL_PASSWORD", "secret-word")]).unwrap();
    assert!(!format!("{config:?}").contains("secret-word"));
}
