//! What the tests know of each route. A route of the sources that is not here fails the first test.

use std::collections::{BTreeMap, BTreeSet};

use super::sources;

/// Who a route is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Anybody.
    Public,
    /// The person who holds the dossier.
    Person,
    /// A person who is signed in to their account.
    Account,
    /// A signed-in agent, and of the group of the dossier when there is one.
    Agent,
    /// An application, known by its token.
    Machine,
    /// Whoever runs a demonstration, on their own machine.
    Demonstration,
    /// Whoever sets up an installation that is empty: `founding.rs` tests them.
    Founder,
}

use Who::{Account, Agent, Demonstration, Founder, Machine, Person, Public};

/// Routes of a listener of their own, which only this machine reaches: the measures (`measures.rs`), and what answers the
/// demonstration in the place of an administration.
const OTHER_LISTENERS: &[&str] = &["/metrics", "/v3/dss/quotient_familial/identite"];

/// Every route: who it is for, its methods, its path.
pub const ROUTES: &[(Who, &[&str], &str)] = &[
    (Public, &["GET"], "/"),
    (Public, &["GET"], "/demarches"),
    (Public, &["GET"], "/demarches/{slug}"),
    (Public, &["GET"], "/demarches/{slug}/changements"),
    (Public, &["GET"], "/avis/{code}"),
    (Public, &["GET"], "/avis/{code}/etapes/{step}"),
    (Public, &["GET"], "/avis/{code}/fin"),
    (Public, &["GET", "POST"], "/avis/{code}/remarque"),
    (Public, &["GET"], "/demarches/{slug}/formulaire"),
    (Public, &["GET"], "/demarches/{slug}/reponses.schema.json"),
    (Public, &["GET"], "/demarches/{slug}/service-public.jsonld"),
    (Public, &["GET", "POST"], "/demarches/{slug}/commencer"),
    (Public, &["GET"], "/demarches/{slug}/commencer/suite"),
    (Public, &["GET"], "/schemas/procedure.json"),
    (Public, &["GET"], "/accessibilite"),
    (Public, &["GET"], "/donnees-personnelles"),
    (Public, &["GET"], "/conditions"),
    (Public, &["GET"], "/mentions-legales"),
    (Public, &["GET"], "/securite"),
    (Public, &["GET"], "/.well-known/security.txt"),
    (Public, &["GET"], "/langue"),
    (Public, &["GET"], "/assets/{file}"),
    (Public, &["GET"], "/health/live"),
    (Public, &["GET"], "/health/ready"),
    (Public, &["GET", "POST"], "/suivi"),
    (Public, &["GET"], "/suivi/retour"),
    (Public, &["GET", "POST"], "/code"),
    (Public, &["POST"], "/code/nouveau"),
    (Public, &["GET", "POST"], "/quitter"),
    (Public, &["GET"], "/quitter/fin"),
    (Public, &["GET", "POST"], "/agent/connexion"),
    (Public, &["GET", "POST"], "/agent/connexion/code"),
    (Public, &["GET", "POST"], "/agent/connexion/premiere-fois"),
    (Public, &["GET"], "/agent/connexion/premiere-fois/qr.svg"),
    (Public, &["GET"], "/agent/connexion/fournisseur"),
    (Public, &["GET"], "/agent/connexion/fournisseur/retour"),
    (Agent, &["GET"], "/agent/connexion/fournisseur/essai"),
    (Public, &["POST"], "/agent/deconnexion"),
    (Public, &["GET", "POST"], "/compte/connexion"),
    (Public, &["GET", "POST"], "/compte/connexion/code"),
    (Public, &["GET"], "/compte/connexion/suite"),
    (Public, &["GET", "POST"], "/compte/connexion/second-facteur"),
    (Public, &["GET"], "/compte/connexion/aide"),
    (Public, &["POST"], "/compte/connexion/cle"),
    (Public, &["POST"], "/compte/connexion/cle/options"),
    (Public, &["POST"], "/compte/deconnexion"),
    (Public, &["GET", "POST"], "/compte/ouvrir"),
    (Public, &["GET", "POST"], "/compte/ouvrir/suite"),
    (Public, &["GET", "POST"], "/compte/adresse/annuler"),
    (Public, &["GET", "POST"], "/compte/second-facteur/annuler"),
    (Public, &["GET"], "/compte/supprime"),
    (Account, &["GET"], "/compte"),
    (Account, &["GET", "POST"], "/compte/ajouter"),
    (Account, &["GET"], "/compte/ajouter/suite"),
    (
        Account,
        &["GET", "POST"],
        "/compte/dossiers/{number}/retirer",
    ),
    (Account, &["GET", "POST"], "/compte/donnees"),
    (Account, &["GET", "POST"], "/compte/supprimer"),
    (Account, &["GET", "POST"], "/compte/confirmer"),
    (Account, &["POST"], "/compte/confirmer/code"),
    (Account, &["GET"], "/compte/confirmer/suite"),
    (Account, &["GET"], "/compte/securite"),
    (Account, &["GET", "POST"], "/compte/mot-de-passe"),
    (Account, &["GET", "POST"], "/compte/adresse"),
    (Account, &["GET", "POST"], "/compte/adresse/suite"),
    (Account, &["GET", "POST"], "/compte/second-facteur"),
    (Account, &["GET"], "/compte/second-facteur/qr.svg"),
    (Account, &["GET", "POST"], "/compte/second-facteur/codes"),
    (Account, &["GET", "POST"], "/compte/second-facteur/retirer"),
    (Account, &["POST"], "/compte/second-facteur/garder"),
    (Account, &["GET"], "/compte/cles"),
    (Account, &["POST"], "/compte/cles/options"),
    (Account, &["GET", "POST"], "/compte/cles/ajouter"),
    (Account, &["GET", "POST"], "/compte/cles/{key}"),
    (Account, &["GET", "POST"], "/compte/cles/{key}/retirer"),
    (Account, &["GET", "POST"], "/compte/appareils"),
    (Account, &["GET"], "/compte/activite"),
    (Agent, &["GET", "POST"], "/agent/comptes/second-facteur"),
    (Person, &["GET"], "/dossiers/{number}"),
    (Person, &["GET"], "/dossiers/{number}/code-de-suivi"),
    (Person, &["GET", "POST"], "/dossiers/{number}/pour-qui"),
    (Person, &["GET"], "/dossiers/{number}/taches"),
    (Person, &["GET", "POST"], "/dossiers/{number}/etapes/{step}"),
    (
        Person,
        &["GET"],
        "/dossiers/{number}/etapes/{step}/{block}/ajouter",
    ),
    (
        Person,
        &["GET", "POST"],
        "/dossiers/{number}/etapes/{step}/{block}/{row}",
    ),
    (
        Person,
        &["GET", "POST"],
        "/dossiers/{number}/etapes/{step}/{block}/{row}/retirer",
    ),
    (
        Person,
        &["GET", "POST"],
        "/dossiers/{number}/sources/{step}/{field}",
    ),
    (Person, &["GET"], "/dossiers/{number}/pieces/{piece}"),
    (
        Person,
        &["POST"],
        "/dossiers/{number}/pieces/{piece}/retirer",
    ),
    (Person, &["GET"], "/dossiers/{number}/verifier"),
    (Person, &["GET"], "/dossiers/{number}/impossible"),
    (
        Person,
        &["GET", "POST"],
        "/dossiers/{number}/nouvelle-version",
    ),
    (Person, &["GET", "POST"], "/dossiers/{number}/declarer"),
    (Person, &["GET"], "/dossiers/{number}/recepisse"),
    (Person, &["GET", "POST"], "/dossiers/{number}/completer"),
    (Person, &["POST"], "/dossiers/{number}/messages"),
    (Person, &["GET", "POST"], "/dossiers/{number}/retirer"),
    (Person, &["GET", "POST"], "/dossiers/{number}/effacer"),
    (Person, &["GET"], "/dossiers/{number}/decision"),
    (Person, &["GET", "POST"], "/dossiers/{number}/satisfaction"),
    (Agent, &["GET"], "/agent"),
    (Agent, &["GET", "POST"], "/agent/recherche"),
    (Agent, &["GET"], "/agent/administration/jetons"),
    (
        Agent,
        &["GET", "POST"],
        "/agent/administration/jetons/nouveau",
    ),
    (
        Agent,
        &["GET", "POST"],
        "/agent/administration/jetons/{token}/revoquer",
    ),
    (Agent, &["GET"], "/agent/guichet"),
    (Agent, &["GET", "POST"], "/agent/guichet/commencer"),
    (Agent, &["GET", "POST"], "/agent/guichet/reprendre"),
    (Agent, &["POST"], "/agent/guichet/dossiers/{number}"),
    (Agent, &["POST"], "/agent/guichet/terminer"),
    (Agent, &["GET", "POST"], "/agent/lots"),
    (Agent, &["GET", "POST"], "/agent/lots/{batch}"),
    (Agent, &["GET", "POST"], "/agent/exports"),
    (Agent, &["GET"], "/agent/exports/nouveau"),
    (Agent, &["GET", "POST"], "/agent/raccourcis"),
    (Agent, &["GET", "POST"], "/agent/textes"),
    (Agent, &["GET"], "/agent/textes/nouveau"),
    (Agent, &["GET", "POST"], "/agent/textes/{text}"),
    (Agent, &["GET", "POST"], "/agent/textes/{text}/supprimer"),
    (Agent, &["GET", "POST"], "/agent/vues"),
    (Agent, &["GET"], "/agent/vues/nouvelle"),
    (Agent, &["GET", "POST"], "/agent/vues/{view}"),
    (Agent, &["GET", "POST"], "/agent/vues/{view}/supprimer"),
    (Agent, &["GET"], "/agent/exports/approbations"),
    (Agent, &["GET"], "/agent/exports/{export}/fichier"),
    (Agent, &["POST"], "/agent/exports/{export}/supprimer"),
    (Agent, &["POST"], "/agent/exports/{export}/avis"),
    (Agent, &["GET", "POST"], "/agent/paiements"),
    (Agent, &["GET"], "/agent/paiements/nouveau"),
    (Agent, &["GET"], "/agent/paiements/{order}"),
    (Agent, &["GET"], "/agent/paiements/{order}/fichier"),
    (Agent, &["POST"], "/agent/paiements/{order}/transmettre"),
    (Agent, &["POST"], "/agent/paiements/{order}/annuler"),
    (Agent, &["GET", "POST"], "/agent/dossiers/{number}/compte"),
    (Agent, &["GET"], "/agent/dossiers/{number}"),
    (Agent, &["GET"], "/agent/dossiers/{number}/historique"),
    (Agent, &["GET"], "/agent/dossiers/{number}/decision"),
    (Agent, &["GET"], "/agent/dossiers/{number}/pieces/{piece}"),
    (
        Agent,
        &["GET", "POST"],
        "/agent/dossiers/{number}/attribuer",
    ),
    (
        Agent,
        &["GET", "POST"],
        "/agent/dossiers/{number}/transmettre",
    ),
    (
        Agent,
        &["GET", "POST"],
        "/agent/dossiers/{number}/instruire",
    ),
    (Agent, &["GET", "POST"], "/agent/dossiers/{number}/demander"),
    (Agent, &["GET", "POST"], "/agent/dossiers/{number}/echanges"),
    (Agent, &["GET"], "/agent/mentions"),
    (Agent, &["GET", "POST"], "/agent/dossiers/{number}/notes"),
    (Agent, &["POST"], "/agent/dossiers/{number}/presence"),
    (Agent, &["GET", "POST"], "/agent/dossiers/{number}/decider"),
    (Agent, &["GET", "POST"], "/agent/dossiers/{number}/clore"),
    (Public, &["GET"], "/api/v1/openapi.json"),
    (Machine, &["GET"], "/api/v1/procedures"),
    (Machine, &["GET"], "/api/v1/procedures/{slug}"),
    (
        Machine,
        &["GET"],
        "/api/v1/procedures/{slug}/revisions/{revision}",
    ),
    (
        Machine,
        &["GET"],
        "/api/v1/procedures/{slug}/revisions/{revision}/answers-schema",
    ),
    (Machine, &["GET", "POST"], "/api/v1/dossiers"),
    (Machine, &["POST"], "/api/v1/prefills"),
    (Machine, &["GET"], "/api/v1/dossiers/{number}"),
    (
        Machine,
        &["GET", "PATCH"],
        "/api/v1/dossiers/{number}/answers",
    ),
    (Machine, &["PUT"], "/api/v1/dossiers/{number}/people"),
    (Machine, &["GET"], "/api/v1/dossiers/{number}/validation"),
    (Machine, &["POST"], "/api/v1/dossiers/{number}/deposit"),
    (Machine, &["GET"], "/api/v1/dossiers/{number}/receipt"),
    (
        Machine,
        &["GET", "POST"],
        "/api/v1/dossiers/{number}/messages",
    ),
    (Machine, &["GET"], "/api/v1/dossiers/{number}/decision"),
    (
        Machine,
        &["GET", "POST"],
        "/api/v1/dossiers/{number}/pieces",
    ),
    (
        Machine,
        &["GET", "DELETE"],
        "/api/v1/dossiers/{number}/pieces/{piece}",
    ),
    (Machine, &["POST"], "/api/v1/dossiers/{number}/uploads"),
    (
        Machine,
        &["HEAD", "PATCH", "DELETE"],
        "/api/v1/dossiers/{number}/uploads/{upload}",
    ),
    (Machine, &["GET", "POST"], "/api/v1/webhooks"),
    (
        Machine,
        &["GET", "PATCH", "DELETE"],
        "/api/v1/webhooks/{webhook}",
    ),
    (Machine, &["POST"], "/api/v1/webhooks/{webhook}/secret"),
    (Machine, &["POST"], "/api/v1/webhooks/{webhook}/ping"),
    (Machine, &["POST"], "/api/v1/webhooks/{webhook}/replay"),
    (Machine, &["GET"], "/api/v1/webhooks/{webhook}/deliveries"),
    (
        Machine,
        &["POST"],
        "/api/v1/webhooks/{webhook}/deliveries/{delivery}/replay",
    ),
    (Public, &["GET"], "/logo/{file}"),
    (Public, &["GET", "POST"], "/agent/invitation/{code}"),
    (Agent, &["GET", "POST"], "/agent/sessions"),
    (Agent, &["GET", "POST"], "/agent/mot-de-passe"),
    (Agent, &["GET"], "/agent/administration"),
    (Agent, &["GET"], "/agent/administration/organisation"),
    (
        Agent,
        &["GET", "POST"],
        "/agent/administration/organisation/modifier",
    ),
    (
        Agent,
        &["GET", "POST"],
        "/agent/administration/organisation/logo",
    ),
    (
        Agent,
        &["POST"],
        "/agent/administration/organisation/logo/retirer",
    ),
    (Agent, &["GET"], "/agent/administration/services"),
    (
        Agent,
        &["GET", "POST"],
        "/agent/administration/services/nouveau",
    ),
    (
        Agent,
        &["GET", "POST"],
        "/agent/administration/services/{service}",
    ),
    (
        Agent,
        &["POST"],
        "/agent/administration/services/{service}/fermer",
    ),
    (
        Agent,
        &["GET", "POST"],
        "/agent/administration/groupes/nouveau",
    ),
    (
        Agent,
        &["GET", "POST"],
        "/agent/administration/groupes/{group}",
    ),
    (
        Agent,
        &["POST"],
        "/agent/administration/groupes/{group}/fermer",
    ),
    (Agent, &["GET", "POST"], "/agent/administration/agents"),
    (Agent, &["GET"], "/agent/administration/agents/{agent}"),
    (
        Agent,
        &["GET", "POST"],
        "/agent/administration/agents/{agent}/modifier",
    ),
    (
        Agent,
        &["GET", "POST"],
        "/agent/administration/agents/{agent}/droits",
    ),
    (
        Agent,
        &["GET", "POST"],
        "/agent/administration/agents/{agent}/compte/{act}",
    ),
    (Agent, &["GET"], "/agent/administration/invitations"),
    (
        Agent,
        &["GET", "POST"],
        "/agent/administration/invitations/nouvelle",
    ),
    (
        Agent,
        &["POST"],
        "/agent/administration/invitations/{invitation}/renvoyer",
    ),
    (
        Agent,
        &["POST"],
        "/agent/administration/invitations/{invitation}/retirer",
    ),
    (Agent, &["GET", "POST"], "/agent/administration/revue"),
    (Agent, &["GET"], "/agent/administration/connexion"),
    (
        Agent,
        &["GET", "POST"],
        "/agent/administration/connexion/modifier",
    ),
    (Agent, &["POST"], "/agent/administration/connexion/ouvrir"),
    (Agent, &["POST"], "/agent/administration/connexion/fermer"),
    (Agent, &["GET"], "/agent/administration/webhooks"),
    (
        Agent,
        &["GET", "POST"],
        "/agent/administration/webhooks/nouveau",
    ),
    (Agent, &["GET"], "/agent/administration/webhooks/{webhook}"),
    (
        Agent,
        &["GET", "POST"],
        "/agent/administration/webhooks/{webhook}/renvoyer",
    ),
    (
        Agent,
        &["POST"],
        "/agent/administration/webhooks/{webhook}/envois/{delivery}",
    ),
    (
        Agent,
        &["GET", "POST"],
        "/agent/administration/webhooks/{webhook}/modifier",
    ),
    (
        Agent,
        &["GET", "POST"],
        "/agent/administration/webhooks/{webhook}/supprimer",
    ),
    (
        Agent,
        &["POST"],
        "/agent/administration/webhooks/{webhook}/{act}",
    ),
    (Agent, &["GET"], "/agent/administration/journal"),
    (
        Agent,
        &["GET", "POST"],
        "/agent/dossiers/{number}/reprendre",
    ),
    (Agent, &["GET"], "/agent/engagements"),
    (Agent, &["GET"], "/agent/engagements/{slug}"),
    (Agent, &["POST"], "/agent/engagements/{slug}/effacer"),
    (Agent, &["GET"], "/agent/demarches"),
    (Agent, &["GET", "POST"], "/agent/nouvelle-demarche"),
    (Agent, &["GET"], "/agent/demarches/{slug}"),
    (Agent, &["GET", "POST"], "/agent/demarches/{slug}/texte"),
    (Agent, &["GET"], "/agent/demarches/{slug}/brouillon.yaml"),
    (Agent, &["GET", "POST"], "/agent/nouvelle-demarche/editeur"),
    (Agent, &["GET", "POST"], "/agent/nouvelle-demarche/crise"),
    (Agent, &["GET", "POST"], "/agent/demarches/{slug}/editeur"),
    (
        Agent,
        &["GET", "POST"],
        "/agent/demarches/{slug}/editeur/ajouter",
    ),
    (Agent, &["GET"], "/agent/demarches/{slug}/editeur/parcours"),
    (
        Agent,
        &["GET", "POST"],
        "/agent/demarches/{slug}/editeur/condition/{*rest}",
    ),
    (
        Agent,
        &["GET", "POST"],
        "/agent/demarches/{slug}/editeur/partie/{*rest}",
    ),
    (
        Agent,
        &["GET"],
        "/agent/demarches/{slug}/revisions/{revision}",
    ),
    (Agent, &["GET", "POST"], "/agent/demarches/{slug}/publier"),
    (Agent, &["POST"], "/agent/demarches/{slug}/confirmer"),
    (Agent, &["GET", "POST"], "/agent/demarches/{slug}/panel"),
    (Agent, &["POST"], "/agent/demarches/{slug}/panel/fermer"),
    (
        Agent,
        &["GET", "POST"],
        "/agent/demarches/{slug}/panel/remarques/{remark}",
    ),
    (
        Agent,
        &["POST"],
        "/agent/demarches/{slug}/panel/remarques/{remark}/effacer",
    ),
    (Agent, &["GET", "POST"], "/agent/demarches/{slug}/relecture"),
    (
        Agent,
        &["POST"],
        "/agent/demarches/{slug}/relecture/reponse",
    ),
    (
        Agent,
        &["POST"],
        "/agent/demarches/{slug}/relecture/retrait",
    ),
    (Agent, &["GET", "POST"], "/agent/demarches/{slug}/jeter"),
    (Agent, &["GET"], "/agent/demarches/{slug}/apercu"),
    (
        Agent,
        &["GET"],
        "/agent/demarches/{slug}/apercu/etapes/{step}",
    ),
    (Agent, &["GET", "POST"], "/agent/demarches/{slug}/lien"),
    (
        Agent,
        &["GET"],
        "/agent/demarches/{slug}/apercu/cadre/{step}",
    ),
    (Agent, &["GET", "POST"], "/agent/demarches/{slug}/fermer"),
    (Agent, &["GET", "POST"], "/agent/demarches/{slug}/rouvrir"),
    (Agent, &["POST"], "/agent/demarches/{slug}/essayer"),
    (Agent, &["GET"], "/agent/essai"),
    (Agent, &["POST"], "/agent/essai/traiter"),
    (Agent, &["GET", "POST"], "/agent/essai/effacer"),
    (Agent, &["GET"], "/agent/courriels"),
    (Public, &["GET"], "/essai"),
    (Public, &["GET"], "/essai/{*rest}"),
    (Agent, &["GET"], "/agent/administration/mise-en-route"),
    (
        Agent,
        &["GET", "POST"],
        "/agent/administration/mise-en-route/demarche",
    ),
    (
        Agent,
        &["GET"],
        "/agent/administration/mise-en-route/demarche/{slug}",
    ),
    (Founder, &["GET"], "/installation/pas-encore"),
    (Founder, &["GET"], "/installation/faite"),
    (Founder, &["POST"], "/installation/code"),
    (Founder, &["GET", "POST"], "/installation/organisation"),
    (Founder, &["GET", "POST"], "/installation/service"),
    (Founder, &["GET", "POST"], "/installation/administrateur"),
    (Demonstration, &["GET"], "/dev"),
    (Demonstration, &["GET"], "/dev/courriels/{name}"),
];

