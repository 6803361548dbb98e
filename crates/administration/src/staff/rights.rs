//! What an agent may do: in each group, and in the whole organisation.

use axum::extract::{Path, State};
use axum::response::Response;
use parvis_access::staff::{self, Member, Rights};
use parvis_access::{AccessError, Membership, OrganisationRole, Role};
use parvis_web::{Choice, Entries, EntriesExt, Errors, Form, House, PageError, Visit};

use super::{AGENTS, member};
use crate::pages::{self, Field, Frame, Part};
use crate::request::{Agent, done};
use crate::services::{Directory, directory, refuse_reader};

const ROLES: [(&str, Role, &str); 2] = [
    ("lecture", Role::Reader, "admin-right-reader"),
    ("instruction", Role::Instructeur, "admin-right-instructeur"),
];

/// The name of a role in the organisation, and what it allows.
pub(crate) const fn role_keys(role: OrganisationRole) -> (&'static str, &'static str) {
    match role {
        OrganisationRole::Administrator => {
            ("admin-role-administrator", "admin-role-administrator-hint")
        }
        OrganisationRole::ProcedureAuthor => ("admin-role-author", "admin-role-author-hint"),
        OrganisationRole::Dpo => ("admin-role-dpo", "admin-role-dpo-hint"),
        OrganisationRole::Guichet => ("admin-role-guichet", "admin-role-guichet-hint"),
    }
}

/// What an agent may do, a line each.
pub(crate) fn said(visit: &Visit, known: &Directory, member: &Member) -> Vec<String> {
    let rights = Rights {
        memberships: member.memberships.clone(),
        roles: member.roles.clone(),
    };
    said_of(visit, known, &rights)
}

pub(crate) fn said_of(visit: &Visit, known: &Directory, rights: &Rights) -> Vec<String> {
    let roles = rights
        .roles
        .iter()
        .map(|role| visit.say(role_keys(*role).0).to_owned());
    let groups = rights.memberships.iter().map(|own| {
        let key = match own.role {
            Role::Reader => "admin-right-reads",
            Role::Instructeur => "admin-right-instructs",
        };
        visit.say_with(key, &[("group", known.group_name(own.group))])
    });
    let mut lines: Vec<String> = roles.chain(groups).collect();
    if lines.is_empty() {
        lines.push(visit.say("admin-right-none").to_owned());
    }
    lines
}

/// The parts of a form that give rights.
pub(crate) fn parts(visit: &Visit, known: &Directory, rights: &Rights) -> Vec<Part> {
    let roles = OrganisationRole::ALL.map(|role| {
        let (name, hint) = role_keys(role);
        let choice = Choice::new(role.code(), visit.say(name)).hint(visit.say(hint));
        choice.checked(rights.roles.contains(&role))
    });
    let whole = Field::new("roles", visit.say("admin-rights-whole")).optional();
    let mut parts = vec![Part::Boxes(whole, roles.to_vec())];
    parts.push(Part::Heading(visit.say("admin-rights-groups").to_owned()));
    for group in known.open_groups() {
        let has = rights.memberships.iter().find(|own| own.group == group.id);
        let mut choices =
            vec![Choice::new("", visit.say("admin-right-nothing")).checked(has.is_none())];
        choices.extend(ROLES.map(|(word, role, key)| {
            Choice::new(word, visit.say(key)).checked(has.is_some_and(|own| own.role == role))
        }));
        let field = Field::new(format!("groupe-{}", group.id), group.name.as_str());
        parts.push(Part::Select(field, choices));
    }
    parts
}

/// The rights that a form gives.
pub(crate) fn given(entries: &Entries, known: &Directory) -> Rights {
    let membership = |group: &parvis_organisation::Group| {
        let word = entries.first(&format!("groupe-{}", group.id)).to_owned();
        let (_, role, _) = ROLES.into_iter().find(|(own, ..)| *own == word)?;
        Some(Membership {
            group: group.id,
            role,
        })
    };
    let roles = entries.all("roles").iter();
    Rights {
        memberships: known.open_groups().filter_map(membership).collect(),
        roles: roles
            .filter_map(|code| OrganisationRole::of_code(code))
            .collect(),
    }
}

pub(super) async fn edit(
    State(house): State<House>,
    Agent(visit): Agent,
    Path(agent): Path<String>,
) -> Result<Response, PageError> {
    refuse_reader(&visit)?;
    let known = directory(&house, &visit.ctx).await?;
    let member = member(&house, &visit, &agent).await?;
    let rights = Rights {
        memberships: member.memberships.clone(),
        roles: member.roles.clone(),
    };
    page(&visit, &known, &member, &rights, &Errors::none())
}

fn page(
    visit: &Visit,
    known: &Directory,
    member: &Member,
    rights: &Rights,
    errors: &Errors,
) -> Result<Response, PageError> {
    let path = format!("{AGENTS}/{}", member.agent.id);
    let name = [("name", member.agent.full_name())];
    let form = pages::Form {
        frame: Frame::titled(visit.say_with("admin-rights-of", &name)).back(
            visit,
            "admin-agent-back",
            &path,
        ),
        action: visit.url(&format!("{path}/droits")),
        parts: parts(visit, known, rights),
        button: visit.say("admin-save").to_owned(),
        ..pages::Form::default()
    };
    pages::form(visit, &form, errors)
}

pub(super) async fn change(
    State(house): State<House>,
    Agent(visit): Agent,
    Path(agent): Path<String>,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let known = directory(&house, &visit.ctx).await?;
    let member = member(&house, &visit, &agent).await?;
    let rights = given(&entries, &known);
    let (ctx, id, wanted) = (visit.ctx.clone(), member.agent.id, rights.clone());
    match house
        .store
        .write(move |tx| staff::set_rights(&ctx, tx, id, &wanted))
        .await
    {
        Ok(()) => Ok(done(&visit, &format!("{AGENTS}/{id}"), "enregistre")),
        Err(AccessError::LastAdministrator) => {
            let mut errors = Errors::none();
            errors.add("roles", visit.say("refusal-last-administrator"));
            page(&visit, &known, &member, &rights, &errors)
        }
        Err(error) => Err(error.into()),
    }
}
