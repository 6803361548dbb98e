//! What every answer says to the browser: the rules of HTTP Observatory and of OWASP, read on the headers.

use parvis_testkit::Page;

use crate::town::Town;

/// Half a year, the least that HTTP Observatory asks of HSTS.
const HALF_A_YEAR: u64 = 15_768_000;

/// Every answer of this house so far is protected.
pub fn protected(town: &Town) {
    for page in town.seen() {
        let problems = problems_of_headers(&page);
        assert!(
            problems.is_empty(),
            "{} {} ({}): {problems:?}",
            page.method,
            page.path,
            page.status
        );
    }
}

/// The one page that the house shows in a frame of its own: what a draft makes, beside where it is written.
fn is_frame(page: &Page) -> bool {
    page.path.contains("/apercu/cadre/") && page.status.is_success()
}

/// A page with a question about a place, which offers to take the position of the device.
fn asks_position(page: &Page) -> bool {
    page.source().contains("data-map-locate")
        && page
            .header("permissions-policy")
            .contains("geolocation=(self)")
}

/// What is wrong with the headers of an answer; nothing, for a protected one.
fn problems_of_headers(page: &Page) -> Vec<String> {
    let mut problems = policy(page);
    let expected = [
        ("x-content-type-options", "nosniff"),
        (
            "x-frame-options",
            if is_frame(page) { "SAMEORIGIN" } else { "DENY" },
        ),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
    ];
    for (name, value) in expected {
        if page.header(name) != value {
            problems.push(format!("{name}: {:?}", page.header(name)));
        }
    }
    let referrer = page.header("referrer-policy");
    if !["no-referrer", "same-origin", "strict-origin"].contains(&referrer) {
        problems.push(format!("referrer-policy: {referrer:?}"));
    }
    let permissions = page.header("permissions-policy");
    for power in ["camera", "microphone", "geolocation"] {
        let is_closed = permissions.contains(&format!("{power}=()"));
        if !(is_closed || power == "geolocation" && asks_position(page)) {
            problems.push(format!("permissions-policy: {permissions:?}"));
        }
    }
    if transport(page.header("strict-transport-security")).is_none_or(|age| age < HALF_A_YEAR) {
        problems.push(format!(
            "strict-transport-security: {:?}",
            page.header("strict-transport-security")
        ));
    }
    if page.headers.contains_key("access-control-allow-origin") {
        problems.push("another site may read it".to_owned());
    }
    for name in ["server", "x-powered-by"] {
        if page.headers.contains_key(name) {
            problems.push(format!("{name} says too much"));
        }
    }
    let named = page.path.starts_with("/assets/") || page.path.starts_with("/logo/");
    let kept = named && page.status.is_success();
    if page.header("cache-control").contains("no-store") == kept {
        problems.push(format!("cache-control: {:?}", page.header("cache-control")));
    }
    problems.extend(cookies(page));
    problems
}

/// The content security policy: nothing by default, nothing inline, nothing evaluated, in no frame; what the house frames itself has no
/// script and sends nothing.
fn policy(page: &Page) -> Vec<String> {
    let policy = page.header("content-security-policy");
    let directives: Vec<&str> = policy.split(';').map(str::trim).collect();
    let mut problems = Vec::new();
    let ancestors = match is_frame(page) {
        true => "frame-ancestors 'self'",
        false => "frame-ancestors 'none'",
    };
    let mut needed = vec!["default-src 'none'", "base-uri 'none'", ancestors];
    if is_frame(page) {
        needed.push("form-action 'none'");
        if policy.contains("script-src") || policy.contains("connect-src") {
            problems.push(format!("content-security-policy of a frame: {policy:?}"));
        }
    }
    for needed in needed {
        if !directives.contains(&needed) {
            problems.push(format!(
                "content-security-policy without {needed}: {policy:?}"
            ));
        }
    }
    for forbidden in [
        "unsafe-inline",
        "unsafe-eval",
        "http:",
        "https:",
        "data:",
        "*",
    ] {
        if policy.contains(forbidden) {
            problems.push(format!(
                "content-security-policy with {forbidden}: {policy:?}"
            ));
        }
    }
    if !directives
        .iter()
        .any(|directive| directive.starts_with("form-action"))
    {
        problems.push(format!(
            "content-security-policy without form-action: {policy:?}"
        ));
    }
    problems
}

/// The seconds during which HTTPS is promised.
fn transport(header: &str) -> Option<u64> {
    let mut parts = header.split(';').map(str::trim);
    parts
        .find_map(|part| part.strip_prefix("max-age="))?
        .parse()
        .ok()
}

/// A cookie that scripts cannot read, that other sites cannot send, that no other host can set.
fn cookies(page: &Page) -> Vec<String> {
    let mut problems = Vec::new();
    for line in page.headers.get_all("set-cookie") {
        let line = line.to_str().unwrap();
        let name = line.split('=').next().unwrap();
        for needed in ["Secure", "HttpOnly", "SameSite=", "Path=/"] {
            if !line.contains(needed) {
                problems.push(format!("the cookie {name} without {needed}"));
            }
        }
        if !name.starts_with("__Host-") || line.contains("Domain=") {
            problems.push(format!("the cookie {name} is not of this host alone"));
        }
    }
    problems
}