/// Every route of applications, with each of its methods.
pub fn machines() -> impl Iterator<Item = (&'static str, &'static str)> {
    ROUTES
        .iter()
        .filter(|(who, ..)| *who == Machine)
        .flat_map(|(_, methods, path)| methods.iter().map(|method| (*method, *path)))
}

/// Every route of pages with each of its methods, those of the demonstration aside.
pub fn all() -> impl Iterator<Item = (Who, &'static str, &'static str)> {
    ROUTES
        .iter()
        .filter(|(who, ..)| !matches!(who, Demonstration | Founder | Machine))
        .flat_map(|(who, methods, path)| methods.iter().map(|method| (*who, *method, *path)))
}

/// An identifier that nothing bears.
const NOBODY: &str = "01900000-0000-7000-8000-000000000000";

/// What stands in the parameters of a path.
#[derive(Debug, Clone)]
pub struct Ids<'a> {
    pub number: &'a str,
    pub piece: &'a str,
    pub slug: &'a str,
    pub step: &'a str,
    pub batch: &'a str,
    pub export: &'a str,
    pub view: &'a str,
    pub text: &'a str,
}

impl Ids<'_> {
    /// The path with its parameters.
    pub fn path(&self, template: &str) -> String {
        let path = template
            .replace("{number}", self.number)
            .replace("{piece}", self.piece)
            .replace("{slug}", self.slug)
            .replace("{step}", self.step)
            .replace("{field}", "quotient")
            .replace("{block}", "children")
            .replace("{batch}", self.batch)
            .replace("{export}", self.export)
            .replace("{view}", self.view)
            .replace("{text}", self.text)
            .replace("{file}", "nothing.css")
            .replace("{act}", "fermer")
            .replace("{revision}", "1.yaml")
            .replace("{*rest}", "demarches")
            .replace("{code}", &"0".repeat(64));
        let path = [
            "service",
            "group",
            "agent",
            "invitation",
            "token",
            "webhook",
            "delivery",
            "key",
            "order",
            "remark",
            "row",
        ]
        .iter()
        .fold(path, |path, name| {
            path.replace(&format!("{{{name}}}"), NOBODY)
        });
        assert!(
            !path.contains('{'),
            "a parameter that the tests do not know: {path}"
        );
        path
    }
}

#[test]
fn every_route_of_the_sources_is_known_to_the_tests() {
    let mut declared = sources::routes();
    for path in OTHER_LISTENERS {
        assert!(declared.remove(*path).is_some(), "{path} is gone");
    }
    let mut known: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (_, methods, path) in ROUTES {
        let methods = methods.iter().map(|method| (*method).to_owned());
        known.entry((*path).to_owned()).or_default().extend(methods);
    }
    assert_eq!(
        declared, known,
        "left: the sources; right: the table of the tests"
    );
}
