//! The antivirus, as those who administer see it.

use std::sync::Arc;

use parvis_dossier::examine::{Clamd, Patience, Quarantine};
use parvis_testkit::{Clamd as StandIn, plain};
use tokio::runtime::Builder;

use crate::town::{Town, in_one_town};

fn home(town: &Town) -> String {
    let mut claire = town.agent(&town.rochebrune, "claire");
    plain(&claire.get("/agent/administration").shown().told())
}

fn round(town: &Town) {
    let path = town.test.folder().join("clamd.ctl");
    let address = format!("unix:{}", path.display());
    let quarantine = Quarantine {
        store: town.house.store.clone(),
        blobs: town.house.blobs.clone(),
        clock: town.house.clock.clone(),
        words: town.house.words.clone(),
        antivirus: Arc::new(Clamd::new(address.parse().unwrap(), Patience::default())),
        watch: town.watch.clone(),
        wake: town.house.wake.clone(),
    };
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(quarantine.round(&mut None)).unwrap();
}

#[test]
fn who_administers_reads_that_there_is_none_that_it_is_down_and_that_it_answers() {
    in_one_town(|town| {
        let told = home(town);
        assert!(told.contains("Aucun antivirus n’est installé"), "{told}");
        round(town);
        let told = home(town);
        assert!(
            told.contains("En panne") && told.contains("Il ne répond plus depuis le"),
            "{told}"
        );
        assert!(told.contains("Les dépôts continuent"), "{told}");
        let _stand_in = StandIn::listening(&town.test.folder().join("clamd.ctl"));
        round(town);
        let told = home(town);
        assert!(told.contains("Il répond (ClamAV 1.4.6/27456)"), "{told}");
        assert!(!told.contains("En panne"), "{told}");
    });
}
