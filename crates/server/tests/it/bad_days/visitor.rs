//! Somebody who reports a hole in the road: who tries again when a page says so, and notices when nobody answers.

use std::time::Duration;

use http::StatusCode;
use parvis_testkit::{Browser, Page};

use crate::process::GONE;
use crate::town::{PNG, answers, filled, number_in};

/// Between two tries.
const PAUSE: Duration = Duration::from_millis(250);

/// A person at their browser.
pub struct Visitor {
    pub browser: Browser,
    /// How many times they try again what a page told them to try later.
    patience: usize,
    /// The pages that told them so.
    pub told_later: Vec<Page>,
}

/// A report that was acknowledged: the page that follows the deposit was promised.
pub struct Deposited {
    pub number: String,
    /// What the receipt said, if there was time to read it.
    pub receipt: Option<String>,
}

impl Visitor {
    /// Somebody who leaves at the first page that is not right.
    pub const fn hasty(browser: Browser) -> Self {
        Self::patient(browser, 0)
    }

    /// Somebody who tries again.
    pub const fn patient(browser: Browser, patience: usize) -> Self {
        Self {
            browser,
            patience,
            told_later: Vec::new(),
        }
    }

    /// Reports a hole, with a photo. Nothing when nobody answers before the deposit is acknowledged.
    pub fn report(&mut self, photo: &[u8]) -> Option<Deposited> {
        let mut page = self.at_the_photo()?;
        let number = number_in(&page.path);
        let form = page.form("/etapes/photo");
        let form = form.file("photo", "trou.png", photo);
        page = self.ask(|browser| browser.post_form(&form))?;
        self.answer_until(page, "/verifier")?;
        self.declare(number)
    }

    /// Reports a hole as far as the step that asks for a photo.
    pub fn at_the_photo(&mut self) -> Option<Page> {
        let start = "/demarches/signaler-un-probleme/commencer";
        let page = self.ask(|browser| browser.get(start))?;
        let form = page.form("/commencer").fill("connu", "anonyme");
        let page = self.ask(|browser| browser.post_form(&form))?;
        let next = page.attr("main a.govuk-button", "href").unwrap();
        let mut page = self.ask(|browser| browser.open(&next))?;
        if !page.path.contains("/etapes/") {
            let mut links = page.attrs("main a", "href").into_iter();
            let first = links.find(|link| link.contains("/etapes/")).unwrap();
            page = self.ask(|browser| browser.open(&first))?;
        }
        self.answer_until(page, "/etapes/photo")
    }

    /// Answers the steps, up to the page whose address holds this, or to the last step.
    fn answer_until(&mut self, mut page: Page, stop: &str) -> Option<Page> {
        while page.path.contains("/etapes/") && !page.path.contains(stop) {
            let step = page.path.split('?').next().unwrap().to_owned();
            let form = filled(page.form(&step), answers("signaler-un-probleme"));
            page = self.ask(|browser| browser.post_form(&form))?;
        }
        Some(page)
    }

    fn declare(&mut self, number: String) -> Option<Deposited> {
        let page = self.ask(|browser| browser.get(&format!("/dossiers/{number}/declarer")))?;
        let form = page.form("/declarer").fill("declaration", "oui");
        let declared = self.ask(|browser| browser.submit(&form))?;
        assert_eq!(declared.leads_to(), format!("/dossiers/{number}/recepisse"));
        let receipt = self.receipt(&number);
        Some(Deposited { number, receipt })
    }

    /// What the receipt says.
    pub fn receipt(&mut self, number: &str) -> Option<String> {
        let path = format!("/dossiers/{number}/recepisse");
        let page = self.ask(|browser| browser.get(&path))?;
        assert!(page.told().contains(number), "{}", page.told());
        Some(page.told())
    }

    /// The page that was asked for, which is a right one. Nothing when nobody answers, or for too long.
    fn ask(&mut self, asking: impl Fn(&mut Browser) -> Page) -> Option<Page> {
        for tries in 0.. {
            let page = asking(&mut self.browser);
            match page.status {
                GONE => return None,
                StatusCode::SERVICE_UNAVAILABLE => {
                    says_what_to_do(&page);
                    self.told_later.push(page);
                    if tries >= self.patience {
                        return None;
                    }
                    std::thread::sleep(PAUSE);
                }
                StatusCode::OK | StatusCode::SEE_OTHER => return Some(page),
                status => panic!("{} {status}: {}", page.path, page.told()),
            }
        }
        None
    }
}

/// A picture that weighs this much: a right one, with noise inside.
pub fn heavy_picture(bytes: usize) -> Vec<u8> {
    let end = PNG.len() - 12;
    let mut picture = PNG[..end].to_vec();
    let noise = (0..bytes).map(|index| index.wrapping_mul(2_654_435_761).to_le_bytes()[1]);
    picture.extend(u32::try_from(bytes).unwrap().to_be_bytes());
    picture.extend(b"iCCP");
    picture.extend(noise);
    picture.extend([0; 4]);
    picture.extend(&PNG[end..]);
    picture
}

/// A page that says, in the language of the person, that it is for later, and when.
pub fn says_what_to_do(page: &Page) {
    assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(!page.header("retry-after").is_empty());
    assert_eq!(page.attr("html", "lang").as_deref(), Some("fr"));
    assert!(page.told().len() > 80, "{}", page.told());
}
